package no.maaltall.core.published;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on intervals: the result holds every value that the operation takes on numbers of the
 * operands. Ends are kept to 34 digits, rounded outward; what is too large is infinite.
 */
final class IntervalMath {
  private static final int DIGITS = 34;
  private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);
  private static final int LARGEST_EXPONENT = 300;
  private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(LARGEST_EXPONENT);
  private static final int LARGEST_POWER = 1_000;

  // Eight units in the last place of a double: what a spreadsheet may be off by in one operation.
  private static final BigDecimal NOISE = new BigDecimal("1E-15");

  private IntervalMath() {}

  /**
   * An end of an interval, or of a product of ends.
   *
   * @param value the number; null when it is infinite
   * @param sign the sign: of the infinity, or of the number
   * @param in whether it is reached
   */
  private record End(@Nullable BigDecimal value, int sign, boolean in) {
    boolean isZero() {
      return value != null && sign == 0;
    }
  }

  static Interval negate(Interval x) {
    BigDecimal lo = x.hi == null ? null : x.hi.negate();
    BigDecimal hi = x.lo == null ? null : x.lo.negate();
    boolean loIn = x.hiIn;
    boolean hiIn = x.loIn;
    return new Interval(lo, loIn, hi, hiIn);
  }

  static Interval add(Interval x, Interval y) {
    return new Interval(
        x.lo == null || y.lo == null ? null : low(x.lo.add(y.lo, DOWN)),
        x.loIn && y.loIn,
        x.hi == null || y.hi == null ? null : high(x.hi.add(y.hi, UP)),
        x.hiIn && y.hiIn);
  }

  static Interval subtract(Interval x, Interval y) {
    return add(x, negate(y));
  }

  static Interval multiply(Interval x, Interval y) {
    Hull hull = new Hull();
    for (End a : ends(x)) {
      for (End b : ends(y)) {
        product(a, b, hull);
      }
    }
    return hull.interval();
  }

  private static End[] ends(Interval x) {
    return new End[] {
      new End(x.lo, x.lo == null ? -1 : x.lo.signum(), x.loIn),
      new End(x.hi, x.hi == null ? 1 : x.hi.signum(), x.hiIn)
    };
  }

  private static void product(End a, End b, Hull hull) {
    if (a.isZero() || b.isZero()) {
      // Whatever it is multiplied by, a zero that is reached gives one.
      hull.take(BigDecimal.ZERO, (a.isZero() && a.in) || (b.isZero() && b.in));
    } else if (a.value == null || b.value == null) {
      hull.takeInfinity(a.sign * b.sign);
    } else {
      BigDecimal exact = a.value.multiply(b.value);
      hull.take(exact.round(DOWN), exact.round(UP), a.in && b.in);
    }
  }

  /** The quotients that are defined; empty when the divisor can only be 0. */
  static Interval divide(Interval x, Interval y) {
    boolean zeroLow = y.lo != null && y.lo.signum() == 0;
    boolean zeroHigh = y.hi != null && y.hi.signum() == 0;
    if (zeroLow && zeroHigh) {
      return Interval.EMPTY;
    }
    boolean zero = x.isPoint() && x.contains(BigDecimal.ZERO);
    if (!zeroLow && !zeroHigh && y.contains(BigDecimal.ZERO)) {
      return zero ? x : Interval.ALL;
    }
    Hull hull = new Hull();
    End[] divisors = ends(y);
    for (End a : ends(x)) {
      quotient(a, divisors[0], 1, hull);
      quotient(a, divisors[1], -1, hull);
    }
    return hull.interval();
  }

  /** The quotient of two ends, where a divisor of 0 is approached from the side of a sign. */
  private static void quotient(End a, End b, int side, Hull hull) {
    if (a.isZero()) {
      hull.take(BigDecimal.ZERO, a.in);
    } else if (b.isZero()) {
      hull.takeInfinity(a.sign * side);
    } else if (b.value == null && a.value == null) {
      // Infinity by infinity: anything from 0 on.
      hull.take(BigDecimal.ZERO, false);
      hull.takeInfinity(a.sign * b.sign);
    } else if (b.value == null) {
      hull.take(BigDecimal.ZERO, false);
    } else if (a.value == null) {
      hull.takeInfinity(a.sign * b.sign);
    } else {
      hull.take(a.value.divide(b.value, DOWN), a.value.divide(b.value, UP), a.in && b.in);
    }
  }

  /** The powers that are defined; empty when the base can only be negative and they are not. */
  static Interval power(Interval x, Interval y) {
    BigDecimal exponent = y.lo;
    if (exponent != null && y.isPoint() && isSmallWhole(exponent)) {
      int n = exponent.intValueExact();
      Interval whole = wholePower(x, Math.abs(n));
      return n < 0 ? divide(Interval.point(BigDecimal.ONE), whole) : whole;
    }
    Interval base = x.intersection(new Interval(BigDecimal.ZERO, true, null, false));
    return base.isEmpty() ? base : realPower(base, y);
  }

  private static boolean isSmallWhole(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.valueOf(LARGEST_POWER)) <= 0
        && value.stripTrailingZeros().scale() <= 0;
  }

  private static Interval wholePower(Interval x, int n) {
    if (n == 0) {
      return Interval.point(BigDecimal.ONE);
    }
    if (n % 2 == 0) {
      Interval size = absolute(x);
      return new Interval(power(size.lo, n, false), size.loIn, power(size.hi, n, true), size.hiIn);
    }
    return new Interval(power(x.lo, n, false), x.loIn, power(x.hi, n, true), x.hiIn);
  }

  private static @Nullable BigDecimal power(@Nullable BigDecimal base, int n, boolean up) {
    if (base == null) {
      return null;
    }
    // Towards zero for a negative number is away from it for its size.
    boolean grow = up == (base.signum() >= 0);
    BigDecimal result = BigDecimal.ONE;
    BigDecimal square = base.abs();
    for (int left = n; left > 0; left /= 2) {
      if (left % 2 == 1) {
        result = productOfSizes(result, square, grow);
      }
      if (left > 1 && result != null) {
        square = productOfSizes(square, square, grow);
      }
      if (result == null || square == null) {
        return null;
      }
    }
    return base.signum() < 0 ? result.negate() : result;
  }

  /**
   * The power of a base that is not negative; monotone in each operand, so its ends are corners.
   */
  private static Interval realPower(Interval x, Interval y) {
    if (!x.isBounded() || !y.isBounded()) {
      return new Interval(BigDecimal.ZERO, true, null, false);
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (End a : ends(x)) {
      for (End b : ends(y)) {
        double base = toDouble(a);
        double exponent = toDouble(b);
        double power = Math.pow(base, exponent);
        double error =
            base == 0 ? 0 : 1e-15 * (4 + Math.abs(exponent)) * (4 + Math.abs(Math.log(base)));
        low = Math.min(low, power * (1 - Math.min(1, error)));
        high = Math.max(high, power * (1 + error));
      }
    }
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return new Interval(BigDecimal.ZERO, true, null, false);
    }
    BigDecimal lo = low(new BigDecimal(Math.min(low, Double.MAX_VALUE)).round(DOWN));
    BigDecimal hi = Double.isInfinite(high) ? null : new BigDecimal(high).add(TINY).round(UP);
    return new Interval(
        lo == null ? BigDecimal.ZERO : lo, true, hi == null ? null : high(hi), true);
  }

  /** The product of two numbers that are not negative; null when it is too large to be kept. */
  private static @Nullable BigDecimal productOfSizes(BigDecimal a, BigDecimal b, boolean up) {
    return up ? high(a.multiply(b, UP)) : low(a.multiply(b, DOWN));
  }

  private static double toDouble(End end) {
    return end.value == null ? Double.NaN : end.value.doubleValue();
  }

  static Interval absolute(Interval x) {
    if (x.lo != null && x.lo.signum() >= 0) {
      return x;
    }
    if (x.hi != null && x.hi.signum() <= 0) {
      return negate(x);
    }
    Interval negated = negate(x);
    Interval wide = x.hull(negated);
    return new Interval(BigDecimal.ZERO, true, wide.hi, wide.hiIn);
  }

  static Interval minimum(Interval x, Interval y) {
    return negate(maximum(negate(x), negate(y)));
  }

  static Interval maximum(Interval x, Interval y) {
    // An end counts when no lower one of the other interval hides it.
    Interval high = x.hull(y);
    Interval lowX = new Interval(x.lo, x.loIn, null, false);
    Interval low = lowX.intersection(new Interval(y.lo, y.loIn, null, false));
    return new Interval(low.lo, low.loIn, high.hi, high.hiIn);
  }

  /** Every number rounded half away from zero. */
  static Interval round(Interval x, int decimals) {
    return new Interval(
        x.lo == null ? null : rounded(x.lo, decimals, x.loIn || x.lo.signum() > 0),
        true,
        x.hi == null ? null : rounded(x.hi, decimals, x.hiIn || x.hi.signum() < 0),
        true);
  }

  /** A tie that is not reached rounds as what lies beside it, when that is nearer to zero. */
  private static BigDecimal rounded(BigDecimal end, int decimals, boolean tieAway) {
    return end.setScale(decimals, tieAway ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN);
  }

  /**
   * Widened by what binary arithmetic may be off by, at the ends that are reached. An end that is
   * not reached needs none: only numbers of few digits come close enough to it to be moved across.
   */
  static Interval withNoise(Interval x, BigDecimal size) {
    BigDecimal noise = size.abs().multiply(NOISE, UP);
    return new Interval(
        x.lo == null || !x.loIn ? x.lo : low(x.lo.subtract(noise, DOWN)),
        x.loIn,
        x.hi == null || !x.hiIn ? x.hi : high(x.hi.add(noise, UP)),
        x.hiIn);
  }

  /**
   * Widened at both ends, reached or not: what a result can be before binary arithmetic moved it to
   * where it was seen. A tie that was moved across is then still found from the other side.
   */
  static Interval blurred(Interval x, BigDecimal size) {
    return withNoise(new Interval(x.lo, true, x.hi, true), size);
  }

  /** The largest size of a number in it; 0 when it has no end. */
  static BigDecimal size(Interval x) {
    BigDecimal low = x.lo == null ? BigDecimal.ZERO : x.lo.abs();
    return x.hi == null ? low : low.max(x.hi.abs());
  }

  /** The least interval that holds all that it has taken. */
  private static final class Hull {
    private @Nullable BigDecimal lo;
    private @Nullable BigDecimal hi;
    private boolean loIn;
    private boolean hiIn;
    private boolean noLow;
    private boolean noHigh;

    void take(BigDecimal value, boolean in) {
      take(value, value, in);
    }

    void take(BigDecimal down, BigDecimal up, boolean in) {
      BigDecimal low = low(down);
      BigDecimal high = high(up);
      if (low == null) {
        noLow = true;
      } else if (lo == null || low.compareTo(lo) < 0) {
        lo = low;
        loIn = in;
      } else if (low.compareTo(lo) == 0) {
        loIn |= in;
      }
      if (high == null) {
        noHigh = true;
      } else if (hi == null || high.compareTo(hi) > 0) {
        hi = high;
        hiIn = in;
      } else if (high.compareTo(hi) == 0) {
        hiIn |= in;
      }
    }

    void takeInfinity(int sign) {
      if (sign < 0) {
        noLow = true;
      } else {
        noHigh = true;
      }
    }

    Interval interval() {
      return new Interval(noLow ? null : lo, loIn, noHigh ? null : hi, hiIn);
    }
  }

  private static @Nullable BigDecimal low(BigDecimal value) {
    int size = exponent(value);
    if (value.signum() == 0 || Math.abs(size) < LARGEST_EXPONENT) {
      return value;
    }
    if (size > 0) {
      return value.signum() < 0 ? null : BigDecimal.ONE.movePointRight(LARGEST_EXPONENT);
    }
    return value.signum() < 0 ? TINY.negate() : BigDecimal.ZERO;
  }

  private static @Nullable BigDecimal high(BigDecimal value) {
    BigDecimal negated = low(value.negate());
    return negated == null ? null : negated.negate();
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
