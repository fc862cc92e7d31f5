package no.maaltall.projections.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * A need that is a stock: those who have the service, those who come of age for it, and those who
 * leave: {@code S(t) = max(0, S(t−1) + entries(t) − departures)}.
 *
 * <p>Homes for people with disabilities are planned so: everybody known is counted from the year
 * that they turn 22, and on average some leave each year.
 */
public final class StockFlowNeed {
  private final Indicator indicator;
  private final Region region;
  private final int baseYear;
  private final double existing;
  private final NavigableMap<Integer, Double> entries;
  private final double departures;

  private StockFlowNeed(
      Indicator indicator,
      Region region,
      int baseYear,
      double existing,
      NavigableMap<Integer, Double> entries,
      double departures) {
    this.indicator = indicator;
    this.region = region;
    this.baseYear = baseYear;
    this.existing = existing;
    this.entries = entries;
    this.departures = departures;
  }

  /**
   * {@return the need}
   *
   * @param indicator what is needed
   * @param region where
   * @param baseYear the year of the existing users
   * @param existing how many they are, 0 or more
   * @param entriesByYear who comes of age, by year: each year after the base year up to the last
   * @param departures how many leave per year on average, 0 or more
   * @throws ProjectionInputException if a number is negative, or the years do not follow the base
   *     year one by one
   */
  public static StockFlowNeed of(
      Indicator indicator,
      Region region,
      int baseYear,
      double existing,
      Map<Integer, Double> entriesByYear,
      double departures) {
    NavigableMap<Integer, Double> entries = new TreeMap<>(entriesByYear);
    Inputs.require("existing users", existing);
    Inputs.require("departures per year", departures);
    int expected = baseYear + 1;
    for (Map.Entry<Integer, Double> entry : entries.entrySet()) {
      if (entry.getKey() != expected) {
        throw Inputs.problem(
            Kind.YEARS,
            "entries by year",
            entry.getKey() + " where " + expected + " was expected",
            "each year after " + baseYear);
      }
      Inputs.require("entries in " + expected, entry.getValue());
      expected++;
    }
    return new StockFlowNeed(indicator, region, baseYear, existing, entries, departures);
  }

  private double stock(int year) {
    double stock = existing;
    for (double entering : entries.headMap(year, true).values()) {
      stock = Math.max(0, stock + entering - departures);
    }
    return stock;
  }

  /** {@return the stock from the base year to the last year of entries} */
  public Series series() {
    List<Period> periods = new ArrayList<>();
    periods.add(Period.year(baseYear));
    entries.keySet().forEach(year -> periods.add(Period.year(year)));
    return Results.series(indicator, region, periods, this::observation);
  }

  private Observation observation(Period period) {
    int year = period.startYear();
    if (year < baseYear || (year > baseYear && !entries.containsKey(year))) {
      return Observation.missing();
    }
    return new Observation(
        stock(year), year == baseYear ? ObservationStatus.NORMAL : ObservationStatus.FORECAST);
  }

  /**
   * {@return the stock in a year, with the formula; missing outside the years that it is for}
   *
   * @param period the year
   */
  public Figure at(Period period) {
    int year = period.startYear();
    double entered = entries.headMap(year, true).values().stream().mapToDouble(d -> d).sum();
    int years = Math.max(0, year - baseYear);
    Caveat[] caveats =
        stock(year) > existing + entered - departures * years
            ? new Caveat[] {
              new Caveat(Caveat.Kind.UNCERTAIN_INPUT, "flere ville ha falt fra enn det var igjen")
            }
            : new Caveat[0];
    return Results.figure(
        indicator,
        region,
        "stock_flow_need",
        period,
        observation(period),
        Derivation.of(
            "{s} + {e} − {y} · {d}",
            Operand.constant("s", existing, Unit.COUNT, 0),
            Operand.constant("e", entered, Unit.COUNT, 0),
            Operand.years("y", years),
            Operand.constant(
                "d", departures, Unit.COUNT, departures == Math.rint(departures) ? 0 : 1)),
        caveats);
  }
}
