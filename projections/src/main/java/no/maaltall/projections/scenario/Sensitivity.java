package no.maaltall.projections.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * One assumption at a time: what comes out when it is low and when it is high, and the others are
 * as expected.
 *
 * <pre>{@code
 * Sensitivity.of(
 *         Sensitivity.assumption("dekning", 20, 22, 24),
 *         Sensitivity.assumption("80+", 10_800, 11_364, 12_000))
 *     .tornado(a -> a.get("dekning") / 100 * a.get("80+"));
 * }</pre>
 */
public final class Sensitivity {
  /**
   * An assumption and its range.
   *
   * @param name its name
   * @param low the low value
   * @param expected the expected value
   * @param high the high value
   */
  public record Assumption(String name, double low, double expected, double high) {
    /**
     * Checks the order.
     *
     * @param name as above
     * @param low as above
     * @param expected as above
     * @param high as above
     * @throws IllegalArgumentException if low, expected and high are not finite and in order
     */
    public Assumption {
      if (name.isBlank()
          || !(low <= expected && expected <= high && high - low <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "assumption \""
                + name
                + "\" must go from low to high, got "
                + low
                + ", "
                + expected
                + ", "
                + high);
      }
    }
  }

  /**
   * A bar of a tornado chart.
   *
   * @param assumption what was changed
   * @param atLow the result when it is low
   * @param expected the result when all is as expected
   * @param atHigh the result when it is high
   */
  public record Bar(Assumption assumption, double atLow, double expected, double atHigh) {
    /** {@return how far the result goes: {@code max − min} of the three; never negative} */
    public double swing() {
      return Math.max(expected, Math.max(atLow, atHigh))
          - Math.min(expected, Math.min(atLow, atHigh));
    }
  }

  private final ImmutableList<Assumption> assumptions;

  private Sensitivity(ImmutableList<Assumption> assumptions) {
    this.assumptions = assumptions;
    Set<String> names = new HashSet<>();
    for (Assumption a : assumptions) {
      if (!names.add(a.name())) {
        throw new IllegalArgumentException("assumption \"" + a.name() + "\" is given twice");
      }
    }
  }

  /**
   * {@return an assumption and its range}
   *
   * @param name its name
   * @param low the low value
   * @param expected the expected value
   * @param high the high value
   * @throws IllegalArgumentException if they are not in order
   */
  public static Assumption assumption(String name, double low, double expected, double high) {
    return new Assumption(name, low, expected, high);
  }

  /**
   * {@return the sensitivity to some assumptions}
   *
   * @param assumptions with distinct names
   * @throws IllegalArgumentException if two have the same name
   */
  public static Sensitivity of(Assumption... assumptions) {
    return new Sensitivity(ImmutableList.copyOf(assumptions));
  }

  /** {@return all assumptions as expected, by name} */
  public ImmutableMap<String, Double> expected() {
    return values("", 0);
  }

  private ImmutableMap<String, Double> values(String changed, double value) {
    ImmutableMap.Builder<String, Double> values = ImmutableMap.builder();
    for (Assumption a : assumptions) {
      values.put(a.name(), a.name().equals(changed) ? value : a.expected());
    }
    return values.buildOrThrow();
  }

  /**
   * {@return the data of a tornado chart: a bar per assumption, the widest first; of equal width in
   * the order given}
   *
   * @param model the result that follows from all assumptions, by name
   */
  public ImmutableList<Bar> tornado(ToDoubleFunction<ImmutableMap<String, Double>> model) {
    double middle = model.applyAsDouble(expected());
    List<Bar> bars = new ArrayList<>();
    for (Assumption a : assumptions) {
      bars.add(
          new Bar(
              a,
              model.applyAsDouble(values(a.name(), a.low())),
              middle,
              model.applyAsDouble(values(a.name(), a.high()))));
    }
    bars.sort(Comparator.comparingDouble(Bar::swing).reversed());
    return ImmutableList.copyOf(bars);
  }
}
