package no.maaltall.core.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

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
  int baseOrdinal(Series series, int ordinal) {
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

  private OptionalDouble targetOf(Series series) {
    return target.isPresent() ? target : series.indicator().target();
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
