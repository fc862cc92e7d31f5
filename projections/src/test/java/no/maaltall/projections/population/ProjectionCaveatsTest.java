package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.Panel;
import org.junit.jupiter.api.Test;

/** What a projection says of itself by region and year, and its panel. */
class ProjectionCaveatsTest {
  private static final Ages AGES = Ages.single(3);

  /** Men of age 2 in region 0 are emptied in some years; nobody dies, and 10 are in each cell. */
  private static Projection project(int regions, int lastYear, int... emptied) {
    Population start =
        Population.of(LocalDate.of(2024, 1, 1), AGES, Cases.regions(regions), (r, s, a) -> 10);
    double[] ones = {1, 1, 1, 1};
    RateScope scope = RateScope.everywhere(AGES).in(start.regions()).years(2024, lastYear - 1);
    Assumptions assumptions =
        new Assumptions(
            Fertility.constant(AGES, 0, 0, 0, 0),
            Mortality.constant(AGES, ones, ones),
            SexRatioAtBirth.constant(1),
            Migration.net(
                scope,
                (y, r, s, a) ->
                    r == 0 && s == Sex.MALE && a == 2 && List.of(box(emptied)).contains(y)
                        ? -1_000
                        : 0));
    return CohortComponent.wpp().project(start, assumptions, lastYear);
  }

  private static Integer[] box(int... years) {
    Integer[] boxed = new Integer[years.length];
    for (int i = 0; i < years.length; i++) {
      boxed[i] = years[i];
    }
    return boxed;
  }

  @Test
  void anEmptiedCohortIsSaidOfItsRegionAndYears() {
    Projection p = project(2, 2028, 2025, 2026);
    assertThat(p.adjustmentCount()).isEqualTo(2);
    assertThat(p.change(2025, 0).caveats())
        .extracting(Caveat::detail)
        .containsExactly(
            "1 kohort ville blitt negativ og er satt til 0,0005; forskjellen er regnet som"
                + " flytting");
    assertThat(p.change(2024, 0).caveats()).isEmpty();
    assertThat(p.change(2025, 1).caveats()).isEmpty();
    assertThat(p.caveats(2024, 0)).isEmpty();
    assertThat(p.caveats(2025, 0)).isEmpty();
    assertThat(p.caveats(2026, 0)).hasSize(1);
    assertThat(p.caveats(2028, 0).get(0).detail()).startsWith("2 kohorter ville blitt negative");
    assertThat(p.caveats(2028, 1)).isEmpty();
    assertThatThrownBy(() -> p.caveats(2029, 0)).isInstanceOf(UnknownCodeException.class);
  }

  @Test
  void whatWasNotKeptIsNotSilent() {
    // 600 regions, all emptied in two steps: 1 200, of which the first 1 000 are kept.
    Population start =
        Population.of(LocalDate.of(2024, 1, 1), AGES, Cases.regions(600), (r, s, a) -> 10);
    double[] ones = {1, 1, 1, 1};
    Assumptions assumptions =
        new Assumptions(
            Fertility.constant(AGES, 0, 0, 0, 0),
            Mortality.constant(AGES, ones, ones),
            SexRatioAtBirth.constant(1),
            Migration.constant(AGES, new double[] {0, 0, -1_000, 0}, new double[4]));
    Projection p = CohortComponent.wpp().project(start, assumptions, 2026);
    assertThat(p.adjustmentCount()).isEqualTo(1_200);
    assertThat(p.caveats(2025, 599).get(0).detail()).startsWith("1 kohort ");
    assertThat(p.change(2025, 599).caveats().get(0).detail())
        .isEqualTo("kohorter kan ha blitt negative og satt til 0,0005");
    assertThat(p.caveats(2026, 599).get(0).detail()).startsWith("minst 1 kohort ");
  }

  @Test
  void aPanelHasItsAgeGroupsRegionsAndYears() {
    Projection p = project(3, 2027);
    Panel panel = p.panel(AgeGroup.ALL, AgeGroup.of(1, 2));
    assertThat(panel.regions()).isEqualTo(p.regions());
    assertThat(panel.periods()).hasSize(4);
    for (int region = 0; region < 3; region++) {
      assertThat(panel.series(1, region)).isEqualTo(p.series(AgeGroup.of(1, 2), region));
    }
    String code = p.regions().get(2).code();
    assertThat(panel.at("befolkning.0+", code, Period.year(2024)).status())
        .isEqualTo(ObservationStatus.NORMAL);
    assertThat(panel.at("befolkning.0+", code, Period.year(2027)).status())
        .isEqualTo(ObservationStatus.FORECAST);
  }
}
