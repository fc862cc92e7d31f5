package no.maaltall.kostra.comparison;

import java.util.Locale;
import no.maaltall.core.indicator.Direction;

/** What a distance from a network means, seen from the desired direction of the indicator. */
public enum Standing {
  /** On the desired side of the mean. */
  BETTER("bedre", "better"),
  /** On the other side. */
  WORSE("dårligere", "worse"),
  /** On the mean. */
  EQUAL("likt", "equal"),
  /** No direction is desired. */
  NEUTRAL("ingen ønsket retning", "no desired direction"),
  /** There is no distance to judge. */
  UNKNOWN("kan ikke vurderes", "cannot be judged");

  /** Of an index around 100, what binary arithmetic may have lost. */
  private static final double NOISE = 1e-10;

  private final String norwegian;
  private final String english;

  Standing(String norwegian, String english) {
    this.norwegian = norwegian;
    this.english = english;
  }

  static Standing of(Direction direction, double distance) {
    return switch (direction.judge(Math.abs(distance) < NOISE ? 0 : distance)) {
      case WANTED -> BETTER;
      case UNWANTED -> WORSE;
      case UNCHANGED -> EQUAL;
      case NEUTRAL -> NEUTRAL;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /**
   * {@return the word for a table}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return "en".equals(locale.getLanguage()) ? english : norwegian;
  }
}
