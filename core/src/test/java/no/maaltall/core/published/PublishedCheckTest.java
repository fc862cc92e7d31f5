package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import no.maaltall.core.published.CheckedFigure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedCheckTest {
  private static CheckedFigure check(String expression, String printed, String... inputs) {
    PublishedCheck check = PublishedCheck.of(expression);
    for (int i = 0; i < inputs.length; i++) {
      check = check.given(String.valueOf((char) ('a' + i)), inputs[i]);
    }
    return check.against(printed);
  }

  @Test
  void aFigureFollowsOrIsConsistentOrIsNot() {
    assertThat(check("growth(a, b)", "12,7 %", "317,1", "357,4").status())
        .isEqualTo(CheckStatus.EXACT);
    CheckedFigure consistent = check("growth(a, b)", "12,3 %", "282,5", "317,1");
    assertThat(consistent.status()).isEqualTo(CheckStatus.CONSISTENT);
    assertThat(consistent.possible().orElseThrow().contains(new BigDecimal("12.28"))).isTrue();
    CheckedFigure wrong = check("growth(a, b)", "12,4 %", "282,5", "317,1");
    assertThat(wrong.status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(wrong.nearest().orElseThrow().doubleValue()).isBetween(12.28, 12.29);
  }

  /** The smallest contradictions: an end that is not reached must not count as reached. */
  @Test
  void excludedEndsAreExcluded() {
    assertThat(check("a", "15,5", "15,4").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("a", "15,3", "15,4").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("a+b+c", "6,2", "1,0", "2,0", "3,0").status())
        .isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("a+b+c", "6,1", "1,0", "2,0", "3,0").status())
        .isEqualTo(CheckStatus.CONSISTENT);
    assertThat(check("a-b", "1,2", "2,0", "1,0").status()).isEqualTo(CheckStatus.CONTRADICTION);
  }

  /**
   * The same name twice: interval arithmetic alone gives 0.8 to 1.3 here, and hides the mistake.
   */
  @Test
  void aNameThatIsUsedTwiceIsTheSameNumber() {
    CheckedFigure change = check("(b-a)/a", "1,15", "10", "20");
    assertThat(change.possible().orElseThrow().low().orElseThrow().doubleValue())
        .isBetween(0.857, 0.858);
    assertThat(change.possible().orElseThrow().high().orElseThrow().doubleValue())
        .isBetween(1.157, 1.158);
    assertThat(check("a-a", "0,1", "10").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("a/(a+b)", "0,6", "10", "10").status()).isEqualTo(CheckStatus.CONTRADICTION);
  }

  /** Neither rising nor falling: the lowest value, −0.25, lies inside. */
  @Test
  void extremesInsideAreFound() {
    Interval possible = check("a*(a-1)", "0", "0,5 ± 0,5").possible().orElseThrow();
    assertThat(possible.low().orElseThrow().doubleValue()).isBetween(-0.26, -0.25);
    assertThat(possible.high().orElseThrow().doubleValue()).isBetween(0.0, 0.01);
    assertThat(check("a*(a-1)", "−0,4", "0,5 ± 0,5").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("a*(a-1)", "−0,2", "0,5 ± 0,5").status()).isEqualTo(CheckStatus.CONSISTENT);
  }

  @Test
  void exactCountsLeaveNoRoom() {
    PublishedCheck share =
        PublishedCheck.of("share(a, b)").givenExactly("a", "123").givenExactly("b", "807");
    assertThat(share.against("15,2 %").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(share.against("15,3 %").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(share.against(Rounded.parse("15,24").with(Rounded.Mode.TRUNCATED)).status())
        .isEqualTo(CheckStatus.EXACT);
  }

  /** Over a divisor that may be 0 anything is possible but what is between two ends. */
  @Test
  void whatIsNotKnownToBeNearIsNotCalledTheNearest() {
    CheckedFigure ratio = PublishedCheck.of("a / b").given("a", "300").given("b", "0").against("5");
    assertThat(ratio.status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(ratio.nearest()).isEmpty();
  }

  /**
   * K13 of Bærum's contradictions: no whole number of 807 reports is 15,3 per cent of them, and
   * none of 880 is 12,9. The rounded number is from 123 to 124, and can only be one of the two.
   */
  @Test
  void aShareOfCountsMustBeOneOfAWholeNumber() {
    PublishedCheck of807 = PublishedCheck.of("nearest_share(a, b)").givenExactly("b", "807");
    assertThat(of807.given("a", "15,3 %").against("15,3 %").status())
        .isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(of807.given("a", "15,4 %").against("15,4 %").status()).isEqualTo(CheckStatus.EXACT);
    // 123 of them are 15.2416 per cent, 124 are 15.3656.
    assertThat(of807.given("a", "15,3 %").against("15,3 %").nearest().orElseThrow().doubleValue())
        .isBetween(15.2416, 15.2417);
    assertThat(
            PublishedCheck.of("nearest_share(a, b)")
                .givenExactly("b", "880")
                .given("a", "12,9 %")
                .against("12,9 %")
                .status())
        .isEqualTo(CheckStatus.CONTRADICTION);
  }

  /** 12 or 13, and nothing between: rounding is never near enough to a number at its tie. */
  @Test
  void aStepIsNotATieWithWhatLiesInside() {
    assertThat(check("round(a/2, 0)", "12,5", "25 ± 0").status())
        .isNotIn(CheckStatus.CONSISTENT, CheckStatus.EXACT);
    assertThat(check("round(a/2, 0)", "13", "25 ± 0").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(check("round(a/2, 0)", "12", "24,9").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(check("round(a, 0)", "12,4", "12,2").status()).isEqualTo(CheckStatus.CONTRADICTION);
    assertThat(check("round(a, -1)", "20", "15 ± 1").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(check("round(a, -1)", "10", "15 ± 1").status()).isEqualTo(CheckStatus.CONSISTENT);
  }

  @Test
  void theDifferenceOfRoundedSharesIsAnotherFigure() {
    String rounded = "round(share(c, d), 1) - round(share(a, b), 1)";
    PublishedCheck counts =
        PublishedCheck.of(rounded)
            .givenExactly("a", "98")
            .givenExactly("b", "748")
            .givenExactly("c", "137")
            .givenExactly("d", "825");
    assertThat(counts.against("3,5").status()).isEqualTo(CheckStatus.EXACT);
    assertThat(counts.against("3,4").status()).isEqualTo(CheckStatus.CONTRADICTION);
  }

  /** Of counts in tens, every difference of rounded shares near the middle can be, and is found. */
  @ParameterizedTest
  @ValueSource(strings = {"2,4", "2,9", "3,3", "3,4", "3,5", "3,6", "4,0", "4,5"})
  void roundedSharesOfCoarseCountsAreFoundBetweenTheSteps(String difference) {
    PublishedCheck tens = PublishedCheck.of("round(share(c, d), 1) - round(share(a, b), 1)");
    String[] counts = {"100", "750", "140", "830"};
    for (int i = 0; i < counts.length; i++) {
      tens =
          tens.given(String.valueOf((char) ('a' + i)), Rounded.parse(counts[i]).withDecimals(-1));
    }
    assertThat(tens.against(difference).status()).isIn(CheckStatus.CONSISTENT, CheckStatus.EXACT);
    assertThat(tens.against("6,0").status()).isEqualTo(CheckStatus.CONTRADICTION);
    // No difference of numbers with one decimal is 3.45.
    assertThat(tens.against("3,45").status()).isNotIn(CheckStatus.CONSISTENT, CheckStatus.EXACT);
  }

  @Test
  void divisionByWhatMayBeZeroDecidesNothing() {
    CheckedFigure maybe = check("a/b", "5", "3", "0");
    assertThat(maybe.status()).isIn(CheckStatus.UNDECIDED, CheckStatus.CONSISTENT);
    CheckedFigure never =
        PublishedCheck.of("a/b").given("a", "3").givenExactly("b", "0").against("5");
    assertThat(never.status()).isEqualTo(CheckStatus.UNDECIDED);
    assertThat(never.reason()).isEqualTo(Reason.NOT_DEFINED);
    assertThat(never.computed()).isEmpty();
    assertThat(never.possible()).isEmpty();
    assertThat(never.text()).contains("kan ikke regnes ut");
  }

  @Test
  void whatIsNotPrintedIsImplied() {
    CheckedFigure implied =
        PublishedCheck.of("100*b/a").given("a", "33 %").given("b", "ca. 41 500").implied();
    assertThat(implied.status()).isEqualTo(CheckStatus.IMPLIED);
    assertThat(implied.computed().orElseThrow().doubleValue()).isEqualTo(125757.57575757576);
    assertThat(implied.nearest()).isEmpty();
  }

  @Test
  void explainsWithTheNumbersPutIn() {
    assertThat(check("growth(a, b)", "12,4 %", "282,5", "317,1").explain().replace('\u00a0', ' '))
        .isEqualTo(
            """
            12,4 % – motsigelse: ingen uavrundede tall bak de trykte gir det; regnet 12,248,\
             mulig fra 12,210 (ikke med) til 12,286 (ikke med)
              growth(a, b) = growth(282,5; 317,1)
              a = 282,5 (fra 282,45 til 282,55 (ikke med))
              b = 317,1 (fra 317,05 til 317,15 (ikke med))
              trykt: 12,4 % (fra 12,35 til 12,45 (ikke med))
              nærmeste mulige: 12,285""");
  }

  @Test
  void inputsMustBeThere() {
    assertThatThrownBy(() -> PublishedCheck.of("a+b").given("a", "1").against("2"))
        .hasMessage("the check: input b is not given; given: [a]");
    assertThatThrownBy(() -> PublishedCheck.of("a").given("c", "1"))
        .hasMessageContaining("no c in a");
  }
}
