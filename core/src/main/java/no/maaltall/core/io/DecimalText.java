package no.maaltall.core.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Decimal numbers as tidy tables write them: {@code [+-]digits[.digits][e[+-]digits]}, in ASCII.
 *
 * <p>Narrower than Java's grammar, which takes {@code 1f}, {@code 0x10p0}, {@code NaN} and
 * surrounding space: nothing of the kind is a number in a table.
 */
final class DecimalText {
  static final String ALLOWED = "digits with a decimal point, as 76.6";

  static final String RANGE = "0, or a size from 4.9E-324 to 1.7976931348623157E308";

  private DecimalText() {}

  static boolean isDecimal(char[] buffer, int offset, int length) {
    int end = offset + length;
    int at = afterSign(buffer, offset, end);
    int afterDigits = afterDigits(buffer, at, end);
    if (afterDigits == at) {
      return false;
    }
    at = afterDigits;
    if (at < end && buffer[at] == '.') {
      afterDigits = afterDigits(buffer, at + 1, end);
      if (afterDigits == at + 1) {
        return false;
      }
      at = afterDigits;
    }
    if (at < end && (buffer[at] == 'e' || buffer[at] == 'E')) {
      at = afterSign(buffer, at + 1, end);
      afterDigits = afterDigits(buffer, at, end);
      return afterDigits > at && afterDigits == end;
    }
    return at == end;
  }

  private static int afterSign(char[] buffer, int at, int end) {
    return at < end && (buffer[at] == '-' || buffer[at] == '+') ? at + 1 : at;
  }

  private static int afterDigits(char[] buffer, int from, int end) {
    int at = from;
    while (at < end && buffer[at] >= '0' && buffer[at] <= '9') {
      at++;
    }
    return at;
  }

  /** The double nearest to a decimal: infinite when it is too large, 0 when it is too small. */
  static double parse(char[] buffer, int offset, int length) {
    return JavaDoubleParser.parseDouble(buffer, offset, length);
  }

  /** Whether a double can stand for the decimal that it was read from. */
  static boolean isInRange(double value, char[] buffer, int offset, int length) {
    return value == 0 ? isZero(buffer, offset, length) : Math.abs(value) <= Double.MAX_VALUE;
  }

  private static boolean isZero(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length && (buffer[i] | 0x20) != 'e'; i++) {
      if (buffer[i] >= '1' && buffer[i] <= '9') {
        return false;
      }
    }
    return true;
  }
}
