package no.maaltall.core.norm;

import java.util.Locale;

/** Whether a subject keeps a norm. */
public enum NormStatus {
  /** It keeps the norm. */
  COMPLIES("oppfyller", "complies"),
  /** It does not keep the norm by itself, but has a dispensation that covers what is missing. */
  COMPLIES_WITH_DISPENSATION("oppfyller med dispensasjon", "complies with dispensation"),
  /** It does not keep the norm. */
  BREACHES("oppfyller ikke", "breaches"),
  /** The norm does not apply to it, or not yet; {@link NormReason} says why. */
  NOT_APPLICABLE("ikke aktuelt", "not applicable"),
  /** It cannot be told from the input; {@link NormReason} says why. */
  UNKNOWN("ukjent", "unknown");

  private final String norwegian;
  private final String english;

  NormStatus(String norwegian, String english) {
    this.norwegian = norwegian;
    this.english = english;
  }

  /** {@return whether it was possible to tell: complies, with or without dispensation, or not} */
  public boolean isJudged() {
    return this != NOT_APPLICABLE && this != UNKNOWN;
  }

  /** {@return whether the law is kept: complies, with or without dispensation} */
  public boolean isLawful() {
    return this == COMPLIES || this == COMPLIES_WITH_DISPENSATION;
  }

  /**
   * {@return how it is said}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return Words.isEnglish(locale) ? english : norwegian;
  }
}
