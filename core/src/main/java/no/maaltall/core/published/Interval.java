package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers between two ends, each of which is included, excluded, or infinitely far away.
 *
 * <p>Ends are exact decimals. As JSON: {@code {"low": 35.05, "includesLow": true, "high": 35.15,
 * "includesHigh": false}}, without {@code low} or {@code high} where there is no end.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Interval {
  static final Interval ALL = new Interval(null, false, null, false);
  static final Interval EMPTY = new Interval(BigDecimal.ONE, false, BigDecimal.ZERO, false);

  final @Nullable BigDecimal lo;
  final @Nullable BigDecimal hi;
  final boolean loIn;
  final boolean hiIn;

  Interval(@Nullable BigDecimal lo, boolean loIn, @Nullable BigDecimal hi, boolean hiIn) {
    this.lo = lo;
    this.hi = hi;
    this.loIn = lo != null && loIn;
    this.hiIn = hi != null && hiIn;
  }

  /**
   * {@return the interval with one number}
   *
   * @param value the number
   */
  public static Interval point(BigDecimal value) {
    return new Interval(value, true, value, true);
  }

  /**
   * {@return the interval from one number to another, both included}
   *
   * @param low the lowest
   * @param high the highest
   * @throws IllegalArgumentException if low is above high
   */
  public static Interval closed(BigDecimal low, BigDecimal high) {
    return checked(new Interval(low, true, high, true));
  }

  /**
   * {@return the interval with the lower end included and the upper excluded}
   *
   * @param low the lowest
   * @param high the end
   * @throws IllegalArgumentException if low is not below high
   */
  public static Interval closedOpen(BigDecimal low, BigDecimal high) {
    return checked(new Interval(low, true, high, false));
  }

  @JsonCreator
  static Interval ofJson(
      @JsonProperty("low") @Nullable BigDecimal low,
      @JsonProperty("includesLow") boolean includesLow,
      @JsonProperty("high") @Nullable BigDecimal high,
      @JsonProperty("includesHigh") boolean includesHigh) {
    return checked(new Interval(low, includesLow, high, includesHigh));
  }

  private static Interval checked(Interval interval) {
    if (interval.isEmpty()) {
      throw new IllegalArgumentException("an interval has a number in it, got " + interval);
    }
    return interval;
  }

  /** {@return the lower end; empty when there is none} */
  public Optional<BigDecimal> low() {
    return Optional.ofNullable(lo);
  }

  /** {@return the upper end; empty when there is none} */
  public Optional<BigDecimal> high() {
    return Optional.ofNullable(hi);
  }

  @JsonProperty("low")
  @Nullable BigDecimal lowOrNull() {
    return lo;
  }

  @JsonProperty("high")
  @Nullable BigDecimal highOrNull() {
    return hi;
  }

  /** {@return whether the lower end is among the numbers} */
  @JsonProperty("includesLow")
  public boolean includesLow() {
    return loIn;
  }

  /** {@return whether the upper end is among the numbers} */
  @JsonProperty("includesHigh")
  public boolean includesHigh() {
    return hiIn;
  }

  /**
   * {@return whether a number is in it}
   *
   * @param value the number
   */
  public boolean contains(BigDecimal value) {
    return !isBelow(value) && !isAbove(value);
  }

  /**
   * {@return whether every number of another interval is in it}
   *
   * @param other the other
   */
  public boolean contains(Interval other) {
    return intersection(other).equals(other);
  }

  /**
   * {@return whether it has a number in common with another}
   *
   * @param other the other
   */
  public boolean intersects(Interval other) {
    return !intersection(other).isEmpty();
  }

  /** Whether all of it is below a number. */
  boolean isBelow(BigDecimal value) {
    int order = hi == null ? 1 : hi.compareTo(value);
    return order < 0 || (order == 0 && !hiIn);
  }

  /** Whether all of it is above a number. */
  boolean isAbove(BigDecimal value) {
    int order = lo == null ? -1 : lo.compareTo(value);
    return order > 0 || (order == 0 && !loIn);
  }

  boolean isEmpty() {
    if (lo == null || hi == null) {
      return false;
    }
    int order = lo.compareTo(hi);
    return order > 0 || (order == 0 && !(loIn && hiIn));
  }

  boolean isPoint() {
    return lo != null && hi != null && lo.compareTo(hi) == 0;
  }

  boolean isBounded() {
    return lo != null && hi != null;
  }

  Interval intersection(Interval other) {
    boolean ownLow = compareLow(this, other) >= 0;
    boolean ownHigh = compareHigh(this, other) <= 0;
    Interval low = ownLow ? this : other;
    Interval high = ownHigh ? this : other;
    return new Interval(low.lo, low.loIn, high.hi, high.hiIn);
  }

  Interval hull(Interval other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    Interval low = compareLow(this, other) <= 0 ? this : other;
    Interval high = compareHigh(this, other) >= 0 ? this : other;
    return new Interval(low.lo, low.loIn, high.hi, high.hiIn);
  }

  /** Which starts first: an included end before an excluded one. */
  private static int compareLow(Interval a, Interval b) {
    if (a.lo == null || b.lo == null) {
      return Boolean.compare(a.lo != null, b.lo != null);
    }
    int order = a.lo.compareTo(b.lo);
    return order != 0 ? order : Boolean.compare(b.loIn, a.loIn);
  }

  /** Which ends first: an excluded end before an included one. */
  private static int compareHigh(Interval a, Interval b) {
    if (a.hi == null || b.hi == null) {
      return Boolean.compare(a.hi == null, b.hi == null);
    }
    int order = a.hi.compareTo(b.hi);
    return order != 0 ? order : Boolean.compare(a.hiIn, b.hiIn);
  }

  /** The number nearest to a given one; where an end is excluded, that end itself. */
  BigDecimal nearest(BigDecimal value) {
    if (lo != null && lo.compareTo(value) > 0) {
      return lo;
    }
    return hi != null && hi.compareTo(value) < 0 ? hi : value;
  }

  /** Ends that are the same number with other trailing zeros are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Interval i
        && loIn == i.loIn
        && hiIn == i.hiIn
        && same(lo, i.lo)
        && same(hi, i.hi);
  }

  private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    return a.compareTo(b) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        lo == null ? null : lo.stripTrailingZeros(),
        loIn,
        hi == null ? null : hi.stripTrailingZeros(),
        hiIn);
  }

  /** {@return the interval as {@code [35.05, 35.15)}} */
  @Override
  public String toString() {
    return (loIn ? "[" : "(")
        + (lo == null ? "-∞" : lo)
        + ", "
        + (hi == null ? "∞" : hi)
        + (hiIn ? "]" : ")");
  }
}
