package no.maaltall.core.published;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** An expression over a box: what each step can be, and how the result moves with each name. */
final class Evaluation {
  private static final Interval ONE = Interval.point(BigDecimal.ONE);
  private static final Interval ZERO = Interval.point(BigDecimal.ZERO);
  private static final Interval ANY_SIGN = Interval.closed(BigDecimal.ONE.negate(), BigDecimal.ONE);
  private static final Interval NOT_NEGATIVE = new Interval(BigDecimal.ZERO, true, null, false);
  private static final Interval FROM_ZERO_TO_ONE = Interval.closed(BigDecimal.ZERO, BigDecimal.ONE);

  private Evaluation() {}

  /** What the expression can be when each name, in order, is in its interval. */
  static Interval of(Expression expression, Interval[] box) {
    Interval[] steps = forward(expression, box, true);
    return steps[steps.length - 1];
  }

  /** The same by hand: without what binary arithmetic may be off by. */
  static Interval byHand(Expression expression, Interval[] box) {
    Interval[] steps = forward(expression, box, false);
    return steps[steps.length - 1];
  }

  static Interval[] forward(Expression expression, Interval[] box, boolean noise) {
    List<Step> steps = expression.steps();
    Interval[] values = new Interval[steps.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(steps.get(i), values, box, noise);
    }
    return values;
  }

  /** What a step can be, given what those before it can. */
  static Interval value(Step step, Interval[] values, Interval[] box, boolean noise) {
    if (step.operation() == Step.Operation.CONSTANT) {
      return Interval.point(step.constant());
    }
    if (step.operation() == Step.Operation.NAME) {
      return box[step.left()];
    }
    Interval left = values[step.left()];
    Interval right = step.operation().isBinary() ? values[step.right()] : left;
    if (left.isEmpty() || right.isEmpty()) {
      return Interval.EMPTY;
    }
    Interval result =
        switch (step.operation()) {
          case NEGATE -> IntervalMath.negate(left);
          case ADD -> IntervalMath.add(left, right);
          case SUBTRACT -> IntervalMath.subtract(left, right);
          case MULTIPLY -> IntervalMath.multiply(left, right);
          case DIVIDE -> IntervalMath.divide(left, right);
          case POWER -> IntervalMath.power(left, right);
          case MINIMUM -> IntervalMath.minimum(left, right);
          case MAXIMUM -> IntervalMath.maximum(left, right);
          case ABSOLUTE -> IntervalMath.absolute(left);
          case ROUND -> IntervalMath.round(left, step.right());
          default -> throw new IllegalStateException("no operands: " + step.operation());
        };
    return noise && !result.isEmpty() ? withNoise(step, left, right, result) : result;
  }

  private static Interval withNoise(Step step, Interval left, Interval right, Interval result) {
    return switch (step.operation()) {
      case ADD, SUBTRACT ->
          IntervalMath.withNoise(result, IntervalMath.size(left).max(IntervalMath.size(right)));
      case MULTIPLY, DIVIDE, POWER -> IntervalMath.withNoise(result, IntervalMath.size(result));
      default -> result;
    };
  }

