package no.maaltall.kostra.comparison;

import static no.maaltall.kostra.comparison.Given.Y2023;
import static no.maaltall.kostra.comparison.Given.Y2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unit costs with each kind of denominator, hours per week, and coverage. */
class UnitCostTest {
  private static final Indicator NOK = Given.indicator("utgifter", Unit.NOK, 0);
  private static final Indicator USERS = Given.indicator("brukere", Unit.COUNT, 0);
  private static final Series EXPENSES = Given.years(NOK, 2023, 1_000, 1_200);

  private static Series users(double... values) {
    return Given.years(USERS, 2023, values);
  }

  /** Bærum prints 4 727 142, cut off; the other years divide by 3.58 and 4.33. */
  @Test
  void fullYearUsersAreMonthsOverTwelve() {
    Series expenses = Given.years(NOK, 2024, 20_878_214);
    Series months = Given.years(USERS, 2024, 53);

    Figure cost = UnitCost.per(Denominator.fullYearUsers()).at(expenses, Y2024, months);

    assertThat(cost.value()).isCloseTo(4_727_142.792, within(0.001));
    assertThat(cost.measure()).isEqualTo("unit_cost_per_full_year_users");
    assertThat(Given.plain(cost.text())).isEqualTo("4 727 143 kr per bruker");
    assertThat(Given.plain(cost.explain())).startsWith("20 878 214 kr [2024] / (53 [2024] / 12)");
    assertThat(
            UnitCost.per(Denominator.fullYearUsersRounded(2)).at(expenses, Y2024, months).value())
        .isEqualTo(20_878_214 / 4.42);
    assertThat(Denominator.fullYearUsersRounded(2).at(Y2024, Given.years(USERS, 2024, 43)).value())
        .isEqualTo(3.58);
  }

  @Test
  void theDenominatorDecidesWhatItCosts() {
    Series two = users(10, 20);

    assertThat(UnitCost.per(Denominator.usersAtDate()).at(EXPENSES, Y2024, two).value())
        .isEqualTo(60);
    assertThat(UnitCost.per(Denominator.meanOfYearEnds()).at(EXPENSES, Y2024, two).value())
        .isEqualTo(80);
    assertThat(Denominator.accountingYear().at(Y2024, two).value()).isEqualTo((70 + 100) / 12.0);
    assertThat(
            Given.plain(
                UnitCost.per(Denominator.inhabitants())
                    .times(1_000)
                    .at(
                        Given.years(Given.indicator("x", Unit.KNOK, 0), 2023, 1, 12),
                        Y2024,
                        two,
                        two)
                    .text()))
        .isEqualTo("300 kr per innbygger");
  }

