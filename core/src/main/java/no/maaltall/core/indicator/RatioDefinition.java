package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An indicator defined as one indicator over another: {@code factor · numerator / denominator}.
 *
 * @param numerator the id of the indicator above the line
 * @param denominator the id of the indicator below the line
 * @param factor what the quotient is multiplied with: 100 for percent, 1000 for "per 1 000"; finite
 *     and not 0
 */
public record RatioDefinition(
    @JsonProperty(value = "numerator", required = true) String numerator,
    @JsonProperty(value = "denominator", required = true) String denominator,
    @JsonProperty(value = "factor", required = true) double factor) {

  /**
   * Checks the parts.
   *
   * @param numerator the id above the line
   * @param denominator the id below the line
   * @param factor the factor
   * @throws IllegalArgumentException if an id is blank, or the factor is 0 or not finite
   */
  public RatioDefinition {
    if (numerator.isBlank() || denominator.isBlank()) {
      throw new IllegalArgumentException(
          "a ratio needs a numerator and a denominator, got \""
              + numerator
              + "\" and \""
              + denominator
              + "\"");
    }
    if (factor == 0 || !Double.isFinite(factor)) {
      throw new IllegalArgumentException(
          "the factor of "
              + numerator
              + " / "
              + denominator
              + " is finite and not 0, got "
              + factor);
    }
  }

  /**
   * The formula: {@code factor · numerator / denominator}.
   *
   * @param numerator above the line; NaN when it is missing
   * @param denominator below the line; NaN when it is missing
   * @param factor what the quotient is multiplied with
   * @return the ratio; NaN when either is missing, the denominator is 0, or the result too large
   *     for a double
   */
  public static double value(double numerator, double denominator, double factor) {
    double ratio = factor * numerator / denominator;
    // Without a branch, so that loops over columns vectorise: what is added is NaN when the ratio
    // is
    // infinite, and 0 when it is not, which takes the sign off a zero.
    return ratio + 0 * Math.abs(ratio);
  }
}
