package no.maaltall.core.io;

import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.io.TableProblem.Kind;

/** Reads breaks.csv. */
final class BreakHandler extends TextRowHandler {
  private final DataSet.Builder builder;
  private final IndicatorCodes indicators;
  private final RegionCodes regions;

  BreakHandler(
      DataSet.Builder builder, IndicatorCodes indicators, RegionCodes regions, Problems problems) {
    super(TableFile.BREAKS, problems);
    this.builder = builder;
    this.indicators = indicators;
    this.regions = regions;
  }

  @Override
  void row() {
    String indicator = text(Column.INDICATOR);
    if (!indicator.isEmpty()) {
      indicators.checkKnown(this, indicator);
    }
    String region = text(Column.REF_AREA);
    if (!region.isEmpty()) {
      regions.checkKnown(this, region);
    }
    try {
      Period from = Period.parse(text(Column.TIME_PERIOD));
      if (!hasFailed()) {
        builder.addBreak(
            new SeriesBreak(given(indicator), given(region), from, text(Column.REASON)));
      }
    } catch (InvalidNotationException e) {
      fail(Kind.INVALID_PERIOD, Column.TIME_PERIOD, e.text(), e.allowed(), e);
    }
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