  @Test
  void aMeanOverTheYearNeedsAllItsMonths() {
    Series.Builder months = Series.builder(USERS, Given.BAERUM);
    Series.Builder short11 = Series.builder(USERS, Given.BAERUM);
    for (int m = 1; m <= 12; m++) {
      months.add(Period.month(2024, m), Observation.of(m));
      if (m < 12) {
        short11.add(Period.month(2024, m), Observation.of(m));
      }
    }
    Series quarters =
        Series.builder(USERS, Given.BAERUM)
            .add("2024K1", 1)
            .add("2024K2", 2)
            .add("2024K3", 3)
            .add("2024K4", 6)
            .build();

    assertThat(Denominator.meanOverYear().at(Y2024, months.build()).value()).isEqualTo(6.5);
    assertThat(Denominator.meanOverYear().at(Y2024, quarters).value()).isEqualTo(3);
    assertThat(Denominator.meanOverYear().at(Y2024, short11.build()).isMissing()).isTrue();
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> Denominator.meanOverYear().at(Y2024, users(1, 2)));
  }

  @Test
  void withoutUsersThereIsNoUnitCost() {
    Figure none = UnitCost.per(Denominator.usersAtDate()).at(EXPENSES, Y2024, users(1, 0));
    Figure unknown = UnitCost.per(Denominator.accountingYear()).at(EXPENSES, Y2023, users(1, 0));

    assertThat(none.isMissing()).isTrue();
    assertThat(none.has(Caveat.Kind.ZERO_DENOMINATOR)).isTrue();
    assertThat(unknown.isMissing()).isTrue();
    assertThat(unknown.has(Caveat.Kind.MISSING_INPUT)).isTrue();
  }

  @Test
  void suppressedUsersGiveASuppressedCost() {
    Figure cost =
        UnitCost.per(Denominator.usersAtDate())
            .at(Given.in2024(NOK, "a", 5), Y2024, Given.hidden(USERS, "a"));

    assertThat(cost.status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(cost.value()).isNaN();
  }

  @Test
  void wrongPartsAreRefused() {
    UnitCost cost = UnitCost.per(Denominator.usersAtDate());

    NetworkComparisonTest.assertProblem(
        Problem.MIXED_BASES, () -> cost.at(users(1, 2), Y2024, users(1, 2)));
    NetworkComparisonTest.assertProblem(Problem.MIXED_INPUTS, () -> cost.at(EXPENSES, Y2024));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> cost.at(EXPENSES, Y2024, Given.in2024(USERS, "a", 5)));
    NetworkComparisonTest.assertProblem(Problem.INVALID_PARAMETER, () -> cost.times(0));
    NetworkComparisonTest.assertProblem(
        Problem.INVALID_PARAMETER, () -> cost.times(1e300).times(1e300));
    NetworkComparisonTest.assertProblem(
        Problem.INVALID_PARAMETER, () -> Denominator.fullYearUsersRounded(16));
  }

  /** Bærum's months have four weeks; the calendar's have 52/12. */
  @ParameterizedTest
  @CsvSource({"4, 3.1", "0, 2.9"})
  void hoursPerWeek(double weeks, double expected) {
    HoursPerWeek measure =
        weeks == 0 ? HoursPerWeek.calendar() : HoursPerWeek.withWeeksPerMonth(weeks);
    Series hours = Given.years(Given.indicator("timer", Unit.HOURS, 0), 2024, 5110);

    assertThat(measure.at(hours, Given.years(USERS, 2024, 410), Y2024).rounded())
        .isEqualTo(expected);
  }

  @Test
  void hoursOfNobodyAreMissing() {
    Series hours = Given.years(Given.indicator("timer", Unit.HOURS, 0), 2024, 5110);

    assertThat(HoursPerWeek.withWeeksPerMonth(4))
        .hasToString("hours per user and week, with 4.0 weeks in a month");
    Figure none = HoursPerWeek.calendar().at(hours, Given.years(USERS, 2024, 0), Y2024);

    assertThat(none.has(Caveat.Kind.ZERO_DENOMINATOR)).isTrue();
    NetworkComparisonTest.assertProblem(
        Problem.INVALID_PARAMETER, () -> HoursPerWeek.withWeeksPerMonth(Double.NaN));
  }

  @Test
  void coverageByLocationMayExceedAHundred() {
    Figure coverage = Coverage.byLocation().at(users(0, 203), users(0, 200), Y2024);

    assertThat(coverage.value()).isEqualTo(101.5);
    assertThat(coverage.measure()).isEqualTo("coverage_by_location");
  }

  @Test
  void totalsOverAgeGroupsAreWeightedByPopulation() {
    List<Series> children = List.of(users(0, 80), users(0, 285));
    List<Series> population = List.of(users(0, 100), users(0, 300));
    Coverage coverage = Coverage.byResidence();

    Figure total = coverage.total(children, population, Y2024);
    Figure weighted =
        coverage.weighted(
            List.of(
                coverage.at(children.get(0), population.get(0), Y2024),
                coverage.at(children.get(1), population.get(1), Y2024)),
            population);

    assertThat(total.value()).isEqualTo(91.25);
    assertThat(weighted.value()).isCloseTo(91.25, within(1e-12));
    assertThat(Given.plain(weighted.explain())).contains("80,0 % [2024]").contains("95,0 % [2024]");
  }

  @Test
  void basesAreNotMixed() {
    Figure byLocation = Coverage.byLocation().at(users(0, 1), users(0, 2), Y2024);

    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS,
        () -> Coverage.byResidence().weighted(List.of(byLocation), List.of(users(0, 2))));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> Coverage.byResidence().total(List.of(), List.of(), Y2024));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS,
        () -> Coverage.byResidence().at(users(0, 1), Given.in2024(USERS, "a", 5), Y2024));
    assertThat(
            Coverage.byResidence()
                .at(users(0, 1), users(0, 0), Y2024)
                .has(Caveat.Kind.ZERO_DENOMINATOR))
        .isTrue();
  }
}
