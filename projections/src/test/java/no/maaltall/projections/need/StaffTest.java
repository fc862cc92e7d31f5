package no.maaltall.projections.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.norm.Bemanningsnorm;
import no.maaltall.core.norm.Kindergarten;
import no.maaltall.core.norm.Laerernorm;
import no.maaltall.core.norm.MainStage;
import no.maaltall.core.norm.Pedagognorm;
import no.maaltall.core.norm.SchoolStage;
import no.maaltall.projections.population.Ages;
import no.maaltall.projections.population.Assumptions;
import no.maaltall.projections.population.CohortComponent;
import no.maaltall.projections.population.Fertility;
import no.maaltall.projections.population.Migration;
import no.maaltall.projections.population.Mortality;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.population.SexRatioAtBirth;
import org.junit.jupiter.api.Test;

class StaffTest {
  private static final Region HERE = Region.of("3201", "Bærum");

  private static Kindergarten unit(String id, int under, int over) {
    return Kindergarten.builder()
        .id(id)
        .date(LocalDate.of(2023, 12, 15))
        .childrenUnderThree(under)
        .childrenOverThree(over)
        .build();
  }

  private static Series series(String id, double... values) {
    return Series.ofYears(Indicator.builder().id(id).name(id).build(), HERE, 2024, values);
  }

  @Test
  void kindergartensNeedWholeLeadersEach() {
    List<Kindergarten> today = List.of(unit("A", 30, 44), unit("B", 10, 16));
    KindergartenStaff staff =
        KindergartenStaff.of(
            today, series("under", 40, 44, 80), series("over", 60, 66, 120), UnitGrowth.SCALED);
    // (60 + 44) / 14 = 7.43 and (20 + 16) / 14 = 2.57: 8 and 3.
    assertThat(staff.leaders(Pedagognorm.standard()).valueAt(0)).isEqualTo(8 + 3);
    // 33 + 48 and 11 + 18: 114 / 14 and 40 / 14.
    assertThat(staff.units(Period.year(2025)))
        .extracting(Kindergarten::childrenUnderThree)
        .containsExactly(33, 11);
    assertThat(staff.leaders(Pedagognorm.standard()).valueAt(1)).isEqualTo(9 + 3);
    // Not whole positions: 40/3 + 60/6.
    assertThat(staff.basicStaff(Bemanningsnorm.standard()).valueAt(0))
        .isCloseTo(40 / 3.0 + 10, within(1e-9));
    assertThat(staff.leadersAt(Pedagognorm.standard(), Period.year(2024)).explain())
        .startsWith(
            "krav til 40 [2024] under og 60 [2024] over tre år i 2 barnehager, hver for seg = 11");
  }

  @Test
  void moreUnitsNeedMoreLeadersThanLargerOnes() {
    List<Kindergarten> today = List.of(unit("A", 8, 15), unit("B", 8, 15));
    Series under = series("under", 16, 40);
    Series over = series("over", 30, 75);
    double kept =
        KindergartenStaff.of(today, under, over, UnitGrowth.KEPT)
            .leaders(Pedagognorm.standard())
            .valueAt(1);
    double scaled =
        KindergartenStaff.of(today, under, over, UnitGrowth.SCALED)
            .leaders(Pedagognorm.standard())
            .valueAt(1);
    // Five of (16 + 15) / 14, or two of 20 and 37 or 38 each.
    assertThat(kept).isEqualTo(5 * 3);
    assertThat(scaled).isEqualTo(6 + 6);
    assertThatThrownBy(
            () -> KindergartenStaff.of(List.of(unit("A", 0, 3)), under, over, UnitGrowth.KEPT))
        .hasMessageContaining("0 children under three and 3 over");
  }

