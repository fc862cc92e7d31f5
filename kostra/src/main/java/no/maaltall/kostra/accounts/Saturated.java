package no.maaltall.kostra.accounts;

/** Arithmetic that stays at the largest number instead of wrapping around; for bounds. */
final class Saturated {
  private Saturated() {}

  /** The sum of two numbers that are not negative. */
  static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The product of two numbers that are not negative. */
  static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  /** {@code to + sign × from}; throws when it does not fit. */
  static long exact(long to, long from, int sign) {
    long sum = sign > 0 ? Math.addExact(to, from) : Math.subtractExact(to, from);
    if (sum == Long.MIN_VALUE) {
      throw new ArithmeticException("-2^63 has no opposite");
    }
    return sum;
  }
}
