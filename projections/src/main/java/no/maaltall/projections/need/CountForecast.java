package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * A count carried on by a {@link TrendProjection}: points, an interval around them, and caveats.
 */
public final class CountForecast {
  private final TrendProjection method;
  private final Series observed;
  private final List<Period> periods;
  private final TrendFit fit;
  private final int years;
  private final double level;
  private final ImmutableList<Caveat> caveats;
  private final double t;

  CountForecast(
      TrendProjection method,
      Series observed,
      List<Period> periods,
      TrendFit fit,
      int years,
      double level,
      List<Caveat> caveats) {
    this.method = method;
    this.observed = observed;
    this.periods = List.copyOf(periods);
    this.fit = fit;
    this.years = years;
    this.level = level;
    this.caveats = ImmutableList.copyOf(caveats);
    this.t = fit.degrees() > 0 ? StudentT.quantile(0.5 + level / 2, fit.degrees()) : Double.NaN;
  }

  /** {@return what a reader must know: breaks, a short series, gaps} */
  public ImmutableList<Caveat> caveats() {
    return caveats;
  }

  /** {@return the share of outcomes that the interval is to hold} */
  public double level() {
    return level;
  }

  private Period lastObserved() {
    return periods.get(periods.size() - 1);
  }

  private List<Period> ahead() {
    List<Period> ahead = new ArrayList<>();
    for (int h = 1; h <= years; h++) {
      ahead.add(lastObserved().plus(h));
    }
    return ahead;
  }

  private int distance(Period period) {
    return lastObserved().periodsUntil(period);
  }

  private Observation clipped(double value) {
    return Results.forecast(Math.max(0, value));
  }

  /** {@return the forecasts, status {@code F}} */
  public Series point() {
    return Results.series(
        observed.indicator(), observed.region(), ahead(), p -> clipped(fit.point(distance(p))));
  }

  /** {@return the lower ends of the interval; missing when there are too few values for one} */
  public Series lower() {
    return Results.series(
        observed.indicator(), observed.region(), ahead(), p -> clipped(fit.bound(distance(p), -t)));
  }

  /** {@return the upper ends of the interval; missing when there are too few values for one} */
  public Series upper() {
    return Results.series(
        observed.indicator(), observed.region(), ahead(), p -> clipped(fit.bound(distance(p), t)));
  }

  /** {@return the observations and then the forecasts} */
  public Series joined() {
    Series point = point();
    List<Period> all = new ArrayList<>(periods);
    all.addAll(point.periods());
    return Results.series(
        observed.indicator(),
        observed.region(),
        all,
        p -> distance(p) > 0 ? point.at(p) : observed.at(p));
  }

  /**
   * {@return the forecast of a period, with its formula}
   *
   * @param period one of the years ahead
   * @throws ProjectionInputException if it is not
   */
  public Figure at(Period period) {
    int h = requireAhead(period);
    List<Caveat> all = new ArrayList<>(caveats);
    if (fit.point(h) < 0) {
      all.add(new Caveat(Caveat.Kind.UNCERTAIN_INPUT, "trenden går under null; satt til 0"));
    }
    if (Double.isNaN(t)) {
      all.add(
          new Caveat(Caveat.Kind.UNCERTAIN_INPUT, "for få verdier til et prediksjonsintervall"));
    }
    return Results.figure(
        observed.indicator(),
        observed.region(),
        method.id(),
        period,
        clipped(fit.point(h)),
        derivation(h),
        all.toArray(new Caveat[0]));
  }

  private int requireAhead(Period period) {
    int h = distance(period);
    if (h < 1 || h > years) {
      throw Inputs.problem(
          Kind.YEARS,
          "forecast of " + observed.indicator().id(),
          period.toString(),
          lastObserved().plus(1) + " to " + lastObserved().plus(years));
    }
    return h;
  }

  private Derivation derivation(int h) {
    Operand x = Operand.observed("x", observed, lastObserved());
    Operand ahead = Operand.years("h", h);
    Unit unit = observed.indicator().unit();
    if (method.isLeastSquares()) {
      return Derivation.of(
          "{a} + {h} · {b}",
          Operand.constant("a", fit.intercept(), unit, 1),
          ahead,
          Operand.constant("b", fit.slope(), unit, 2));
    }
    if (method.isGrowth()) {
      return Derivation.of(
          "{x} · (1 + {g} / 100)^({h})",
          x,
          ahead,
          Operand.constant("g", 100 * fit.growth(), Unit.PERCENT, 2));
    }
    Operand first = Operand.observed("s", observed, periods.get(0));
    Operand span = Operand.years("n", fit.span());
    if (method.isDamped()) {
      return Derivation.of(
          "{x} + ({x} − {s}) / {n} · {k}",
          x,
          first,
          span,
          Operand.constant("k", fit.dampedYears(h), Unit.RATIO, 3));
    }
    return Derivation.of("{x} + {h} · ({x} − {s}) / {n}", x, first, span, ahead);
  }
}
