package no.maaltall.core.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Narrows what each name can be, given what the result must be: forward through the steps, then
 * back (HC4: Benhamou, Goualard, Granvilliers and Puget, "Revising hull and box consistency",
 * 1999). No number that gives the result is lost.
 */
final class Contraction {
  private static final Interval ONE = Interval.point(BigDecimal.ONE);

  private final List<Step> steps;
  private final Interval[] values;
  private final Interval[] box;

  private Contraction(Expression expression, Interval[] box) {
    this.steps = expression.steps();
    this.values = Evaluation.forward(expression, box, true);
    this.box = box;
  }

  /**
   * Narrows the box, and returns what the result can be in it; empty when nothing in the box gives
   * the result.
   */
  static Interval narrow(Expression expression, Interval[] box, Interval target) {
    return new Contraction(expression, box).narrowTo(target);
  }

  private Interval narrowTo(Interval target) {
    int last = values.length - 1;
    values[last] = values[last].intersection(target);
    for (int i = last; i >= 0; i--) {
      if (values[i].isEmpty() || !back(i)) {
        return Interval.EMPTY;
      }
    }
    return values[last];
  }

  /** What the result can be in the target, after what that says of the steps on the way. */
  static Interval reachable(Expression expression, Interval[] box, Interval target) {
    Interval[] inside = box.clone();
    Contraction contraction = new Contraction(expression, inside);
    if (contraction.narrowTo(target).isEmpty()) {
      return Interval.EMPTY;
    }
    Interval[] values = contraction.values;
    for (int i = 0; i < values.length; i++) {
      Step step = contraction.steps.get(i);
      values[i] = values[i].intersection(Evaluation.value(step, values, inside, true));
    }
    return values[values.length - 1];
  }

  private boolean back(int at) {
    Step step = steps.get(at);
    if (step.operation() == Step.Operation.NAME) {
      box[step.left()] = box[step.left()].intersection(values[at]);
      return !box[step.left()].isEmpty();
    }
    if (step.operation() == Step.Operation.CONSTANT) {
      return true;
    }
    if (step.operation() == Step.Operation.ROUND) {
      values[at] = multiples(values[at], step.right());
      if (values[at].isEmpty()) {
        return false;
      }
    }
    Interval x = values[step.left()];
    Interval y = step.operation().isBinary() ? values[step.right()] : x;
    Interval z = values[at];
    switch (step.operation()) {
      case NEGATE -> keep(step.left(), IntervalMath.negate(z));
      case ADD -> {
        Interval wide = withNoiseOfSum(z, x, y);
        keep(step.left(), IntervalMath.subtract(wide, y));
        keep(step.right(), IntervalMath.subtract(wide, values[step.left()]));
      }
      case SUBTRACT -> {
        Interval wide = withNoiseOfSum(z, x, y);
        keep(step.left(), IntervalMath.add(wide, y));
        keep(step.right(), IntervalMath.subtract(values[step.left()], wide));
      }
      case MULTIPLY -> {
        Interval wide = IntervalMath.blurred(z, IntervalMath.size(z));
        keepQuotient(step.left(), wide, y);
        keepQuotient(step.right(), wide, values[step.left()]);
      }
      case DIVIDE -> {
        Interval wide = IntervalMath.blurred(z, IntervalMath.size(z));
        keep(step.left(), IntervalMath.multiply(wide, y));
        keepQuotient(step.right(), values[step.left()], wide);
      }
      case POWER -> backPower(step, x, y, z);
      case MINIMUM -> {
        backMaximum(step.left(), negated(step.right()), IntervalMath.negate(z), true);
        backMaximum(step.right(), negated(step.left()), IntervalMath.negate(z), true);
      }
      case MAXIMUM -> {
        backMaximum(step.left(), values[step.right()], z, false);
        backMaximum(step.right(), values[step.left()], z, false);
      }
      case ABSOLUTE -> keep(step.left(), z.hull(IntervalMath.negate(z)));
      case ROUND -> keep(step.left(), roundedTo(z, step.right()));
      default -> throw new IllegalStateException("no operands: " + step.operation());
    }
    return !values[step.left()].isEmpty()
        && (!step.operation().isBinary() || !values[step.right()].isEmpty());
  }

  private void keep(int step, Interval allowed) {
    values[step] = values[step].intersection(allowed);
  }

  /** Where the divisor and the product can both be 0, the other factor can be anything. */
  private void keepQuotient(int step, Interval product, Interval factor) {
    if (!factor.isEmpty()
        && !(factor.contains(BigDecimal.ZERO) && product.contains(BigDecimal.ZERO))) {
      keep(step, IntervalMath.divide(product, factor));
    }
  }

  private static Interval withNoiseOfSum(Interval sum, Interval x, Interval y) {
    return IntervalMath.blurred(sum, IntervalMath.size(x).max(IntervalMath.size(y)));
  }

  private void backPower(Step step, Interval x, Interval y, Interval z) {
    boolean invertible =
        x.lo != null && x.lo.signum() >= 0 && y.isPoint() && !y.contains(BigDecimal.ZERO);
    if (invertible) {
      Interval wide = IntervalMath.blurred(z, IntervalMath.size(z));
      // A root is computed in doubles, whose error the interval holds; but ends that were
      // excluded may then be reached.
      keep(step.left(), IntervalMath.power(wide, IntervalMath.divide(ONE, y)).hull(wide(x, z)));
    }
  }

  /** Nothing, unless the result is 0 or without end, where a root says little. */
  private static Interval wide(Interval x, Interval z) {
    boolean plain = z.lo != null && z.lo.signum() > 0 && z.hi != null;
    return plain ? Interval.EMPTY : x;
  }

  private Interval negated(int step) {
    return IntervalMath.negate(values[step]);
  }

  private void backMaximum(int step, Interval other, Interval maximum, boolean negate) {
    Interval allowed = new Interval(null, false, maximum.hi, maximum.hiIn);
    boolean hidden = maximum.lo != null && other.isBelow(maximum.lo);
    Interval kept = hidden ? maximum : allowed;
    keep(step, negate ? IntervalMath.negate(kept) : kept);
  }

  /** From the first to the last number of so many decimals in an interval; empty without any. */
  private static Interval multiples(Interval z, int decimals) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal lo = z.lo == null ? null : z.lo.setScale(decimals, RoundingMode.CEILING);
    BigDecimal hi = z.hi == null ? null : z.hi.setScale(decimals, RoundingMode.FLOOR);
    if (lo != null && !z.loIn && lo.compareTo(z.lo) == 0) {
      lo = lo.add(unit);
    }
    if (hi != null && !z.hiIn && hi.compareTo(z.hi) == 0) {
      hi = hi.subtract(unit);
    }
    boolean none = lo != null && hi != null && lo.compareTo(hi) > 0;
    return none ? Interval.EMPTY : new Interval(lo, lo != null, hi, hi != null);
  }

  private static Interval roundedTo(Interval z, int decimals) {
    BigDecimal half = new BigDecimal("0.5").movePointLeft(decimals);
    return new Interval(
        z.lo == null ? null : z.lo.subtract(half),
        true,
        z.hi == null ? null : z.hi.add(half),
        true);
  }
}
