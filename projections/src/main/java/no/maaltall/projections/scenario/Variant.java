package no.maaltall.projections.scenario;

import no.maaltall.core.indicator.InvalidNotationException;

/**
 * One of SSB's variants: four letters for fertility, life expectancy, domestic moves and
 * immigration, in that order.
 *
 * <p>MMMM is the main alternative, LLML low and HHMH high national growth.
 *
 * @param fertility births per woman
 * @param lifeExpectancy survival
 * @param domestic moves inside the country
 * @param immigration moves over the border
 */
public record Variant(
    Letter fertility, Letter lifeExpectancy, Letter domestic, Letter immigration) {
  /** The main alternative. */
  public static final Variant MMMM = parse("MMMM");

  private static final String ALLOWED =
      "four of the letters M, L, H, K and 0 (0 for moves only), as MMMM or LLML";

  /** A level. */
  public enum Letter {
    /** The medium level. */
    M,
    /** The low level. */
    L,
    /** The high level. */
    H,
    /** As in the first year, for ever. */
    K,
    /** None: moves only. Written {@code 0}. */
    ZERO;

    /** {@return the letter: {@code M}, {@code 0}} */
    public String code() {
      return this == ZERO ? "0" : name();
    }
  }

  /**
   * Checks the letters.
   *
   * @param fertility as above
   * @param lifeExpectancy as above
   * @param domestic as above
   * @param immigration as above
   * @throws InvalidNotationException if fertility or life expectancy is none
   */
  public Variant {
    if (fertility == Letter.ZERO || lifeExpectancy == Letter.ZERO) {
      throw new InvalidNotationException(
          "variant",
          fertility.code() + lifeExpectancy.code() + domestic.code() + immigration.code(),
          ALLOWED);
    }
  }

  /**
   * {@return the variant with a code}
   *
   * @param code four letters
   * @throws InvalidNotationException if it is no such code
   */
  public static Variant parse(String code) {
    if (code.length() != 4) {
      throw new InvalidNotationException("variant", code, ALLOWED);
    }
    return new Variant(letter(code, 0), letter(code, 1), letter(code, 2), letter(code, 3));
  }

  private static Letter letter(String code, int index) {
    for (Letter letter : Letter.values()) {
      if (letter.code().charAt(0) == code.charAt(index)) {
        return letter;
      }
    }
    throw new InvalidNotationException("variant", code, ALLOWED);
  }

  /** {@return the four letters} */
  @Override
  public String toString() {
    return fertility.code() + lifeExpectancy.code() + domestic.code() + immigration.code();
  }
}
