package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * A sentence for a reader, in both languages.
 *
 * @param norwegian in bokmål
 * @param english in English
 */
public record NormText(@JsonProperty("nb") String norwegian, @JsonProperty("en") String english) {

  /**
   * {@return the sentence}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return Words.isEnglish(locale) ? english : norwegian;
  }

  /** {@return the sentence in bokmål} */
  @Override
  public String toString() {
    return norwegian;
  }
}
