package no.maaltall.kostra.statbank;

import java.nio.charset.StandardCharsets;

/** Reads a number of the data of a PC-Axis file from its bytes, without an object when it can. */
final class PxNumber {
  private static final double[] POWERS = powers();
  private static final int EXACT_DIGITS = 15;

  private PxNumber() {}

  private static double[] powers() {
    double[] powers = new double[EXACT_DIGITS + 1];
    double power = 1;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = power;
      power *= 10;
    }
    return powers;
  }

  /**
   * The number that some bytes denote; NaN when they are none or no double can stand for it.
   *
   * <p>Whole numbers to 15 digits and powers of ten to the 15th are doubles exactly, so that their
   * quotient is rounded once, as it must be.
   */
  static double parse(byte[] bytes, int length) {
    int start = bytes[0] == '-' || bytes[0] == '+' ? 1 : 0;
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = start; i < length; i++) {
      int b = bytes[i];
      if (b >= '0' && b <= '9' && count <= EXACT_DIGITS) {
        digits = 10 * digits + (b - '0');
        count++;
      } else if (b == '.' && point < 0) {
        point = i;
      } else {
        return parseLong(bytes, length);
      }
    }
    int decimals = point < 0 ? 0 : length - point - 1;
    if (count == 0 || count > EXACT_DIGITS) {
      return parseLong(bytes, length);
    }
    double size = digits / POWERS[decimals];
    return bytes[0] == '-' ? 0.0 - size : size;
  }

  private static double parseLong(byte[] bytes, int length) {
    boolean nonZero = false;
    boolean hasDigit = false;
    boolean exponent = false;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      boolean digit = b >= '0' && b <= '9';
      nonZero |= !exponent && digit && b != '0';
      hasDigit |= !exponent && digit;
      exponent |= b == 'e' || b == 'E';
      if (!digit && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(ascii(bytes, length));
      boolean kept = !Double.isInfinite(value) && (value != 0 || !nonZero);
      return hasDigit && kept ? value + 0.0 : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  static String ascii(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
