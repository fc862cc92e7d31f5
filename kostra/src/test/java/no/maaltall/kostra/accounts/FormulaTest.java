package no.maaltall.kostra.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.maaltall.kostra.accounts.FormulaException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static AccountingRules rules(String... formulas) {
    AccountingRules.Builder rules =
        AccountingRules.builder(2024)
            .functions(Hierarchy.builder("f").add("FG2", "202", 1).add("FG2", "800", 1).build())
            .arts(
                Hierarchy.builder("a")
                    .add("X", "010", 1)
                    .add("Y", "020", 1)
                    .add("Z", "030", 1)
                    .build());
    for (String formula : formulas) {
      rules.formula(formula);
    }
    return rules.build();
  }

  private static final Ledger LEDGER =
      Ledger.builder("l")
          .add("3201", Kontoklasse.D, "202", "010", 100)
          .add("3201", Kontoklasse.D, "202", "020", 30)
          .add("3201", Kontoklasse.D, "800", "010", 7)
          .add("3201", Kontoklasse.I, "202", "010", 1000)
          .build();

  private static long amount(String key, String... formulas) {
    return rules(formulas).apply(LEDGER).amount(AccountKey.parse("B:3201:" + key));
  }

  @Test
  void aFormulaReplacesTheAmountAndItselfIsTheAmountBefore() {
    assertThat(amount("FG2:D:X", "D:FG2:X = D:FG2:X - D:800:X")).isEqualTo(100);
    assertThat(amount("202:D:X", "D:FG2:X = D:FG2:X - D:800:X")).isEqualTo(100);
    assertThat(amount("FG2:I:X", "D:FG2:X = D:FG2:X - D:800:X")).isEqualTo(1000);
  }

  @Test
  void withoutAClassItIsForBoth() {
    assertThat(amount("FG2:D:Z", "FG2:Z = FG2:X + FG2:Y")).isEqualTo(137);
    assertThat(amount("FG2:I:Z", "FG2:Z = FG2:X + FG2:Y")).isEqualTo(1000);
  }

  @Test
  void formulasAreEvaluatedInOrderOfDependencyWhateverTheOrderWritten() {
    String first = "D:FG2:X = D:FG2:X + D:FG2:Y";
    String second = "D:FG2:Z = D:FG2:X - D:FG2:Y";
    assertThat(amount("FG2:D:Z", first, second)).isEqualTo(107);
    assertThat(amount("FG2:D:Z", second, first)).isEqualTo(107);
  }

  @Test
  void signsParenthesesAndFactors() {
    assertThat(amount("FG2:D:Z", "D:FG2:Z = -(D:FG2:X - 2 * D:FG2:Y) + D:FG2:Y * 3"))
        .isEqualTo(-(107 - 60) + 90);
  }

  @Test
  void aQuotientIsRoundedHalfAwayFromZeroAndUsedUnrounded() {
    String third = "D:FG2:Y = D:FG2:X / 2";
    assertThat(amount("FG2:D:Y", third)).as("53.5 is rounded away from zero").isEqualTo(54);
    assertThat(amount("FG2:D:Z", third, "D:FG2:Z = 0 - D:FG2:Y")).isEqualTo(-54);
    assertThat(amount("FG2:D:Z", third, "D:FG2:Z = D:FG2:Y + D:FG2:Y"))
        .as("2 × 53.5, not 2 × 54")
        .isEqualTo(107);
    assertThat(amount("FG2:D:Z", "D:FG2:Z = 100 * D:FG2:Y / D:FG2:X")).isEqualTo(28);
  }

  @Test
  void aDivisionByZeroIsMissingNeverZero() {
    AccountTable table = rules("D:FG2:Z = D:FG2:X / D:FG2:Z").apply(LEDGER);
    AccountKey key = AccountKey.parse("B:3201:FG2:D:Z");
    assertThatThrownBy(() -> table.amount(key)).isInstanceOf(UndefinedAmountException.class);
    assertThat(table.figure(key).isMissing()).isTrue();
    assertThat(table.rows()).noneMatch(r -> r.key().equals(key));
    assertThatThrownBy(() -> table.contributions(key))
        .isInstanceOf(NotAdditiveException.class)
        .hasMessageContaining("D:FG2:Z = D:FG2:X / D:FG2:Z");
  }

  @Test
  void whatDependsOnADivisionByZeroIsMissingToo() {
    AccountTable table =
        rules("D:FG2:Z = D:FG2:X / D:FG2:Z", "D:FG2:Y = D:FG2:Z + D:FG2:Y").apply(LEDGER);
    assertThat(table.figure(AccountKey.parse("B:3201:FG2:D:Y")).isMissing()).isTrue();
    assertThat(table.figure(AccountKey.parse("B:3201:FG2:I:Y")).value()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:FG2:X = D:FG2:Y - ",
        "D:FG2:X = ",
        "D:FG2:X",
        "D:FG2:X = + D:FG2:Y",
        "D:FG2:X = D:FG2:Y D:FG2:Z",
        "D:FG2:X = (D:FG2:Y",
        "D:FG2:X = D:FG2:Y)",
        "D:FG2:X = FG2:Y",
        "K:FG2:X = K:FG2:Y",
        "X = D:FG2:Y",
        "D:FG2:X = D:FG2:Y ^ 2",
        "D:FG2:X = D:FG2:Y = D:FG2:Z",
        "D:FG2:X = tull + D:FG2:Y"
      })
  void aFormulaWithAMissingTermIsRefused(String formula) {
    assertThatThrownBy(() -> rules(formula))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.SYNTAX);
              assertThat(e.formula()).isEqualTo(formula);
            })
        .hasMessageContaining("rules of 2024: formula \"" + formula)
        .hasMessageContaining("allowed: [CLASS:]FUNCTION:TYPE");
  }

  @Test
  void anUnknownTermIsRefused() {
    assertThatThrownBy(() -> rules("D:FG2:X = D:FG2:Y + D:FG3:X"))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_TERM);
              assertThat(e.terms()).containsExactly("D:FG3:X");
            });
  }

  @Test
  void aCircleIsRefusedWithItsPath() {
    assertThatThrownBy(
            () ->
                rules(
                    "D:FG2:X = D:FG2:Y + D:FG2:X",
                    "D:FG2:Y = D:FG2:Z",
                    "D:FG2:Z = D:FG2:X - D:202:X"))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(Problem.CIRCULAR);
              assertThat(e.terms()).containsExactly("D:FG2:X", "D:FG2:Y", "D:FG2:Z", "D:FG2:X");
            });
  }

  @Test
  void twoFormulasForOneAmountAreRefused() {
    assertThatThrownBy(() -> rules("FG2:X = FG2:Y", "I:FG2:X = I:FG2:Z"))
        .isInstanceOfSatisfying(
            FormulaException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DUPLICATE));
  }

  @Test
  void hostileFormulasEndInAnError() {
    assertThatThrownBy(() -> rules("D:FG2:X = " + "(".repeat(5000) + "1" + ")".repeat(5000)))
        .isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> rules("D:FG2:X = " + "-".repeat(5000) + "1"))
        .isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> rules("D:FG2:X = D:FG2:Y" + " + D:FG2:Y".repeat(5000)))
        .hasMessageContaining("characters");
    String power = "D:FG2:X = 1" + " * D:FG2:X".repeat(900);
    String tower = "D:FG2:Y = 1" + " * D:FG2:X".repeat(900);
    assertThatThrownBy(() -> rules(power, tower).apply(LEDGER))
        .isInstanceOf(AmountOverflowException.class);
    assertThatThrownBy(() -> rules("D:FG2:X = 1e999999999 * D:FG2:Y"))
        .isInstanceOf(FormulaException.class);
  }

  @Test
  void contributionsFollowFormulasAndAddUp() {
    AccountTable table =
        rules("D:FG2:Z = 2 * D:FG2:X - D:FG2:Y", "D:FG2:X = D:FG2:X - D:800:X").apply(LEDGER);
    AccountKey key = AccountKey.parse("B:3201:FG2:D:Z");
    assertThat(table.contributions(key).stream().mapToLong(Contribution::amount).sum())
        .isEqualTo(table.amount(key))
        .isEqualTo(170);
    assertThat(table.figure(key).explain().replace('\u00a0', ' '))
        .startsWith("2 × ")
        .contains("100")
        .contains("= 170");
  }
}
