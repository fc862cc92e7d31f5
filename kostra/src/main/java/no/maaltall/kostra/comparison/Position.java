package no.maaltall.kostra.comparison;

import java.util.Locale;

/** Where the value of a municipality lies among those of a network, of which it may be one. */
public enum Position {
  /** None is lower. */
  LOWEST("lavest", "lowest"),
  /** Some are lower, some higher. */
  BETWEEN("", ""),
  /** None is higher. */
  HIGHEST("høyest", "highest"),
  /** All that reported have the same value. */
  EQUAL("alle er like", "all are equal"),
  /** There is no value, or none to compare it with. */
  UNKNOWN("kan ikke sammenlignes", "cannot be compared");

  private final String norwegian;
  private final String english;

  Position(String norwegian, String english) {
    this.norwegian = norwegian;
    this.english = english;
  }

  /**
   * {@return what a table says; empty for one between}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return "en".equals(locale.getLanguage()) ? english : norwegian;
  }

  static Position of(double value, double[] others) {
    if (Double.isNaN(value) || others.length == 0) {
      return UNKNOWN;
    }
    boolean lower = false;
    boolean higher = false;
    for (double other : others) {
      lower |= other < value;
      higher |= other > value;
    }
    if (lower) {
      return higher ? BETWEEN : HIGHEST;
    }
    return higher ? LOWEST : EQUAL;
  }
}
