package no.maaltall.kostra.comparison;

import static no.maaltall.kostra.comparison.Given.Y2023;
import static no.maaltall.kostra.comparison.Given.Y2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import org.junit.jupiter.api.Test;

/**
 * Parts of a whole: Bærum's reports to child protection by source, and parts that do not add up.
 */
class BreakdownTest {
  private static final Series ALL = count("alle", 799, 826);
  private static final Series POLICE = count("politi", 105, 137);
  private static final Series PPT = count("ppt", 2, 1);
  private static final Series SCHOOL = count("skole", 85, 111);
  private static final Breakdown REPORTS = Breakdown.of(ALL, List.of(POLICE, PPT, SCHOOL));

  private static Series count(String id, double y2023, double y2024) {
    return Given.years(Given.indicator(id, Unit.COUNT, 0), 2023, y2023, y2024);
  }

  private static Series amount(String id, double y2023, double y2024) {
    return Given.years(Given.indicator(id, Unit.MNOK, 1), 2023, y2023, y2024);
  }

  @Test
  void theChangeOfASharesIsAQuestionOfRounding() {
    Figure rounded = REPORTS.shareChange("politi", Y2023, Y2024, ShareChange.OF_ROUNDED);
    Figure unrounded = REPORTS.shareChange("politi", Y2023, Y2024, ShareChange.OF_UNROUNDED);

    assertThat(Given.plain(REPORTS.share("politi", Y2024).text())).isEqualTo("16,6 %");
    assertThat(rounded.value()).isEqualTo(3.5);
    assertThat(Given.plain(rounded.explain()))
        .startsWith("16,6 % [2024] − 13,1 % [2023] = 3,50 prosentpoeng");
    assertThat(Given.plain(unrounded.text())).isEqualTo("3,4 prosentpoeng");
    assertThat(REPORTS.shareChange("ppt", Y2023, Y2024, ShareChange.OF_ROUNDED).value())
        .isEqualTo(-0.2);
    assertThat(
            Given.plain(REPORTS.shareChange("ppt", Y2023, Y2024, ShareChange.OF_UNROUNDED).text()))
        .isEqualTo("−0,1 prosentpoeng");
  }

  @Test
  void whatThePartsLeaveOver() {
    assertThat(REPORTS.remainder(Y2024).value()).isEqualTo(826 - 137 - 1 - 111);
    assertThat(REPORTS.remainderShare(Y2024).value()).isEqualTo(100 * 577 / 826.0);
    assertThat(REPORTS.addsUp(Y2024)).isFalse();
    assertThat(REPORTS.shareOf(Y2024, "politi", "ppt").value()).isEqualTo(100 * 138 / 826.0);
    assertThat(REPORTS.remainder(Y2024).has(Caveat.Kind.PARTS_DO_NOT_ADD_UP)).isFalse();
  }

  @Test
  void partsMoreThanTheWholeAreSaid() {
    Breakdown counts =
        Breakdown.of(count("a", 10, 10), List.of(count("b", 6, 6), count("c", 4, 5)));

    assertThat(counts.addsUp(Y2023)).isTrue();
    assertThat(counts.addsUp(Y2024)).isFalse();
    assertThat(counts.remainder(Y2024).value()).isEqualTo(-1);
    assertThat(counts.remainder(Y2024).has(Caveat.Kind.PARTS_DO_NOT_ADD_UP)).isTrue();
    assertThat(counts.table(Y2023, Y2024, ShareChange.OF_UNROUNDED).notes())
        .containsExactly(
            "Endring: differanse mellom uavrundede andeler",
            "2024: delene summerer ikke til helheten");
  }

  @Test
  void roundedAmountsMayBeOffByHalfAUnitEach() {
    // 1 577.2 of 782.1 and 795.2 is 0.1 off: three numbers, each within 0.05.
    Breakdown amounts =
        Breakdown.of(
            amount("a", 1577.2, 1577.2),
            List.of(amount("b", 782.1, 782.1), amount("c", 795.2, 795.3)));

    assertThat(amounts.addsUp(Y2023)).isTrue();
    assertThat(amounts.addsUp(Y2024)).isFalse();
  }

