package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.optional;
import static no.maaltall.core.norm.NormSubjects.plain;
import static no.maaltall.core.norm.NormSubjects.solvik;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KindergartenNormsTest {
  private static final LocalDate DECEMBER_2018 = LocalDate.of(2018, 12, 15);

  @Test
  void staffingOfTheWorkedExample() {
    NormAssessment a = Bemanningsnorm.standard().assess(solvik("2019-12-15").build());

    assertThat(plain(a.text()))
        .isEqualTo(
            "Solvik 15.12.2019: 6,11 barn per årsverk er over 6; kravet er 16,80 årsverk, har"
                + " 16,50, mangler 0,30");
    assertThat(plain(a.explain()))
        .isEqualTo(
            "Solvik 15.12.2019: 6,11 barn per årsverk er over 6; kravet er 16,80 årsverk, har"
                + " 16,50, mangler 0,30\n"
                + "  enheter: 2 · 29,47 + 41,87 = 100,80\n"
                + "  barn per årsverk: 100,80 / 16,50 = 6,1091\n"
                + "  krav: 100,80 / 6 = 16,80 årsverk\n"
                + "  Norm: bemanningsnorm norms@2018-08-01, barnehageloven § 18 (sikkerhet:"
                + " middels)");
    assertThat(a.actual().getAsDouble()).isCloseTo(100.8 / 16.5, within(1e-12));
    assertThat(a.required().getAsDouble()).isCloseTo(16.8, within(1e-12));
    assertThat(a.shortfall().getAsDouble()).isCloseTo(0.3, within(1e-12));
    assertThat(a.date()).hasValue(LocalDate.of(2019, 12, 15));
  }

  @Test
  void exactlyTheRequiredStaffComplies() {
    assertThat(Bemanningsnorm.standard().assess(solvik("2023-12-15").staff(16.8).build()).reason())
        .isEqualTo(NormReason.MET);
    assertThat(
            Bemanningsnorm.standard()
                .assess(solvik("2023-12-15").staff(16.799999).build())
                .reason())
        .isEqualTo(NormReason.NOT_MET);
  }

  @Test
  void transitionYearIsNoBreachButSaysWhatIsMissing() {
    NormAssessment a = Bemanningsnorm.standard().assess(solvik("2018-12-15").build());

    assertThat(a.status()).isEqualTo(NormStatus.NOT_APPLICABLE);
    assertThat(a.reason()).isEqualTo(NormReason.TRANSITION_YEAR);
    assertThat(plain(a.text()))
        .isEqualTo(
            "Solvik 15.12.2018: 6,11 barn per årsverk er over 6; kravet er 16,80 årsverk, har"
                + " 16,50, mangler 0,30 (overgangsår)");
    assertThat(NormReport.of(List.of(a)).totalShortfall("FTE")).isEmpty();
    assertThat(Bemanningsnorm.standard().assess(solvik("2018-12-15").staff(17).build()).status())
        .isEqualTo(NormStatus.COMPLIES);
  }

  @TestFactory
  Stream<DynamicTest> staffingAsTheTableSays() {
    return SpecTable.tests(
        "bemanningsnorm.csv",
        row -> {
          Kindergarten.Builder builder =
              Kindergarten.builder()
                  .id("K")
                  .date(LocalDate.parse(row.text("DATE")))
                  .childrenUnderThree(row.integer("UNDER"))
                  .childrenOverThree(row.integer("OVER"))
                  .placesUnderThree(optional(row.text("PLACES_UNDER")))
                  .placesOverThree(optional(row.text("PLACES_OVER")))
                  .staff(optional(row.text("STAFF")));
          if (row.text("DISPENSATION").equals("true")) {
            builder.addDispensations(Dispensation.BEMANNINGSNORM);
          }
          NormAssessment a = Bemanningsnorm.standard().assess(builder.build());

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          if (row.text("SHORTFALL").isEmpty()) {
            assertThat(a.shortfall()).isEmpty();
          } else {
            assertThat(a.shortfall().getAsDouble())
                .isCloseTo(row.number("SHORTFALL"), within(1e-9));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> leadersAsTheTableSays() {
    return SpecTable.tests(
        "pedagognorm.csv",
        row -> {
          Kindergarten.Builder builder =
              Kindergarten.builder()
                  .id("K")
                  .date(LocalDate.parse(row.text("DATE")))
                  .childrenUnderThree(row.integer("UNDER"))
                  .childrenOverThree(row.integer("OVER"))
                  .leaders(optional(row.text("LEADERS")));
          if (!row.text("DISPENSED").isEmpty()) {
            builder.leadersWithDispensation(row.number("DISPENSED"));
          }
          if (row.text("DISPENSATION").equals("true")) {
            builder.addDispensations(Dispensation.PEDAGOGNORM);
          }
          NormAssessment a =
              Pedagognorm.standard()
                  .withRounding(Pedagognorm.Rounding.parse(row.text("ROUNDING")))
                  .assess(builder.build());

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          assertThat(a.required()).isEqualTo(optional(row.text("REQUIRED")));
          assertThat(a.shortfall()).isEqualTo(optional(row.text("SHORTFALL")));
        });
  }

  @Test
  void leadersOfTheWorkedExample() {
    Kindergarten eight = solvik("2023-12-15").build();
    NormAssessment combined = Pedagognorm.standard().assess(eight);
    NormAssessment separate =
        Pedagognorm.standard().withRounding(Pedagognorm.Rounding.SEPARATE).assess(eight);

    assertThat(combined.text())
        .isEqualTo(
            "Solvik 15.12.2023: 30 barn under tre og 44 over tre krever 8 pedagogiske ledere, har"
                + " 8");
    assertThat(combined.version()).isEqualTo("norms@2018-08-01, combined");
    assertThat(separate.text())
        .isEqualTo(
            "Solvik 15.12.2023: 30 barn under tre og 44 over tre krever 9 pedagogiske ledere, har"
                + " 8; mangler 1");
    assertThat(separate.explain())
        .isEqualTo(
            "Solvik 15.12.2023: 30 barn under tre og 44 over tre krever 9 pedagogiske ledere, har"
                + " 8; mangler 1\n"
                + "  krav: ⌈30 / 7⌉ + ⌈44 / 14⌉ = 9\n"
                + "  Norm: pedagognorm norms@2018-08-01, separate, forskrift om pedagogisk"
                + " bemanning § 1 (FOR-2017-06-22-1049) (sikkerhet: høy)");
  }

  @Test
  void dispensationsAreToldApart() {
    assertThat(
            Pedagognorm.standard()
                .assess(solvik("2023-12-15").leadersWithDispensation(2).build())
                .text())
        .isEqualTo(
            "Solvik 15.12.2023: 30 barn under tre og 44 over tre krever 8 pedagogiske ledere, har"
                + " 8, hvorav 2 med dispensasjon fra utdanningskravet");
    assertThat(
            Pedagognorm.standard()
                .assess(
                    solvik("2023-12-15")
                        .leaders(6.5)
                        .addDispensations(Dispensation.PEDAGOGNORM)
                        .build())
                .text()
                .replace('\u00a0', ' '))
        .isEqualTo(
            "Solvik 15.12.2023: 30 barn under tre og 44 over tre krever 8 pedagogiske ledere, har"
                + " 6,50, mangler 2 (dispensasjon fra normen)");
  }

  @Test
  void formerNormSaysItIsARange() {
    NormAssessment a = Pedagognorm.standard().assess(solvik("2015-12-15").build());

    // ceil(30 / 9 + 44 / 18) = ceil(5.78)
    assertThat(a.required()).hasValue(6);
    assertThat(a.version()).isEqualTo("norms@2006-01-01, combined");
    assertThat(a.steps().get(1).norwegian())
        .isEqualTo(
            "normen er 7–9 barn under tre og 14–18 over tre per leder; flere ved kort oppholdstid");
  }

  @TestFactory
  Stream<DynamicTest> hoursCountAsTheTablesSay() {
    return SpecTable.tests(
        "attendance_weights.csv",
        row ->
            assertThat(AttendanceWeights.named(row.text("TABLE")).weight(row.number("HOURS")))
                .isEqualTo(row.number("WEIGHT")));
  }

  @TestFactory
  Stream<DynamicTest> overThreeFromAugust() {
    return SpecTable.tests(
        "over_three.csv",
        row ->
            assertThat(
                    AgeRule.isOverThree(
                        row.integer("BIRTH_YEAR"), LocalDate.parse(row.text("DATE"))))
                .isEqualTo(Boolean.parseBoolean(row.text("OVER_THREE"))));
  }

  @Test
  void placesFollowFromHoursWithEitherTable() {
    List<Attendance> children =
        List.of(
            new Attendance(2017, 45, 27),
            new Attendance(2016, 40, 3),
            new Attendance(2015, 45, 40),
            new Attendance(2013, 20, 4));
    FullTimePlaces six = AttendanceWeights.sixBands().places(children, DECEMBER_2018);
    FullTimePlaces three = AttendanceWeights.threeBands().places(children, DECEMBER_2018);

    assertThat(six.childrenUnderThree()).isEqualTo(30);
    assertThat(six.childrenOverThree()).isEqualTo(44);
    assertThat(six.underThree()).isCloseTo(29.466666666666665, within(1e-12));
    assertThat(six.overThree()).isCloseTo(41.86666666666667, within(1e-12));
    // 20 hours count as 21 in both tables; 10 hours as 13 in the older and 21 in the newer.
    assertThat(three).isEqualTo(six);
    assertThat(AttendanceWeights.sixBands().weight(10)).isEqualTo(13);
    assertThat(AttendanceWeights.threeBands().weight(10)).isEqualTo(21);

    Kindergarten k =
        solvik("2018-12-15")
            .childrenUnderThree(0)
            .childrenOverThree(0)
            .build()
            .withAttendance(children, AttendanceWeights.sixBands());
    assertThat(Bemanningsnorm.standard().assess(k).required().getAsDouble())
        .isCloseTo(16.8, within(1e-12));
  }

  @Test
  void tableOfHoursGoesByYearAndSaysHowSureThatIs() {
    assertThat(AttendanceWeights.asOf(LocalDate.of(2018, 12, 15)).id()).isEqualTo("six-bands");
    assertThat(AttendanceWeights.asOf(LocalDate.of(2023, 12, 15)).id()).isEqualTo("three-bands");
    assertThat(AttendanceWeights.asOf(LocalDate.of(1990, 1, 1)).id()).isEqualTo("six-bands");
    assertThat(AttendanceWeights.threeBands().confidence()).isEqualTo(Confidence.LOW);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttendanceWeights.named("four-bands"))
        .withMessageContaining("unknown attendance weights \"four-bands\"; nearest of 2 known");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttendanceWeights.sixBands().weight(-1))
        .withMessage("hours per week must be 0 to 168, got -1.0");
  }

  @Test
  void childrenThatAreNotThoseOfTheAttendanceAreNotJudged() {
    Kindergarten k =
        solvik("2018-12-15")
            .staff(30)
            .addAttendance(new Attendance(2017, 45, 27), new Attendance(2014, 45, 44))
            .build();

    assertThat(Bemanningsnorm.standard().assess(k).reason())
        .isEqualTo(NormReason.CONTRADICTING_CHILDREN);
    assertThat(Pedagognorm.standard().assess(k).text())
        .isEqualTo(
            "Solvik 15.12.2018: kan ikke vurderes: barnetallet stemmer ikke med oppholdstidene");
  }

  @Test
  void refusesNumbersThatNoKindergartenHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solvik("2019-12-15").childrenUnderThree(-1).build())
        .withMessage("children under three of B1 must be 0 to 100000000, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solvik("2019-12-15").staff(Double.POSITIVE_INFINITY).build())
        .withMessage("staff of B1 must be 0 to 1000000000, got Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attendance(2015, 169, 1))
        .withMessage("hours per week must be 0 to 168, got 169.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solvik("2019-12-15").build().plusChildren(-31, 0))
        .withMessage("children under three of B1 must be 0 to 100000000, got -1");
  }

  @Test
  void unknownStaffIsNotNone() {
    assertThat(
            Bemanningsnorm.standard()
                .assess(solvik("2019-12-15").staff(OptionalDouble.empty()).build())
                .text())
        .isEqualTo("Solvik 15.12.2019: kan ikke vurderes: bemanningen er ikke oppgitt");
  }
}
