package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.junit.jupiter.api.Test;

class CohortComponentTest {
  private static final Ages ONE = Ages.single(105);
  private static final Ages FIVE = Ages.of(5, 85);

  private static List<CohortComponent> models() {
    return List.of(
        CohortComponent.ssb(),
        CohortComponent.wpp(),
        CohortComponent.textbook(),
        CohortComponent.ssb().with(MigrationTiming.START),
        CohortComponent.of(
            new Conventions(
                BirthWomen.COHORT_BY_AGE_AT_START,
                WomenAtEnd.AFTER_MIGRATION,
                MigrationTiming.HALF_AND_HALF,
                NegativePolicy.refuse())));
  }

  private static Migration everyKind(Population p, long seed) {
    RateScope scope = RateScope.everywhere(p.ages()).in(p.regions());
    int n = p.regions().size();
    double all = n * (n + 1) / 2.0;
    return Cases.migration(p.ages(), p.regions(), seed)
        .plus(Migration.rates(RateScope.everywhere(p.ages()), (y, r, s, a) -> a < 40 ? .01 : -.002))
        .plus(
            Migration.pool(
                scope, (y, r, s, a) -> a < 40 ? .05 : .01, (y, r, s, a) -> (r + 1) / all));
  }

  /** P(t+1) = P(t) + B − D + M in each region, sex and cohort. */
  private static void assertBalances(Projection p) {
    Ages ages = p.first().ages();
    for (int step = 0; step + 1 < p.populations().size(); step++) {
      Population before = p.populations().get(step);
      Population after = p.populations().get(step + 1);
      int year = before.year();
      for (int r = 0; r < p.regions().size(); r++) {
        for (Sex sex : Sex.values()) {
          for (int a = 0; a < ages.count(); a++) {
            double from =
                (a == 0 ? 0 : before.at(r, sex, a - 1))
                    + (a == ages.open() ? before.at(r, sex, a) : 0);
            double expected =
                from
                    + p.component(Component.BIRTHS, year, r, sex, a)
                    - p.component(Component.DEATHS, year, r, sex, a)
                    + p.component(Component.MIGRATION, year, r, sex, a);
            assertThat(after.at(r, sex, a)).isCloseTo(expected, within(1e-9 * Math.max(1, from)));
          }
        }
      }
    }
  }

  @Property(tries = 20)
  void componentsBalance(@ForAll @IntRange(min = 1, max = 4) int regions, @ForAll long seed) {
    for (Ages ages : List.of(ONE, FIVE)) {
      Population start = Cases.population(ages, regions, seed);
      Assumptions assumptions = Cases.assumptions(start, seed).with(everyKind(start, seed));
      for (CohortComponent model : models()) {
        CohortComponent floored = model.with(NegativePolicy.setTo(0));
        assertBalances(floored.project(start, assumptions, Cases.START + 10));
        assertBalances(floored.project(start, Cases.assumptions(start, seed), Cases.START + 10));
      }
    }
  }

  /** More regions than are taken together, so that every seam is crossed. */
  @Test
  void theLastYearIsTheSameByItself() {
    for (int regions : new int[] {1, 191, 192, 193, 357}) {
      Population start = Cases.population(FIVE, regions, 7);
      Assumptions assumptions = Cases.assumptions(start, 8);
      for (CohortComponent model : models()) {
        Population expected = model.project(start, assumptions, Cases.START + 15).last();
        Population last = model.projectLast(start, assumptions, Cases.START + 15);
        assertThat(last.columnsUnsafe()).isDeepEqualTo(expected.columnsUnsafe());
      }
    }
  }

  /** A cohort that is a hair below nobody is seen, in whatever region it is. */
  @Test
  void everyNegativeCohortIsSeen() {
    Population start = Cases.population(FIVE, 300, 7);
    for (int region : new int[] {0, 149, 150, 299}) {
      Migration one =
          Migration.net(
              RateScope.everywhere(FIVE).in(start.regions()),
              (y, r, s, a) ->
                  r == region && s == Sex.MALE && a == 3
                      ? -start.at(r, s, 2) * (1 + 1e-15) - 1e-12
                      : 0);
      Assumptions assumptions =
          Cases.assumptions(start, 8)
              .with(one)
              .with(
                  Mortality.survivalRatios(
                      RateScope.everywhere(FIVE), RateAge.AT_END_OF_YEAR, (y, r, s, a) -> 1));
      assertThatThrownBy(
              () -> CohortComponent.ssb().projectLast(start, assumptions, Cases.START + 5))
          .isInstanceOf(ProjectionInputException.class)
          .hasMessageContaining("region " + start.regions().get(region).code() + " ");
      Projection floored = CohortComponent.wpp().project(start, assumptions, Cases.START + 5);
      assertThat(floored.adjustmentCount()).isEqualTo(1);
      assertThat(floored.last().at(region, Sex.MALE, 3)).isEqualTo(0.0005);
      assertBalances(floored);
    }
  }

