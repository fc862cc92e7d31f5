package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/**
 * The change on an earlier period: {@code x_t − x_{t−k}}.
 *
 * <p>Unit: that of a difference, so percentage points for percent. The period {@code t−k} is k
 * periods earlier in the calendar, whether or not the series has the periods between. Missing when
 * either value is.
 */
public final class Change extends TwoPointMeasure {
  private final int periods;

  private Change(int periods) {
    this.periods = requirePositive("periods back", periods);
  }

  /** {@return the change on the previous period, with id {@code change}} */
  public static Change onPrevious() {
    return new Change(1);
  }

  /**
   * {@return the change over a number of periods, with id {@code change_K}}
   *
   * @param periods how many periods back, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Change over(int periods) {
    return new Change(periods);
  }

  /**
   * The formula: {@code current − base}.
   *
   * @param current x_t, or NaN
   * @param base x_{t−k}, or NaN
   * @return the change; NaN when either is missing, or the result too large for a double
   */
  public static double value(double current, double base) {
    double change = current - base;
    return Results.finite(change);
  }

  @Override
  public String id() {
    return periods == 1 ? "change" : "change_" + periods;
  }

  @Override
  public String name(Locale locale) {
    if (isEnglish(locale)) {
      return periods == 1 ? "change" : "change over " + periods + " periods";
    }
    return periods == 1 ? "endring" : "endring siste " + periods + " perioder";
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
    return "{x} − {b}";
  }
}
