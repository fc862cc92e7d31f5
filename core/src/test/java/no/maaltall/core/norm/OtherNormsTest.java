package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** School nurses, places per leader, local targets, and the right to a place. */
class OtherNormsTest {
  private static final LocalDate Y2017 = LocalDate.of(2017, 12, 31);
  private static final LocalDate Y2019 = LocalDate.of(2019, 12, 31);

  @Test
  void baerumsPrimarySchoolsHave467PupilsPerNurse() {
    NormAssessment a =
        SchoolNurseNorm.standard()
            .assess(NurseUnit.of("Bærum", SchoolLevel.PRIMARY, Y2017, 4670, 10));

    assertThat(a.actual()).hasValue(467);
    assertThat(plain(a.text()))
        .isEqualTo(
            "Bærum 31.12.2017: 467 elever per årsverk er over 300 (2,1 årsverk per 1 000 elever,"
                + " norm 3,3); mangler 5,57 årsverk");
    assertThat(a.status()).isEqualTo(NormStatus.BREACHES);
  }

  @Test
  void baerumsLowerSecondarySchoolsHave386() {
    NormAssessment a =
        SchoolNurseNorm.standard()
            .assess(NurseUnit.of("Bærum", SchoolLevel.LOWER_SECONDARY, Y2017, 3860, 10));

    assertThat(plain(a.text()))
        .isEqualTo(
            "Bærum 31.12.2017: 386 elever per årsverk er ikke over 550 (2,6 årsverk per 1 000"
                + " elever, norm 1,8)");
    assertThat(a.status()).isEqualTo(NormStatus.COMPLIES);
  }

  @Test
  void nurseNormPerThousandIsTheReciprocal() {
    SchoolNurseNorm norm = SchoolNurseNorm.standard();

    assertThat(norm.perThousand(SchoolLevel.PRIMARY, Y2017)).hasValue(1000 / 300.0);
    assertThat(norm.perThousand(SchoolLevel.LOWER_SECONDARY, Y2017)).hasValue(1000 / 550.0);
    assertThat(norm.perThousand(SchoolLevel.UPPER_SECONDARY, Y2017)).hasValue(1000 / 800.0);
    assertThat(norm.perThousand(SchoolLevel.PRIMARY, LocalDate.of(2000, 1, 1))).isEmpty();
  }

  @Test
  void nursesThatAreUnknownAreNotNone() {
    NurseUnit none = NurseUnit.of("S", SchoolLevel.PRIMARY, Y2017, 120, 0);
    NurseUnit unknown =
        new NurseUnit(
            "S", "S", none.region(), none.level(), none.date(), 120, OptionalDouble.empty());
    SchoolNurseNorm norm = SchoolNurseNorm.standard();

    assertThat(norm.assess(none).reason()).isEqualTo(NormReason.NO_POSITIONS);
    assertThat(norm.assess(none).shortfall()).hasValue(0.4);
    assertThat(norm.assess(none).actual()).isEmpty();
    assertThat(plain(norm.assess(none).text()))
        .isEqualTo("S 31.12.2017: 120 elever og ingen årsverk; kravet er 0,40");
    assertThat(norm.assess(unknown).reason()).isEqualTo(NormReason.STAFF_UNKNOWN);
    assertThat(norm.assess(NurseUnit.of("S", SchoolLevel.PRIMARY, Y2017, 0, 1)).reason())
        .isEqualTo(NormReason.NO_PUPILS);
  }

