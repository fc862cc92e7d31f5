package no.maaltall.core.io;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.io.TableProblem.Kind;

/** Reads indicators.csv. What they say of each other is looked at when all are read. */
final class IndicatorHandler extends TextRowHandler {
  private final DistinctRows<Indicator> rows;
  private final Set<String> failedIds = new HashSet<>();

  IndicatorHandler(Problems problems) {
    super(TableFile.INDICATORS, problems);
    rows = new DistinctRows<>(this, Kind.DUPLICATE_INDICATOR, Column.INDICATOR);
  }

  @Override
  void row() {
    String id = requiredText(Column.INDICATOR, "the id of an indicator");
    Indicator.Builder builder = Indicator.builder().id(id);
    builder.name(text(Column.NAME).isEmpty() ? id : text(Column.NAME));
    unit(builder);
    direction(builder);
    decimals(builder);
    given(Column.AREA).ifPresent(builder::area);
    given(Column.SOURCE).ifPresent(builder::source);
    given(Column.PRICE_BASE).ifPresent(builder::priceBase);
    given(Column.PARENT).ifPresent(builder::parent);
    number(Column.TARGET).ifPresent(builder::target);
    ratio(builder);
    if (!hasFailed()) {
      rows.add(id, builder.build());
    }
  }

  @Override
  void refused() {
    failedIds.add(text(Column.INDICATOR));
  }

  private Optional<String> given(Column column) {
    String text = text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private void unit(Indicator.Builder builder) {
    String text = text(Column.UNIT_MEASURE);
    try {
      builder.unit(Unit.parse(text));
    } catch (InvalidNotationException e) {
      fail(Kind.INVALID_UNIT, Column.UNIT_MEASURE, text, e.allowed(), e);
    }
  }

  private void direction(Indicator.Builder builder) {
    String text = text(Column.DIRECTION);
    if (!text.isEmpty()) {
      try {
        builder.direction(Direction.parse(text));
      } catch (InvalidNotationException e) {
        fail(Kind.INVALID_DIRECTION, Column.DIRECTION, text, e.allowed(), e);
      }
    }
  }

  private void decimals(Indicator.Builder builder) {
    String text = text(Column.DECIMALS);
    if (text.isEmpty()) {
      return;
    }
    boolean digits = text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && Integer.parseInt(text) <= Rounding.MAX_DECIMALS) {
      builder.decimals(Integer.parseInt(text));
    } else {
      String allowed = "a whole number, 0 to " + Rounding.MAX_DECIMALS;
      fail(Kind.INVALID_DECIMALS, Column.DECIMALS, text, allowed);
    }
  }

  private OptionalDouble number(Column column) {
    char[] text = text(column).toCharArray();
    if (text.length == 0) {
      return OptionalDouble.empty();
    }
    if (!DecimalText.isDecimal(text, 0, text.length)) {
      fail(Kind.INVALID_NUMBER, column, text(column), DecimalText.ALLOWED);
      return OptionalDouble.empty();
    }
    double value = DecimalText.parse(text, 0, text.length);
    if (!DecimalText.isInRange(value, text, 0, text.length)) {
      fail(Kind.NUMBER_OUT_OF_RANGE, column, text(column), DecimalText.RANGE);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  private void ratio(Indicator.Builder builder) {
    String numerator = text(Column.NUMERATOR);
    String denominator = text(Column.DENOMINATOR);
    boolean hasFactor = !text(Column.FACTOR).isEmpty();
    if (numerator.isEmpty() && denominator.isEmpty() && !hasFactor) {
      return;
    }
    OptionalDouble factor = number(Column.FACTOR);
    if (numerator.isBlank()) {
      refuseRatio(Column.NUMERATOR);
    } else if (denominator.isBlank()) {
      refuseRatio(Column.DENOMINATOR);
    } else if (factor.isPresent() && factor.getAsDouble() == 0) {
      String text = text(Column.FACTOR);
      fail(Kind.NUMBER_OUT_OF_RANGE, Column.FACTOR, text, "a number that is not 0");
    } else if (factor.isPresent() || !hasFactor) {
      builder.ratio(new RatioDefinition(numerator, denominator, factor.orElse(1)));
    }
  }

  private void refuseRatio(Column missing) {
    String got = "it has no " + missing;
    fail(Kind.INCOMPLETE_RATIO, missing, got, "both NUMERATOR and DENOMINATOR, or neither");
  }

  /** The indicators by id, in their order. */
  Map<String, Indicator> indicators() {
    Map<String, Indicator> byId = new LinkedHashMap<>();
    rows.kept().forEach(i -> byId.put(i.id(), i));
    return byId;
  }

  /** The ids of rows that failed or contradict each other, where no row with that id was kept. */
  Set<String> failedIds() {
    Set<String> failed = new HashSet<>(failedIds);
    failed.addAll(rows.contradictedKeys());
    rows.kept().forEach(i -> failed.remove(i.id()));
    return failed;
  }

  long line(String id) {
    return rows.line(id);
  }
}
