package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Locale;
import no.maaltall.core.indicator.InvalidNotationException;

/** How sure it is that a value of a norm table is right. */
public enum Confidence {
  /** Read in the source that is named; written {@code high}. */
  HIGH("høy"),
  /** Known, but not read in its source; written {@code medium}. */
  MEDIUM("middels"),
  /** An assumption, which a user should check and may replace; written {@code low}. */
  LOW("lav");

  private final String norwegian;

  Confidence(String norwegian) {
    this.norwegian = norwegian;
  }

  /** {@return the code, as in the table} */
  @JsonValue
  public String code() {
    return Ascii.toLowerCase(name());
  }

  /**
   * {@return the confidence with a code}
   *
   * @param code {@code high}, {@code medium} or {@code low}
   * @throws InvalidNotationException for any other text
   */
  @JsonCreator
  public static Confidence parse(String code) {
    return Arrays.stream(values())
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidNotationException("confidence", code, "high, medium, low"));
  }

  /**
   * {@return how it is said}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return Words.isEnglish(locale) ? code() : norwegian;
  }
}
