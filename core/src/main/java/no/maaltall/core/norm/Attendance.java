package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Children of one birth year with the same agreed hours in a kindergarten.
 *
 * @param birthYear the calendar year that they were born in
 * @param hoursPerWeek the agreed hours a week, 0 to 168
 * @param children how many they are
 */
public record Attendance(
    @JsonProperty("birth_year") int birthYear,
    @JsonProperty("hours_per_week") double hoursPerWeek,
    @JsonProperty("children") int children) {
  /** The hours of a week. */
  static final double WEEK = 168;

  /**
   * Checks the parts.
   *
   * @param birthYear the calendar year that they were born in
   * @param hoursPerWeek the agreed hours a week, 0 to 168
   * @param children how many they are
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public Attendance {
    if (!(hoursPerWeek >= 0 && hoursPerWeek <= WEEK)) {
      throw new IllegalArgumentException("hours per week must be 0 to 168, got " + hoursPerWeek);
    }
    if (birthYear < 1900 || birthYear > 9999) {
      throw new IllegalArgumentException("birth year must be 1900 to 9999, got " + birthYear);
    }
    Checks.heads("children born in " + birthYear, "the attendance", children);
  }
}
