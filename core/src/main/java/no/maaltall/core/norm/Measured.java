package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;

/**
 * A number of a subject in a period: what {@link RatioNorm} is about.
 *
 * @param subject the id of the subject; not blank
 * @param name its name
 * @param region where it is, when it is given
 * @param period the period, when it is given
 * @param value the unrounded value, finite; empty when unknown
 */
public record Measured(
    @JsonProperty("subject") String subject,
    @JsonProperty("name") String name,
    @JsonProperty("region") Optional<Region> region,
    @JsonProperty("period") Optional<Period> period,
    @JsonProperty("value") OptionalDouble value) {

  /**
   * Checks the parts.
   *
   * @param subject the id of the subject
   * @param name its name
   * @param region where it is, when it is given
   * @param period the period, when it is given
   * @param value the unrounded value, finite
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public Measured {
    Checks.id("a measured subject", subject);
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "value of " + subject + " must be finite or empty, got " + value.getAsDouble());
    }
  }

  /**
   * {@return a number of a subject}
   *
   * @param subject the id, and the name
   * @param period the period
   * @param value the unrounded value; NaN when unknown
   */
  public static Measured of(String subject, Period period, double value) {
    return new Measured(subject, subject, Optional.empty(), Optional.of(period), optional(value));
  }

  /**
   * {@return a share in percent: {@code 100 · part / whole}; unknown when the whole is 0}
   *
   * @param subject the id, and the name
   * @param period the period
   * @param part the part, not negative
   * @param whole the whole, not negative
   * @throws IllegalArgumentException if either is negative or not finite
   */
  public static Measured share(String subject, Period period, double part, double whole) {
    Checks.amount("part", subject, part);
    Checks.amount("whole", subject, whole);
    return of(subject, period, whole == 0 ? Double.NaN : 100 * part / whole);
  }

  /**
   * {@return the number of a figure; the subject is its region}
   *
   * @param figure the figure
   */
  public static Measured of(Figure figure) {
    return new Measured(
        figure.region().code(),
        figure.region().name(),
        Optional.of(figure.region()),
        Optional.of(figure.period()),
        optional(figure.value()));
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
