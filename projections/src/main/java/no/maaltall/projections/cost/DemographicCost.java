package no.maaltall.projections.cost;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * What a changing population costs when coverage, resources per user and productivity stay as they
 * are: {@code ΔC_t = Σ_g c_g · (N_{g,t} − N_{g,t−1})}, with {@code c_g} the expenditure per head of
 * the group in the base year. In prices of the base year, unless the groups say another year.
 *
 * <p>A budget frame that is compensated only in part is the same sum with {@code rate_g · share_g}
 * in place of {@code c_g}: {@link #compensation}. Source: TBU's calculations of demographic costs.
 */
public final class DemographicCost {
  /**
   * An age group and what it costs per head.
   *
   * @param population persons per year
   * @param perHead kroner per head and year
   * @param share the share of that which counts; 1 unless compensation is partial
   * @param prices the year whose prices the kroner are in; empty for those of the base period that
   *     the cost is over
   */
  public record Group(Series population, double perHead, double share, Optional<Period> prices) {
    /**
     * Checks the amounts.
     *
     * @param population as above
     * @param perHead as above
     * @param share as above
     * @param prices as above
     * @throws ProjectionInputException if the amount is negative, or the share outside 0 to 1
     */
    public Group {
      Inputs.require("cost per head of " + population.indicator().id(), perHead);
      Inputs.requireShare("share of " + population.indicator().id(), share);
    }

    /**
     * {@return a group whose expenditure in a base year is known; in the prices of that year}
     *
     * @param population persons per year
     * @param base the base year
     * @param expenditure net expenditure on the group in that year, in kroner
     * @throws ProjectionInputException if there is nobody, or no value, in the base year
     */
    public static Group ofExpenditure(Series population, Period base, double expenditure) {
      Observation persons = population.at(base);
      if (persons.isMissing() || persons.value() <= 0) {
        throw Inputs.problem(
            Kind.MISSING_PART,
            "expenditure per head of " + population.indicator().id(),
            (persons.isMissing() ? "no number of" : Rounding.shortest(persons.value()))
                + " persons in "
                + base,
            "more than 0");
      }
      return new Group(population, expenditure / persons.value(), 1, Optional.of(base));
    }

    /**
     * {@return a group with a unit rate, of which a share is compensated}
     *
     * @param population persons per year
     * @param rate kroner per head and year
     * @param share the share of the rate that the frame is adjusted by, 0 to 1; 0 for a service
     *     that is not compensated
     */
    public static Group ofRate(Series population, double rate, double share) {
      return new Group(population, rate, share, Optional.empty());
    }

    /**
     * {@return a group with a unit rate in the prices of a year, of which a share is compensated}
     *
     * @param population persons per year
     * @param rate kroner per head and year
     * @param share the share of the rate that the frame is adjusted by, 0 to 1
     * @param prices the year whose prices the rate is in
     */
    public static Group ofRate(Series population, double rate, double share, Period prices) {
      return new Group(population, rate, share, Optional.of(prices));
    }
  }

  private static final String WHAT = "demographic cost";

  private final String id;
  private final String name;
  private final ImmutableList<Group> groups;
  private final Optional<Period> prices;

  private DemographicCost(String id, String name, ImmutableList<Group> groups) {
    this.id = id;
    this.name = name;
    this.groups = groups;
    if (groups.isEmpty()) {
      throw Inputs.problem(Kind.MISSING_PART, WHAT, "no groups", "at least one");
    }
    Inputs.requireSameRegion(WHAT, groups.stream().map(Group::population).toList());
    this.prices = groups.get(0).prices();
    for (Group group : groups) {
      if (!group.prices().equals(prices)) {
        throw Inputs.problem(
            Kind.YEARS,
            WHAT,
            group.population().indicator().id() + " is in prices of " + inWords(group.prices()),
            "all groups in the same prices, of " + inWords(prices));
      }
    }
  }

  private static String inWords(Optional<Period> prices) {
    return prices.map(Period::toString).orElse("no given year");
  }

  private Indicator indicator(Optional<Period> base) {
    return Amounts.inMillions(id, name, prices.or(() -> base));
  }

  /**
   * {@return the demographic cost of some age groups}
   *
   * @param groups the groups, at least one, all of the same region and in the same prices
   * @throws ProjectionInputException if there are none, or they are not
   */
  public static DemographicCost of(Group... groups) {
    return new DemographicCost(
        "demografikostnad", "Demografikostnad", ImmutableList.copyOf(groups));
  }

  /**
   * {@return the compensation of a budget frame for some age groups}
   *
   * @param groups the groups, at least one, with unit rates and shares, all of the same region and
   *     in the same prices
   * @throws ProjectionInputException if there are none, or they are not
   */
  public static DemographicCost compensation(Group... groups) {
    return new DemographicCost(
        "demografikompensasjon", "Demografikompensasjon", ImmutableList.copyOf(groups));
  }

  /**
   * {@return the cost of each period over the one before, in millions; the first is missing. It
   * says which prices it is in when the groups do}
   */
  public Series series() {
    List<Period> periods =
        new ArrayList<>(Results.common(groups.stream().map(Group::population).toList()));
    return Results.series(
        indicator(Optional.empty()),
        groups.get(0).population().region(),
        periods,
        p -> observation(p, p.minusYears(1)));
  }

  /**
   * {@return the cost of each period over a base period, in millions}
   *
   * @param base the base period
   */
  public Series since(Period base) {
    return Results.series(
        indicator(Optional.of(base)),
        groups.get(0).population().region(),
        Results.common(groups.stream().map(Group::population).toList()),
        p -> observation(p, base));
  }

  private Observation observation(Period period, Period before) {
    double sum = 0;
    List<Observation> inputs = new ArrayList<>();
    for (Group g : groups) {
      Observation now = g.population().at(period);
      Observation then = g.population().at(before);
      inputs.add(now);
      inputs.add(then);
      sum += g.share() * g.perHead() * (now.value() - then.value());
    }
    return Results.of(sum / Amounts.MILLION, inputs.toArray(new Observation[0]));
  }

  /**
   * {@return the cost of a period over a base period, with the formula}
   *
   * @param period the period
   * @param base the base period
   */
  public Figure at(Period period, Period base) {
    StringBuilder formula = new StringBuilder();
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group g = groups.get(i);
      formula.append(i == 0 ? "" : " + ").append("({n").append(i).append("} − {b").append(i);
      formula.append("}) · {c").append(i).append('}');
      operands.add(Operand.observed("n" + i, g.population(), period));
      operands.add(Operand.observed("b" + i, g.population(), base));
      operands.add(Operand.constant("c" + i, g.share() * g.perHead(), Unit.NOK, 0));
    }
    formula.append(Amounts.inPrices(prices.or(() -> Optional.of(base))));
    return Results.figure(
        indicator(Optional.of(base)),
        groups.get(0).population().region(),
        "demographic_cost",
        period,
        observation(period, base),
        Derivation.of(formula.toString(), operands.toArray(new Operand[0])));
  }
}
