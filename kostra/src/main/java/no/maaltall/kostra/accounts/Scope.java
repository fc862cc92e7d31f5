package no.maaltall.kostra.accounts;

import java.util.Locale;
import no.maaltall.core.indicator.InvalidNotationException;

/** Scope of the accounts (regnskapsomfang): with or without the municipality's enterprises. */
public enum Scope {
  /**
   * The municipality with its own and jointly owned enterprises, internal trade netted away
   * (konsern).
   */
  A("konsern", "consolidated"),
  /** The municipality alone (kommunekasse). */
  B("kommunekasse", "municipality alone");

  private final String norwegian;
  private final String english;

  Scope(String norwegian, String english) {
    this.norwegian = norwegian;
    this.english = english;
  }

  /**
   * {@return the scope that a code denotes}
   *
   * @param code {@code A} or {@code B}
   * @throws InvalidNotationException if it is neither
   */
  public static Scope parse(String code) {
    return switch (code) {
      case "A" -> A;
      case "B" -> B;
      default ->
          throw new InvalidNotationException(
              "regnskapsomfang", code, "A (konsern) or B (kommunekasse)");
    };
  }

  /**
   * {@return what a person calls it: {@code konsern}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return locale.getLanguage().equals("en") ? english : norwegian;
  }
}
