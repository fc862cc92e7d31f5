package no.maaltall.projections.need;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.result.Inputs;
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
    return plan.series(capacityIndicator(), need.region(), need.periods());
  }

  private Indicator capacityIndicator() {
    return named(".plasser", ": plasser", need.indicator().unit(), 0);
  }

  /**
   * {@return the places of the plan in a period, with what opens and closes until then}
   *
   * @param period the period
   */
  public Figure capacityAt(Period period) {
    double existing = plan.places(plan.baseYear());
    double more = plan.places(period.startYear()) - existing;
    return Results.figure(
        capacityIndicator(),
        need.region(),
        "capacity",
        period,
        plan.observation(period),
        Derivation.of(
            more < 0 ? "{k} − {m}" : "{k} + {m}",
            Operand.constant("k", existing, Unit.COUNT, 0),
            Operand.constant("m", Math.abs(more), Unit.COUNT, 0)),
        plan.caveats(period));
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
    return named(
        ".gap",
        ": udekket behov",
        need.indicator().unit().ofDifference(),
        need.indicator().decimals());
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
            Operand.constant("k", plan.places(period.startYear()), Unit.COUNT, 0)),
        plan.caveats(period));
  }

  /**
   * {@return when the gap opens: the first period in which the places short, as they are printed,
   * are more than 0}
   */
  public GapOpening opening() {
    return opening(gap -> Rounding.halfUp(gap, gapIndicator().decimals()) > 0);
  }

  /**
   * {@return when the gap opens: the first period with more places short than a tolerance,
   * unrounded}
   *
   * @param tolerance how many places short are none, 0 or more
   * @throws ProjectionInputException if it is negative or not finite
   */
  public GapOpening opening(double tolerance) {
    Inputs.require("tolerance of a gap", tolerance);
    return opening(gap -> gap > tolerance);
  }

  private GapOpening opening(DoublePredicate isGap) {
    Optional<Period> missing = Optional.empty();
    for (Period period : need.periods()) {
      Observation gap = observation(period);
      if (gap.isMissing()) {
        missing = missing.or(() -> Optional.of(period));
      } else if (isGap.test(gap.value())) {
        return new GapOpening(Optional.of(period), missing);
      }
    }
    return new GapOpening(Optional.empty(), missing);
  }

  /**
   * {@return places in percent of a population: the coverage that the plan results in; missing
   * where the population is 0 or missing}
   *
   * @param population the persons that coverage is of, of the region of the need
   * @throws ProjectionInputException if they are of another region
   */
  public Series coverage(Series population) {
    Inputs.requireSameRegion("coverage", List.of(need, population));
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
   * @param population the persons that coverage is of, of the region of the need
   * @param period the period
   * @throws ProjectionInputException if they are of another region
   */
  public Figure coverage(Series population, Period period) {
    Inputs.requireSameRegion("coverage", List.of(need, population));
    return Results.figure(
        named(".dekning", ": dekningsgrad", Unit.PERCENT, 1),
        need.region(),
        "coverage",
        period,
        coverage(population.at(period), plan.observation(period)),
        Derivation.of(
            "100 · {k} / {n}",
            Operand.constant("k", plan.places(period.startYear()), Unit.COUNT, 0),
            Operand.observed("n", population, period)),
        plan.caveats(period));
  }
}
