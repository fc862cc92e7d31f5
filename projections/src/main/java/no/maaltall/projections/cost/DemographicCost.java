package no.maaltall.projections.cost;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.result.Results;

/**
 * What a changing population costs when coverage, resources per user and productivity stay as they
 * are: {@code ΔC_t = Σ_g c_g · (N_{g,t} − N_{g,t−1})}, with {@code c_g} the expenditure per head of
 * the group in the base year. In prices of the base year.
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
   */
  public record Group(Series population, double perHead, double share) {
    /**
     * Checks the amounts.
     *
     * @param population as above
     * @param perHead as above
     * @param share as above
     * @throws IllegalArgumentException if the amount is negative, or the share outside 0 to 1
     */
    public Group {
      Amounts.require("cost per head of " + population.indicator().id(), perHead);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share of " + population.indicator().id() + " must be 0 to 1, got " + share);
      }
    }

    /**
     * {@return a group whose expenditure in a base year is known}
     *
     * @param population persons per year
     * @param base the base year
     * @param expenditure net expenditure on the group in that year, in kroner
     * @throws IllegalArgumentException if there is nobody, or no value, in the base year
     */
    public static Group ofExpenditure(Series population, Period base, double expenditure) {
      Observation persons = population.at(base);
      if (persons.isMissing() || persons.value() <= 0) {
        throw new IllegalArgumentException(
            "expenditure per head of "
                + population.indicator().id()
                + " needs persons in "
                + base
                + ", got "
                + (persons.isMissing() ? "none" : persons.value()));
      }
      return new Group(population, expenditure / persons.value(), 1);
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
      return new Group(population, rate, share);
    }
  }

  private final Indicator indicator;
  private final ImmutableList<Group> groups;

  private DemographicCost(Indicator indicator, ImmutableList<Group> groups) {
    this.indicator = indicator;
    this.groups = groups;
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("demographic cost needs at least one group, got none");
    }
  }

  /**
   * {@return the demographic cost of some age groups}
   *
   * @param groups the groups, at least one, all of the same region
   */
  public static DemographicCost of(Group... groups) {
    return new DemographicCost(
        Amounts.inMillions("demografikostnad", "Demografikostnad"), ImmutableList.copyOf(groups));
  }

  /**
   * {@return the compensation of a budget frame for some age groups}
   *
   * @param groups the groups, with unit rates and shares
   */
  public static DemographicCost compensation(Group... groups) {
    return new DemographicCost(
        Amounts.inMillions("demografikompensasjon", "Demografikompensasjon"),
        ImmutableList.copyOf(groups));
  }

  /** {@return the cost of each period over the one before, in millions; the first is missing} */
  public Series series() {
    List<Period> periods =
        new ArrayList<>(Results.common(groups.stream().map(Group::population).toList()));
    return Results.series(
        indicator,
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
        indicator,
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
    return Results.figure(
        indicator,
        groups.get(0).population().region(),
        "demographic_cost",
        period,
        observation(period, base),
        Derivation.of(formula.toString(), operands.toArray(new Operand[0])));
  }
}
