package no.maaltall.projections.population;

import java.util.OptionalDouble;

/**
 * What to do when moves would leave a cohort with fewer than no persons.
 *
 * @param floor what such a cohort is set to; empty when it is an error
 */
public record NegativePolicy(OptionalDouble floor) {
  /**
   * Checks the floor.
   *
   * @param floor as above
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public NegativePolicy {
    if (floor.isPresent() && !(floor.getAsDouble() >= 0 && floor.getAsDouble() < 1)) {
      throw new IllegalArgumentException(
          "the floor of a cohort must be 0 or more and less than 1, got " + floor.getAsDouble());
    }
  }

  /** {@return refuse: a typed error names region, year, sex and age} */
  public static NegativePolicy refuse() {
    return new NegativePolicy(OptionalDouble.empty());
  }

  /**
   * {@return set such a cohort to a number, move fewer to match, and say so in the result}
   *
   * @param persons the number, 0 or more and less than 1
   */
  public static NegativePolicy setTo(double persons) {
    return new NegativePolicy(OptionalDouble.of(persons));
  }
}
