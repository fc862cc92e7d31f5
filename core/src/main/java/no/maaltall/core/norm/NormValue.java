package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.time.LocalDate;
import java.util.Arrays;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Rounding;

/**
 * One number of a norm, from a date on: a row of a {@link NormTable}.
 *
 * @param table the name of the table that it is in; set by the table
 * @param norm the id of the norm, as {@code laerernorm}
 * @param parameter which of its numbers, as {@code limit}
 * @param group what it is for, as {@code 1-4}; empty when it is for all
 * @param validFrom the first day; it is valid until the next row of the same norm, parameter and
 *     group
 * @param value the number, finite
 * @param sense which way is stricter
 * @param legalBasis the law, regulation or decision, in Norwegian; may be empty
 * @param source where it was found
 * @param confidence how sure it is
 */
public record NormValue(
    @JsonProperty("table") String table,
    @JsonProperty("norm") String norm,
    @JsonProperty("parameter") String parameter,
    @JsonProperty("group") String group,
    @JsonProperty("valid_from") LocalDate validFrom,
    @JsonProperty("value") double value,
    @JsonProperty("sense") Sense sense,
    @JsonProperty("legal_basis") String legalBasis,
    @JsonProperty("source") String source,
    @JsonProperty("confidence") Confidence confidence) {

  /** Which way a number is stricter. */
  public enum Sense {
    /** A lower number is stricter: pupils per teacher, days. */
    AT_MOST,
    /** A higher number is stricter: visits. */
    AT_LEAST,
    /** It is no limit, but a number that the norm computes with. */
    PARAMETER;

    /** {@return the code, as in the table: {@code at_most}} */
    @JsonValue
    public String code() {
      return Ascii.toLowerCase(name());
    }

    /**
     * {@return the sense with a code}
     *
     * @param code {@code at_most}, {@code at_least} or {@code parameter}
     * @throws InvalidNotationException for any other text
     */
    @JsonCreator
    public static Sense parse(String code) {
      return Arrays.stream(values())
          .filter(s -> s.code().equals(code))
          .findFirst()
          .orElseThrow(
              () -> new InvalidNotationException("sense", code, "at_most, at_least, parameter"));
    }

    /** Whether a number is stricter than another or as strict. */
    boolean isAsStrict(double value, double other) {
      return switch (this) {
        case AT_MOST -> value <= other;
        case AT_LEAST -> value >= other;
        case PARAMETER -> value == other;
      };
    }
  }

  /**
   * Checks the parts.
   *
   * @param table the name of the table that it is in
   * @param norm the id of the norm, as {@code laerernorm}
   * @param parameter which of its numbers, as {@code limit}
   * @param group what it is for, as {@code 1-4}
   * @param validFrom the first day
   * @param value the number, finite
   * @param sense which way is stricter
   * @param legalBasis the law, regulation or decision, in Norwegian
   * @param source where it was found
   * @param confidence how sure it is
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public NormValue {
    if (norm.isBlank() || parameter.isBlank()) {
      throw new IllegalArgumentException(
          "a norm value needs a norm and a parameter, got \"" + norm + "\", \"" + parameter + "\"");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of " + key(norm, parameter, group) + " must be finite, got " + value);
    }
  }

  /**
   * {@return a local number, with confidence high}
   *
   * @param norm the id of the norm
   * @param parameter which of its numbers
   * @param group what it is for; empty when it is for all
   * @param validFrom the first day
   * @param value the number
   * @param sense which way is stricter
   * @param legalBasis the decision that it follows from
   */
  public static NormValue of(
      String norm,
      String parameter,
      String group,
      LocalDate validFrom,
      double value,
      Sense sense,
      String legalBasis) {
    return new NormValue(
        "",
        norm,
        parameter,
        group,
        validFrom,
        value,
        sense,
        legalBasis,
        legalBasis,
        Confidence.HIGH);
  }

  NormValue in(String newTable) {
    return new NormValue(
        newTable, norm, parameter, group, validFrom, value, sense, legalBasis, source, confidence);
  }

  /** {@return table and first day, as assessments name what they used: {@code norms@2019-08-01}} */
  @JsonIgnore
  public String version() {
    return table + "@" + validFrom;
  }

  String key() {
    return key(norm, parameter, group);
  }

  static String key(String norm, String parameter, String group) {
    return norm + " " + parameter + (group.isEmpty() ? "" : " " + group);
  }

  /** {@return the number and where it comes from, on one line} */
  @Override
  public String toString() {
    return key() + " = " + Rounding.shortest(value) + " [" + version() + "]";
  }
}
