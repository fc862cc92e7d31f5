package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.SpecTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoundingTest {
  @TestFactory
  Stream<DynamicTest> roundsAsTheTableSays() {
    return SpecTable.tests(
        "rounding.csv",
        row -> {
          double value = row.number("VALUE");
          int decimals = row.integer("DECIMALS");
          BigDecimal expected = new BigDecimal(row.text("EXPECTED"));

          assertThat(Rounding.toDecimal(value, decimals)).isEqualTo(expected);
          assertThat(Rounding.halfUp(value, decimals)).isEqualTo(expected.doubleValue());
          assertThat(Double.doubleToRawLongBits(Rounding.halfUp(value, decimals)))
              .as("not −0.0")
              .isEqualTo(Double.doubleToRawLongBits(expected.doubleValue()));
        });
  }

  @TestFactory
  Stream<DynamicTest> writesTheShortestAsTheTableSays() {
    return SpecTable.tests(
        "shortest.csv",
        row -> assertThat(Rounding.shortest(row.number("VALUE"))).isEqualTo(row.text("EXPECTED")));
  }

  @Test
  void noValueStaysNoValue() {
    assertThat(Rounding.halfUp(Double.NaN, 2)).isNaN();
  }

  @Test
  void refusesWhatHasNoDecimals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rounding.halfUp(Double.POSITIVE_INFINITY, 2))
        .withMessage("only a finite number can be written, got Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rounding.toDecimal(Double.NaN, 2))
        .withMessage("only a finite number can be written, got NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> Rounding.shortest(Double.NaN));
  }

  @Test
  void refusesDecimalsOutsideTheRange() {
    for (int decimals : new int[] {-1, 16, Integer.MAX_VALUE}) {
      String message = "decimals must be 0 to 15, got " + decimals;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Rounding.halfUp(Double.NaN, decimals))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Rounding.toDecimal(1, decimals))
          .withMessage(message);
    }
  }

  /** What a person writes with three decimals must round as the written number does. */
  @Property
  void roundsTheNumberAsWritten(
      @ForAll @IntRange(min = -10_000_000, max = 10_000_000) int thousandths,
      @ForAll @IntRange(max = 5) int decimals) {
    BigDecimal written = BigDecimal.valueOf(thousandths, 3);

    assertThat(Rounding.toDecimal(written.doubleValue(), decimals))
        .isEqualTo(written.setScale(decimals, RoundingMode.HALF_UP));
  }

  @Property
  void roundsTheShortestDecimal(@ForAll double value, @ForAll @IntRange(max = 15) int decimals) {
    BigDecimal expected =
        new BigDecimal(Rounding.shortest(value)).setScale(decimals, RoundingMode.HALF_UP);

    assertThat(Rounding.toDecimal(value, decimals)).isEqualTo(expected);
    assertThat(Rounding.halfUp(-value, decimals)).isEqualTo(0.0 - Rounding.halfUp(value, decimals));
  }

  @Property
  void roundingTwiceIsRoundingOnce(@ForAll double value, @ForAll @IntRange(max = 15) int decimals) {
    double once = Rounding.halfUp(value, decimals);

    assertThat(Rounding.halfUp(once, decimals)).isEqualTo(once);
  }

  @Property(tries = 2000)
  void theShortestDenotesTheSameDoubleWithNoMoreDigits(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (!Double.isFinite(value)) {
      return;
    }
    String shortest = Rounding.shortest(value);

    assertThat(Double.doubleToLongBits(Double.parseDouble(shortest)))
        .isEqualTo(Double.doubleToLongBits(value + 0.0));
    // The nearest of two digits is preferred to a single one, as JDK 19 does: 9.9E-324, not 1E-323.
    assertThat(digits(shortest)).isLessThanOrEqualTo(Math.max(2, digits(Double.toString(value))));
  }

  /** No decimal with a digit less may denote the same double: tried below and above. */
  @Property
  void noShorterDecimalDenotesTheSameDouble(@ForAll double value) {
    BigDecimal shortest = new BigDecimal(Rounding.shortest(value)).stripTrailingZeros();
    int fewer = shortest.precision() - 1;
    if (fewer < 2) {
      return; // The nearest of two digits is preferred to a single one.
    }
    BigDecimal exact = new BigDecimal(value);
    for (RoundingMode way : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
      BigDecimal shorter = exact.round(new java.math.MathContext(fewer, way));
      assertThat(shorter.doubleValue()).isNotEqualTo(value);
    }
  }

  private static int digits(String number) {
    return new BigDecimal(number).stripTrailingZeros().precision();
  }
}
