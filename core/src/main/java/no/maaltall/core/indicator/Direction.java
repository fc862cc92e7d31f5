package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The desired direction of an indicator: which way the municipality wants it to move. */
public enum Direction {
  /** More is better; written {@code 1}. */
  UP(1),
  /** Neither way is better; written {@code 0}. */
  NEUTRAL(0),
  /** Less is better; written {@code -1}. */
  DOWN(-1);

  /** What a change means when set beside the desired direction. */
  public enum Movement {
    /** It went the desired way. */
    WANTED,
    /** It went the other way. */
    UNWANTED,
    /** It did not move. */
    UNCHANGED,
    /** It moved, but no direction is desired. */
    NEUTRAL,
    /** There is no change to judge. */
    UNKNOWN
  }

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** {@return 1, 0 or −1} */
  @JsonValue
  public int sign() {
    return sign;
  }

  /**
   * {@return the direction with a sign}
   *
   * @param sign 1, 0 or −1
   * @throws InvalidNotationException for any other number
   */
  @JsonCreator
  public static Direction ofSign(int sign) {
    return switch (sign) {
      case 1 -> UP;
      case 0 -> NEUTRAL;
      case -1 -> DOWN;
      default ->
          throw new InvalidNotationException("direction", Integer.toString(sign), "1, 0, -1");
    };
  }

  /**
   * {@return the direction that a text denotes}
   *
   * @param text {@code 1}, {@code +1}, {@code 0} or {@code -1}, also with the minus sign U+2212
   * @throws InvalidNotationException for any other text
   */
  public static Direction parse(String text) {
    return switch (text) {
      case "1", "+1" -> UP;
      case "0" -> NEUTRAL;
      case "-1", "\u22121" -> DOWN;
      default -> throw new InvalidNotationException("direction", text, "1, 0, -1");
    };
  }

  /**
   * {@return whether a change is wanted}
   *
   * @param change the change, unrounded; NaN when there is none
   */
  public Movement judge(double change) {
    if (Double.isNaN(change)) {
      return Movement.UNKNOWN;
    }
    if (change == 0) {
      return Movement.UNCHANGED;
    }
    if (this == NEUTRAL) {
      return Movement.NEUTRAL;
    }
    return change > 0 == (this == UP) ? Movement.WANTED : Movement.UNWANTED;
  }

  /**
   * {@return whether a value meets a target, unrounded: at least the target where more is better,
   * at most where less is better, exactly it where neither is}
   *
   * @param value the value; a missing one (NaN) meets no target
   * @param target the target
   */
  public boolean meets(double value, double target) {
    return switch (this) {
      case UP -> value >= target;
      case DOWN -> value <= target;
      case NEUTRAL -> value == target;
    };
  }
}
