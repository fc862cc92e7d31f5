package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import no.maaltall.core.indicator.Region;
import org.junit.jupiter.api.Test;

class PopulationTest {
  @Property
  void largestRemainderKeepsTheTotalAndMovesNoneByMoreThanOne(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 1e6) Double> drawn) {
    double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
    double[] whole = LargestRemainder.rounded(values);
    assertThat(Arrays.stream(whole).sum())
        .isEqualTo((double) Math.round(Arrays.stream(values).sum()));
    for (int i = 0; i < values.length; i++) {
      assertThat(whole[i]).isEqualTo(Math.rint(whole[i])).isCloseTo(values[i], within(1.0 + 1e-6));
    }
  }

  @Test
  void largestRemainderIsTheSameEveryTime() {
    assertThat(LargestRemainder.rounded(0.5, 0.5, 0.5, 0.5)).containsExactly(1, 1, 0, 0);
    assertThat(LargestRemainder.rounded(10, 1, 1, 1)).containsExactly(4, 3, 3);
    assertThat(LargestRemainder.rounded(0, 0, 0)).containsExactly(0, 0);
    // Either way that the sum is rounded, nothing is scaled; no zero is negative.
    assertThat(LargestRemainder.rounded(11, 9.4, 1)).containsExactly(10, 1);
    assertThat(LargestRemainder.rounded(10, 9.6, 1)).containsExactly(9, 1);
    assertThat(1 / LargestRemainder.rounded(-0.0, 1)[0]).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> LargestRemainder.rounded(3, 0, 0)).hasMessageContaining("0 when all");
    assertThatThrownBy(() -> LargestRemainder.rounded(-1.0)).hasMessageContaining("got -1.0");
  }

  @Test
  void wholePersonsKeepTheTotalOfEachRegion() {
    Population p = Cases.population(Ages.single(105), 3, 1);
    Population whole = p.rounded();
    for (int r = 0; r < 3; r++) {
      assertThat(whole.sum(r, AgeGroup.ALL)).isEqualTo((double) Math.round(p.sum(r, AgeGroup.ALL)));
    }
  }

  @Test
  void rakingReachesBothTotals() {
    Population p = Cases.population(Ages.single(90), 5, 2);
    Population total = p.merged(Region.of("0")).times(1.1);
    double[] regions = {1, 2, 3, 4, 5};
    double scale = total.total() / 15;
    for (int r = 0; r < 5; r++) {
      regions[r] *= scale;
    }
    Population raked = Raking.toBoth(p, total, regions, 1e-10);
    for (int r = 0; r < 5; r++) {
      assertThat(raked.sum(r, AgeGroup.ALL)).isCloseTo(regions[r], within(1e-9 * regions[r]));
    }
    assertThat(raked.merged(Region.of("0")).at(0, Sex.MALE, 30))
        .isCloseTo(total.at(0, Sex.MALE, 30), within(1e-9 * total.at(0, Sex.MALE, 30)));
    assertThat(Raking.toRegionTotals(p, 1, 2, 3, 4, 5).sum(4, AgeGroup.ALL))
        .isCloseTo(5, within(1e-12));
    regions[0] *= 2;
    assertThatThrownBy(() -> Raking.toBoth(p, total, regions, 1e-10))
        .hasMessageContaining("totals that agree");
  }

  @Test
  void ratesOfNoYearAreRefusedWithoutAYear() {
    RateScope always = RateScope.everywhere(Ages.single(2));
    assertThatThrownBy(() -> Migration.rates(always, (y, r, s, a) -> -1.1))
        .hasMessage("net migration rates: M at 0 is -1.1; allowed: -1 (all leave) or more");
    assertThatThrownBy(() -> Migration.rates(always.years(2024, 2025), (y, r, s, a) -> -1.1))
        .hasMessageContaining("M at 0 in 2024 is -1.1");
  }

  @Test
  void ageGroupsAreWholeGroups() {
    Population p = Cases.population(Ages.of(5, 85), 1, 3);
    assertThat(p.sum(0, AgeGroup.of(0, 4)) + p.sum(0, AgeGroup.from(5)))
        .isCloseTo(p.total(), within(1e-9));
    assertThatThrownBy(() -> p.sum(0, AgeGroup.of(0, 5)))
        .hasMessage(
            "age group 0-5: cannot be made of the ages 0 to 85+ by 5; allowed: whole groups");
    assertThatThrownBy(() -> p.sum(0, AgeGroup.of(80, 89))).hasMessageContaining("80-89");
    assertThat(AgeGroup.parse("80+")).isEqualTo(AgeGroup.from(80));
    assertThat(AgeGroup.parse("6-15")).isEqualTo(AgeGroup.of(6, 15));
    assertThat(AgeGroup.parse("0").toString()).isEqualTo("0");
    assertThatThrownBy(() -> AgeGroup.parse("9-2")).hasMessageContaining("the lower age first");
    assertThatThrownBy(() -> p.indexOf("1102")).hasMessageContaining("nearest");
  }

  @Test
  void lifeTableFollowsItsFormulas() {
    Ages ages = Ages.single(2);
    LifeTable t = LifeTable.ofDeathRates(ages, 0.1, 0.2, 0.5);
    assertThat(t.probability(0)).isCloseTo(0.1 / 1.05, within(1e-15));
    assertThat(t.survivors(1)).isCloseTo(1 - 0.1 / 1.05, within(1e-15));
    assertThat(t.personYears(0)).isCloseTo((1 + t.survivors(1)) / 2, within(1e-15));
    assertThat(t.personYears(2)).isCloseTo(t.survivors(2) / 0.5, within(1e-15));
    assertThat(t.lifeExpectancy(2)).isCloseTo(2, within(1e-15));
    double e0 = t.personYears(0) + t.personYears(1) + t.personYears(2);
    assertThat(t.lifeExpectancy(0)).isCloseTo(e0, within(1e-15));
    Mortality m =
        Mortality.deathRates(
            RateScope.everywhere(ages), (y, r, s, a) -> new double[] {0.1, 0.2, 0.5}[a]);
    assertThat(m.lifeExpectancy(2024, 0, Sex.MALE)).isCloseTo(e0, within(1e-14));
    assertThat(LifeTable.rate(LifeTable.probability(0.3, 5, 2), 5, 2))
        .isCloseTo(0.3, within(1e-15));
    Mortality q =
        Mortality.probabilities(
            RateScope.everywhere(ages), RateAge.AT_START_OF_YEAR, (y, r, s, a) -> (a + 2) / 10.0);
    assertThat(q.survivalRatio(0, 0, Sex.FEMALE, 0)).isEqualTo(0.9);
    assertThat(q.survivalRatio(0, 0, Sex.FEMALE, 2)).isEqualTo(0.7);
    assertThatThrownBy(() -> LifeTable.ofDeathRates(ages, 0.1, 0.2, 0))
        .hasMessageContaining("nobody dies at 2+");
  }

  @Test
  void ageAtStartAndAtEndAreTheSameCohorts() {
    Ages ages = Ages.single(3);
    double[] atEnd = {.99, .98, .97, .9};
    Mortality end =
        Mortality.survivalRatios(
            RateScope.everywhere(ages), RateAge.AT_END_OF_YEAR, (y, r, s, a) -> atEnd[a]);
    Mortality start =
        Mortality.survivalRatios(
            RateScope.everywhere(ages),
            RateAge.AT_START_OF_YEAR,
            (y, r, s, a) -> atEnd[Math.min(a + 1, 3)]);
    Population p = Cases.population(ages, 2, 4);
    Assumptions a =
        new Assumptions(
            Fertility.constant(ages, 0, .2, .3, 0), end, SexRatioAtBirth.ssb(), Migration.none());
    assertThat(CohortComponent.ssb().projectLast(p, a, 2030).total())
        .isEqualTo(CohortComponent.ssb().projectLast(p, a.with(start), 2030).total());
  }
}
