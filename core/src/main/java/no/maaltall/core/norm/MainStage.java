package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import no.maaltall.core.indicator.InvalidNotationException;

/** The main stages of primary and lower secondary school (hovedtrinn). */
public enum MainStage {
  /** Years 1 to 4; written {@code 1-4}. */
  YEARS_1_TO_4("1-4"),
  /** Years 5 to 7; written {@code 5-7}. */
  YEARS_5_TO_7("5-7"),
  /** Years 8 to 10; written {@code 8-10}. */
  YEARS_8_TO_10("8-10");

  private static final MainStage[] ALL = values();

  private final String code;

  MainStage(String code) {
    this.code = code;
  }

  /** {@return the code, as in files: {@code 1-4}} */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * {@return the main stage with a code}
   *
   * @param code {@code 1-4}, {@code 5-7} or {@code 8-10}
   * @throws InvalidNotationException for any other text
   */
  @JsonCreator
  public static MainStage parse(String code) {
    return Arrays.stream(ALL)
        .filter(s -> s.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new InvalidNotationException("main stage", code, "1-4, 5-7, 8-10"));
  }

  /**
   * {@return how it is said: {@code 1.–4. trinn}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    String range = code.replace("-", Words.isEnglish(locale) ? "–" : ".–");
    return Words.isEnglish(locale) ? "years " + range : range + ". trinn";
  }

  NormText text() {
    return new NormText(text(Words.NORWEGIAN), text(Locale.ENGLISH));
  }
}
