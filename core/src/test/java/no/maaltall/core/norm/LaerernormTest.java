package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.optional;
import static no.maaltall.core.norm.NormSubjects.plain;
import static no.maaltall.core.norm.NormSubjects.skole7;
import static no.maaltall.core.norm.NormSubjects.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LaerernormTest {
  private static final Laerernorm NORM = Laerernorm.standard();

  @Test
  void breachSaysWhatIsMissing() {
    NormAssessment a = NORM.assess(skole7("2019/2020").build());

    assertThat(plain(a.text()))
        .isEqualTo(
            "Skole 7, 1.–4. trinn 2019/2020: 15,99 elever per lærertime er over 15; mangler 595"
                + " lærertimer, 0,80 årsverk à 741 timer");
    assertThat(plain(a.text(Locale.ENGLISH)))
        .isEqualTo(
            "Skole 7, years 1–4 2019/2020: 15.99 pupils per teacher hour is above 15; 595 teacher"
                + " hours are missing, 0.80 FTE of 741 hours");
    assertThat(plain(a.explain()))
        .isEqualTo(
            "Skole 7, 1.–4. trinn 2019/2020: 15,99 elever per lærertime er over 15; mangler 595"
                + " lærertimer, 0,80 årsverk à 741 timer\n"
                + "  gruppestørrelse 2: 143 925 / (9 800 − 600 − 200) = 15,9917\n"
                + "  gruppestørrelse 1: 143 925 / 9 800 = 14,6862\n"
                + "  krav: 143 925 / 15 = 9 595 lærertimer\n"
                + "  mangler: 9 595 − 9 000 = 595 timer; 595 / 741 = 0,8030 årsverk\n"
                + "  Norm: laerernorm norms@2019-08-01, forskrift til opplæringslova § 14A-1"
                + " (sikkerhet: høy)");
    assertThat(a.status()).isEqualTo(NormStatus.BREACHES);
    assertThat(a.actual().getAsDouble()).isCloseTo(15.991666666666667, within(1e-12));
    assertThat(a.limit()).hasValue(15);
    assertThat(a.margin().getAsDouble()).isCloseTo(-0.991666666666667, within(1e-12));
    assertThat(a.missingHours()).hasValue(595);
    assertThat(a.shortfall()).hasValue(595 / 741.0);
    assertThat(a.required()).hasValue(9595 / 741.0);
    assertThat(a.shortfallUnit()).isEqualTo("FTE");
    assertThat(a.subject()).isEqualTo("7/1-4");
    assertThat(a.version()).isEqualTo("norms@2019-08-01");
    assertThat(a.when()).isEqualTo("2019/2020");
  }

  @Test
  void sameSchoolCompliesTheYearBefore() {
    NormAssessment a = NORM.assess(skole7("2018/2019").build());

    assertThat(a.status()).isEqualTo(NormStatus.COMPLIES);
    assertThat(a.version()).isEqualTo("norms@2018-08-01");
    assertThat(a.shortfall()).hasValue(0);
    assertThat(plain(a.text()))
        .isEqualTo("Skole 7, 1.–4. trinn 2018/2019: 15,99 elever per lærertime er ikke over 16");
  }

  @Test
  void beforeTheNormItSaysSince() {
    NormAssessment a = NORM.assess(skole7("2017/2018").build());

    assertThat(a.status()).isEqualTo(NormStatus.NOT_APPLICABLE);
    assertThat(a.version()).isEqualTo("norms@before-2018-08-01");
    assertThat(a.text())
        .isEqualTo(
            "Skole 7, 1.–4. trinn 2017/2018: ikke aktuelt: normen gjaldt ikke ennå, normen gjelder"
                + " fra 1.8.2018");
    assertThat(a.actual()).isEmpty();
    assertThat(a.shortfall()).isEmpty();
    assertThat(a.legalBasis()).isEmpty();
  }

  @Test
  void allocatedSpecialEducationSaysSo() {
    // 1 000 hours in the school, 12 of its 20 pupils with a decision: 600 hours.
    SchoolStage allocated =
        skole7("2019/2020")
            .specialEducationHours(OptionalDouble.empty())
            .schoolSpecialEducationHours(1_000)
            .pupilsWithDecision(12)
            .schoolPupilsWithDecision(20)
            .build();
    NormAssessment a = NORM.assess(allocated);

    assertThat(a.actual()).isEqualTo(NORM.assess(skole7("2019/2020").build()).actual());
    assertThat(plain(a.steps().get(0).norwegian()))
        .isEqualTo(
            "spesialundervisning, fordelt etter elever med vedtak: 1 000 · 12 / 20 = 600 timer");
  }

  @TestFactory
  Stream<DynamicTest> judgesAsTheTableSays() {
    return SpecTable.tests(
        "laerernorm.csv",
        row -> {
          SchoolStage stage =
              SchoolStage.builder()
                  .school("S")
                  .owner(Ownership.parse(row.text("OWNER")))
                  .schoolYear(Period.parse(row.text("SCHOOL_YEAR")))
                  .stage(MainStage.parse(row.text("STAGE")))
                  .pupils(row.integer("PUPILS"))
                  .pupilHours(row.number("PUPIL_HOURS"))
                  .teacherHours(optional(row.text("TEACHER_HOURS")))
                  .specialEducationHours(optional(row.text("SPECIAL")))
                  .languageHours(optional(row.text("LANGUAGE")))
                  .build();
          NormAssessment a = NORM.assess(stage);

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          assertThat(a.limit()).isEqualTo(optional(row.text("LIMIT")));
          if (!row.text("FTE").isEmpty()) {
            assertThat(a.shortfall().getAsDouble()).isCloseTo(row.number("FTE"), within(0.00005));
          }
          if (!a.status().isJudged()) {
            assertThat(a.text()).contains(a.reason().text(Words.NORWEGIAN));
            assertThat(a.actual()).isEmpty();
          }
        });
  }

  @Test
  void aBreachThatRoundsToTheLimitIsShownWithMoreDecimals() {
    NormAssessment a = NORM.assess(stage(MainStage.YEARS_5_TO_7, "2019/2020", 60, 20_001, 1_000));

    assertThat(a.status()).isEqualTo(NormStatus.BREACHES);
    assertThat(plain(a.text()))
        .isEqualTo(
            "S, 5.–7. trinn 2019/2020: 20,001 elever per lærertime er over 20; mangler 0,05"
                + " lærertimer, 0,0001 årsverk à 741 timer");
  }

  @Test
  void baerumsCorrectedGroupSizeOfTwentyIsNoBreach() {
    // Bærum: "reelle gruppestørrelsen på 5.–7. trinn 20,0" in 2018/2019, when the limit was 21;
    // from 2019/2020 exactly 20 is still kept, and what only rounds to 20,0 is not.
    assertThat(NORM.assess(stage(MainStage.YEARS_5_TO_7, "2018/2019", 60, 20_000, 1_000)).status())
        .isEqualTo(NormStatus.COMPLIES);
    assertThat(NORM.assess(stage(MainStage.YEARS_5_TO_7, "2019/2020", 60, 20_000, 1_000)).status())
        .isEqualTo(NormStatus.COMPLIES);
    assertThat(NORM.assess(stage(MainStage.YEARS_5_TO_7, "2019/2020", 60, 20_040, 1_000)).status())
        .isEqualTo(NormStatus.BREACHES);
  }

  @Test
  void decimalsThatADoubleCannotHoldAreNoBreach() {
    // 47 887.8 / 20 = 2 394.39, of which the product by 20 in doubles is above 47 887.8.
    assertThat(
            NORM.assess(stage(MainStage.YEARS_5_TO_7, "2019/2020", 60, 798.13 * 60, 2_394.39))
                .status())
        .isEqualTo(NormStatus.COMPLIES);
  }

  @Test
  void nothingIsNettedBetweenStagesOrSchools() {
    SchoolStage short20 = stage(MainStage.YEARS_5_TO_7, "2019/2020", 60, 42_000, 2_000);
    SchoolStage rich = stage(MainStage.YEARS_8_TO_10, "2019/2020", 60, 20_000, 9_000);
    NormReport report = NORM.assess(List.of(short20, rich));

    assertThat(report.totalShortfall("FTE")).hasValue(100 / 741.0);
    assertThat(report.breaches()).hasSize(1);
  }

  @Test
  void groupSizesOfAMunicipalityAreSumsBySums() {
    Region baerum = Region.of("3201", "Bærum");
    SchoolStage small =
        SchoolStage.builder(stage(MainStage.YEARS_1_TO_4, "2019/2020", 40, 10_000, 1_000))
            .region(baerum)
            .build();
    SchoolStage large =
        SchoolStage.builder(stage(MainStage.YEARS_1_TO_4, "2019/2020", 200, 160_000, 10_000))
            .school("T")
            .region(baerum)
            .teacherHours(11_000)
            .specialEducationHours(700)
            .languageHours(300)
            .build();
    SchoolStage privateSchool =
        SchoolStage.builder(large).school("P").owner(Ownership.PRIVATE).build();
    List<SchoolStage> all = List.of(small, large, privateSchool);
    GroupSize size =
        GroupSize.ofRegion(all, "3201", MainStage.YEARS_1_TO_4, Period.parse("2019/2020"));

    // (10 000 + 160 000) / (1 000 + 10 000); the mean of 10 and 16 would be 13.
    assertThat(size.groupSize2()).hasValue(170_000 / 11_000.0);
    assertThat(size.groupSize1()).hasValue(170_000 / 12_000.0);
    assertThat(size.stages()).isEqualTo(2);
    assertThat(GroupSize.of(all, s -> true, GroupSize.MissingHours.REFUSE).groupSize2())
        .hasValue(170_000 / 11_000.0);

    List<SchoolStage> merged = Laerernorm.byMunicipality(all);
    assertThat(merged).hasSize(1);
    assertThat(NORM.assess(merged.get(0)).actual()).hasValue(170_000 / 11_000.0);
    assertThat(merged.get(0).id()).isEqualTo("3201/1-4");
  }

  @Test
  void groupSizesSayWhatIsMissing() {
    SchoolStage known = stage(MainStage.YEARS_1_TO_4, "2019/2020", 40, 10_000, 1_000);
    SchoolStage unknown =
        SchoolStage.builder(known).school("U").teacherHours(OptionalDouble.empty()).build();
    List<SchoolStage> both = List.of(known, unknown);

    assertThat(GroupSize.of(both, s -> true, GroupSize.MissingHours.REFUSE).groupSize2()).isEmpty();
    GroupSize left = GroupSize.of(both, s -> true, GroupSize.MissingHours.LEAVE_OUT);
    assertThat(left.groupSize2()).hasValue(10);
    assertThat(left.leftOut()).containsExactly("U/1-4");
    assertThat(GroupSize.of(List.of(), s -> true, GroupSize.MissingHours.LEAVE_OUT).groupSize2())
        .isEmpty();
    SchoolStage inRegion = SchoolStage.builder(unknown).region(Region.of("3201")).build();
    assertThat(NORM.assess(Laerernorm.byMunicipality(List.of(inRegion)).get(0)).reason())
        .isEqualTo(NormReason.STAFF_UNKNOWN);
  }

  @Test
  void refusesNumbersThatNoStageHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> skole7("2019/2020").pupils(-1).build())
        .withMessage("pupils of 7/1-4 must be 0 to 100000000, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> skole7("2019/2020").teacherHours(Double.NaN).build())
        .withMessage("teacher hours of 7/1-4 must be 0 to 1000000000, got NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> skole7("2019/2020").schoolSpecialEducationHours(1_000).build())
        .withMessageContaining("to allocate special education, 7/1-4 needs");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                skole7("2019/2020")
                    .schoolSpecialEducationHours(1_000)
                    .pupilsWithDecision(1)
                    .schoolPupilsWithDecision(2)
                    .build())
        .withMessage(
            "7/1-4 has special education hours both directly and to be allocated; give one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> skole7("2019/2020").school(" ").build())
        .withMessage("a school needs an id, got \" \"");
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> skole7("2019").build());
  }
}
