package no.maaltall.core.indicator;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding half away from zero, on the decimal number as written.
 *
 * <p>This is SSB's rule for KOSTRA ("kommersiell avrunding"): 0.5 becomes 1 and −0.5 becomes −1. A
 * double is rounded as the shortest decimal that denotes it: 2.675 to two decimals is 2.68,
 * although the double nearest to 2.675 is a little less. Rounding is for presentation; nothing
 * computes with rounded numbers and no limit is tested with them.
 */
public final class Rounding {
  /** The most decimals that can be asked for. */
  public static final int MAX_DECIMALS = 15;

  private Rounding() {}

  /**
   * {@return the value rounded half away from zero; NaN stays NaN, and the result is never −0.0}
   *
   * @param value the value, finite or NaN
   * @param decimals how many decimals to keep, 0 to {@value #MAX_DECIMALS}
   * @throws IllegalArgumentException if the value is infinite or the decimals outside their range
   */
  public static double halfUp(double value, int decimals) {
    requireDecimals(decimals);
    return Double.isNaN(value) ? value : decimal(value, decimals).doubleValue() + 0.0;
  }

  /**
   * {@return the value rounded half away from zero, as a decimal number with exactly that scale}
   *
   * @param value the value, finite
   * @param decimals how many decimals to keep, 0 to {@value #MAX_DECIMALS}
   * @throws IllegalArgumentException if the value is not finite or the decimals outside their range
   */
  public static BigDecimal toDecimal(double value, int decimals) {
    requireDecimals(decimals);
    return decimal(value, decimals);
  }

  /**
   * {@return the shortest decimal text that denotes a double: what every file format writes}
   *
   * <p>{@link Double#toString} is not always the shortest before JDK 19, so the same program would
   * write different files on different JDKs. Whole numbers are written without a point, and no
   * number with an exponent unless it is very large or small: more than 21 digits before the point
   * or after it.
   *
   * @param value the value, finite
   * @throws IllegalArgumentException if the value is not finite
   */
  public static String shortest(double value) {
    String text = shortestJava(value);
    if (text.indexOf('E') >= 0) {
      BigDecimal plain = new BigDecimal(text);
      return Math.abs(plain.precision() - plain.scale()) <= 21 && plain.scale() <= 21
          ? plain.stripTrailingZeros().toPlainString()
          : text;
    }
    return stripped(text);
  }

  private static String stripped(String text) {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String shortestJava(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("only a finite number can be written, got " + value);
    }
    return NumberOutput.toString(value + 0.0, true);
  }

  private static BigDecimal decimal(double value, int decimals) {
    return new BigDecimal(shortestJava(value)).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static void requireDecimals(int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be 0 to " + MAX_DECIMALS + ", got " + decimals);
    }
  }
}