  @Test
  void teachersByTheNormOfTheSchoolYear() {
    SchoolStage stage =
        SchoolStage.builder()
            .school("S1")
            .schoolYear(Period.schoolYear(2019))
            .stage(MainStage.YEARS_1_TO_4)
            .pupils(200)
            .pupilHours(143_925)
            .teacherHours(9_800)
            .specialEducationHours(600)
            .languageHours(200)
            .build();
    Series pupils = series("elever", 200, 220);
    TeacherStaff staff = TeacherStaff.of(List.of(stage), Map.of(MainStage.YEARS_1_TO_4, pupils));
    // 143 925 / 15 / 741, as in the example of the Directorate.
    Series teachers = staff.teachers(Laerernorm.standard(), MainStage.YEARS_1_TO_4);
    assertThat(teachers.valueAt(0)).isCloseTo(143_925 / 15.0 / 741, within(1e-9));
    assertThat(teachers.valueAt(1)).isCloseTo(1.1 * 143_925 / 15.0 / 741, within(1e-9));
    Series size = staff.groupSize(MainStage.YEARS_1_TO_4);
    assertThat(size.valueAt(0)).isCloseTo(15.9917, within(1e-4));
    assertThat(size.valueAt(1)).isCloseTo(1.1 * 143_925 / 9_000, within(1e-9));
    assertThat(
            staff
                .teachersAt(Laerernorm.standard(), MainStage.YEARS_1_TO_4, Period.year(2024))
                .explain()
                .replace('\u00a0', ' '))
        .startsWith(
            "200 [2024] elever på 1 skole: 143 925 elevtimer / 15 / 741 timer = 12,95 årsverk");
    assertThatThrownBy(() -> staff.teachers(Laerernorm.standard(), MainStage.YEARS_8_TO_10))
        .hasMessage("pupils to come: none in 8-10; allowed: one of [1-4]");
  }

