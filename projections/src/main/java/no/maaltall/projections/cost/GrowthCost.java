package no.maaltall.projections.cost;

import java.util.Optional;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * What more users cost: {@code (N_t − N_b) · c}, with c the cost per user and year in fixed prices:
 * those of the base period b unless another is given.
 */
public final class GrowthCost {
  private GrowthCost() {}

  /**
   * {@return the cost of growth in a period over a base period, in millions of kroner}
   *
   * @param users how many there are
   * @param base the period that is compared with, in whose prices the cost per user is
   * @param period the period
   * @param costPerUser kroner per user and year, 0 or more
   * @throws ProjectionInputException if the cost is negative
   */
  public static Figure of(Series users, Period base, Period period, double costPerUser) {
    return of(users, base, period, costPerUser, base);
  }

  /**
   * {@return the cost of growth in a period over a base period, in millions of kroner}
   *
   * @param users how many there are
   * @param base the period that is compared with
   * @param period the period
   * @param costPerUser kroner per user and year, 0 or more
   * @param prices the year whose prices the cost per user is in
   * @throws ProjectionInputException if the cost is negative
   */
  public static Figure of(
      Series users, Period base, Period period, double costPerUser, Period prices) {
    Inputs.require("cost per user", costPerUser);
    Observation then = users.at(base);
    Observation now = users.at(period);
    double millions = (now.value() - then.value()) * costPerUser / Amounts.MILLION;
    return Results.figure(
        indicator(users.indicator(), prices),
        users.region(),
        "growth_cost",
        period,
        Results.of(millions, then, now),
        Derivation.of(
            "({x} − {b}) · {c}" + Amounts.inPrices(Optional.of(prices)),
            Operand.observed("x", users, period),
            Operand.observed("b", users, base),
            Operand.constant("c", costPerUser, Unit.NOK.per("user"), 0)));
  }

  /**
   * {@return the cost of growth in every period over a base period, in millions of kroner}
   *
   * @param users how many there are
   * @param base the period that is compared with, in whose prices the cost per user is
   * @param costPerUser kroner per user and year, 0 or more
   * @throws ProjectionInputException if the cost is negative
   */
  public static Series over(Series users, Period base, double costPerUser) {
    return over(users, base, costPerUser, base);
  }

  /**
   * {@return the cost of growth in every period over a base period, in millions of kroner}
   *
   * @param users how many there are
   * @param base the period that is compared with
   * @param costPerUser kroner per user and year, 0 or more
   * @param prices the year whose prices the cost per user is in
   * @throws ProjectionInputException if the cost is negative
   */
  public static Series over(Series users, Period base, double costPerUser, Period prices) {
    Inputs.require("cost per user", costPerUser);
    Observation then = users.at(base);
    return Results.series(
        indicator(users.indicator(), prices),
        users.region(),
        users.periods(),
        p ->
            Results.of(
                (users.at(p).value() - then.value()) * costPerUser / Amounts.MILLION,
                then,
                users.at(p)));
  }

  private static Indicator indicator(Indicator users, Period prices) {
    return Amounts.inMillions(
        users.id() + ".merutgift", users.name() + ": merutgift ved vekst", Optional.of(prices));
  }
}
