package no.maaltall.core.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;

/**
 * How far a value is from a target: {@code x_t − target}.
 *
 * <p>Unit: that of a difference. Missing when the value is, or when there is no target. Whether the
 * target is met is asked of {@link no.maaltall.core.indicator.Direction#meets}, with the unrounded
 * value.
 */
public final class TargetDistance extends TwoPointMeasure {
  private final OptionalDouble target;

  private TargetDistance(OptionalDouble target) {
    this.target = target;
  }

  /** {@return the distance from the indicator's own target; id {@code distance_to_target}} */
  public static TargetDistance ofIndicator() {
    return new TargetDistance(OptionalDouble.empty());
  }

  /**
   * {@return the distance from a target; id {@code distance_to_target:VALUE}}
   *
   * @param target the target, finite
   * @throws IllegalArgumentException if it is not finite
   */
  public static TargetDistance from(double target) {
    if (!Double.isFinite(target)) {
      throw new IllegalArgumentException("a target is finite, got " + target);
    }
    return new TargetDistance(OptionalDouble.of(target));
  }

  @Override
  public String id() {
    return target.isPresent()
        ? "distance_to_target:" + Rounding.shortest(target.getAsDouble())
        : "distance_to_target";
  }

  @Override
  public String name(Locale locale) {
    return isEnglish(locale) ? "distance to target" : "avstand til målet";
  }

  @Override
  public Unit unit(Indicator indicator) {
    return indicator.unit().ofDifference();
  }

  @Override
  public int decimals(Indicator indicator) {
    return indicator.decimals();
  }

  @Override
  int baseOrdinal(Frequency frequency, int ordinal) {
    return ordinal;
  }

  @Override
  boolean comparesWithBase() {
    return false;
  }

  @Override
  double formula(Series series, double current, double base, double years) {
    return Change.value(current, targetOf(series).orElse(Double.NaN));
  }

  @Override
  void column(double[] x, double[] base, double years, double[] out, int from, int to) {
    throw new IllegalStateException("each indicator has its own target");
  }

  @Override
  Kernel kernel(Panel panel) {
    double[][] columns = panel.columnsUnsafe();
    int regions = panel.regions().size();
    double[] targets =
        panel.indicators().stream().mapToDouble(i -> targetOf(i).orElse(Double.NaN)).toArray();
    return (first, last, out, from, to, scratch) -> {
      for (int at = from; at < to; ) {
        int i = at / regions;
        int end = Math.min(to, (i + 1) * regions);
        for (int p = first; p < last; p++) {
          column(columns[p], targets[i], out[p - first], at, end);
        }
        at = end;
      }
    };
  }

  private static void column(double[] x, double target, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = Change.value(x[k], target);
    }
  }

  private OptionalDouble targetOf(Series series) {
    return targetOf(series.indicator());
  }

  private OptionalDouble targetOf(Indicator indicator) {
    return target.isPresent() ? target : indicator.target();
  }

  @Override
  List<Operand> constants(Series series) {
    Indicator indicator = series.indicator();
    OptionalDouble to = targetOf(series);
    return to.isPresent()
        ? List.of(Operand.constant("m", to.getAsDouble(), indicator.unit(), indicator.decimals()))
        : List.of();
  }

  @Override
  String formulaText() {
    return "{x} − {m}";
  }

  @Override
  Optional<Caveat.Kind> warning(Series series, double current, double base) {
    return targetOf(series).isPresent() ? Optional.empty() : Optional.of(Caveat.Kind.NO_TARGET);
  }
}
