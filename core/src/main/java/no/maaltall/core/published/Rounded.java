package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import no.maaltall.core.indicator.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A printed number: what it says, and the interval of what it can have been before it was rounded.
 *
 * <pre>{@code
 * Rounded.parse("35,1 %").interval();            // [35.05, 35.15)
 * Rounded.parse("−1,7 prosentpoeng").interval(); // (-1.75, -1.65]
 * Rounded.parse("ca. 38 mill").interval();       // [37000000, 39000000]
 * Rounded.parse("20,80 %").withDecimals(1);      // [20.75, 20.85)
 * Rounded.parse("880").exact();                  // [880, 880]: a count
 * }</pre>
 *
 * <p>Numbers are rounded half away from zero (SSB's rule), so of a positive number the lower end is
 * included and the upper excluded, of a negative one the other way round, and of 0 neither is.
 *
 * <p>As JSON: {@code {"text": "35,1 %", "value": 35.1, "decimals": 1, "interval": {...},
 * "approximate": false, "unit": "percent"}}.
 *
 * @param text the text as printed
 * @param value the number that it says; {@code mill}, {@code mrd} and {@code tusen} multiplied in,
 *     per cent not
 * @param decimals the decimals that it is rounded to; negative for tens, hundreds and so on
 * @param interval what it can have been
 * @param approximate whether it is said to be near only: {@code ca.}
 * @param unit the unit that is printed with it, if any
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Rounded(
    String text,
    BigDecimal value,
    int decimals,
    Interval interval,
    boolean approximate,
    Optional<Unit> unit) {

  static final int MOST_DECIMALS = 15;
  static final int MOST_ZEROS = 15;

  /**
   * How far a number may be off that is said to be near only: <i>ca., cirka, om lag, omtrent,
   * rundt, nær, nesten, knapt, vel, drøyt, i underkant av, i overkant av</i>. Trailing zeros of a
   * whole number then do not count as printed digits: "ca. 41 500" is in hundreds.
   */
  public enum Approximation {
    /** One in the last digit that is not a trailing zero: "ca. 41 500" is 41 400 to 41 600. */
    WHOLE_DIGIT,
    /** Half of that, as if it were rounded there: "ca. 41 500" is 41 450 to 41 550. */
    HALF_DIGIT,
    /** As any other number: "ca. 41 500" is 41 499.5 to 41 500.5. */
    AS_PRINTED
  }

  /** What a point in a number means: 1.577 is 1577 in one document and 1,577 in another. */
  public enum Point {
    /** Whatever can be meant; where it can be both, as in 1.577, that is an error. */
    UNAMBIGUOUS,
    /** It groups thousands. */
    THOUSANDS,
    /** It stands before the decimals. */
    DECIMAL
  }

  /** How the digits that are not printed were dropped. */
  public enum Mode {
    /** Rounded half away from zero. */
    HALF_UP,
    /** Cut off: 4 727 142 can have been 4 727 142.99. */
    TRUNCATED
  }

  /**
   * Checks that the number is in its interval.
   *
   * @param text the text as printed
   * @param value the number that it says
   * @param decimals the decimals that it is rounded to
   * @param interval what it can have been
   * @param approximate whether it is said to be near only
   * @param unit the unit that is printed with it
   */
  public Rounded {
    if (!interval.contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + interval);
    }
    requireDecimals(decimals);
    value = withoutZeros(value);
  }

  @JsonCreator
  static Rounded ofJson(
      @JsonProperty(value = "text", required = true) String text,
      @JsonProperty(value = "value", required = true) BigDecimal value,
      @JsonProperty(value = "decimals", required = true) int decimals,
      @JsonProperty(value = "interval", required = true) Interval interval,
      @JsonProperty("approximate") boolean approximate,
      @JsonProperty("unit") @Nullable Unit unit) {
    return new Rounded(text, value, decimals, interval, approximate, Optional.ofNullable(unit));
  }

  /**
   * {@return the number that a text prints}
   *
   * <p>Thousands are grouped with a space, a no-break space or a point; the decimals come after a
   * comma, or after a point that cannot be one of thousands. A minus is {@code -} or {@code −}.
   * After the number may stand {@code tusen}, {@code mill} or {@code mrd}, then a unit ({@code %},
   * {@code prosent}, {@code prosentpoeng}, {@code kr}, {@code årsverk}, {@code timer}, {@code
   * måneder}, {@code poeng}), then {@code ±} and how far off it may be: {@code 880 ± 0} is exact.
   * Before it may stand a word that says that it is near only. The words <i>en</i> to <i>tolv</i>
   * are exact counts.
   *
   * @param text the text
   * @throws no.maaltall.core.indicator.InvalidNotationException if it is not such a number, or can
   *     be read in two ways
   */
  public static Rounded parse(String text) {
    return parse(text, Point.UNAMBIGUOUS, Approximation.WHOLE_DIGIT);
  }

  /**
   * {@return the number that a text prints}
   *
   * @param text the text
   * @param point what a point means
   * @param approximation how far a number may be off that is said to be near only
   * @throws no.maaltall.core.indicator.InvalidNotationException if it is not such a number, or can
   *     be read in two ways
   */
  public static Rounded parse(String text, Point point, Approximation approximation) {
    return new PrintedNumber(text, point, approximation).rounded();
  }

  /**
   * {@return a number that is printed with some decimals}
   *
   * @param value the number
   * @param decimals the decimals that it is rounded to; negative for tens, hundreds and so on
   */
  public static Rounded of(BigDecimal value, int decimals) {
    return halfUp(value.toPlainString(), value, decimals, false, Optional.empty());
  }

  static Rounded halfUp(
      String text, BigDecimal value, int decimals, boolean approximate, Optional<Unit> unit) {
    requireDecimals(decimals);
    BigDecimal half = new BigDecimal("0.5").movePointLeft(decimals);
    Interval interval =
        new Interval(value.subtract(half), value.signum() > 0, value.add(half), value.signum() < 0);
    return new Rounded(text, value, decimals, interval, approximate, unit);
  }

  private static void requireDecimals(int decimals) {
    if (decimals < -MOST_ZEROS || decimals > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals must be " + -MOST_ZEROS + " to " + MOST_DECIMALS + ", got " + decimals);
    }
  }

  /** As many digits as needed: 35.10 and 35.1 are the same number. */
  static BigDecimal withoutZeros(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /**
   * {@return the same with the decimals that it is really rounded to: 20,80 % can be rounded to
   * one, and 50 million to tens of millions}
   *
   * @param effective the decimals; negative for tens, hundreds and so on
   */
  public Rounded withDecimals(int effective) {
    return halfUp(text, value, effective, approximate, unit);
  }

  /**
   * {@return the same with another limit to how far it may be off, which is included}
   *
   * @param tolerance the limit; 0 for a number that is exact
   * @throws IllegalArgumentException if it is negative
   */
  public Rounded withTolerance(BigDecimal tolerance) {
    if (tolerance.signum() < 0) {
      throw new IllegalArgumentException("a tolerance is 0 or more, got " + tolerance);
    }
    Interval near = Interval.closed(value.subtract(tolerance), value.add(tolerance));
    return new Rounded(text, value, decimals, near, approximate, unit);
  }

  /** {@return the same as a number that was not rounded: a count, a parameter} */
  public Rounded exact() {
    return withTolerance(BigDecimal.ZERO);
  }

  /**
   * {@return the same where the digits that are not printed were dropped in some way}
   *
   * @param mode the way
   */
  public Rounded with(Mode mode) {
    if (mode == Mode.HALF_UP) {
      return withDecimals(decimals);
    }
    BigDecimal unitInLastPlace = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal low = value.signum() > 0 ? value : value.subtract(unitInLastPlace);
    BigDecimal high = value.signum() < 0 ? value : value.add(unitInLastPlace);
    Interval cut = new Interval(low, value.signum() > 0, high, value.signum() < 0);
    return new Rounded(text, value, decimals, cut, approximate, unit);
  }

  /** {@return whether it is exact} */
  @JsonIgnore
  public boolean isExact() {
    return interval.isPoint();
  }

  /**
   * {@return whether a computed number is printed with these digits: rounded to the decimals it is
   * this number; one that is exact must be equal}
   *
   * @param computed the number
   */
  public boolean prints(BigDecimal computed) {
    if (isExact()) {
      return computed.compareTo(value) == 0;
    }
    boolean cut = interval.loIn && interval.lo != null && interval.lo.compareTo(value) == 0;
    cut |= interval.hiIn && interval.hi != null && interval.hi.compareTo(value) == 0;
    RoundingMode rounding = cut ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    return computed.setScale(decimals, rounding).compareTo(value) == 0;
  }
}
