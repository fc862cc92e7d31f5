package no.maaltall.core.io;

import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/** Reads observations.csv: the table with the many rows, where a known code costs no String. */
final class ObservationHandler extends RowHandler {
  private static final @Nullable ObservationStatus[] STATUS_BY_LETTER = statusByLetter();

  private final DataSet.Builder builder;
  private final IndicatorCodes indicators;
  private final RegionCodes regions;
  private final CodeDictionary periodNumbers = new CodeDictionary();
  private final List<Period> periods = new ArrayList<>();
  private final LineNumbers lines = new LineNumbers();
  private int rowCount;

  private int indicator;
  private int region;
  private String newRegion = "";
  private @Nullable Period period;
  private double value = Double.NaN;
  private @Nullable ObservationStatus status;

  ObservationHandler(
      DataSet.Builder builder, IndicatorCodes indicators, RegionCodes regions, Problems problems) {
    super(TableFile.OBSERVATIONS, problems);
    this.builder = builder;
    this.indicators = indicators;
    this.regions = regions;
  }

  private static @Nullable ObservationStatus[] statusByLetter() {
    @Nullable ObservationStatus[] byLetter = new @Nullable ObservationStatus[128];
    for (ObservationStatus status : ObservationStatus.values()) {
      byLetter[status.letter()] = status;
    }
    return byLetter;
  }

  @Override
  void field(Column column, char[] buffer, int offset, int length) {
    switch (column) {
      case INDICATOR -> indicator(buffer, offset, length);
      case REF_AREA -> region(buffer, offset, length);
      case TIME_PERIOD -> period(buffer, offset, length);
      case OBS_VALUE -> value(buffer, offset, length);
      case OBS_STATUS -> status(buffer, offset, length);
      default -> throw new IllegalStateException("no such column of observations: " + column);
    }
  }

  private void indicator(char[] buffer, int offset, int length) {
    indicator = indicators.find(buffer, offset, length);
    if (indicator < 0) {
      indicators.refuse(this, Column.INDICATOR, new String(buffer, offset, length));
    }
  }

  private void region(char[] buffer, int offset, int length) {
    region = regions.find(buffer, offset, length);
    if (region < 0) {
      newRegion = new String(buffer, offset, length);
      regions.check(this, newRegion);
    }
  }

  private void period(char[] buffer, int offset, int length) {
    int number = periodNumbers.find(buffer, offset, length);
    if (number >= 0) {
      period = periods.get(number);
      return;
    }
    String text = new String(buffer, offset, length);
    try {
      period = Period.parse(text);
      periodNumbers.put(text, periods.size());
      periods.add(period);
    } catch (InvalidNotationException e) {
      fail(Kind.INVALID_PERIOD, Column.TIME_PERIOD, text, e.allowed(), e);
    }
  }

  private void value(char[] buffer, int offset, int length) {
    if (length == 0) {
      return;
    }
    if (!DecimalText.isDecimal(buffer, offset, length)) {
      String text = new String(buffer, offset, length);
      fail(Kind.INVALID_NUMBER, Column.OBS_VALUE, text, DecimalText.ALLOWED);
      return;
    }
    value = DecimalText.parse(buffer, offset, length);
    if (!DecimalText.isInRange(value, buffer, offset, length)) {
      String text = new String(buffer, offset, length);
      fail(Kind.NUMBER_OUT_OF_RANGE, Column.OBS_VALUE, text, DecimalText.RANGE);
    }
  }

  private void status(char[] buffer, int offset, int length) {
    if (length == 0) {
      return;
    }
    if (length == 1 && buffer[offset] < STATUS_BY_LETTER.length) {
      status = STATUS_BY_LETTER[buffer[offset]];
    }
    if (status == null) {
      String text = new String(buffer, offset, length);
      try {
        status = ObservationStatus.parse(text);
      } catch (InvalidNotationException e) {
        fail(Kind.INVALID_STATUS, Column.OBS_STATUS, text, e.allowed(), e);
      }
    }
  }

  @Override
  void row() {
    boolean missing = Double.isNaN(value);
    ObservationStatus actual = status;
    if (actual == null) {
      actual = missing ? ObservationStatus.MISSING : ObservationStatus.NORMAL;
    } else if (actual.isMissing() != missing) {
      refuse(actual);
      return;
    }
    if (region < 0) {
      region = regions.add(builder, newRegion);
    }
    if (period == null) {
      throw new IllegalStateException("a row without a failure has a period");
    }
    builder.addObservation(indicator, region, period, value, actual);
    lines.add(rowCount++, line());
  }

  private void refuse(ObservationStatus given) {
    String letter = given.letter() + " (" + given.english() + ")";
    if (given.isMissing()) {
      String got = letter + " with a value";
      fail(Kind.STATUS_MISMATCH, Column.OBS_STATUS, got, "no value with this status");
    } else {
      String got = letter + " without a value";
      fail(Kind.STATUS_MISMATCH, Column.OBS_STATUS, got, "a value with this status");
    }
  }

  @Override
  void clear() {
    value = Double.NaN;
    status = null;
  }

  LineNumbers lines() {
    return lines;
  }
}
