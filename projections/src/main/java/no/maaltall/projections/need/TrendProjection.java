package no.maaltall.projections.need;

import com.google.common.base.Ascii;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;

/**
 * A count carried on as it has gone: recipients, users, reports. With x the values by year, s the
 * first and T the last year with a value, m the number of steps between values and h years ahead:
 *
 * <ul>
 *   <li>{@link #meanAnnualChange()}: {@code x_T + h · d}, {@code d = (x_T − x_s) / (T − s)};
 *   <li>{@link #compoundGrowth()}: {@code x_T · (x_T / x_s)^(h / (T − s))};
 *   <li>{@link #arithmeticGrowth()}: {@code x_T · (1 + g)^h}, g the mean of the growth of each year
 *       on the year before;
 *   <li>{@link #leastSquares()}: the line of least squares;
 *   <li>{@link #damped(double)}: {@code x_T + d · (φ + φ² + ... + φ^h)}.
 * </ul>
 *
 * <p>Prediction intervals, with t from Student's distribution: for all but least squares the steps
 * are taken as independent around their mean, so the variance h years ahead is {@code σ² · (h + k²
 * / (T − s))} with m − 1 degrees of freedom (a random walk with drift; for growth on logarithms), k
 * being how many times the drift, which is estimated, is in the forecast: h, or {@code φ + φ² + ...
 * + φ^h} for {@link #damped(double)}, with φ taken as known; for least squares {@code s² · (1 + 1/n
 * + (t − t̄)² / Σ(t_i − t̄)²)} with n − 2. With too few values for that, the interval is missing
 * and the forecast is not. A count is never negative: what would be is 0, with a caveat. Source:
 * Hyndman, Athanasopoulos: Forecasting, third edition, sections 5.5 (drift), 7.6 (regression) and
 * 8.2 (damped trends, whose sum of powers is k).
 */
public final class TrendProjection {
  private static final int SHORT = 5;
  private static final int MOST_YEARS = 200;

  private enum Method {
    MEAN_ANNUAL_CHANGE,
    COMPOUND_GROWTH,
    ARITHMETIC_GROWTH,
    LEAST_SQUARES,
    DAMPED
  }

  private final Method method;
  private final double damping;

  private TrendProjection(Method method, double damping) {
    this.method = method;
    this.damping = damping;
  }

  /** {@return the mean annual change, carried on} */
  public static TrendProjection meanAnnualChange() {
    return new TrendProjection(Method.MEAN_ANNUAL_CHANGE, 1);
  }

  /** {@return the compound annual growth, carried on; all values must be above 0} */
  public static TrendProjection compoundGrowth() {
    return new TrendProjection(Method.COMPOUND_GROWTH, 1);
  }

  /** {@return the arithmetic mean of the annual growth, carried on; all values above 0} */
  public static TrendProjection arithmeticGrowth() {
    return new TrendProjection(Method.ARITHMETIC_GROWTH, 1);
  }

  /** {@return the line of least squares, carried on} */
  public static TrendProjection leastSquares() {
    return new TrendProjection(Method.LEAST_SQUARES, 1);
  }

  /**
   * {@return the mean annual change, less of it each year}
   *
   * @param damping φ, the share of the change that is left a year later, more than 0 and less than
   *     1; 0.8 to 0.98 is usual
   * @throws ProjectionInputException if it is outside that
   */
  public static TrendProjection damped(double damping) {
    if (!(damping > 0 && damping < 1)) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE, "damping", Double.toString(damping), "more than 0 and less than 1");
    }
    return new TrendProjection(Method.DAMPED, damping);
  }

  /** {@return the id of the measure: {@code trend_mean_annual_change}} */
  public String id() {
    return "trend_" + Ascii.toLowerCase(method.name());
  }

  double damping() {
    return damping;
  }

  boolean isGrowth() {
    return method == Method.COMPOUND_GROWTH || method == Method.ARITHMETIC_GROWTH;
  }

  boolean isLeastSquares() {
    return method == Method.LEAST_SQUARES;
  }

  boolean isDamped() {
    return method == Method.DAMPED;
  }

  /**
   * {@return the forecast of a series}
   *
   * @param series calendar or school years, with at least two values
   * @param years how many years after the last value, 1 to 200
   * @param level the share of outcomes that the interval is to hold, as 0.8
   * @throws FrequencyMismatchException if the periods are quarters or months
   * @throws ProjectionInputException if there are fewer than two values, a value is 0 or less and
   *     the method needs growth, or years or level are out of range
   */
  public CountForecast project(Series series, int years, double level) {
    if (years < 1 || years > MOST_YEARS || !(level > 0 && level < 1)) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE,
          "trend of " + series.indicator().id(),
          years + " years and level " + level,
          "1 to " + MOST_YEARS + " years and a level between 0 and 1");
    }
    if (series.frequency() != Frequency.YEAR && series.frequency() != Frequency.SCHOOL_YEAR) {
      throw new FrequencyMismatchException(
          "trend of " + series.indicator().id(), Frequency.YEAR, series.period(0));
    }
    List<Period> periods = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Period period : series.periods()) {
      Observation observation = series.at(period);
      if (!observation.isMissing()) {
        periods.add(period);
        values.add(observation.value());
      }
    }
    requireValues(series, values);
    double[] t = periods.stream().mapToDouble(Period::ordinal).toArray();
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();
    TrendFit fit =
        switch (method) {
          case LEAST_SQUARES -> TrendFit.leastSquares(t, x);
          case MEAN_ANNUAL_CHANGE, DAMPED -> TrendFit.meanChange(t, x, damping);
          case COMPOUND_GROWTH -> TrendFit.compound(t, x);
          case ARITHMETIC_GROWTH -> TrendFit.arithmetic(t, x);
        };
    return new CountForecast(this, series, periods, fit, years, level, caveats(series, periods));
  }

  private void requireValues(Series series, List<Double> values) {
    if (values.size() < 2) {
      throw Inputs.problem(
          Kind.MISSING_PART,
          "trend of " + series.indicator().id(),
          "too few values, " + values.size(),
          "at least 2");
    }
    for (double value : values) {
      if (isGrowth() && value <= 0) {
        throw Inputs.problem(
            Kind.OUT_OF_RANGE,
            "growth of " + series.indicator().id(),
            "the value " + Rounding.shortest(value),
            "values above 0");
      }
    }
  }

  private List<Caveat> caveats(Series series, List<Period> periods) {
    List<Caveat> caveats = new ArrayList<>();
    Period first = periods.get(0);
    Period last = periods.get(periods.size() - 1);
    for (SeriesBreak b : series.breaks()) {
      if (series.hasBreakBetween(first.ordinal(), last.ordinal())
          && b.from().startDate().isAfter(first.startDate())
          && !b.from().startDate().isAfter(last.startDate())) {
        caveats.add(Caveat.of(Caveat.Kind.BREAK_IN_SERIES, b.from()));
      }
    }
    if (periods.size() < SHORT) {
      caveats.add(
          new Caveat(
              Caveat.Kind.UNCERTAIN_INPUT, "kort serie, bare " + periods.size() + " verdier"));
    }
    if (last.ordinal() - first.ordinal() != periods.size() - 1) {
      caveats.add(new Caveat(Caveat.Kind.UNEVEN_PERIODS, first + "–" + last));
    }
    if (!last.equals(series.period(series.size() - 1))) {
      caveats.add(Caveat.of(Caveat.Kind.ENDS_EARLY, last));
    }
    return caveats;
  }
}
