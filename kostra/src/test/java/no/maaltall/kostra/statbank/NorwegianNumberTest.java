package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.ObservationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as Norwegian tables write them. */
class NorwegianNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "12,5 | 12.5",
        "1,234 | 1.234",
        "5 525 | 5525",
        "5\u00a0525 | 5525",
        "5\u202f525,50 | 5525.5",
        "193\u2009809 | 193809",
        "1 234 567 | 1234567",
        "1234567 | 1234567",
        "-70,9% | -70.9",
        "\u221270,9\u00a0% | -70.9",
        "+3 | 3",
        "-0 | 0",
        "807* | 807",
        "807 * | 807",
        "12,5 % * | 12.5"
      })
  void readsWhatIsUnambiguous(String text, double value) {
    assertThat(NorwegianNumber.parse(text).value()).isEqualTo(value);
    assertThat(NorwegianNumber.parse(" \u00a0" + text + "\u00a0\t").value()).isEqualTo(value);
  }

  /** Each could be read as a number that is ten or a thousand times another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234",
        "12.5",
        "1.234,5",
        "1,234,567",
        "1 234 56",
        "12 34",
        "1234 567",
        "5 525\u00a0100",
        "5,",
        ",5",
        "1e5",
        "12,5,",
        "--5",
        "- 5",
        "5%%",
        "%",
        "\u2212",
        "5'525",
        "0x10",
        "NaN",
        "1 2",
        "\u0661",
        "12 ,5",
        "12, 5",
        "5 525.00"
      })
  void refusesWhatIsNot(String text) {
    assertThatThrownBy(() -> NorwegianNumber.parse(text))
        .isInstanceOf(InvalidNotationException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource({
    "., NOT_APPLICABLE, NaN",
    ".., MISSING, NaN",
    "..., NOT_YET_AVAILABLE, NaN",
    ":, SUPPRESSED, NaN",
    "-, NORMAL, 0",
    "*, MISSING_UNKNOWN, NaN",
    "'', MISSING_UNKNOWN, NaN"
  })
  void givesTheSignsOfStatisticsNorwayTheirStatus(
      String text, ObservationStatus status, double value) {
    NorwegianNumber number = NorwegianNumber.parse(text);

    assertThat(number.status()).isEqualTo(status);
    assertThat(Double.valueOf(number.value())).isEqualTo(Double.valueOf(value));
    assertThat(number.sign()).isEqualTo(text);
  }

  @Test
  void keepsThePercentSignAndThatANumberIsProvisional() {
    assertThat(NorwegianNumber.parse("70,9%").suffix()).isEqualTo(NorwegianNumber.Suffix.PERCENT);
    assertThat(NorwegianNumber.parse("70,9").suffix()).isEqualTo(NorwegianNumber.Suffix.NONE);
    assertThat(NorwegianNumber.parse("807*").observation().status())
        .isEqualTo(ObservationStatus.PROVISIONAL);
  }

  @Test
  void refusesALongTextWithoutReadingItWhole() {
    assertThatThrownBy(() -> NorwegianNumber.parse("1".repeat(1_000_000)))
        .isInstanceOf(InvalidNotationException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Property
  void readsEveryNumberAsItIsPrinted(
      @ForAll @IntRange(min = -99_999_999, max = 99_999_999) int thousandths) {
    String digits = String.format(java.util.Locale.ROOT, "%,.3f", Math.abs(thousandths) / 1000.0);
    String norwegian =
        (thousandths < 0 ? "\u2212" : "") + digits.replace(',', '\u00a0').replace('.', ',');

    assertThat(NorwegianNumber.parse(norwegian).value()).isEqualTo(thousandths / 1000.0);
  }
}
