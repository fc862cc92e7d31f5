package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.Panel;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * A projected population: one per step, and the births, deaths and moves in between.
 *
 * <p>In each region, sex and cohort {@code P(t+1) = P(t) + births − deaths + migration}; raking and
 * cohorts that a policy lifts to a floor are counted as migration, and {@link #adjustments} and
 * {@link #isControlled} say so.
 */
public final class Projection {
  private static final String SOURCE = "framskriving";

  private final ImmutableList<Population> populations;
  private final ImmutableList<StepRecord> records;
  private final Assumptions assumptions;
  private final ImmutableList<Adjustment> adjustments;
  private final long adjustmentCount;
  private final boolean controlled;

  Projection(
      ImmutableList<Population> populations,
      ImmutableList<StepRecord> records,
      Assumptions assumptions,
      ImmutableList<Adjustment> adjustments,
      long adjustmentCount,
      boolean controlled) {
    this.populations = populations;
    this.records = records;
    this.assumptions = assumptions;
    this.adjustments = adjustments;
    this.adjustmentCount = adjustmentCount;
    this.controlled = controlled;
  }

  /** {@return the populations, the first being where it started} */
  public ImmutableList<Population> populations() {
    return populations;
  }

  /** {@return where it started} */
  public Population first() {
    return populations.get(0);
  }

  /** {@return the population of the last year} */
  public Population last() {
    return populations.get(populations.size() - 1);
  }

  /** {@return the assumptions} */
  public Assumptions assumptions() {
    return assumptions;
  }

  /**
   * {@return the population of a year}
   *
   * @param year as {@link Population#year} gives it
   * @throws UnknownCodeException if it has no population for that year
   */
  public Population at(int year) {
    return populations.get(index(year));
  }

  private int index(int year) {
    for (int i = 0; i < populations.size(); i++) {
      if (populations.get(i).year() == year) {
        return i;
      }
    }
    throw new UnknownCodeException(
        "year",
        Integer.toString(year),
        populations.stream().map(p -> Integer.toString(p.year())).collect(Collectors.toList()));
  }

  /** {@return the regions} */
  public ImmutableList<Region> regions() {
    return first().regions();
  }

  /** {@return cohorts that moves would have emptied, at most the first 1 000; often none} */
  public ImmutableList<Adjustment> adjustments() {
    return adjustments;
  }

  /** {@return how many cohorts moves would have emptied} */
  public long adjustmentCount() {
    return adjustmentCount;
  }

  /** {@return whether its regions were raked to given totals} */
  public boolean isControlled() {
    return controlled;
  }

  /** {@return whether births, deaths and moves were kept} */
  public boolean hasComponents() {
    return !records.isEmpty();
  }

  private StepRecord recordOf(int year) {
    int index = index(year);
    if (records.isEmpty()) {
      throw CohortComponent.noComponents();
    }
    if (index == records.size()) {
      throw ProjectionInputException.of(
          Kind.YEARS, "projection", "no step starts in " + year, "a year before the last");
    }
    return records.get(index);
  }

  /**
   * {@return a component of a step by age at its end}
   *
   * @param component births are all in age group 0
   * @param year the year that the step starts in
   * @param region the index of the region
   * @param sex the sex
   * @param age the index of the age group at the end of the step
   * @throws ProjectionInputException if components were not kept, or no step starts in the year
   * @throws UnknownCodeException if there is no such year
   */
  public double component(Component component, int year, int region, Sex sex, int age) {
    requireRegion(region);
    StepRecord step = recordOf(year);
    int cell = Population.cell(first().ages(), sex, age);
    return switch (component) {
      case BIRTHS -> age == 0 ? step.births[sex.ordinal()][region] : 0;
      case DEATHS -> step.deaths(sex, age, region);
      case MIGRATION -> step.moves[cell][region];
    };
  }

  /**
   * {@return a component of a step over all ages}
   *
   * @param component which one
   * @param year the year that the step starts in
   * @param region the index of the region
   * @param sex the sex
   */
  public double component(Component component, int year, int region, Sex sex) {
    double sum = 0;
    for (int age = 0; age < first().ages().count(); age++) {
      sum += component(component, year, region, sex, age);
    }
    return sum;
  }

  /**
   * {@return births of a step by the age of the mother, as her fertility is given}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   * @param age the index of the mother's age group
   */
  public double birthsByAge(int year, int region, int age) {
    return recordOf(year).birthsOf(age, region);
  }

  /**
   * {@return the total fertility rate of a step, from the assumptions}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   */
  public double totalFertility(int year, int region) {
    Fertility fertility = assumptions.fertility();
    return fertility.total(year, rateRegion(fertility.scope(), region));
  }

  /**
   * {@return life expectancy at birth in a step, from the assumptions}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   * @param sex the sex
   */
  public double lifeExpectancy(int year, int region, Sex sex) {
    Mortality mortality = assumptions.mortality();
    return mortality.lifeExpectancy(year, rateRegion(mortality.scope(), region), sex);
  }

  private int rateRegion(RateScope scope, int region) {
    String code = regions().get(region).code();
    for (int i = 0; i < scope.regions().size(); i++) {
      if (scope.regions().get(i).code().equals(code)) {
        return i;
      }
    }
    return 0;
  }

  /**
   * {@return the persons of an age group over the years; the first, where it started, is an
   * ordinary value, the others have status {@code F}}
   *
   * @param group the ages
   * @param region the index of the region
   */
  public Series series(AgeGroup group, int region) {
    return series(indicator(group), group, region);
  }

  /**
   * {@return the persons of an age group over the years, as an indicator of one's own}
   *
   * @param indicator what to call it; its unit should be {@code count}
   * @param group the ages
   * @param region the index of the region
   * @throws ProjectionInputException if there is no such region, or the ages are not whole groups
   */
  public Series series(Indicator indicator, AgeGroup group, int region) {
    requireRegion(region);
    Series.Builder series = Series.builder(indicator, regions().get(region));
    for (Population p : populations) {
      ObservationStatus status =
          p == first() ? ObservationStatus.NORMAL : ObservationStatus.FORECAST;
      series.add(Period.year(p.year()), new Observation(p.sum(region, group), status));
    }
    return series.build();
  }

  /**
   * {@return the persons of some age groups in all regions over the years, as {@link
   * #series(AgeGroup, int)} has them: measures, ranks and group means of core take them from there}
   *
   * @param groups the ages, at least one, each once
   */
  public Panel panel(AgeGroup... groups) {
    List<Series> all = new ArrayList<>();
    for (AgeGroup group : groups) {
      for (int region = 0; region < regions().size(); region++) {
        all.add(series(group, region));
      }
    }
    return Panel.of(all);
  }

  private static Indicator indicator(AgeGroup group) {
    String ages =
        group.equals(AgeGroup.ALL)
            ? ""
            : group.isOpen() ? " " + group.from() + " år og over" : " " + group + " år";
    return Indicator.builder()
        .id("befolkning." + group)
        .name("Innbyggere" + ages + " ved årets begynnelse")
        .source(SOURCE)
        .build();
  }

  /**
   * {@return the change of a region over a step as a figure: births − deaths + migration, put into
   * the formula by {@link Figure#explain}}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   */
  public Figure change(int year, int region) {
    double births = bothSexes(Component.BIRTHS, year, region);
    double deaths = bothSexes(Component.DEATHS, year, region);
    double moves = bothSexes(Component.MIGRATION, year, region);
    Figure.Builder figure =
        Figure.builder()
            .indicator(indicator(AgeGroup.ALL))
            .region(regions().get(region))
            .measure("population_change")
            .period(Period.year(year))
            .observation(new Observation(births - deaths + moves, ObservationStatus.FORECAST))
            .unit(Unit.COUNT)
            .decimals(0)
            .derivation(
                Derivation.of(
                    "{b} fødte − {d} døde + {m} netto flytting",
                    Operand.constant("b", births, Unit.COUNT, 0),
                    Operand.constant("d", deaths, Unit.COUNT, 0),
                    Operand.constant("m", moves, Unit.COUNT, 0)));
    return figure.addAllCaveats(caveats(region, step -> step == year)).build();
  }

  /**
   * {@return what a reader must know of the population of a region in a year: that moves would have
   * emptied some of its cohorts in the steps before, or that it was raked to given totals}
   *
   * @param year the year
   * @param region the index of the region
   * @throws UnknownCodeException if it has no population for that year
   */
  public ImmutableList<Caveat> caveats(int year, int region) {
    requireRegion(region);
    return index(year) == 0 ? ImmutableList.of() : caveats(region, step -> step < year);
  }

  /** Of the steps that start in some years. */
  private ImmutableList<Caveat> caveats(int region, IntPredicate steps) {
    ImmutableList.Builder<Caveat> caveats = ImmutableList.builder();
    String code = regions().get(region).code();
    long known =
        adjustments.stream()
            .filter(a -> steps.test(a.year()) && a.region().code().equals(code))
            .count();
    boolean more = isBeyondKnown(steps);
    if (known > 0 || more) {
      String floor = Rounding.shortest(adjustments.get(0).setTo()).replace('.', ',');
      caveats.add(
          new Caveat(
              Caveat.Kind.UNCERTAIN_INPUT,
              known == 0
                  ? "kohorter kan ha blitt negative og satt til " + floor
                  : (more ? "minst " : "")
                      + known
                      + (known == 1 ? " kohort" : " kohorter")
                      + " ville blitt "
                      + (known == 1 ? "negativ" : "negative")
                      + " og er satt til "
                      + floor
                      + "; forskjellen er regnet som flytting"));
    }
    if (controlled) {
      caveats.add(
          new Caveat(
              Caveat.Kind.UNCERTAIN_INPUT, "justert til gitte totaler; regnet som flytting"));
    }
    return caveats.build();
  }

  /** Whether adjustments that were not kept, which are the latest, may be of one of some steps. */
  private boolean isBeyondKnown(IntPredicate steps) {
    if (adjustmentCount == adjustments.size()) {
      return false;
    }
    int lastKnown = adjustments.get(adjustments.size() - 1).year();
    return populations.stream()
        .mapToInt(Population::year)
        .anyMatch(year -> year >= lastKnown && year < last().year() && steps.test(year));
  }

  private void requireRegion(int region) {
    if (region < 0 || region >= regions().size()) {
      throw ProjectionInputException.of(
          Kind.REGION,
          "index of a region",
          Integer.toString(region),
          "0 to " + (regions().size() - 1));
    }
  }

  private double bothSexes(Component component, int year, int region) {
    return component(component, year, region, Sex.MALE)
        + component(component, year, region, Sex.FEMALE);
  }
}
