package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Locale;
import no.maaltall.core.indicator.InvalidNotationException;

/** The kind of school that a school nurse is at. */
public enum SchoolLevel {
  /** Years 1 to 7; written {@code primary}. */
  PRIMARY("barneskole"),
  /** Years 8 to 10; written {@code lower_secondary}. */
  LOWER_SECONDARY("ungdomsskole"),
  /** Upper secondary; written {@code upper_secondary}. */
  UPPER_SECONDARY("videregående skole");

  private final String norwegian;

  SchoolLevel(String norwegian) {
    this.norwegian = norwegian;
  }

  /** {@return the code, as in files} */
  @JsonValue
  public String code() {
    return Ascii.toLowerCase(name());
  }

  /**
   * {@return the level with a code}
   *
   * @param code {@code primary}, {@code lower_secondary} or {@code upper_secondary}
   * @throws InvalidNotationException for any other text
   */
  @JsonCreator
  public static SchoolLevel parse(String code) {
    return Arrays.stream(values())
        .filter(l -> l.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidNotationException(
                    "school level", code, "primary, lower_secondary, upper_secondary"));
  }

  /**
   * {@return how it is said}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return Words.isEnglish(locale) ? code().replace('_', ' ') : norwegian;
  }
}