  @Test
  void aMissingPartMakesTheRemainderMissing() {
    Breakdown some = Breakdown.of(ALL, List.of(POLICE, count("ppt", 2, Double.NaN)));

    assertThat(some.remainder(Y2024).isMissing()).isTrue();
    assertThat(some.sumOfRoundedShares(Y2024).isMissing()).isTrue();
    assertThat(some.addsUp(Y2024)).isFalse();
    assertThat(some.shareChange("ppt", Y2023, Y2024, ShareChange.OF_ROUNDED).isMissing()).isTrue();
    assertThat(some.share("politi", Y2024).isMissing()).isFalse();
  }

  @Test
  void whetherPartsAddUpIsNotSaidWhenOneIsMissing() {
    Breakdown some = Breakdown.of(ALL, List.of(POLICE, count("ppt", 2, Double.NaN)));

    assertThat(some.table(Y2023, Y2024, ShareChange.OF_UNROUNDED).notes())
        .containsExactly(
            "Endring: differanse mellom uavrundede andeler",
            "2023: delene summerer ikke til helheten");
  }

  @Test
  void eachPartMayBeOffByHalfAUnitOfItsOwn() {
    Series b = Given.years(Given.indicator("b", Unit.MNOK, 0), 2023, 5, 5);
    Series c = Given.years(Given.indicator("c", Unit.MNOK, 0), 2023, 5, 5);
    // 10.4 of parts in whole millions: 10 ± 1; 11.1 is out of reach of that and its own 0.05.
    Breakdown amounts = Breakdown.of(amount("a", 10.4, 11.1), List.of(b, c));

    assertThat(amounts.addsUp(Y2023)).isTrue();
    assertThat(amounts.addsUp(Y2024)).isFalse();
    Breakdown less = Breakdown.of(amount("a", 9.6, 8.9), List.of(b, c));
    assertThat(less.remainder(Y2023).has(Caveat.Kind.PARTS_DO_NOT_ADD_UP)).isFalse();
    assertThat(less.remainder(Y2024).has(Caveat.Kind.PARTS_DO_NOT_ADD_UP)).isTrue();
  }

  @Test
  void aWholeOfZeroHasNoShares() {
    Breakdown nothing = Breakdown.of(count("a", 0, 0), List.of(count("b", 0, 0)));

    assertThat(nothing.remainderShare(Y2024).has(Caveat.Kind.ZERO_DENOMINATOR)).isTrue();
    assertThat(nothing.shareOf(Y2024, "b").isMissing()).isTrue();
    assertThat(nothing.addsUp(Y2024)).isTrue();
  }

  @Test
  void complements() {
    Series home = Given.years(Given.indicator("hjemme", Unit.PERCENT, 0), 2023, 61.5, 65.3);

    assertThat(Given.plain(Breakdown.complement(home, Y2023).text())).isEqualTo("39 %");
    assertThat(Given.plain(Breakdown.complement(home, Y2024).text())).isEqualTo("35 %");
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_BASES, () -> Breakdown.complement(ALL, Y2024));
  }

  @Test
  void whatIsNoPartIsRefused() {
    Indicator fixed = Indicator.builder(POLICE.indicator()).priceBase("2024").build();
    Series elsewhere = Series.ofYears(POLICE.indicator(), Region.of("3203"), 2023, 1, 1);

    NetworkComparisonTest.assertProblem(Problem.MIXED_INPUTS, () -> Breakdown.of(ALL, List.of()));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> Breakdown.of(ALL, List.of(POLICE, POLICE)));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> Breakdown.of(ALL, List.of(elsewhere)));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_BASES, () -> Breakdown.of(ALL, List.of(amount("x", 1, 1))));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_BASES, () -> Breakdown.of(ALL, List.of(Given.years(fixed, 2023, 1, 1))));
    NetworkComparisonTest.assertProblem(
        Problem.MIXED_INPUTS, () -> REPORTS.shareOf(Y2024, "ppt", "ppt"));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> REPORTS.share("pptt", Y2024))
        .withMessageContaining("part of alle");
  }
}