  @Test
  void staffIsOfOneRegion() {
    Series elsewhere =
        Series.ofYears(Indicator.builder().id("x").build(), Region.of("3203"), 2024, 1, 2);
    List<Kindergarten> units = List.of(unit("A", 8, 15));
    assertThatThrownBy(
            () -> KindergartenStaff.of(units, series("u", 1), elsewhere, UnitGrowth.KEPT))
        .hasMessage(
            "kindergarten staff: x is of region 3203; allowed: series of the same region as u,"
                + " 3201");
    List<SchoolStage> schools =
        List.of(stage(MainStage.YEARS_1_TO_4), stage(MainStage.YEARS_5_TO_7));
    assertThatThrownBy(
            () ->
                TeacherStaff.of(
                    schools,
                    Map.of(
                        MainStage.YEARS_1_TO_4, series("e", 1), MainStage.YEARS_5_TO_7, elsewhere)))
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REGION));
  }

  private static SchoolStage stage(MainStage stage) {
    return SchoolStage.builder()
        .school("S1")
        .schoolYear(Period.schoolYear(2023))
        .stage(stage)
        .pupils(100)
        .pupilHours(80_000)
        .build();
  }

  /** Ages 0 to 20: 100 + age of each sex today, no births, deaths or moves: cohorts grow older. */
  private static Projection ageing() {
    Ages ages = Ages.single(20);
    double[] persons = new double[21];
    double[] ones = new double[21];
    for (int age = 0; age <= 20; age++) {
      persons[age] = 100 + age;
      ones[age] = 1;
    }
    Assumptions assumptions =
        new Assumptions(
            Fertility.constant(ages, new double[21]),
            Mortality.constant(ages, ones, ones),
            SexRatioAtBirth.constant(1),
            Migration.none());
    Population today = Population.ofRegion(LocalDate.of(2024, 1, 1), ages, HERE, persons, persons);
    return CohortComponent.ssb().project(today, assumptions, 2027);
  }

  @Test
  void fromAProjectionToTheTeachersThatTheNormRequires() {
    Projection projection = ageing();
    Series pupils = TeacherStaff.pupils(projection, 0, MainStage.YEARS_1_TO_4);
    // Those of 5 to 8 on 1 January; two years later they were 3 to 6.
    assertThat(pupils.at(Period.year(2024)).value()).isEqualTo(2 * (105 + 106 + 107 + 108));
    assertThat(pupils.at(Period.year(2026)).value()).isEqualTo(2 * (103 + 104 + 105 + 106));
    assertThat(pupils.statusAt(0)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(pupils.statusAt(2)).isEqualTo(ObservationStatus.FORECAST);
    assertThat(TeacherStaff.pupils(projection, 0, MainStage.YEARS_8_TO_10).valueAt(0))
        .isEqualTo(2 * (112 + 113 + 114));
    TeacherStaff staff =
        TeacherStaff.of(
            List.of(stage(MainStage.YEARS_1_TO_4), stage(MainStage.YEARS_5_TO_7)), projection, 0);
    Laerernorm norm = Laerernorm.standard();
    // 800 hours for each of 852 pupils in years 1 to 4 and of 660 in 5 to 7.
    assertThat(staff.teachers(norm).valueAt(0))
        .isCloseTo(852 * 800 / 15.0 / 741 + 660 * 800 / 20.0 / 741, within(1e-9));
    assertThat(staff.teachersAt(norm, Period.year(2026)).status())
        .isEqualTo(ObservationStatus.FORECAST);
    assertThat(staff.teachersAt(norm, Period.year(2024)).explain().replace('\u00a0', ' '))
        .startsWith("61,32254 årsverk [2024] + 35,62753 årsverk [2024] = 96,95 årsverk");
  }

  @Test
  void fromAProjectionToTheStaffOfKindergartens() {
    Projection projection = ageing();
    // On 31 December 2024 those of 3 to 5 were 2 to 4 on 1 January.
    Series over = KindergartenStaff.overThree(projection, 0);
    assertThat(over.at(Period.year(2024)).value()).isEqualTo(2 * (102 + 103 + 104));
    assertThat(KindergartenStaff.underThree(projection, 0).at(Period.year(2023)).value())
        .isEqualTo(2 * (101 + 102));
    assertThat(over.period(0)).isEqualTo(Period.year(2023));
    assertThat(over.statusAt(1)).isEqualTo(ObservationStatus.FORECAST);
    KindergartenStaff staff =
        KindergartenStaff.of(
            List.of(unit("A", 30, 44)),
            projection,
            0,
            CoveragePath.constant(50),
            CoveragePath.constant(100),
            UnitGrowth.SCALED);
    // Of 202 and 203 in 2024, half; and 618.
    assertThat(staff.basicStaff(Bemanningsnorm.standard()).at(Period.year(2024)).value())
        .isCloseTo(Math.round((200 + 202) / 2.0) / 3.0 + 618 / 6.0, within(1e-9));
  }

  @Test
  void schoolsAndPlacesOverAProjection() {
    Projection projection = ageing();
    SchoolForecast school = new SchoolCapacity(1, 2, 28).over(projection, 0);
    Period in2025 = Period.year(2025);
    // Grades 1 and 2 in 2025 are those of 5 and 6: 2 · 104 and 2 · 105, 8 classes each.
    assertThat(school.pupils().at(in2025).value()).isEqualTo(418);
    assertThat(school.classes().at(in2025).value()).isEqualTo(16);
    assertThat(school.parallels().at(in2025).value()).isEqualTo(8);
    assertThat(school.places().at(in2025).value()).isEqualTo(8 * 2 * 28);
    assertThat(school.classes().at(in2025).status()).isEqualTo(ObservationStatus.FORECAST);
    assertThat(school.classesAt(in2025).explain())
        .startsWith("208 [2025] / 28 + 210 [2025] / 28, hver rundet opp = 16")
        .contains("Elever på 2. trinn, Bærum");
    assertThat(school.parallelsAt(in2025).explain())
        .startsWith("det største av 208 [2025] / 28, 210 [2025] / 28, rundet opp = 8");
    assertThat(school.placesAt(in2025).explain()).startsWith("8 [2025] · 2 trinn · 28 = 448");
    assertThat(school.placesAt(Period.year(2040)).isMissing()).isTrue();
    PlaceChildren right = PlaceChildren.evenly();
    Series children = right.series(projection, 0);
    assertThat(children.at(in2025).value())
        .isCloseTo(right.count(projection.at(2026), 0), within(1e-9));
    assertThat(children.at(in2025).status()).isEqualTo(ObservationStatus.FORECAST);
    assertThat(children.periods()).hasSize(4);
    Figure figure = right.at(projection, 0, in2025);
    assertThat(figure.value()).isEqualTo(children.at(in2025).value());
    assertThat(figure.explain())
        .contains("Barn som er 3 år 31. desember, Bærum")
        .contains("· 0,9167 + ");
  }

  @Test
  void whatIsExplainedIsWhatWasAssessed() {
    // 457.5174 pupils to come, 458 of them in schools: 458 · 800 / 15 / 741.
    TeacherStaff staff =
        TeacherStaff.of(
            List.of(
                stage(MainStage.YEARS_1_TO_4),
                SchoolStage.builder(stage(MainStage.YEARS_1_TO_4)).school("S2").build()),
            Map.of(MainStage.YEARS_1_TO_4, series("elever", 457.5174)));
    Period in2024 = Period.year(2024);
    Figure teachers = staff.teachersAt(Laerernorm.standard(), MainStage.YEARS_1_TO_4, in2024);
    assertThat(teachers.explain().replace('\u00a0', ' '))
        .startsWith("458 [2024] elever på 2 skoler: 366 400 elevtimer / 15 / 741 timer = 32,96");
    assertThat(teachers.value()).isCloseTo(366_400 / 15.0 / 741, within(1e-9));
    assertThat(
            KindergartenStaff.of(
                    List.of(unit("A", 30, 44)),
                    series("u", 29.6),
                    series("o", 44.4),
                    UnitGrowth.SCALED)
                .leadersAt(Pedagognorm.standard(), in2024)
                .explain())
        .startsWith("krav til 30 [2024] under og 44 [2024] over tre år i 1 barnehage = ");
  }

  @Test
  void personsThatCannotBeAreRefusedWithIndicatorAndYear() {
    for (double wrong : new double[] {-5, 1e11}) {
      Series pupils = series("elever", 420, wrong);
      TeacherStaff staff =
          TeacherStaff.of(
              List.of(stage(MainStage.YEARS_1_TO_4)), Map.of(MainStage.YEARS_1_TO_4, pupils));
      String got = wrong < 0 ? "-5" : "100000000000";
      assertThatThrownBy(() -> staff.teachers(Laerernorm.standard()))
          .isInstanceOfSatisfying(
              ProjectionInputException.class,
              e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE))
          .hasMessage("elever of region 3201: " + got + " in 2025; allowed: 0 to 1 000 000 000");
      KindergartenStaff kindergartens =
          KindergartenStaff.of(
              List.of(unit("A", 30, 44)), series("u", 30, 30), pupils, UnitGrowth.SCALED);
      assertThatThrownBy(() -> kindergartens.leaders(Pedagognorm.standard()))
          .hasMessage("elever of region 3201: " + got + " in 2025; allowed: 0 to 1 000 000 000");
    }
  }

  @Test
  void whatIsMissingBeforeANormSaysWhy() {
    Indicator pupils = Indicator.builder().id("elever").build();
    Series before = Series.ofYears(pupils, HERE, 2009, 100, 100);
    TeacherStaff teachers =
        TeacherStaff.of(
            List.of(stage(MainStage.YEARS_1_TO_4)), Map.of(MainStage.YEARS_1_TO_4, before));
    Figure required =
        teachers.teachersAt(Laerernorm.standard(), MainStage.YEARS_1_TO_4, Period.year(2009));
    assertThat(required.isMissing()).isTrue();
    assertThat(required.caveats()).extracting(Caveat::kind).contains(Caveat.Kind.MISSING_INPUT);
    assertThat(required.explain()).contains("normen gjelder fra 1.8.2018");
    Figure staff =
        KindergartenStaff.of(List.of(unit("A", 30, 44)), before, before, UnitGrowth.SCALED)
            .basicStaffAt(Bemanningsnorm.standard(), Period.year(2009));
    assertThat(staff.isMissing()).isTrue();
    assertThat(staff.explain()).contains("normen gjelder fra 1.8.2018");
  }

  @Test
  void noRightBeforeTheLawSaysSo() {
    Projection projection = project(LocalDate.of(2006, 1, 1), Migration.none());
    Figure none = PlaceChildren.evenly().at(projection, 0, Period.year(2007));
    assertThat(none.value()).isZero();
    assertThat(none.explain()).startsWith("ingen har rett = 0").contains("retten gjelder fra 2009");
    assertThat(PlaceChildren.evenly().at(projection, 0, Period.year(1980)).explain())
        .contains("retten gjelder fra 2009");
  }

  @Test
  void anEmptiedCohortIsSaidOnTheWholePathToTheNorms() {
    double[] out = new double[21];
    Arrays.fill(out, 0, 10, -1_000);
    Projection projection =
        project(LocalDate.of(2024, 1, 1), Migration.constant(Ages.single(20), out, new double[21]));
    Period in2026 = Period.year(2026);
    SchoolForecast school = new SchoolCapacity(1, 2, 28).over(projection, 0);
    List<SchoolStage> schools = List.of(stage(MainStage.YEARS_1_TO_4));
    TeacherStaff teachers = TeacherStaff.of(schools, projection, 0);
    KindergartenStaff staff =
        KindergartenStaff.of(
            List.of(unit("A", 30, 44)),
            projection,
            0,
            CoveragePath.constant(50),
            CoveragePath.constant(100),
            UnitGrowth.SCALED);
    Laerernorm norm = Laerernorm.standard();
    Caveat emptied = projection.caveats(2026, 0).get(0);
    assertThat(emptied.detail()).contains("negative og er satt til");
    assertThat(
            List.of(
                school.classesAt(in2026),
                school.parallelsAt(in2026),
                school.placesAt(in2026),
                teachers.teachersAt(norm, in2026),
                teachers.teachersAt(norm, MainStage.YEARS_1_TO_4, in2026)))
        .allSatisfy(figure -> assertThat(figure.caveats()).contains(emptied));
    // Ages on 31 December are those of 1 January of the year after.
    Period in2025 = Period.year(2025);
    assertThat(
            List.of(
                staff.leadersAt(Pedagognorm.standard(), in2025),
                staff.basicStaffAt(Bemanningsnorm.standard(), in2025),
                PlaceChildren.evenly().at(projection, 0, in2025)))
        .allSatisfy(figure -> assertThat(figure.caveats()).contains(emptied));
  }

  private static Projection project(LocalDate start, Migration migration) {
    Ages ages = Ages.single(20);
    double[] hundred = new double[21];
    double[] ones = new double[21];
    Arrays.fill(hundred, 100);
    Arrays.fill(ones, 1);
    Assumptions assumptions =
        new Assumptions(
            Fertility.constant(ages, new double[21]),
            Mortality.constant(ages, ones, ones),
            SexRatioAtBirth.constant(1),
            migration);
    Population today = Population.ofRegion(start, ages, HERE, hundred, hundred);
    return CohortComponent.wpp().project(today, assumptions, start.getYear() + 3);
  }

  @Test
  void whatAProjectionCannotGiveIsItsOwnException() {
    Projection projection = ageing();
    for (int region : new int[] {5, -1}) {
      assertThatThrownBy(() -> TeacherStaff.pupils(projection, region, MainStage.YEARS_1_TO_4))
          .isInstanceOfSatisfying(
              ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REGION))
          .hasMessage("index of a region: " + region + "; allowed: 0 to 0");
    }
    Ages fives = Ages.of(5, 20);
    double[] hundred = new double[fives.count()];
    Arrays.fill(hundred, 100);
    Population population =
        Population.ofRegion(LocalDate.of(2024, 1, 1), fives, HERE, hundred, hundred);
    assertThatThrownBy(() -> new SchoolCapacity(1, 7, 28).pupils(population, 0))
        .isInstanceOf(ProjectionInputException.class)
        .hasMessageContaining("cannot be made of the ages");
  }

  @Test
  void childrenWithARightByTheMonthOfTheirBirth() {
    Ages ages = Ages.single(20);
    double[] hundred = new double[21];
    Arrays.fill(hundred, 100);
    // 31 December 2024: those of one year were born in 2023, up to November with a right in 2024.
    Population atEnd =
        Population.ofRegion(LocalDate.of(2024, 12, 31), ages, HERE, hundred, hundred);
    assertThat(PlaceChildren.evenly().count(atEnd, 0))
        .isCloseTo(200 * 11 / 12.0 + 4 * 200, within(1e-9));
    Population in2012 =
        Population.ofRegion(LocalDate.of(2012, 12, 31), ages, HERE, hundred, hundred);
    assertThat(PlaceChildren.evenly().count(in2012, 0))
        .isCloseTo(200 * 8 / 12.0 + 4 * 200, within(1e-9));
    assertThatThrownBy(() -> PlaceChildren.evenly().withMonths(Collections.nCopies(12, 0.1)))
        .hasMessageContaining("sum to 1");
  }
}
