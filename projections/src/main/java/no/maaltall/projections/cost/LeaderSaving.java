package no.maaltall.projections.cost;

import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * Leaders saved by larger units, each unit having one: {@code places / size today − places / size
 * to be}, unrounded.
 *
 * @param places places in all units, more than 0
 * @param sizeToday places per unit now, more than 0
 * @param sizeToBe places per unit to be, more than 0
 */
public record LeaderSaving(double places, double sizeToday, double sizeToBe) {
  /**
   * Checks the numbers.
   *
   * @param places as above
   * @param sizeToday as above
   * @param sizeToBe as above
   * @throws ProjectionInputException if one is not more than 0
   */
  public LeaderSaving {
    for (double number : new double[] {places, sizeToday, sizeToBe}) {
      if (!(number > 0 && number <= Double.MAX_VALUE)) {
        throw Inputs.problem(
            Kind.OUT_OF_RANGE, "places and sizes of units", Double.toString(number), "more than 0");
      }
    }
  }

  /** {@return leaders saved; less than 0 when units become smaller} */
  public double leaders() {
    return places / sizeToday - places / sizeToBe;
  }

  /**
   * {@return leaders saved, with the formula}
   *
   * @param region where
   * @param period when
   */
  public Figure figure(Region region, Period period) {
    return Results.figure(
        Indicator.builder()
            .id("sparte-ledere")
            .name("Ledere spart ved større enheter")
            .unit(Unit.FTE)
            .decimals(1)
            .build(),
        region,
        "leaders_saved",
        period,
        Observation.of(leaders()),
        Derivation.of(
            "{p} / {a} − {p} / {b}",
            Operand.constant("p", places, Unit.COUNT, 0),
            Operand.constant("a", sizeToday, Unit.COUNT, 0),
            Operand.constant("b", sizeToBe, Unit.COUNT, 0)));
  }
}