  @Test
  void birthsByTheAgeOfTheMotherAreTheBirths() {
    Population start = Cases.population(ONE, 3, 1);
    for (CohortComponent model : models()) {
      Projection p = model.project(start, Cases.assumptions(start, 2), Cases.START + 3);
      double byAge = 0;
      for (int a = 0; a < ONE.count(); a++) {
        byAge += p.birthsByAge(Cases.START, 1, a);
      }
      double births =
          p.component(Component.BIRTHS, Cases.START, 1, Sex.MALE)
              + p.component(Component.BIRTHS, Cases.START, 1, Sex.FEMALE);
      assertThat(births).isCloseTo(byAge, within(1e-9));
      assertThat(p.component(Component.BIRTHS, Cases.START, 1, Sex.MALE) / births)
          .isCloseTo(1.06 / 2.06, within(1e-12));
    }
  }

  @Test
  void thePresetsFollowTheirFormulas() {
    Ages ages = Ages.single(4);
    double[] m = {10, 11, 12, 13, 14};
    double[] f = {20, 21, 22, 23, 24};
    double[] s = {.99, .98, .97, .96, .9};
    double[] rates = {0, .1, .2, .3, 0};
    double[] net = {1, 2, 3, -1, -2};
    Population start = Population.ofRegion(LocalDate.of(2024, 1, 1), ages, Region.of("X"), m, f);
    Assumptions assumptions =
        new Assumptions(
            Fertility.constant(ages, rates),
            Mortality.constant(ages, s, s),
            SexRatioAtBirth.constant(1.05),
            Migration.constant(ages, net, net));
    double ssbBirths = .5 * (.1 * (20 + 20 * .98) + .2 * (21 + 21 * .97) + .3 * (22 + 22 * .96));
    double wppBirths = .5 * (.1 * (21 + 20 * .98) + .2 * (22 + 21 * .97) + .3 * (23 + 22 * .96));
    Population ssb = CohortComponent.ssb().project(start, assumptions, 2025).last();
    Population wpp = CohortComponent.wpp().project(start, assumptions, 2025).last();
    assertThat(ssb.at(0, Sex.FEMALE, 0)).isCloseTo(ssbBirths / 2.05 * .99 + 1, within(1e-12));
    assertThat(wpp.at(0, Sex.FEMALE, 0)).isCloseTo(wppBirths / 2.05 * .99 + 1, within(1e-12));
    assertThat(wpp.at(0, Sex.MALE, 0)).isCloseTo(wppBirths * 1.05 / 2.05 * .99 + 1, within(1e-12));
    assertThat(wpp.at(0, Sex.FEMALE, 1)).isCloseTo(20 * .98 + 2, within(1e-12));
    assertThat(wpp.at(0, Sex.FEMALE, 4)).isCloseTo((23 + 24) * .9 - 2, within(1e-12));
    assertThat(wpp.date()).isEqualTo(LocalDate.of(2025, 1, 1));
    Population end2017 =
        Population.ofRegion(LocalDate.of(2017, 12, 31), ages, Region.of("X"), m, f);
    assertThat(end2017.year()).isEqualTo(2018);
  }

  @Test
  void zeroRatesKeepTheCohorts() {
    Population start = Cases.population(ONE, 2, 3);
    double[] ones = new double[ONE.count()];
    Arrays.fill(ones, 1);
    Assumptions nothing =
        new Assumptions(
            Fertility.constant(ONE, new double[ONE.count()]),
            Mortality.constant(ONE, ones, ones),
            SexRatioAtBirth.ssb(),
            Migration.none());
    for (CohortComponent model : models()) {
      Population end = model.project(start, nothing, Cases.START + 30).last();
      assertThat(end.total()).isCloseTo(start.total(), within(1e-9 * start.total()));
      assertThat(end.at(1, Sex.FEMALE, 50)).isEqualTo(start.at(1, Sex.FEMALE, 20));
      assertThat(end.at(1, Sex.FEMALE, 29)).isZero();
    }
  }

