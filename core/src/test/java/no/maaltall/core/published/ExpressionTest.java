package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.maaltall.core.indicator.UnknownCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static String computed(String expression) {
    return PublishedCheck.of(expression).implied().computed().orElseThrow().toPlainString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1+2*3; 7",
        "(1+2)*3; 9",
        "2-3-4; -5",
        "8/4/2; 1",
        "2^3^2; 512",
        "-2^2; -4",
        "2*-3; -6",
        "2**3; 8",
        "2^-1; 0.5",
        "6 · 2 − 1; 11",
        "round(2.675, 2); 2.68",
        "round(-0.5, 0); -1",
        "round(37.1, -1); 40",
        "min(3, 1, 2); 1",
        "max(3, 1, 2); 3",
        "abs(-2)+abs(2); 4",
        "mean(1, 2, 6); 3",
        "sum(1, 2, 3); 6",
        "change(3, 5); 2",
        "growth(4, 5); 25",
        "mean_annual_change(81, 75, 3); -2",
        "mean_annual_growth(100, 121, 2); 10",
        "share(1, 8); 12.5",
        "index(4, 5); 125",
        "nearest_share(23.8, 21); 23.8095238095238095238095238095",
        "1/3*3; 1",
        "4^0.5; 2"
      })
  void computesByHand(String expression, String value) {
    assertThat(computed(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';1",
        "a+;3",
        "(a;3",
        "a b;3",
        "a+*b;3",
        "foo(a);1",
        "share(a);1",
        "round(a, b);10",
        "round(a, 99);10",
        "1.2.3;4",
        "a$b;2",
        "1e5;2",
        "a=b;2",
        "a,b;2",
        "1,5*a;2"
      })
  void mistakesAreToldWhereTheyAre(String expression, int position) {
    assertThatThrownBy(() -> Expression.parse(expression))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.position()).isEqualTo(position));
  }

  @Test
  void hostileTextsAreErrors() {
    for (String text :
        List.of(
            "(".repeat(5_000) + "a" + ")".repeat(5_000),
            "a^".repeat(4_000) + "a",
            "abs(".repeat(2_000) + "a" + ")".repeat(2_000),
            "a" + "+a".repeat(4_000),
            "1".repeat(9_000),
            "a".repeat(100_000))) {
      assertThatThrownBy(() -> Expression.parse(text))
          .isInstanceOf(ExpressionException.class)
          .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(300));
    }
    assertThat(Expression.parse("-".repeat(9_001) + "2").names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a^999^999",
        "a^(a^999)",
        "(a^1000)^1000",
        "1/(a-a)",
        "a^0.5^1000",
        "(-a)^0.5",
        "0^-1",
        "round(a^1000, 15)",
        "1/a^1000/a^1000",
        "((a-5)*1000000)^1000-((a-5)*1000000)^1000"
      })
  void extremeNumbersAreBounded(String expression) {
    PublishedCheck check = PublishedCheck.of(expression);
    PublishedCheck given = expression.contains("a") ? check.given("a", "5") : check;

    assertThat(given.against("7").status()).isNotEqualTo(CheckStatus.EXACT);
  }

  @Test
  void aMeasureIsAnExpressionOfItsInputs() {
    assertThat(
            PublishedCheck.ofMeasure("mean_annual_change_3", "81,0 %", "76,0 %")
                .against("−1,7 prosentpoeng")
                .status())
        .isEqualTo(CheckStatus.EXACT);
    assertThat(
            PublishedCheck.ofMeasure("mean_annual_growth_3", "100", "133,1")
                .implied()
                .computed()
                .orElseThrow())
        .isEqualByComparingTo("10");
    assertThat(
            PublishedCheck.ofMeasure("arithmetic_mean_annual_growth", "100", "110", "132")
                .implied()
                .computed()
                .orElseThrow())
        .isEqualByComparingTo("15");
    assertThat(Expression.ofMeasure("sum", List.of("a", "b")).toString()).isEqualTo("sum(a, b)");
    assertThat(PublishedCheck.ofMeasure("efficiency_gap", "15,4", "2,3").against("13,4").status())
        .isEqualTo(CheckStatus.EXACT);
    assertThatThrownBy(() -> Expression.ofMeasure("mean_anual_change_3", List.of("a", "b")))
        .isInstanceOfSatisfying(
            UnknownCodeException.class,
            e -> assertThat(e.nearest()).contains("mean_annual_change_3"));
    assertThatThrownBy(() -> Expression.ofMeasure("share", List.of("a")))
        .hasMessage("measure share takes 2 inputs, got [a]");
  }
}
