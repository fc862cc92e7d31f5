package no.maaltall.core.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Unit;
import org.junit.jupiter.api.Test;

/** The bulk forms give what the norms give one by one, to the last bit. */
class BulkTest {
  @Provide
  Arbitrary<List<SchoolStage>> stages() {
    return NormArbitraries.stages().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Kindergarten>> kindergartens() {
    return NormArbitraries.kindergartens().list().ofMaxSize(20);
  }

  private static void assertSame(NormAssessment one, BulkResult many, int i) {
    assertThat(many.reason(i)).isEqualTo(one.reason());
    assertThat(many.status(i)).isEqualTo(one.status());
    assertBits(many.actual(i), one.actual());
    assertBits(many.limit(i), one.limit());
    assertBits(many.margin(i), one.margin());
    assertBits(many.required(i), one.required());
    assertBits(many.shortfall(i), one.shortfall());
  }

  private static void assertBits(double many, OptionalDouble one) {
    assertThat(Double.doubleToLongBits(many))
        .isEqualTo(Double.doubleToLongBits(one.orElse(Double.NaN)));
  }

  @Property
  void schoolsAsOneByOne(@ForAll("stages") List<SchoolStage> stages) {
    BulkResult result = BulkResult.ofSize(stages.size());
    for (int year = 2016; year <= 2024; year++) {
      Period schoolYear = Period.schoolYear(year);
      List<SchoolStage> ofYear =
          stages.stream().map(s -> SchoolStage.builder(s).schoolYear(schoolYear).build()).toList();
      Laerernorm.standard().assess(StageColumns.of(ofYear), schoolYear, result);
      NormReport report = Laerernorm.standard().assess(ofYear);
      for (int i = 0; i < ofYear.size(); i++) {
        assertSame(report.assessments().get(i), result, i);
      }
      assertThat(result.count(NormStatus.BREACHES, ofYear.size()))
          .isEqualTo(report.breaches().size());
      assertThat(result.totalShortfall(ofYear.size())).isEqualTo(report.totalShortfall("FTE"));
    }
  }

  @Property
  void kindergartensAsOneByOne(@ForAll("kindergartens") List<Kindergarten> kindergartens) {
    BulkResult result = BulkResult.ofSize(kindergartens.size());
    for (LocalDate date :
        List.of(
            LocalDate.of(2005, 12, 15),
            LocalDate.of(2017, 12, 15),
            LocalDate.of(2018, 12, 15),
            LocalDate.of(2023, 12, 15))) {
      List<Kindergarten> ofDay =
          kindergartens.stream().map(k -> Kindergarten.builder(k).date(date).build()).toList();
      KindergartenColumns columns = KindergartenColumns.of(ofDay);
      Bemanningsnorm.standard().assess(columns, date, result);
      for (int i = 0; i < ofDay.size(); i++) {
        assertSame(Bemanningsnorm.standard().assess(ofDay.get(i)), result, i);
      }
      for (Pedagognorm.Rounding rounding : Pedagognorm.Rounding.values()) {
        Pedagognorm norm = Pedagognorm.standard().withRounding(rounding);
        norm.assess(columns, date, result);
        for (int i = 0; i < ofDay.size(); i++) {
          assertSame(norm.assess(ofDay.get(i)), result, i);
        }
      }
    }
  }

  @Provide
  Arbitrary<NurseUnit> nurses() {
    return Combinators.combine(Arbitraries.integers().between(0, 2000), NormArbitraries.amounts(12))
        .as(
            (pupils, positions) ->
                NurseUnit.of(
                    "N", SchoolLevel.PRIMARY, LocalDate.of(2023, 10, 1), pupils, positions));
  }

  @Property
  void nursesAndLocalTargetsAsOneByOne(@ForAll("nurses") NurseUnit unit) {
    BulkResult result = BulkResult.ofSize(1);
    SchoolNurseNorm.standard()
        .assess(
            unit.level(),
            unit.date().orElseThrow(),
            new int[] {unit.pupils()},
            new double[] {unit.positions().getAsDouble()},
            result);
    assertSame(SchoolNurseNorm.standard().assess(unit), result, 0);

    for (RatioNorm.Sense sense : RatioNorm.Sense.values()) {
      RatioNorm norm = new RatioNorm("r", "andel", sense, 7, Unit.PERCENT, 1, "local", "");
      double value = unit.positions().getAsDouble();
      norm.assess(new double[] {value}, result);
      assertSame(norm.assess(Measured.of("M", Period.year(2023), value)), result, 0);
    }
  }

  @Test
  void aBadNumberIsUnknownForThatUnitAlone() {
    SchoolStage good = NormSubjects.skole7("2019/2020").build();
    StageColumns columns = StageColumns.of(List.of(good, good, good, good));
    columns.teacherHoursUnsafe()[0] = -1;
    columns.pupilHoursUnsafe()[1] = Double.POSITIVE_INFINITY;
    columns.pupilsUnsafe()[2] = -3;
    BulkResult result = BulkResult.ofSize(4);
    Laerernorm.standard().assess(columns, Period.parse("2019/2020"), result);

    assertThat(result.reason(0)).isEqualTo(NormReason.INVALID_INPUT);
    assertThat(result.reason(1)).isEqualTo(NormReason.INVALID_INPUT);
    assertThat(result.reason(2)).isEqualTo(NormReason.INVALID_INPUT);
    assertThat(result.reason(3)).isEqualTo(NormReason.NOT_MET);
    assertThat(result.status(0)).isEqualTo(NormStatus.UNKNOWN);
    assertThat(result.shortfall(0)).isNaN();
  }

  @Test
  void scenariosLieAfterEachOther() {
    SchoolStage stage = NormSubjects.skole7("2019/2020").build();
    StageColumns scenarios = StageColumns.of(List.of(stage, stage)).repeated(3);
    for (int i = 2; i < 4; i++) {
      scenarios.teacherHoursUnsafe()[i] += 741;
    }
    BulkResult result = BulkResult.ofSize(6);
    Laerernorm.standard().assess(scenarios, Period.parse("2019/2020"), result);

    assertThat(result.count(NormStatus.BREACHES, 6)).isEqualTo(4);
    assertThat(result.status(2)).isEqualTo(NormStatus.COMPLIES);
    Kindergarten solvik = NormSubjects.solvik("2023-12-15").build();
    KindergartenColumns kindergartens = KindergartenColumns.of(List.of(solvik)).repeated(2);
    kindergartens.staffUnsafe()[1] = 17;
    Bemanningsnorm.standard().assess(kindergartens, LocalDate.of(2023, 12, 15), result);
    assertThat(result.status(0)).isEqualTo(NormStatus.BREACHES);
    assertThat(result.status(1)).isEqualTo(NormStatus.COMPLIES);
  }

  @Test
  void sizesMustAgree() {
    SchoolStage stage = NormSubjects.skole7("2019/2020").build();
    BulkResult none = BulkResult.ofSize(0);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Laerernorm.standard()
                    .assess(StageColumns.of(List.of(stage)), Period.parse("2019/2020"), none))
        .withMessage("the input has 1 subjects, and the result room for 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                StageColumns.ofUnsafe(
                    new MainStage[1],
                    new Ownership[2],
                    new int[1],
                    new double[1],
                    new double[1],
                    new double[1],
                    new double[1]))
        .withMessage("there are 2 owners for 1 subjects");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BulkResult.ofSize(-1))
        .withMessage("size of a result must be 0 or more, got -1");
  }
}
