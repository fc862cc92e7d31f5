package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * The cohort-component method: cohorts age, die, bear children and move, step by step.
 *
 * <p>With P the persons at the start of a step of n years, S the survival ratios by age at its end
 * and M net moves, in each region and for each sex:
 *
 * <pre>
 *   survivors  P'[a] = P[a−1] · S[a],  a = 1 .. A−1
 *   open group P'[A] = P[A−1] · S[A] + P[A] · S[o]        S[o] = S[A] when one ratio is for both
 *   births     B = n · Σ f[a] · (women at the start + women at the end) / 2
 *   infants    P'[0] = B · share of the sex · S[0]
 *   moves      P'[a] + M[a]
 * </pre>
 *
 * <p>What differs between models is in {@link Conventions}. Presets:
 *
 * <ul>
 *   <li>{@link #ssb()}: Statistics Norway. Rates by age at the end of the year, births from the
 *       mean of a cohort's women at the start and the survivors at the end, moves at the end; moves
 *       that would empty a cohort are an error. Ages are usually {@code Ages.single(105)}.
 *   <li>{@link #wpp()}: the UN's World Population Prospects. Births from the mean of the women of
 *       each age at the start and, before moves, at the end; infants survive with the first ratio;
 *       net moves at the end; a cohort that would be negative is set to 0.0005.
 * </ul>
 *
 * <pre>{@code
 * Projection p = CohortComponent.ssb().project(population, assumptions, 2040);
 * p.last().sum(AgeGroup.from(80));
 * p.series(AgeGroup.from(80), 0);    // as a series of core, status F
 * CohortComponent.ssb().projectLast(population, assumptions, 2040);    // the same as p.last()
 * }</pre>
 *
 * <p>Time per cell is under a nanosecond; see the benchmarks.
 */
public final class CohortComponent {
  private final Conventions conventions;
  private final ImmutableList<Population> controls;

  private CohortComponent(Conventions conventions, ImmutableList<Population> controls) {
    this.conventions = conventions;
    this.controls = controls;
  }

  /** {@return the model of Statistics Norway; see above} */
  public static CohortComponent ssb() {
    return of(
        new Conventions(
            BirthWomen.COHORT_BY_AGE_AT_END,
            WomenAtEnd.BEFORE_MIGRATION,
            MigrationTiming.END,
            NegativePolicy.refuse()));
  }

  /** {@return the model of the UN's World Population Prospects; see above} */
  public static CohortComponent wpp() {
    return of(
        new Conventions(
            BirthWomen.SAME_AGE,
            WomenAtEnd.BEFORE_MIGRATION,
            MigrationTiming.END,
            NegativePolicy.setTo(0.0005)));
  }

  /**
   * {@return the model of a textbook: as {@link #wpp()}, but half the moves at the start and half
   * at the end, and the movers among the women at the end}
   *
   * <p>Source: Preston, Heuveline, Guillot: Demography (2001), box 6.2.
   */
  public static CohortComponent textbook() {
    return of(
        new Conventions(
            BirthWomen.SAME_AGE,
            WomenAtEnd.AFTER_MIGRATION,
            MigrationTiming.HALF_AND_HALF,
            NegativePolicy.setTo(0.0005)));
  }

  /**
   * {@return the model with conventions of one's own}
   *
   * @param conventions the choices
   */
  public static CohortComponent of(Conventions conventions) {
    return new CohortComponent(conventions, ImmutableList.of());
  }

  /**
   * {@return the same model with other conventions}
   *
   * @param other the choices
   */
  public CohortComponent with(Conventions other) {
    return new CohortComponent(other, controls);
  }

  /**
   * {@return the same model with another policy for cohorts that moves would empty}
   *
   * @param policy what to do
   */
  public CohortComponent with(NegativePolicy policy) {
    return with(conventions.with(policy));
  }

  /**
   * {@return the same model with moves at another time}
   *
   * @param timing when
   */
  public CohortComponent with(MigrationTiming timing) {
    return with(conventions.with(timing));
  }

  /**
   * {@return the same model, whose regions are raked after each step so that each sex and age sums
   * to that of a given population; the change counts as moves}
   *
   * @param totals a population for each year that is projected, with the same ages; its regions are
   *     added up
   */
  public CohortComponent controlledTo(List<Population> totals) {
    return new CohortComponent(conventions, ImmutableList.copyOf(totals));
  }

  /** {@return its conventions} */
  public Conventions conventions() {
    return conventions;
  }

  /** {@return whether its regions are raked to given totals} */
  public boolean isControlled() {
    return !controls.isEmpty();
  }

  /**
   * {@return the population of every step up to a year, with births, deaths and moves}
   *
   * <p>{@link Projection#last} is the population of the last year. Where no other is wanted, {@link
   * #projectLast} gives the same in a fraction of the time and memory.
   *
   * @param population where it starts
   * @param assumptions rates for every step
   * @param lastYear the last year to have a population for: the one that begins the day after its
   *     date (see {@link Population#year})
   * @throws ProjectionInputException if ages, years or regions of the assumptions do not join those
   *     of the population, or moves empty a cohort and the policy is to refuse
   * @throws IllegalArgumentException if the last year is not a whole number of steps later
   */
  public Projection project(Population population, Assumptions assumptions, int lastYear) {
    return run(population, assumptions, lastYear, true);
  }

  /**
   * {@return the population of every step up to a year; births, deaths and moves are not kept}
   *
   * @param population where it starts
   * @param assumptions rates for every step
   * @param lastYear the last year to have a population for
   */
  public Projection projectPopulations(
      Population population, Assumptions assumptions, int lastYear) {
    return run(population, assumptions, lastYear, false);
  }

  /**
   * {@return the population of the last year alone, with the least memory}
   *
   * @param population where it starts
   * @param assumptions rates for every step
   * @param lastYear the year to have a population for
   */
  public Population projectLast(Population population, Assumptions assumptions, int lastYear) {
    CohortInput input = input(population, assumptions, lastYear);
    int steps = input.years.length;
    double[][][] columns = input.workColumns();
    for (CohortInput.Tile tile : input.tiles()) {
      CohortStep stepper = new CohortStep(input, tile);
      double[][] before = population.columnsUnsafe();
      for (int step = 0; step < steps; step++) {
        stepper.run(step, before, columns[step], null, null);
        before = columns[step];
      }
    }
    return Population.ofUnsafe(
        population.date().plusYears((long) steps * input.ages.width()),
        input.ages,
        population.regions(),
        columns[steps - 1]);
  }

  CohortInput input(Population population, Assumptions assumptions, int lastYear) {
    int width = population.ages().width();
    int distance = lastYear - population.year();
    if (distance < width || distance % width != 0) {
      throw new IllegalArgumentException(
          "the last year must be "
              + (population.year() + width)
              + " or later"
              + (width == 1 ? "" : ", by steps of " + width)
              + ", got "
              + lastYear);
    }
    int[] years = new int[distance / width];
    for (int i = 0; i < years.length; i++) {
      years[i] = population.year() + i * width;
    }
    return new CohortInput(population, assumptions, conventions, years, controls);
  }

  private Projection run(
      Population population, Assumptions assumptions, int lastYear, boolean recording) {
    CohortInput input = input(population, assumptions, lastYear);
    int steps = input.years.length;
    CohortStep stepper = new CohortStep(input, input.all());
    List<double[][]> columns = new ArrayList<>();
    List<StepRecord> records = new ArrayList<>();
    columns.add(population.columnsUnsafe());
    for (int step = 0; step < steps; step++) {
      double[][] before = columns.get(step);
      double[][] after = input.newColumns();
      StepRecord record = recording ? new StepRecord(input, step, before) : null;
      stepper.run(step, before, after, null, record);
      columns.add(after);
      if (record != null) {
        records.add(record);
      }
    }
    return new Projection(
        populations(population, columns),
        ImmutableList.copyOf(records),
        assumptions,
        ImmutableList.copyOf(stepper.adjustments),
        stepper.adjustmentCount,
        isControlled());
  }

  private static ImmutableList<Population> populations(Population start, List<double[][]> columns) {
    ImmutableList.Builder<Population> populations = ImmutableList.builder();
    populations.add(start);
    for (int step = 1; step < columns.size(); step++) {
      populations.add(
          Population.ofUnsafe(
              start.date().plusYears((long) step * start.ages().width()),
              start.ages(),
              start.regions(),
              columns.get(step)));
    }
    return populations.build();
  }

  static ProjectionInputException noComponents() {
    return ProjectionInputException.of(
        Kind.YEARS, "projection", "components were not kept", "a projection made with project()");
  }
}