  @Property(tries = 10)
  void twiceThePopulationGivesTwiceTheResult(@ForAll long seed) {
    Population start = Cases.population(ONE, 2, seed);
    Migration moves = everyKind(start, seed);
    Migration twice = moves.plus(Cases.migration(ONE, start.regions(), seed));
    for (CohortComponent model : models()) {
      CohortComponent floored = model.with(NegativePolicy.setTo(0));
      Assumptions a = Cases.assumptions(start, seed);
      Population one = floored.project(start, a.with(moves), Cases.START + 5).last();
      Population two = floored.project(start.times(2), a.with(twice), Cases.START + 5).last();
      for (int age = 0; age < ONE.count(); age++) {
        assertThat(two.at(1, Sex.MALE, age))
            .isCloseTo(2 * one.at(1, Sex.MALE, age), within(1e-8 * (1 + one.at(1, Sex.MALE, age))));
      }
    }
  }

  @Property(tries = 10)
  void regionsSumToTheWholeWhenTheirRatesAreTheSame(@ForAll long seed) {
    Population start = Cases.population(ONE, 5, seed);
    Region whole = Region.of("0");
    double all = 15;
    Migration domestic =
        Migration.pool(
            RateScope.everywhere(ONE).in(start.regions()),
            (y, r, s, a) -> .02 * (r + 1),
            (y, r, s, a) -> (5 - r) / all);
    Assumptions a = Cases.assumptions(start, seed);
    for (CohortComponent model : models()) {
      Projection parts = model.project(start, a.with(Migration.none()), Cases.START + 10);
      Projection moving = model.project(start, a.with(domestic), Cases.START + 10);
      Projection one =
          model.project(start.merged(whole), a.with(Migration.none()), Cases.START + 10);
      double expected = one.last().total();
      assertThat(parts.last().total()).isCloseTo(expected, within(1e-9 * expected));
      double net = 0;
      for (int r = 0; r < 5; r++) {
        net += moving.component(Component.MIGRATION, Cases.START, r, Sex.FEMALE);
      }
      assertThat(net).as("moves between regions sum to zero").isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void theShortFormsGiveTheSameBits() {
    Population start = Cases.population(ONE, 7, 5);
    Assumptions a = Cases.assumptions(start, 6);
    for (CohortComponent model : models()) {
      Projection full = model.project(start, a, Cases.START + 11);
      Projection bare = model.projectPopulations(start, a, Cases.START + 11);
      Population last = model.projectLast(start, a, Cases.START + 11);
      for (int age = 0; age < ONE.count(); age++) {
        for (Sex sex : Sex.values()) {
          assertThat(bare.last().at(3, sex, age)).isEqualTo(full.last().at(3, sex, age));
          assertThat(last.at(3, sex, age)).isEqualTo(full.last().at(3, sex, age));
        }
      }
      assertThat(bare.hasComponents()).isFalse();
      assertThatThrownBy(() -> bare.component(Component.DEATHS, Cases.START, 0, Sex.MALE))
          .isInstanceOf(ProjectionInputException.class);
    }
  }

  @Test
  void regionsMayStandInAnotherOrderInTheRates() {
    Population start = Cases.population(ONE, 3, 7);
    List<Region> turned =
        List.of(start.regions().get(2), start.regions().get(0), start.regions().get(1));
    Assumptions a = Cases.assumptions(start, 8);
    Migration given =
        Migration.net(RateScope.everywhere(ONE).in(start.regions()), (y, r, s, age) -> r + 1);
    Migration other =
        Migration.net(RateScope.everywhere(ONE).in(turned), (y, r, s, age) -> r == 0 ? 3 : r);
    assertThat(CohortComponent.ssb().projectLast(start, a.with(given), 2026).sum(2, AgeGroup.ALL))
        .isEqualTo(
            CohortComponent.ssb().projectLast(start, a.with(other), 2026).sum(2, AgeGroup.ALL));
  }

  @Test
  void aMigrationThatEmptiesACohortIsRefusedOrSaid() {
    Ages ages = Ages.single(3);
    double[] persons = {10, 10, 10, 10};
    double[] s = {1, 1, 1, 1};
    Population start =
        Population.ofRegion(LocalDate.of(2024, 1, 1), ages, Region.of("3201"), persons, persons);
    Assumptions a =
        new Assumptions(
            Fertility.constant(ages, 0, 0, 0, 0),
            Mortality.constant(ages, s, s),
            SexRatioAtBirth.constant(1),
            Migration.constant(ages, new double[] {0, 0, -12, 0}, new double[4]));
    assertThatThrownBy(() -> CohortComponent.ssb().project(start, a, 2025))
        .isInstanceOfSatisfying(
            ProjectionInputException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.NEGATIVE_COHORT);
              assertThat(e.where()).isEqualTo("migration");
              assertThat(e.line()).isEmpty();
            })
        .hasMessageContaining("moves of 2024")
        .hasMessageContaining("3201")
        .hasMessageContaining("-2.0 M at 2");
    Projection p = CohortComponent.wpp().project(start, a, 2025);
    assertThat(p.last().at(0, Sex.MALE, 2)).isEqualTo(0.0005);
    assertThat(p.adjustments())
        .containsExactly(new Adjustment(2024, Region.of("3201"), Sex.MALE, 2, -2, 0.0005));
    assertThat(p.component(Component.MIGRATION, 2024, 0, Sex.MALE, 2))
        .isCloseTo(-9.9995, within(1e-12));
    assertThat(p.change(2024, 0).has(Caveat.Kind.UNCERTAIN_INPUT)).isTrue();
    assertBalances(p);
    for (CohortComponent model : models()) {
      assertBalances(model.with(NegativePolicy.setTo(0)).project(start, a, 2026));
    }
  }

