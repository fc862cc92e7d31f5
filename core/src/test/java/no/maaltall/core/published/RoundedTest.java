package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import no.maaltall.core.SpecTable;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Unit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedTest {
  private static String plain(Interval interval) {
    return (interval.includesLow() ? "[" : "(")
        + interval.low().orElseThrow().stripTrailingZeros().toPlainString()
        + ", "
        + interval.high().orElseThrow().stripTrailingZeros().toPlainString()
        + (interval.includesHigh() ? "]" : ")");
  }

  @TestFactory
  Stream<DynamicTest> readsWhatIsPrinted() {
    return SpecTable.tests(
        "printed_numbers.csv",
        row -> {
          Rounded read = Rounded.parse(row.text("TEXT"));
          assertThat(plain(read.interval())).isEqualTo(row.text("INTERVAL"));
          assertThat(read.decimals()).isEqualTo(row.integer("DECIMALS"));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "..",
        ":",
        "x",
        "1577 2",
        "1 57",
        "1,2,3",
        "1 577.2,3",
        "5 elever",
        "%",
        "9/9",
        "NaN",
        "1e9",
        "over 80 %",
        "0x10",
        "1,",
        ",5",
        "--5",
        "1 2345",
        "１２"
      })
  void whatIsNoNumberIsAnError(String text) {
    assertThatThrownBy(() -> Rounded.parse(text))
        .isInstanceOfSatisfying(
            InvalidNotationException.class, e -> assertThat(e.text()).isEqualTo(text));
  }

  @Test
  void whatCanBeReadInTwoWaysIsAnErrorUntilOneIsChosen() {
    assertThatThrownBy(() -> Rounded.parse("235.000")).hasMessageContaining("can mean either");
    assertThat(
            Rounded.parse("235.000", Rounded.Point.THOUSANDS, Rounded.Approximation.AS_PRINTED)
                .value())
        .isEqualByComparingTo("235000");
    assertThat(
            Rounded.parse("235.000", Rounded.Point.DECIMAL, Rounded.Approximation.AS_PRINTED)
                .decimals())
        .isEqualTo(3);
  }

  @Test
  void longTextsAreErrors() {
    for (String text :
        new String[] {
          "1".repeat(19), "1".repeat(100_000), "1 ".repeat(49), "ca. 1" + "0".repeat(16) + " mrd"
        }) {
      assertThatThrownBy(() -> Rounded.parse(text)).isInstanceOf(InvalidNotationException.class);
    }
  }

  @Test
  void theEffectivePrecisionMayBeGiven() {
    assertThat(plain(Rounded.parse("20,80 %").withDecimals(1).interval()))
        .isEqualTo("[20.75, 20.85)");
    assertThat(plain(Rounded.parse("50").withDecimals(-1).interval())).isEqualTo("[45, 55)");
    assertThat(plain(Rounded.parse("4 727 142").with(Rounded.Mode.TRUNCATED).interval()))
        .isEqualTo("[4727142, 4727143)");
    assertThat(plain(Rounded.parse("-2").with(Rounded.Mode.TRUNCATED).interval()))
        .isEqualTo("(-3, -2]");
    assertThatThrownBy(() -> Rounded.parse("1").withDecimals(16)).hasMessageContaining("got 16");
  }

  @Test
  void howFarAnApproximateNumberMayBeOffIsAnArgument() {
    for (Rounded.Approximation rule : Rounded.Approximation.values()) {
      String expected =
          switch (rule) {
            case WHOLE_DIGIT -> "[41400, 41600]";
            case HALF_DIGIT -> "[41450, 41550)";
            case AS_PRINTED -> "[41499.5, 41500.5)";
          };
      assertThat(plain(Rounded.parse("ca. 41 500", Rounded.Point.UNAMBIGUOUS, rule).interval()))
          .isEqualTo(expected);
    }
  }

  @Test
  void unitsAreRead() {
    assertThat(Rounded.parse("−1,7 prosentpoeng").unit()).contains(Unit.PERCENTAGE_POINT);
    assertThat(Rounded.parse("38 mill kr").unit()).contains(Unit.NOK);
    assertThat(Rounded.parse("38").unit()).isEmpty();
  }

  /** The interval is exactly what rounds to the number, ties and signs included. */
  @Property
  void theIntervalHoldsWhatRoundsToTheNumber(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal value,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal other,
      @ForAll @IntRange(max = 3) int decimals) {
    Rounded printed = Rounded.of(Rounding.toDecimal(value.doubleValue(), decimals), decimals);

    assertThat(printed.interval().contains(value)).isTrue();
    assertThat(printed.prints(value)).isTrue();
    assertThat(printed.interval().contains(other)).isEqualTo(printed.prints(other));
  }

  /** What the library prints is read back, with no-break spaces and the true minus. */
  @Property
  void readsWhatUnitsPrint(
      @ForAll @BigRange(min = "-10000000", max = "10000000") @Scale(3) BigDecimal value) {
    String text = Unit.PERCENT.format(value.doubleValue(), 1);

    assertThat(Rounded.parse(text).interval().contains(value)).isTrue();
  }
}
