package no.maaltall.projections.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.Indicator;
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
import no.maaltall.projections.population.Population;
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
        .hasMessageContaining("got 0 and 3");
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
        .startsWith("krav til 200 [2024] elever på 1 skoler, hver for seg = 12,95 årsverk");
    assertThatThrownBy(() -> staff.teachers(Laerernorm.standard(), MainStage.YEARS_8_TO_10))
        .hasMessageContaining("no pupils to come in 8-10");
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
