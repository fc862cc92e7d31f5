package no.maaltall.core.indicator;

/**
 * An observation that cannot be in a data set together with another one.
 *
 * @param kind why not
 * @param row the number of the observation, in the order that they were added to the builder
 * @param other the number of the observation that it is in conflict with
 * @param indicator the id of the indicator
 * @param region the code of the region
 * @param period the period of the observation
 * @param otherPeriod the period of the other one; the same unless the frequencies are mixed
 */
public record ObservationConflict(
    Kind kind,
    int row,
    int other,
    String indicator,
    String region,
    Period period,
    Period otherPeriod) {

  /** Why two observations cannot both be kept. */
  public enum Kind {
    /** The same observation twice; the first is kept. */
    DUPLICATE,
    /** Different values or statuses for one period; none is kept. */
    CONTRADICTION,
    /** Periods of different kinds in one series; none of the series is kept. */
    MIXED_FREQUENCY
  }

  /** Throws the exception of a builder that takes no conflicts. */
  void raise() {
    if (kind == Kind.MIXED_FREQUENCY) {
      // The one that was added first says what was expected.
      Period earlier = row < other ? period : otherPeriod;
      Period later = row < other ? otherPeriod : period;
      throw new FrequencyMismatchException(
          "series " + indicator + " in " + region, earlier.frequency(), later);
    }
    throw new DuplicateObservationException(indicator, region, period);
  }
}
