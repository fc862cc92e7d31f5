package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/**
 * How a series moves over years, in its own unit.
 *
 * <pre>{@code
 * Trend.meanAnnualChange(3).of(leaders).text();   // "−1,7 prosentpoeng"
 * }</pre>
 *
 * <p>Municipal documents print {@link #meanAnnualChange} over three years as "årlig trend siste 3
 * år (snitt pr. år)", and {@link #totalChange} as "trend siste 3 år"; both are missing when either
 * end is, as the documents print "-". {@link #leastSquaresSlope} and {@link #theilSenSlope} use
 * every value in between and need no particular one.
 */
public final class Trend {
  private Trend() {}

  /**
   * {@return the mean annual change over a number of years: {@code (x_T − x_{T−n}) / n}, with id
   * {@code mean_annual_change_N}}
   *
   * <p>Unit: that of a difference. Missing when either end is.
   *
   * @param years n, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Measure meanAnnualChange(int years) {
    return new MeanAnnualChange(years);
  }

  /**
   * {@return the total change over a number of years: {@code x_T − x_{T−n}}, with id {@code
   * total_change_N}}
   *
   * <p>Unit: that of a difference. Missing when either end is.
   *
   * @param years n, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Measure totalChange(int years) {
    return new TotalChange(years);
  }

  /**
   * {@return the slope of the least-squares line through all values up to the period, per year,
   * with id {@code least_squares_slope}}
   *
   * <p>{@code Σ (t − t̄) x / Σ (t − t̄)²} over the periods that have a value, t in years. Unit:
   * that of a difference. Periods without a value are left out, with caveat {@code UNEVEN_PERIODS};
   * missing with fewer than two values. Computed with whole weights, so that the slope of whole
   * numbers is rounded once.
   */
  public static Measure leastSquaresSlope() {
    return new LeastSquaresSlope(0);
  }

  /**
   * {@return the slope of the least-squares line over the last years, as {@link
   * #leastSquaresSlope()} but from n years before the period; id {@code least_squares_slope_N}}
   *
   * @param years n, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Measure leastSquaresSlope(int years) {
    return new LeastSquaresSlope(Measure.requirePositive("years", years));
  }

  /**
   * {@return the Theil–Sen slope through all values up to the period, per year, with id {@code
   * theil_sen_slope}}
   *
   * <p>The median of {@code (x_j − x_i) / (t_j − t_i)} over all pairs of values, t in years; of an
   * even number of pairs the mean of the two in the middle. One wild value in a handful does not
   * move it. Unit: that of a difference. Missing with fewer than two values. Source: Sen (1968),
   * Estimates of the regression coefficient based on Kendall's tau, JASA 63.
   *
   * <p>Its methods throw {@link IllegalArgumentException} for more than 4 000 values, which would
   * make 8 million pairs.
   */
  public static Measure theilSenSlope() {
    return new TheilSenSlope(0);
  }

  /**
   * {@return the Theil–Sen slope over the last years, as {@link #theilSenSlope()} but from n years
   * before the period; id {@code theil_sen_slope_N}}
   *
   * @param years n, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Measure theilSenSlope(int years) {
    return new TheilSenSlope(Measure.requirePositive("years", years));
  }

  /**
   * The formula of {@link #meanAnnualChange(int)}: {@code (current − base) / years}.
   *
   * @param current x_T, or NaN
   * @param base x_{T−n}, or NaN
   * @param years n, not 0
   * @return the mean annual change; NaN when either is missing or the result too large for a double
   */
  public static double meanAnnualChange(double current, double base, double years) {
    double change = (current - base) / years;
    return Results.finite(change);
  }

  /** (x_T − x_{T−n}) / n. */
  static final class MeanAnnualChange extends TwoPointMeasure {
    private final int years;

    MeanAnnualChange(int years) {
      this.years = requirePositive("years", years);
    }

    @Override
    public String id() {
      return "mean_annual_change_" + years;
    }

    @Override
    public String name(Locale locale) {
      return isEnglish(locale)
          ? "mean annual change over " + years + (years == 1 ? " year" : " years")
          : "årlig trend siste " + years + " år (snitt per år)";
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
      return Lags.yearsBack(frequency, ordinal, years);
    }

    @Override
    double formula(Series series, double current, double base, double distance) {
      return meanAnnualChange(current, base, years);
    }

    @Override
    void column(double[] x, double[] base, double distance, double[] out, int from, int to) {
      double n = years;
      for (int k = from; k < to; k++) {
        out[k] = meanAnnualChange(x[k], base[k], n);
      }
    }

    @Override
    String formulaText() {
      return "({x} − {b}) / {n}";
    }
  }

  /** x_T − x_{T−n}. */
  static final class TotalChange extends TwoPointMeasure {
    private final int years;

    TotalChange(int years) {
      this.years = requirePositive("years", years);
    }

    @Override
    public String id() {
      return "total_change_" + years;
    }

    @Override
    public String name(Locale locale) {
      return isEnglish(locale)
          ? "total change over " + years + (years == 1 ? " year" : " years")
          : "samlet endring siste " + years + " år";
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
      return Lags.yearsBack(frequency, ordinal, years);
    }

    @Override
    double formula(Series series, double current, double base, double distance) {
      return Change.value(current, base);
    }

    @Override
    void column(double[] x, double[] base, double distance, double[] out, int from, int to) {
      for (int k = from; k < to; k++) {
        out[k] = Change.value(x[k], base[k]);
      }
    }

    @Override
    String formulaText() {
      return "{x} − {b}";
    }
  }
}
