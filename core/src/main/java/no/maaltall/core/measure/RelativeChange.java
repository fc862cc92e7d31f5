package no.maaltall.core.measure;

import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/**
 * The change on an earlier period in percent: {@code 100 · (x_t − x_{t−k}) / x_{t−k}}.
 *
 * <p>Unit: percent, whatever the unit of the indicator; printed with one decimal. The period {@code
 * t−k} is k periods earlier in the calendar. Missing when either value is, and when the base is
 * zero (caveat {@code ZERO_BASE}). With a negative base the formula is computed as it stands, so a
 * negative amount that grows in size has a positive change; caveat {@code NEGATIVE_BASE}.
 */
public final class RelativeChange extends TwoPointMeasure {
  private final int periods;

  private RelativeChange(int periods) {
    this.periods = requirePositive("periods back", periods);
  }

  /** {@return the change on the previous period in percent, with id {@code relative_change}} */
  public static RelativeChange onPrevious() {
    return new RelativeChange(1);
  }

  /**
   * {@return the change over a number of periods in percent, with id {@code relative_change_K}}
   *
   * @param periods how many periods back, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static RelativeChange over(int periods) {
    return new RelativeChange(periods);
  }

  /**
   * The formula: {@code 100 · (current − base) / base}.
   *
   * @param current x_t, or NaN
   * @param base x_{t−k}, or NaN
   * @return the change in percent; NaN when either is missing, the base is 0, or the result too
   *     large for a double
   */
  public static double value(double current, double base) {
    double change = 100 * (current - base) / base;
    return Results.finite(change);
  }

  @Override
  public String id() {
    return periods == 1 ? "relative_change" : "relative_change_" + periods;
  }

  @Override
  public String name(Locale locale) {
    if (isEnglish(locale)) {
      return periods == 1 ? "change in percent" : "change in percent over " + periods + " periods";
    }
    return periods == 1 ? "endring i prosent" : "endring i prosent siste " + periods + " perioder";
  }

  @Override
  public Unit unit(Indicator indicator) {
    return indicator.unit().ofRelativeChange();
  }

  @Override
  public int decimals(Indicator indicator) {
    return 1;
  }

  @Override
  int baseOrdinal(Frequency frequency, int ordinal) {
    return Lags.back(frequency, ordinal, periods);
  }

  @Override
  double formula(Series series, double current, double base, double years) {
    return value(current, base);
  }

  @Override
  void column(double[] x, double[] base, double years, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = value(x[k], base[k]);
    }
  }

  @Override
  String formulaText() {
    return "100 · ({x} − {b}) / {b}";
  }

  @Override
  Optional<Caveat.Kind> warning(Series series, double current, double base) {
    return Bases.warning(base);
  }
}
