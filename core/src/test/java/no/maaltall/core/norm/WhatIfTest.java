package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.plain;
import static no.maaltall.core.norm.NormSubjects.skole7;
import static no.maaltall.core.norm.NormSubjects.solvik;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Kindergarten SOLVIK = solvik("2023-12-15").build();

  @Test
  void fewestPositionsAndTheirCost() {
    // Solvik lacks 0.3 of a position, the large one 2.3 and the third nothing: 1 + 3 + 0.
    Kindergarten large = solvik("2023-12-15").id("B2").staff(14.5).build();
    Kindergarten fine = solvik("2023-12-15").id("B3").staff(17).build();
    StaffPlan plan =
        WhatIf.of(Bemanningsnorm.standard()).plan(List.of(SOLVIK, large, fine), 650_000);

    assertThat(plan.needs().stream().map(n -> n.positions().getAsLong()))
        .containsExactly(1L, 3L, 0L);
    assertThat(plan.positions()).isEqualTo(4);
    assertThat(plan.cost()).hasValue(2_600_000);
    assertThat(plain(plan.text())).isEqualTo("4 stillinger (4 årsverk) koster 2 600 000 kr per år");
    assertThat(plan.needs().get(0).before().status()).isEqualTo(NormStatus.BREACHES);
    assertThat(plan.needs().get(0).after().status()).isEqualTo(NormStatus.COMPLIES);
  }

  @Test
  void smallerPositionsCostLess() {
    StaffPlan plan =
        WhatIf.of(Bemanningsnorm.standard()).withPositionSize(0.1).plan(List.of(SOLVIK), 650_000);

    assertThat(plan.positions()).isEqualTo(3);
    assertThat(plan.fullPositions()).isCloseTo(0.3, within(1e-12));
    assertThat(plan.cost().getAsDouble()).isCloseTo(195_000, within(1e-6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WhatIf.of(Bemanningsnorm.standard()).withPositionSize(0))
        .withMessage("size of a position must be above 0 and up to 1, got 0.0");
  }

  @Test
  void teachersOfTheWorkedExample() {
    StaffNeed need = WhatIf.of(Laerernorm.standard()).need(skole7("2019/2020").build());

    // 0.80 of a position is missing.
    assertThat(need.positions()).hasValue(1);
    assertThat(need.after().status()).isEqualTo(NormStatus.COMPLIES);
  }

  @Test
  void unknownStaffHasNoAnswerAndNoCost() {
    Kindergarten unknown = solvik("2023-12-15").id("U").staff(OptionalDouble.empty()).build();
    StaffPlan plan = WhatIf.of(Bemanningsnorm.standard()).plan(List.of(SOLVIK, unknown), 650_000);

    assertThat(plan.cost()).isEmpty();
    assertThat(plan.unknown()).hasSize(1);
    assertThat(plan.positions()).isEqualTo(1);
    assertThat(plain(plan.text()))
        .isEqualTo(
            "1 stillinger (1 årsverk) koster 650 000 kr per år; behovet er ukjent for 1 enheter");
    assertThat(WhatIf.of(Bemanningsnorm.standard()).plan(List.of(), 1).cost()).isEmpty();
  }

  @Test
  void aNewKindergartenWithoutStaffHasAnAnswer() {
    assertThat(
            WhatIf.of(Bemanningsnorm.standard())
                .need(solvik("2023-12-15").staff(0).build())
                .positions())
        .hasValue(17);
    assertThat(
            WhatIf.of(Pedagognorm.standard())
                .need(solvik("2023-12-15").leaders(0).build())
                .positions())
        .hasValue(8);
  }

  @Test
  void dispensationsMayBeLeftOut() {
    Kindergarten dispensed =
        solvik("2023-12-15").leaders(6).addDispensations(Dispensation.PEDAGOGNORM).build();
    Kindergarten uneducated = solvik("2023-12-15").leadersWithDispensation(3).build();
    WhatIf<Kindergarten> lawful = WhatIf.of(Pedagognorm.standard());

    assertThat(lawful.need(dispensed).positions()).hasValue(0);
    assertThat(lawful.withoutDispensations().need(dispensed).positions()).hasValue(2);
    assertThat(lawful.withoutDispensations().need(uneducated).positions()).hasValue(3);
  }

  @Test
  void morePupilsNeedMoreTeachers() {
    NormChange change = WhatIf.addPupils(Laerernorm.standard(), skole7("2019/2020").build(), 10);

    // 10 pupils of 143 925 / 200 hours: 7 196.25 / 15 = 479.75 hours, 0.647 of a position.
    assertThat(change.requiredChange().getAsDouble()).isCloseTo(479.75 / 741, within(1e-9));
    assertThat(change.shortfallChange().getAsDouble()).isCloseTo(479.75 / 741, within(1e-9));
    assertThat(change.text()).isEqualTo("kravet endres med 0,65, mangelen med 0,65; brudd 1 → 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> skole7("2019/2020").pupils(0).pupilHours(0).build().plusPupils(1))
        .withMessage("7/1-4 has no pupils, so the hours of 1 more are not known");
  }

  @Test
  void movingChildrenMovesTheRequirement() {
    Kindergarten full =
        Kindergarten.builder()
            .id("A")
            .date(LocalDate.of(2023, 12, 15))
            .childrenUnderThree(18)
            .childrenOverThree(24)
            .placesUnderThree(18)
            .placesOverThree(24)
            .staff(10)
            .leaders(4)
            .build();
    Kindergarten roomy = Kindergarten.builder(full).id("B").staff(9.5).build();
    NormChange staff = WhatIf.moveChildren(Bemanningsnorm.standard(), full, roomy, 3, 0);
    NormChange leaders = WhatIf.moveChildren(Pedagognorm.standard(), full, roomy, 3, 0);

    // 18 / 3 + 24 / 6 = 10; three small children are one position.
    assertThat(staff.requiredChange().getAsDouble()).isCloseTo(0, within(1e-12));
    assertThat(staff.before().breaches()).extracting(NormAssessment::subject).containsExactly("B");
    assertThat(staff.after().assessments().get(0).required().getAsDouble())
        .isCloseTo(9, within(1e-12));
    assertThat(staff.after().assessments().get(1).required().getAsDouble())
        .isCloseTo(11, within(1e-12));
    assertThat(staff.newBreaches()).isEmpty();
    // ceil(60 / 14) = 5 each before; ceil(54 / 14) = 4 and ceil(66 / 14) = 5 after.
    assertThat(leaders.requiredChange()).hasValue(-1);
  }

  @Test
  void aChangeOfUnknownIsUnknown() {
    Kindergarten unknown = solvik("2023-12-15").staff(OptionalDouble.empty()).build();

    assertThat(
            WhatIf.of(Bemanningsnorm.standard())
                .effect(List.of(unknown), List.of(unknown))
                .requiredChange())
        .isEmpty();
  }
}
