package no.maaltall.core.published;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for unrounded numbers that make a claim true. */
final class ClaimWitness {
  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final int PASSES = 20;

  private ClaimWitness() {}

  /**
   * Whether numbers were found: spread as the claim orders them, when it orders them in a chain,
   * and otherwise moved a little the way that each comparison wants, again and again.
   */
  static boolean exists(Condition condition, ImmutableMap<String, Rounded> inputs) {
    Map<String, BigDecimal> point = new HashMap<>();
    inputs.forEach((name, number) -> point.put(name, middle(number.interval(), number.value())));
    for (int pass = 0; pass < PASSES; pass++) {
      boolean all = true;
      for (Condition.Comparison comparison : condition.comparisons()) {
        if (!holds(comparison, point)) {
          all = false;
          push(comparison, inputs, point);
        }
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal middle(Interval interval, BigDecimal otherwise) {
    return interval.lo == null || interval.hi == null
        ? otherwise
        : interval.lo.add(interval.hi).multiply(new BigDecimal("0.5"), DIGITS);
  }

  private static boolean holds(Condition.Comparison comparison, Map<String, BigDecimal> point) {
    Interval value = at(comparison.difference(), point);
    return !value.isEmpty() && comparison.target().contains(value);
  }

  private static Interval at(Expression difference, Map<String, BigDecimal> point) {
    Interval[] points = new Interval[difference.names().size()];
    int i = 0;
    for (String name : difference.names()) {
      points[i++] = Interval.point(point.getOrDefault(name, BigDecimal.ZERO));
    }
    return Evaluation.byHand(difference, points);
  }

  /** Moves each number a third of the way to the end where the comparison is more nearly true. */
  private static void push(
      Condition.Comparison comparison,
      ImmutableMap<String, Rounded> inputs,
      Map<String, BigDecimal> point) {
    Expression difference = comparison.difference();
    List<String> names = difference.names().asList();
    Interval[] box = new Interval[names.size()];
    for (int i = 0; i < box.length; i++) {
      box[i] = interval(inputs, names.get(i));
    }
    Interval[] slopes = Evaluation.slopes(difference, box);
    Interval target = comparison.target();
    boolean down =
        target.lo == null || (target.hi != null && at(difference, point).isAbove(target.hi));
    for (int i = 0; i < box.length; i++) {
      boolean rises = slopes[i].lo != null && slopes[i].lo.signum() >= 0;
      BigDecimal end = rises == down ? box[i].lo : box[i].hi;
      BigDecimal at = point.getOrDefault(names.get(i), BigDecimal.ZERO);
      if (end != null) {
        BigDecimal step = end.subtract(at).divide(BigDecimal.valueOf(3), DIGITS);
        point.put(names.get(i), at.add(step));
      }
    }
  }

  private static Interval interval(ImmutableMap<String, Rounded> inputs, String name) {
    Rounded number = inputs.get(name);
    return number == null ? Interval.ALL : number.interval();
  }
}
