package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.maaltall.core.published.CheckedFigure.Reason;

/** The check of one figure, or of one claim, by itself. */
final class SingleCheck {
  private static final MathContext ALMOST_ALL_DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);
  private static final int LEAST_DIGITS = 12;
  private static final long EFFORT = 200_000;

  private final String id;
  private final String name;
  private final ImmutableMap<String, Rounded> inputs;

  SingleCheck(String id, String name, ImmutableMap<String, Rounded> inputs) {
    this.id = id;
    this.name = name;
    this.inputs = inputs;
  }

  CheckedFigure figure(Expression expression, Optional<Rounded> printed) {
    Interval[] box = box(expression);
    BigDecimal[] values = values(expression);
    RangeSearch search = new RangeSearch(expression);
    Interval range = search.range(box);
    Optional<BigDecimal> computed = byHand(expression, values);
    Reason reason =
        printed
            .map(p -> reason(search, box, values, range, computed, p))
            .orElse(range.isEmpty() ? Reason.NOT_DEFINED : Reason.NOT_PRINTED);
    boolean known = !range.isEmpty();
    return new CheckedFigure(
        id,
        name,
        expression.toString(),
        inputs,
        printed,
        status(reason),
        reason,
        computed,
        known ? Optional.of(range) : Optional.empty(),
        known ? printed.flatMap(p -> nearest(search, box, range, reason, p)) : Optional.empty(),
        ImmutableList.of());
  }

  private static Optional<BigDecimal> nearest(
      RangeSearch search, Interval[] box, Interval range, Reason reason, Rounded printed) {
    return reason == Reason.OUT_OF_REACH
        ? search.nearest(box, range, printed)
        : Optional.of(range.nearest(printed.value()));
  }

  private static CheckStatus status(Reason reason) {
    return switch (reason) {
      case FOLLOWS -> CheckStatus.EXACT;
      case WITHIN_ROUNDING -> CheckStatus.CONSISTENT;
      case OUT_OF_REACH, NOT_TOGETHER -> CheckStatus.CONTRADICTION;
      case NOT_PRINTED -> CheckStatus.IMPLIED;
      case NOT_DEFINED, NOT_FOUND -> CheckStatus.UNDECIDED;
    };
  }

  private static Reason reason(
      RangeSearch search,
      Interval[] box,
      BigDecimal[] values,
      Interval range,
      Optional<BigDecimal> computed,
      Rounded printed) {
    if (computed.isPresent() && printed.prints(computed.get())) {
      return Reason.FOLLOWS;
    }
    if (range.isEmpty()) {
      return Reason.NOT_DEFINED;
    }
    if (!range.intersects(printed.interval())) {
      return Reason.OUT_OF_REACH;
    }
    if (search.witness(box, values, printed.interval()).isPresent()) {
      return Reason.WITHIN_ROUNDING;
    }
    if (search.isOutOfReach(box, printed.interval())) {
      return Reason.OUT_OF_REACH;
    }
    return computed.isPresent() ? Reason.NOT_FOUND : Reason.NOT_DEFINED;
  }

  private Interval[] box(Expression expression) {
    return expression.names().stream().map(n -> number(n).interval()).toArray(Interval[]::new);
  }

  private BigDecimal[] values(Expression expression) {
    return expression.names().stream().map(n -> number(n).value()).toArray(BigDecimal[]::new);
  }

  private Rounded number(String input) {
    Rounded number = inputs.get(input);
    if (number == null) {
      throw new IllegalStateException("no input " + input);
    }
    return number;
  }

  /** What a person gets who computes with the printed numbers. */
  private static Optional<BigDecimal> byHand(Expression expression, BigDecimal[] values) {
    Interval[] points = new Interval[values.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = Interval.point(values[i]);
    }
    Interval result = Evaluation.byHand(expression, points);
    if (result.isEmpty() || result.lo == null || result.hi == null) {
      return Optional.empty();
    }
    return Optional.of(fewestDigits(result.lo, result.hi));
  }

  /** The number between the two ends with the fewest digits, so that 2.4999... 9 is a tie again. */
  private static BigDecimal fewestDigits(BigDecimal low, BigDecimal high) {
    BigDecimal middle = low.add(high).multiply(new BigDecimal("0.5"));
    for (int digits = LEAST_DIGITS; digits < ALMOST_ALL_DIGITS.getPrecision(); digits++) {
      BigDecimal shorter = middle.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shorter.compareTo(low) >= 0 && shorter.compareTo(high) <= 0) {
        return shorter;
      }
    }
    return middle.round(ALMOST_ALL_DIGITS);
  }

  CheckedFigure claim(Condition condition) {
    Reason reason = Reason.FOLLOWS;
    Condition.Comparison decisive = condition.comparisons().get(0);
    for (Condition.Comparison comparison : condition.comparisons()) {
      Expression difference = comparison.difference();
      Optional<BigDecimal> computed = byHand(difference, values(difference));
      if (computed.isEmpty()) {
        decisive = comparison;
        reason = Reason.NOT_DEFINED;
        break;
      }
      if (!comparison.target().contains(computed.get())) {
        decisive = comparison;
        reason = unfulfilled(condition);
        break;
      }
    }
    if (reason == Reason.OUT_OF_REACH) {
      decisive = outOfReach(condition).orElse(decisive);
    }
    return claim(condition, decisive, reason);
  }

  private CheckedFigure claim(Condition condition, Condition.Comparison decisive, Reason reason) {
    Expression difference = decisive.difference();
    Interval range = new RangeSearch(difference).range(box(difference));
    return new CheckedFigure(
        id,
        name,
        condition.toString(),
        inputs,
        Optional.empty(),
        status(reason),
        reason,
        byHand(difference, values(difference)),
        range.isEmpty() ? Optional.empty() : Optional.of(range),
        Optional.empty(),
        ImmutableList.of());
  }

  private Optional<Condition.Comparison> outOfReach(Condition condition) {
    return condition.comparisons().stream().filter(c -> !isReachable(c)).findFirst();
  }

  private boolean isReachable(Condition.Comparison comparison) {
    Interval range = new RangeSearch(comparison.difference()).range(box(comparison.difference()));
    return range.intersects(comparison.target());
  }

  /** Whether unrounded numbers can make the condition true although the printed ones do not. */
  private Reason unfulfilled(Condition condition) {
    if (outOfReach(condition).isPresent() || isImpossible(condition)) {
      return Reason.OUT_OF_REACH;
    }
    return isWithinReach(condition) ? Reason.WITHIN_ROUNDING : Reason.NOT_FOUND;
  }

  private boolean isWithinReach(Condition condition) {
    if (condition.comparisons().size() > 1) {
      return ClaimWitness.exists(condition, inputs);
    }
    Condition.Comparison only = condition.comparisons().get(0);
    Expression difference = only.difference();
    return new RangeSearch(difference)
        .witness(box(difference), values(difference), only.target())
        .isPresent();
  }

  private boolean isImpossible(Condition condition) {
    List<String> names = condition.names().asList();
    List<Condition.Comparison> comparisons = condition.comparisons();
    Interval[] cells = new Interval[names.size() + comparisons.size()];
    for (int i = 0; i < names.size(); i++) {
      cells[i] = number(names.get(i)).interval();
    }
    ImmutableList.Builder<JointSystem.Row> rows = ImmutableList.builder();
    for (int i = 0; i < comparisons.size(); i++) {
      int result = names.size() + i;
      cells[result] = comparisons.get(i).target();
      Expression difference = comparisons.get(i).difference();
      ImmutableIntArray own =
          ImmutableIntArray.copyOf(difference.names().stream().mapToInt(names::indexOf));
      rows.add(new JointSystem.Row(difference, own, result));
    }
    JointSystem system = new JointSystem(cells, rows.build(), EFFORT);
    return system.isImpossible(IntStream.range(0, comparisons.size()).boxed().toList());
  }
}