  @Test
  void isControlledToGivenTotals() {
    Population start = Cases.population(ONE, 4, 9);
    Assumptions a = Cases.assumptions(start, 10);
    Projection whole =
        CohortComponent.ssb()
            .project(
                start.merged(Region.of("0")),
                a.with(Migration.constant(ONE, new double[106], new double[106])),
                Cases.START + 5);
    Projection parts =
        CohortComponent.ssb().controlledTo(whole.populations()).project(start, a, Cases.START + 5);
    assertThat(parts.isControlled()).isTrue();
    assertThat(parts.last().merged(Region.of("0")).at(0, Sex.MALE, 40))
        .isCloseTo(whole.last().at(0, Sex.MALE, 40), within(1e-9));
    assertBalances(parts);
    assertThatThrownBy(
            () ->
                CohortComponent.ssb()
                    .controlledTo(whole.populations())
                    .project(start, a, Cases.START + 6))
        .hasMessageContaining("no total for 2030");
  }

  @Test
  void seriesHaveStatusForecast() {
    Population start = Cases.population(ONE, 2, 11);
    Projection p = CohortComponent.ssb().project(start, Cases.assumptions(start, 12), 2030);
    Series series = p.series(AgeGroup.from(80), 1);
    assertThat(series.size()).isEqualTo(7);
    assertThat(series.statusAt(0)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(series.statusAt(6)).isEqualTo(ObservationStatus.FORECAST);
    assertThat(series.valueAt(6)).isEqualTo(p.last().sum(1, AgeGroup.from(80)));
    assertThat(p.change(2024, 0).explain()).contains("fødte − ").contains(" netto flytting = ");
  }

  @Test
  void inputThatDoesNotJoinIsRefused() {
    Population start = Cases.population(ONE, 1, 13);
    Assumptions a = Cases.assumptions(start, 14);
    Mortality short2026 =
        Mortality.survivalRatios(
            RateScope.everywhere(ONE).years(2024, 2026),
            RateAge.AT_END_OF_YEAR,
            (y, r, s, age) -> .99);
    CohortComponent ssb = CohortComponent.ssb();
    assertThatThrownBy(() -> ssb.project(start, a.with(short2026), 2030))
        .hasMessage("mortality: no rates for 2027; allowed: years 2024 to 2026");
    assertThatThrownBy(() -> ssb.project(start, a.with(Cases.mortality(Ages.single(100))), 2030))
        .hasMessage(
            "mortality: ages 0 to 100+ by 1; allowed: the ages of the population, 0 to 105+ by 1");
    assertThatThrownBy(() -> Mortality.constant(ONE, fill(1.2), fill(1)))
        .hasMessage("mortality: survival ratio of M at 0 is 1.2; allowed: 0 to 1");
    assertThatThrownBy(() -> Fertility.constant(ONE, fill(-.1)))
        .hasMessage("fertility: rate at 0 is -0.1; allowed: 0 or more");
    assertThatThrownBy(() -> Fertility.constant(ONE, fill(.1)))
        .hasMessageContaining("0 in the youngest and in the open age group");
    assertThatThrownBy(() -> SexRatioAtBirth.constant(0))
        .hasMessage("sex ratio at birth: ratio is 0.0; allowed: more than 0, finite");
    assertThatThrownBy(() -> ssb.project(start, a, 2024)).hasMessageContaining("2025 or later");
    Migration elsewhere =
        Migration.net(RateScope.everywhere(ONE).in(List.of(Region.of("9999"))), (y, r, s, g) -> 0);
    assertThatThrownBy(() -> ssb.project(start, a.with(elsewhere), 2030))
        .hasMessageContaining("no rates for region 1101");
  }

  private static double[] fill(double value) {
    double[] filled = new double[ONE.count()];
    Arrays.fill(filled, value);
    return filled;
  }
}