  @Test
  void mergingSavesLeadersAsInBaerum() {
    LeaderNorm norm = LeaderNorm.standard();
    List<LeaderUnit> before = new ArrayList<>();
    List<LeaderUnit> after = new ArrayList<>();
    // 60 units of 70 places; the same 4 200 in units that are filled up to 90 places a leader.
    for (int i = 0; i < 60; i++) {
      before.add(LeaderUnit.of("B" + i, Y2019, 70));
    }
    for (int i = 0; i < 46; i++) {
      after.add(LeaderUnit.of("A" + i, Y2019, 90));
    }
    after.add(LeaderUnit.of("A46", Y2019, 4_200 - 46 * 90));
    Merger merger = norm.merging(before, after, 880_000);

    assertThat(merger.positionsBefore()).isEqualTo(60);
    assertThat(merger.positionsAfter()).isEqualTo(47);
    assertThat(merger.savedPositions()).isEqualTo(13);
    assertThat(plain(merger.text()))
        .isEqualTo(
            "60 ledere i dag, 47 etter sammenslåing: 13 stillinger spart, 11 440 000 kr per år");
  }

  @Test
  void elevenSmallBuildingsBecomeFourLargeOnes() {
    List<LeaderUnit> small = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      small.add(LeaderUnit.of("B" + i, Y2019, 70));
    }
    // 770 places in four units: merged as they lie (210, 210, 210, 140) they need 11 leaders, and
    // filled up to whole leaders 9, as in Bærum.
    List<LeaderUnit> merged =
        List.of(
            LeaderUnit.merged("N1", small.subList(0, 3)),
            LeaderUnit.merged("N2", small.subList(3, 6)),
            LeaderUnit.merged("N3", small.subList(6, 9)),
            LeaderUnit.merged("N4", small.subList(9, 11)));
    List<LeaderUnit> filled =
        List.of(
            LeaderUnit.of("N1", Y2019, 180),
            LeaderUnit.of("N2", Y2019, 180),
            LeaderUnit.of("N3", Y2019, 180),
            LeaderUnit.of("N4", Y2019, 230));
    Merger baerum = LeaderNorm.standard().merging(small, filled, 880_000);
    assertThat(LeaderNorm.standard().merging(small, merged, 880_000).positionsAfter())
        .isEqualTo(11);
    assertThat(baerum.positionsBefore()).isEqualTo(11);
    assertThat(baerum.positionsAfter()).isEqualTo(9);
    assertThat(baerum.savedAmount()).isEqualTo(1_760_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeaderUnit.merged("N", List.of()))
        .withMessage("unit N is merged of no units");
  }

  @Test
  void leadersOfAUnit() {
    LeaderUnit unit =
        new LeaderUnit("B", "Solvik", Optional.empty(), Y2019, 91, OptionalDouble.of(1));

    assertThat(LeaderNorm.standard().assess(unit).text())
        .isEqualTo(
            "Solvik 31.12.2019: 91 plasser krever 2 ledere ved 90 plasser per leder, har 1; mangler"
                + " 1");
    assertThat(LeaderNorm.standard().required(LeaderUnit.of("B", Y2019, 90))).isEqualTo(1);
    assertThat(LeaderNorm.standard().required(LeaderUnit.of("B", Y2019, 0))).isZero();
    assertThat(LeaderNorm.standard().assess(LeaderUnit.of("B", Y2019, 90)).reason())
        .isEqualTo(NormReason.STAFF_UNKNOWN);
  }

  @TestFactory
  Stream<DynamicTest> localTargetsAsTheTableSays() {
    return SpecTable.tests(
        "ratio_norms.csv",
        row -> {
          RatioNorm norm =
              new RatioNorm(
                  "n",
                  row.text("LABEL"),
                  RatioNorm.Sense.parse(row.text("SENSE")),
                  row.number("LIMIT"),
                  Unit.PERCENT,
                  1,
                  "local",
                  "");
          NormAssessment a =
              norm.assess(Measured.of("Bærum", Period.year(2019), row.number("VALUE")));

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          assertThat(a.text()).isEqualTo(row.text("TEXT"));
        });
  }

  @Test
  void shortfallOfAPercentageIsInPercentagePoints() {
    RatioNorm userTime =
        RatioNorm.atLeast("user_time", "direkte brukertid", 65, Unit.PERCENT, "HP 2014-2017");
    NormAssessment a = userTime.assess(Measured.share("Bolig 1", Period.year(2019), 60, 100));

    assertThat(a.shortfall()).hasValue(5);
    assertThat(a.shortfallUnit()).isEqualTo("percentage_point");
    assertThat(userTime.assess(Measured.share("B", Period.year(2019), 0, 0)).reason())
        .isEqualTo(NormReason.VALUE_UNKNOWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measured.of("B", Period.year(2019), Double.NEGATIVE_INFINITY))
        .withMessage("value of B must be finite or empty, got -Infinity");
  }

  @Test
  void aFigureIsHeldAgainstATarget() {
    Figure sickLeave =
        Figure.builder()
            .indicator(Indicator.builder().id("sykefravaer").unit(Unit.PERCENT).build())
            .region(Region.of("3201", "Bærum"))
            .measure("value")
            .period(Period.year(2019))
            .observation(Observation.of(7.04))
            .unit(Unit.PERCENT)
            .decimals(1)
            .derivation(Derivation.of("x"))
            .build();
    NormAssessment a =
        RatioNorm.below("sick", "sykefravær", 7.0, Unit.PERCENT, "mål 2019")
            .assess(Measured.of(sickLeave));

    assertThat(plain(a.text()))
        .isEqualTo("Bærum 2019: sykefravær 7,04 % skal være under 7,0 %; 0,04 prosentpoeng over");
    assertThat(a.region()).hasValue(Region.of("3201", "Bærum"));
    assertThat(a.legalBasis()).isEqualTo("mål 2019");
  }

  @TestFactory
  Stream<DynamicTest> rightToAPlaceAsTheTableSays() {
    return SpecTable.tests(
        "place_right.csv",
        row -> {
          PlaceRight right =
              KindergartenRight.standard()
                  .of(YearMonth.parse(row.text("BIRTH")), row.integer("ENTRY_YEAR"));

          assertThat(right.from().map(LocalDate::toString).orElse("")).isEqualTo(row.text("FROM"));
          assertThat(right.nextEntryYear().map(String::valueOf).orElse(""))
              .isEqualTo(row.text("NEXT"));
          assertThat(right.text()).isEqualTo(row.text("TEXT"));
        });
  }

  @Test
  void childrenWithARightAreCountedByDay() {
    Map<YearMonth, Integer> births =
        Map.of(
            YearMonth.of(2017, 12), 100,
            YearMonth.of(2018, 1), 90,
            YearMonth.of(2018, 8), 80,
            YearMonth.of(2018, 9), 70,
            YearMonth.of(2018, 11), 60,
            YearMonth.of(2018, 12), 50);
    KindergartenRight right = KindergartenRight.standard();

    assertThat(right.count(births, 2019))
        .containsExactly(
            Map.entry(LocalDate.of(2019, 8, 31), 270),
            Map.entry(LocalDate.of(2019, 9, 30), 70),
            Map.entry(LocalDate.of(2019, 11, 30), 60));
    assertThat(right.total(births, 2019)).isEqualTo(400);
    assertThat(right.total(births, 2020)).isEqualTo(450);
    assertThat(right.total(Map.of(), 2019)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> right.total(Map.of(YearMonth.of(2018, 1), -1), 2019))
        .withMessage("children born of 2018-01 must be 0 to 100000000, got -1");
  }

  @Test
  void municipalityMayGrantMore() {
    NormTable december =
        NormTable.standard()
            .replacing(
                "Bærum",
                NormValue.of(
                    "place_right",
                    "last_birth_month",
                    "",
                    LocalDate.of(2009, 1, 1),
                    12,
                    NormValue.Sense.PARAMETER,
                    "kommunestyret"));

    assertThat(
            KindergartenRight.standard()
                .withTable(december)
                .of(YearMonth.of(2018, 12), 2019)
                .from())
        .hasValue(LocalDate.of(2019, 12, 31));
  }

  @Test
  void shareIsOfThePublishedKind() {
    assertThat(Measured.share("S", Period.year(2018), 212, 220).value().getAsDouble())
        .isCloseTo(96.3636, within(0.0001));
  }
}
