package no.maaltall.kostra.accounts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction: what a formula with factors or quotients is computed in. */
record Rational(BigInteger numerator, BigInteger denominator) {
  static final Rational ONE = of(1);

  // Fractions of fractions of large amounts stay far below; a formula made to fill the memory not.
  private static final int MOST_BITS = 1 << 16;

  Rational {
    if (numerator.bitLength() > MOST_BITS || denominator.bitLength() > MOST_BITS) {
      throw new ArithmeticException("a fraction of more than " + MOST_BITS + " bits");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  static Rational of(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    return new Rational(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The quotient; the other is not zero. */
  Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  boolean isLong() {
    return denominator.equals(BigInteger.ONE) && numerator.bitLength() < Long.SIZE;
  }

  /** The nearest whole number, halves away from zero. */
  BigInteger rounded() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
        .toBigIntegerExact();
  }
}
