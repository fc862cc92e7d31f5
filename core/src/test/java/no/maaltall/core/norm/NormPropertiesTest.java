package no.maaltall.core.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that the norms keep whatever the numbers. */
class NormPropertiesTest {
  private static final LocalDate DATE = LocalDate.of(2023, 12, 15);

  @Provide
  Arbitrary<SchoolStage> stages() {
    return NormArbitraries.stages();
  }

  @Provide
  Arbitrary<Kindergarten> kindergartens() {
    return NormArbitraries.kindergartens();
  }

  @Provide
  Arbitrary<Pedagognorm> leaderNorms() {
    return Arbitraries.of(Pedagognorm.Rounding.class)
        .map(r -> Pedagognorm.standard().withRounding(r));
  }

  private static double leaders(Pedagognorm norm, int under, int over) {
    return norm.assess(kindergarten(under, over)).required().orElse(0);
  }

  private static double staff(int under, int over) {
    return Bemanningsnorm.standard().assess(kindergarten(under, over)).required().orElse(0);
  }

  private static Kindergarten kindergarten(int under, int over) {
    return Kindergarten.builder()
        .id("K")
        .date(DATE)
        .childrenUnderThree(under)
        .childrenOverThree(over)
        .placesUnderThree(under)
        .placesOverThree(over)
        .staff(1)
        .leaders(1)
        .build();
  }

  @Property
  void oneMoreChildNeverLowersTheRequirement(
      @ForAll("leaderNorms") Pedagognorm norm,
      @ForAll @IntRange(max = 300) int under,
      @ForAll @IntRange(max = 300) int over) {
    assertThat(leaders(norm, under + 1, over)).isGreaterThanOrEqualTo(leaders(norm, under, over));
    assertThat(leaders(norm, under, over + 1)).isGreaterThanOrEqualTo(leaders(norm, under, over));
    assertThat(staff(under + 1, over)).isGreaterThan(staff(under, over));
    assertThat(staff(under, over + 1)).isGreaterThan(staff(under, over));
  }

  @Property
  void requirementOfTheUnionIsAtLeastThatOfEachPart(
      @ForAll("leaderNorms") Pedagognorm norm,
      @ForAll @IntRange(max = 300) int under,
      @ForAll @IntRange(max = 300) int over,
      @ForAll @IntRange(max = 300) int underToo,
      @ForAll @IntRange(max = 300) int overToo) {
    double union = leaders(norm, under + underToo, over + overToo);

    assertThat(union)
        .isGreaterThanOrEqualTo(leaders(norm, under, over))
        .isGreaterThanOrEqualTo(leaders(norm, underToo, overToo))
        .isLessThanOrEqualTo(leaders(norm, under, over) + leaders(norm, underToo, overToo));
    assertThat(staff(under + underToo, over + overToo))
        .isGreaterThanOrEqualTo(Math.max(staff(under, over), staff(underToo, overToo)))
        .isCloseTo(staff(under, over) + staff(underToo, overToo), within(1e-9));
  }

  @Property
  void separateRoundingNeverAsksForFewerAndAtMostOneMore(
      @ForAll @IntRange(max = 500) int under, @ForAll @IntRange(max = 500) int over) {
    double combined = leaders(Pedagognorm.standard(), under, over);
    double separate =
        leaders(Pedagognorm.standard().withRounding(Pedagognorm.Rounding.SEPARATE), under, over);

    assertThat(separate).isBetween(combined, combined + 1);
  }

  @Property
  void combinedIsTheFormulaOfTheDirectorate(
      @ForAll @IntRange(max = 1000) int under, @ForAll @IntRange(max = 1000) int over) {
    int rounded = (2 * under + over + 13) / 14;

    assertThat(leaders(Pedagognorm.standard(), under, over)).isEqualTo(rounded);
  }

  @Property
  void scalingAllHoursLeavesTheGroupSize(
      @ForAll("stages") SchoolStage stage, @ForAll @DoubleRange(min = 0.1, max = 10) double by) {
    SchoolStage scaled =
        SchoolStage.builder(stage)
            .pupilHours(stage.pupilHours() * by)
            .teacherHours(NormSubjects.times(stage.teacherHours(), by))
            .specialEducationHours(NormSubjects.times(stage.specialEducationHours(), by))
            .languageHours(NormSubjects.times(stage.languageHours(), by))
            .build();
    NormAssessment before = Laerernorm.standard().assess(stage);
    NormAssessment after = Laerernorm.standard().assess(scaled);

    if (before.actual().isPresent() && after.actual().isPresent()) {
      assertThat(after.actual().getAsDouble())
          .isCloseTo(before.actual().getAsDouble(), within(1e-6 * before.actual().getAsDouble()));
    }
  }

  @Property
  void theAnswerCompliesAndOnePositionFewerDoesNot(
      @ForAll("stages") SchoolStage stage, @ForAll("kindergartens") Kindergarten kindergarten) {
    check(Laerernorm.standard(), stage, 1);
    check(Laerernorm.standard(), stage, 0.05);
    check(Bemanningsnorm.standard(), kindergarten, 1);
    check(Bemanningsnorm.standard(), kindergarten, 0.1);
    check(Pedagognorm.standard(), kindergarten, 1);
  }

  private static <S> void check(StaffingNorm<S> norm, S subject, double size) {
    StaffNeed need = WhatIf.of(norm).withPositionSize(size).need(subject);
    if (need.positions().isEmpty()) {
      assertThat(need.before().status()).isEqualTo(NormStatus.UNKNOWN);
      return;
    }
    long positions = need.positions().getAsLong();
    NormStatus with = norm.assess(norm.withPositions(subject, positions * size)).status();
    assertThat(with.isLawful() || with == NormStatus.NOT_APPLICABLE).isTrue();
    if (positions > 0) {
      NormStatus fewer = norm.assess(norm.withPositions(subject, (positions - 1) * size)).status();
      assertThat(fewer.isLawful()).isFalse();
    }
  }

  @Property
  void whoIsJudgedHasNumbersAndWhoIsNotHasAReason(
      @ForAll("stages") SchoolStage stage, @ForAll("kindergartens") Kindergarten kindergarten) {
    for (NormAssessment a :
        List.of(
            Laerernorm.standard().assess(stage),
            Bemanningsnorm.standard().assess(kindergarten),
            Pedagognorm.standard().assess(kindergarten))) {
      assertThat(a.version()).isNotBlank();
      assertThat(a.text()).isNotBlank().doesNotContain("NaN", "Infinity", "null", "{");
      if (a.status().isJudged()) {
        assertThat(a.actual()).isPresent();
        assertThat(a.limit()).isPresent();
        assertThat(a.shortfall()).isPresent();
        assertThat(a.shortfall().getAsDouble() > 0)
            .isEqualTo(
                a.reason() == NormReason.NOT_MET || a.reason() == NormReason.NORM_DISPENSATION);
        assertThat(a.legalBasis()).isNotBlank();
      }
    }
  }
}