  /** What the derivative by each name can be; a step that rounds or jumps counts as its slope. */
  static Interval[] slopes(Expression expression, Interval[] box) {
    List<Step> steps = expression.steps();
    Interval[] values = forward(expression, box, false);
    Interval[] slopes = new Interval[values.length];
    Arrays.fill(slopes, ZERO);
    slopes[slopes.length - 1] = ONE;
    Interval[] byName = new Interval[expression.names().size()];
    Arrays.fill(byName, ZERO);
    for (int i = slopes.length - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.operation() == Step.Operation.NAME) {
        byName[step.left()] = IntervalMath.add(byName[step.left()], slopes[i]);
      } else if (step.operation() != Step.Operation.CONSTANT) {
        pass(step, i, values, slopes);
      }
    }
    return byName;
  }

  private static void pass(Step step, int at, Interval[] values, Interval[] slopes) {
    Interval slope = slopes[at];
    Interval x = values[step.left()];
    Interval y = step.operation().isBinary() ? values[step.right()] : x;
    if (x.isEmpty() || y.isEmpty() || values[at].isEmpty()) {
      give(slopes, step.left(), Interval.ALL, slope);
      if (step.operation().isBinary()) {
        give(slopes, step.right(), Interval.ALL, slope);
      }
      return;
    }
    switch (step.operation()) {
      case NEGATE -> give(slopes, step.left(), IntervalMath.negate(ONE), slope);
      case ADD -> {
        give(slopes, step.left(), ONE, slope);
        give(slopes, step.right(), ONE, slope);
      }
      case SUBTRACT -> {
        give(slopes, step.left(), ONE, slope);
        give(slopes, step.right(), IntervalMath.negate(ONE), slope);
      }
      case MULTIPLY -> {
        give(slopes, step.left(), y, slope);
        give(slopes, step.right(), x, slope);
      }
      case DIVIDE -> {
        give(slopes, step.left(), IntervalMath.divide(ONE, y), slope);
        give(slopes, step.right(), IntervalMath.negate(IntervalMath.divide(values[at], y)), slope);
      }
      case POWER -> passPower(step, x, y, slope, slopes);
      case MINIMUM, MAXIMUM -> {
        give(slopes, step.left(), FROM_ZERO_TO_ONE, slope);
        give(slopes, step.right(), FROM_ZERO_TO_ONE, slope);
      }
      case ABSOLUTE -> give(slopes, step.left(), sign(x), slope);
      case ROUND -> give(slopes, step.left(), NOT_NEGATIVE, slope);
      default -> throw new IllegalStateException("no operands: " + step.operation());
    }
  }

  private static void passPower(
      Step step, Interval x, Interval y, Interval slope, Interval[] slopes) {
    Interval lower = IntervalMath.power(x, IntervalMath.subtract(y, ONE));
    boolean jumps =
        x.contains(BigDecimal.ZERO) && y.lo != null && y.lo.compareTo(BigDecimal.ONE) < 0;
    Interval byBase = lower.isEmpty() || jumps ? Interval.ALL : IntervalMath.multiply(y, lower);
    give(slopes, step.left(), byBase, slope);
    // A power moves with its exponent as the logarithm of its base says, and that has a sign.
    boolean above = x.lo != null && x.lo.compareTo(BigDecimal.ONE) >= 0;
    boolean below =
        x.hi != null && x.hi.compareTo(BigDecimal.ONE) <= 0 && x.lo != null && x.lo.signum() > 0;
    Interval byExponent = Interval.ALL;
    if (above) {
      byExponent = NOT_NEGATIVE;
    } else if (below) {
      byExponent = IntervalMath.negate(NOT_NEGATIVE);
    }
    give(slopes, step.right(), byExponent, slope);
  }

  private static Interval sign(Interval x) {
    if (x.lo != null && x.lo.signum() >= 0) {
      return ONE;
    }
    return x.hi != null && x.hi.signum() <= 0 ? IntervalMath.negate(ONE) : ANY_SIGN;
  }

  private static void give(Interval[] slopes, int step, Interval factor, Interval slope) {
    slopes[step] = IntervalMath.add(slopes[step], IntervalMath.multiply(factor, slope));
  }

  /** How often each name is used, a step that is used twice counting twice. */
  static int[] uses(Expression expression) {
    List<Step> steps = expression.steps();
    int[] uses = new int[steps.size()];
    uses[uses.length - 1] = 1;
    int[] byName = new int[expression.names().size()];
    for (int i = uses.length - 1; i >= 0; i--) {
      Step step = steps.get(i);
      // Two is as many as anyone asks for, and does not overflow.
      int count = Math.min(2, uses[i]);
      if (step.operation() == Step.Operation.NAME) {
        byName[step.left()] += count;
      } else if (step.operation() != Step.Operation.CONSTANT) {
        uses[step.left()] += count;
        if (step.operation().isBinary()) {
          uses[step.right()] += count;
        }
      }
    }
    return byName;
  }

  /** Whether the result moves without jumps wherever it is defined. */
  static boolean isContinuous(Expression expression) {
    return expression.steps().stream().noneMatch(s -> s.operation() == Step.Operation.ROUND);
  }
}
