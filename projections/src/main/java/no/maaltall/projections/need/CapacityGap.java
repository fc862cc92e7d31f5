package no.maaltall.projections.need;

import java.util.Optional;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.result.Results;

/** A need beside a plan: places short per year, when that begins, and the coverage that results. */
public final class CapacityGap {
  private final Series need;
  private final CapacityPlan plan;

  CapacityGap(Series need, CapacityPlan plan) {
    this.need = need;
    this.plan = plan;
  }

  /** {@return the need} */
  public Series need() {
    return need;
  }

  /** {@return the plan} */
  public CapacityPlan plan() {
    return plan;
  }

  /** {@return the places of the plan over the periods of the need} */
  public Series capacity() {
    return plan.series(
        named(".plasser", ": plasser", need.indicator().unit(), 0), need.region(), need.periods());
  }

  private Indicator named(String id, String name, Unit unit, int decimals) {
    return Indicator.builder()
        .id(need.indicator().id() + id)
        .name(need.indicator().name() + name)
        .unit(unit)
        .decimals(decimals)
        .build();
  }

  private Indicator gapIndicator() {
    return named(".gap", ": udekket behov", need.indicator().unit().ofDifference(), 0);
  }

  /** {@return need − places per period; less than 0 where there are more places than needed} */
  public Series gap() {
    return Results.series(gapIndicator(), need.region(), need.periods(), this::observation);
  }

  private Observation observation(Period period) {
    Observation needed = need.at(period);
    Observation places = plan.observation(period);
    return Results.of(needed.value() - places.value(), needed, places);
  }

  /**
   * {@return the places short in a period, with the formula}
   *
   * @param period the period
   */
  public Figure at(Period period) {
    return Results.figure(
        gapIndicator(),
        need.region(),
        "capacity_gap",
        period,
        observation(period),
        Derivation.of(
            "{n} − {k}",
            Operand.observed("n", need, period),
            Operand.constant("k", plan.places(period.startYear()), Unit.COUNT, 0)));
  }

  /**
   * {@return the first period with more need than places, unrounded; empty when there is none, or
   * when a missing need comes before it, since the gap may have opened there}
   */
  public Optional<Period> gapYear() {
    for (Period period : need.periods()) {
      Observation gap = observation(period);
      if (gap.isMissing()) {
        return Optional.empty();
      }
      if (gap.value() > 0) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return places in percent of a population: the coverage that the plan results in; missing
   * where the population is 0 or missing}
   *
   * @param population the persons that coverage is of
   */
  public Series coverage(Series population) {
    Indicator indicator = named(".dekning", ": dekningsgrad", Unit.PERCENT, 1);
    return Results.series(
        indicator,
        need.region(),
        population.periods(),
        p -> coverage(population.at(p), plan.observation(p)));
  }

  private static Observation coverage(Observation persons, Observation places) {
    return Results.of(100 * places.value() / persons.value(), persons, places);
  }

  /**
   * {@return the coverage that the plan results in, with the formula}
   *
   * @param population the persons that coverage is of
   * @param period the period
   */
  public Figure coverage(Series population, Period period) {
    return Results.figure(
        named(".dekning", ": dekningsgrad", Unit.PERCENT, 1),
        need.region(),
        "coverage",
        period,
        coverage(population.at(period), plan.observation(period)),
        Derivation.of(
            "100 · {k} / {n}",
            Operand.constant("k", plan.places(period.startYear()), Unit.COUNT, 0),
            Operand.observed("n", population, period)));
  }
}
