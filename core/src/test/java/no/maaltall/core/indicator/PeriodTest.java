package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PeriodTest {
  @TestFactory
  Stream<DynamicTest> readsAndWritesAsTheTableSays() {
    return SpecTable.tests(
        "periods.csv",
        row -> {
          Period period = Period.parse(row.text("TEXT"));

          assertThat(period).hasToString(row.text("CANONICAL"));
          assertThat(period.frequency()).isEqualTo(Frequency.valueOf(row.text("FREQUENCY")));
          assertThat(period.startDate()).isEqualTo(LocalDate.parse(row.text("START")));
          assertThat(period.endDate()).isEqualTo(LocalDate.parse(row.text("END")));
          assertThat(period.startYear()).isEqualTo(period.startDate().getYear());
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesAsTheTableSays() {
    return SpecTable.tests(
        "invalid_periods.csv",
        row ->
            assertThatExceptionOfType(InvalidNotationException.class)
                .isThrownBy(() -> Period.parse(row.text("TEXT")))
                .withMessage(row.text("MESSAGE"))
                .satisfies(e -> assertThat(e.text()).isEqualTo(row.text("TEXT"))));
  }

  @Test
  void aVeryLongTextIsRefusedWithoutBeingRepeated() {
    String hostile = "2018/".repeat(1_000_000);

    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Period.parse(hostile))
        .withMessageStartingWith(
            "invalid period \"" + "2018/".repeat(16) + "... (5000000 characters)\"; allowed: ")
        .satisfies(e -> assertThat(e.text()).isEqualTo(hostile));
  }

  @Test
  void factoriesAgreeWithNotations() {
    assertThat(Period.year(2018)).isEqualTo(Period.parse("2018"));
    assertThat(Period.schoolYear(2018)).isEqualTo(Period.parse("2018/2019"));
    assertThat(Period.quarter(2018, 4)).isEqualTo(Period.parse("2018-Q4"));
    assertThat(Period.month(2018, 12)).isEqualTo(Period.parse("2018-12"));
    assertThat(Period.year(2018)).isNotEqualTo(Period.schoolYear(2018));
  }

  @Test
  void refusesQuartersAndMonthsOutsideTheirRange() {
    assertInvalid(() -> Period.quarter(2018, 5), "invalid quarter \"5\"; allowed: 1 to 4");
    assertInvalid(() -> Period.quarter(2018, 0), "invalid quarter \"0\"; allowed: 1 to 4");
    assertInvalid(() -> Period.month(2018, 13), "invalid month \"13\"; allowed: 1 to 12");
    assertInvalid(() -> Period.month(2018, -1), "invalid month \"-1\"; allowed: 1 to 12");
  }

  @Test
  void refusesYearsOutsideTheRangeHoweverFar() {
    assertInvalid(() -> Period.year(0), "invalid year \"0\"; allowed: 0001 to 9998");
    assertInvalid(() -> Period.schoolYear(9999), "invalid year \"9999\"; allowed: 0001 to 9998");
    assertInvalid(
        () -> Period.quarter(Integer.MAX_VALUE, 4),
        "invalid year \"2147483647\"; allowed: 0001 to 9998");
    assertInvalid(
        () -> Period.month(Integer.MIN_VALUE, 1),
        "invalid year \"-2147483648\"; allowed: 0001 to 9998");
    assertInvalid(() -> Period.year(2018).plus(Integer.MAX_VALUE), "invalid year \"2147485665\"");
    assertInvalid(() -> Period.year(2018).minus(Integer.MIN_VALUE), "invalid year \"2147485666\"");
    assertInvalid(() -> Period.month(1, 1).minus(1), "invalid year \"0\"");
    assertInvalid(() -> Period.month(9998, 12).plus(1), "invalid year \"9999\"");
    assertInvalid(
        () -> Period.month(2018, 1).minusYears(Integer.MAX_VALUE), "invalid year \"-2147481629\"");
    assertInvalid(() -> Period.ofOrdinal(Frequency.MONTH, -1), "invalid year \"-1\"");
    assertInvalid(() -> Period.ofOrdinal(Frequency.QUARTER, 3), "invalid year \"0\"");
  }

  private static void assertInvalid(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidNotationException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theSamePeriodOfAnEarlierYear() {
    assertThat(Period.parse("2018").minusYears(3)).isEqualTo(Period.parse("2015"));
    assertThat(Period.parse("2018/2019").minusYears(3)).isEqualTo(Period.parse("2015/2016"));
    assertThat(Period.parse("2018-Q2").minusYears(3)).isEqualTo(Period.parse("2015-Q2"));
    assertThat(Period.parse("2018-02").minusYears(-1)).isEqualTo(Period.parse("2019-02"));
  }

  @Test
  void distancesAreBetweenPeriodsOfOneKind() {
    assertThat(Period.parse("2018-11").periodsUntil(Period.parse("2019-02"))).isEqualTo(3);
    assertThat(Period.parse("2018").periodsUntil(Period.parse("2014"))).isEqualTo(-4);

    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> Period.parse("2018").periodsUntil(Period.parse("2019/2020")))
        .withMessage("distance from 2018: expected a calendar year, got the school year 2019/2020")
        .satisfies(
            e -> {
              assertThat(e.where()).isEqualTo("distance from 2018");
              assertThat(e.expected()).isEqualTo(Frequency.YEAR);
              assertThat(e.got()).isEqualTo(Period.schoolYear(2019));
            });
  }

  @Test
  void sortsByStartAndThenTheShorterFirst() {
    List<Period> sorted =
        Stream.of("2018", "2018/2019", "2018-Q1", "2018-01", "2018-Q3", "2018-08", "2017", "2019")
            .map(Period::parse)
            .sorted()
            .toList();

    assertThat(sorted)
        .map(Period::toString)
        .containsExactly(
            "2017", "2018-01", "2018-Q1", "2018", "2018-Q3", "2018-08", "2018/2019", "2019");
  }
}
