package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Locale;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Unit;

/**
 * A local target: a number that must be at most, below, at least or above a limit.
 *
 * <pre>{@code
 * RatioNorm consultants =
 *     RatioNorm.atMost("consultants", "andel konsulenter", 25, Unit.PERCENT, "kontrakt 2018");
 * consultants.assess(Measured.share("Leverandør 3", Period.year(2018), 26, 100)).text();
 * // "Leverandør 3 2018: andel konsulenter 26,0 % skal være høyst 25,0 %; 1,0 prosentpoeng over"
 * }</pre>
 *
 * <p>The number is compared unrounded. What is missing is in the unit of a difference: percentage
 * points for percent.
 *
 * @param id the id
 * @param label what the number is, for a reader
 * @param sense which side of the limit is right
 * @param limit the limit, finite
 * @param unit the unit of the number
 * @param decimals how many decimals are printed, unless it takes more to tell it from the limit
 * @param version which version of the target it is
 * @param legalBasis the decision that it follows from
 */
public record RatioNorm(
    @JsonProperty("id") String id,
    @JsonProperty("label") String label,
    @JsonProperty("sense") Sense sense,
    @JsonProperty("limit") double limit,
    @JsonProperty("unit") Unit unit,
    @JsonProperty("decimals") int decimals,
    @JsonProperty("version") String version,
    @JsonProperty("legal_basis") String legalBasis)
    implements Norm<Measured> {

  /** Which side of a limit is right. */
  public enum Sense {
    /** The limit or less. */
    AT_MOST("høyst", "at most"),
    /** Less than the limit. */
    BELOW("under", "below"),
    /** The limit or more. */
    AT_LEAST("minst", "at least"),
    /** More than the limit. */
    ABOVE("over", "above");

    private final String norwegian;
    private final String english;

    Sense(String norwegian, String english) {
      this.norwegian = norwegian;
      this.english = english;
    }

    /** {@return the code: {@code at_most}} */
    @JsonValue
    public String code() {
      return Ascii.toLowerCase(name());
    }

    /**
     * {@return the sense with a code}
     *
     * @param code {@code at_most}, {@code below}, {@code at_least} or {@code above}
     * @throws InvalidNotationException for any other text
     */
    @JsonCreator
    public static Sense parse(String code) {
      return Arrays.stream(values())
          .filter(s -> s.code().equals(code))
          .findFirst()
          .orElseThrow(
              () -> new InvalidNotationException("sense", code, "at_most, below, at_least, above"));
    }

    /**
     * {@return whether a number is on the right side, unrounded; NaN never is}
     *
     * @param value the number
     * @param limit the limit
     */
    public boolean isMet(double value, double limit) {
      return switch (this) {
        case AT_MOST -> Thresholds.atMost(value, limit);
        case BELOW -> value < limit && !Thresholds.equal(value, limit);
        case AT_LEAST -> Thresholds.atLeast(value, limit);
        case ABOVE -> value > limit && !Thresholds.equal(value, limit);
      };
    }

    boolean isHigherBetter() {
      return this == AT_LEAST || this == ABOVE;
    }
  }

  /**
   * Checks the parts.
   *
   * @param id the id
   * @param label what the number is, for a reader
   * @param sense which side of the limit is right
   * @param limit the limit, finite
   * @param unit the unit of the number
   * @param decimals how many decimals are printed, unless it takes more to tell it from the limit
   * @param version which version of the target it is
   * @param legalBasis the decision that it follows from
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public RatioNorm {
    Checks.id("a target", id);
    if (!Double.isFinite(limit)) {
      throw new IllegalArgumentException("limit of " + id + " must be finite, got " + limit);
    }
    if (decimals < 0 || decimals > Rounding.MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals of " + id + " must be 0 to " + Rounding.MAX_DECIMALS + ", got " + decimals);
    }
  }

  private static RatioNorm of(
      String id, String label, Sense sense, double limit, Unit unit, String legalBasis) {
    return new RatioNorm(id, label, sense, limit, unit, 1, "local", legalBasis);
  }

  /**
   * {@return a target of at most a limit}
   *
   * @param id the id
   * @param label what the number is
   * @param limit the limit
   * @param unit the unit of the number
   * @param legalBasis the decision that it follows from
   */
  public static RatioNorm atMost(
      String id, String label, double limit, Unit unit, String legalBasis) {
    return of(id, label, Sense.AT_MOST, limit, unit, legalBasis);
  }

  /**
   * {@return a target of less than a limit}
   *
   * @param id the id
   * @param label what the number is
   * @param limit the limit
   * @param unit the unit of the number
   * @param legalBasis the decision that it follows from
   */
  public static RatioNorm below(
      String id, String label, double limit, Unit unit, String legalBasis) {
    return of(id, label, Sense.BELOW, limit, unit, legalBasis);
  }

  /**
   * {@return a target of at least a limit}
   *
   * @param id the id
   * @param label what the number is
   * @param limit the limit
   * @param unit the unit of the number
   * @param legalBasis the decision that it follows from
   */
  public static RatioNorm atLeast(
      String id, String label, double limit, Unit unit, String legalBasis) {
    return of(id, label, Sense.AT_LEAST, limit, unit, legalBasis);
  }

  /**
   * {@return a target of more than a limit}
   *
   * @param id the id
   * @param label what the number is
   * @param limit the limit
   * @param unit the unit of the number
   * @param legalBasis the decision that it follows from
   */
  public static RatioNorm above(
      String id, String label, double limit, Unit unit, String legalBasis) {
    return of(id, label, Sense.ABOVE, limit, unit, legalBasis);
  }

  /**
   * {@return the target with the name of its version, which assessments give}
   *
   * @param newVersion the name
   */
  public RatioNorm withVersion(String newVersion) {
    return new RatioNorm(id, label, sense, limit, unit, decimals, newVersion, legalBasis);
  }

  @Override
  public String name(Locale locale) {
    return label;
  }

  private NormReason judge(double value) {
    if (Double.isNaN(value)) {
      return NormReason.VALUE_UNKNOWN;
    }
    return sense.isMet(value, limit) ? NormReason.MET : NormReason.NOT_MET;
  }

  private double margin(double value) {
    return sense.isHigherBetter() ? value - limit : limit - value;
  }

  private double missing(double value) {
    return Math.max(0.0, -margin(value)) * (sense.isMet(value, limit) ? 0 : 1);
  }

  @Override
  public NormAssessment assess(Measured measured) {
    double value = measured.value().orElse(Double.NaN);
    NormReason reason = judge(value);
    Verdict text =
        new Verdict(id, measured.subject(), unit.ofDifference().toString(), reason)
            .version(version)
            .legalBasis(legalBasis)
            .name(measured.name())
            .region(measured.region());
    measured.period().ifPresent(text::period);
    if (!reason.status().isJudged()) {
      return text.unjudged(reason.text());
    }
    double missing = missing(value);
    text.numbers(value, limit, margin(value)).shortfall(missing);
    int shown = Words.decimalsApart(value, limit, decimals);
    Object[] words = {
      label,
      new Words.Num(value, shown, unit),
      new NormText(sense.norwegian, sense.english),
      new Words.Num(limit, decimals, unit),
      new Words.Num(missing, Words.decimalsApart(missing, 0, decimals), unit.ofDifference()),
      sense.isHigherBetter() ? new NormText("under", "below") : new NormText("over", "above")
    };
    return text.message(
        reason == NormReason.MET
            ? say("{0} {1} skal være {2} {3}", "{0} {1} is to be {2} {3}", words)
            : say(
                "{0} {1} skal være {2} {3}; {4} {5}", "{0} {1} is to be {2} {3}; {4} {5}", words));
  }

  /**
   * Assesses many numbers at once: the same verdicts and the same numbers as {@link
   * #assess(Measured)} gives one by one. Nothing is allocated per number.
   *
   * @param values the unrounded values; NaN when unknown, and infinity is refused for that one
   * @param result where the results are put, of at least the same size; what it had is overwritten
   * @throws IllegalArgumentException if the result is smaller
   */
  public void assess(double[] values, BulkResult result) {
    result.requireSize(values.length);
    result.higherIsBetter(sense.isHigherBetter());
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (Double.isInfinite(value)) {
        result.set(i, NormReason.INVALID_INPUT);
      } else if (Double.isNaN(value)) {
        result.set(i, NormReason.VALUE_UNKNOWN);
      } else {
        result.set(i, judge(value), value, limit, Double.NaN, missing(value));
      }
    }
  }
}
