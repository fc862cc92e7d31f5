package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.SpecTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a unit writes a value for a person. */
class NumberTextTest {
  @TestFactory
  Stream<DynamicTest> writesAsTheTableSays() {
    return SpecTable.tests(
        "number_text.csv",
        row -> {
          Unit unit = Unit.parse(row.text("UNIT"));
          double value = row.number("VALUE");
          int decimals = row.integer("DECIMALS");

          assertThat(unit.format(value, decimals)).isEqualTo(row.text("NORWEGIAN"));
          assertThat(unit.format(value, decimals, Locale.UK)).isEqualTo(row.text("ENGLISH"));
        });
  }

  @Test
  void everyLanguageButEnglishGetsBokmaal() {
    for (String tag : new String[] {"nb-NO", "nn", "no", "se", "de", "und"}) {
      assertThat(Unit.PERCENTAGE_POINT.format(-1.5, 1, Locale.forLanguageTag(tag)))
          .isEqualTo("−1,5\u00a0prosentpoeng");
    }
    assertThat(Unit.NOK.format(1000, 0, Locale.US)).isEqualTo("1,000 NOK");
  }

  @Test
  void theShortFormKeepsThePercentSignAndNoOtherUnit() {
    assertThat(Unit.PERCENT.formatShort(76.6, 1, Locale.ROOT)).isEqualTo("76,6\u00a0%");
    assertThat(Unit.NOK.formatShort(3726, 0, Locale.ROOT)).isEqualTo("3\u00a0726");
    assertThat(Unit.NOK.formatShort(3726, 0, Locale.ENGLISH)).isEqualTo("3,726");
    assertThat(Unit.PERCENT.formatShort(Double.NaN, 1, Locale.ROOT)).isEqualTo("-");
  }

  @Test
  void namesTheUnitForATableHeading() {
    assertThat(Unit.PERCENT.name(Locale.ROOT)).isEqualTo("prosent");
    assertThat(Unit.KNOK.name(Locale.ROOT)).isEqualTo("1\u00a0000 kr");
    assertThat(Unit.parse("NOK/child").name(Locale.ROOT)).isEqualTo("kr per barn");
    assertThat(Unit.parse("NOK/child").name(Locale.ENGLISH)).isEqualTo("NOK per child");
  }

  @Test
  void refusesAnInfiniteValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unit.NOK.format(Double.NEGATIVE_INFINITY, 0))
        .withMessageContaining("Infinity");
  }

  /** Nothing but presentation may differ from the rounded number, in either language. */
  @Property
  void whatIsPrintedReadsBackAsTheRoundedNumber(
      @ForAll double value, @ForAll @IntRange(max = 15) int decimals) {
    BigDecimal rounded = Rounding.toDecimal(value, decimals);
    String norwegian = Unit.COUNT.format(value, decimals);
    String english = Unit.COUNT.format(value, decimals, Locale.ENGLISH);

    assertThat(norwegian.replace("\u00a0", "").replace('−', '-').replace(',', '.'))
        .isEqualTo(rounded.toPlainString())
        .isEqualTo(english.replace(",", ""));
    assertThat(norwegian).matches("−?[0-9]{1,3}(\u00a0[0-9]{3})*(,[0-9]+)?");
  }
}
