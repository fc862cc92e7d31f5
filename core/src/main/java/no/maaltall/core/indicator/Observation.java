package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A value and its status. A value is never without its status, and NaN only ever means "no value".
 *
 * @param value the value; finite, or NaN exactly when the status is one of the missing ones
 * @param status why it is what it is, or why there is none
 */
public record Observation(double value, ObservationStatus status) {
  private static final Observation MISSING = new Observation(Double.NaN, ObservationStatus.MISSING);

  /**
   * Checks that value and status agree.
   *
   * @param value the value
   * @param status the status
   * @throws IllegalArgumentException if the value is infinite, if there is a value though the
   *     status says that it is missing, or none though it says that there is one
   */
  public Observation {
    check(value, status);
    value += 0.0; // -0.0 becomes 0.0, so that equal values print and compare alike
  }

  static void check(double value, ObservationStatus status) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("an observed value is finite or missing, got " + value);
    }
    if (Double.isNaN(value) != status.isMissing()) {
      throw new IllegalArgumentException(
          status.isMissing()
              ? "status "
                  + status.letter()
                  + " ("
                  + status.english()
                  + ") has no value, got "
                  + value
              : "status "
                  + status.letter()
                  + " ("
                  + status.english()
                  + ") needs a value, got none");
    }
  }

  /**
   * {@return an ordinary value}
   *
   * @param value the value, finite
   */
  public static Observation of(double value) {
    return new Observation(value, ObservationStatus.NORMAL);
  }

  /** {@return no value, with status {@code M}} */
  public static Observation missing() {
    return MISSING;
  }

  /**
   * {@return no value, for a reason}
   *
   * @param reason one of the missing statuses
   */
  public static Observation missing(ObservationStatus reason) {
    return new Observation(Double.NaN, reason);
  }

  /** {@return whether there is no value} */
  @JsonIgnore
  public boolean isMissing() {
    return status.isMissing();
  }

  @JsonCreator
  static Observation ofJson(
      @JsonProperty("value") @Nullable Double value,
      @JsonProperty("status") @Nullable ObservationStatus status) {
    return ofNullable(value, status);
  }

  static Observation ofNullable(@Nullable Double value, @Nullable ObservationStatus status) {
    if (status != null) {
      return new Observation(value == null ? Double.NaN : value, status);
    }
    return value == null ? MISSING : of(value);
  }

  /** {@return the value as JSON has it: null when there is none} */
  @JsonProperty("value")
  @Nullable Double jsonValue() {
    return isMissing() ? null : value;
  }
}
