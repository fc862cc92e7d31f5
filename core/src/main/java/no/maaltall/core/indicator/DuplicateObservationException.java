package no.maaltall.core.indicator;

/** An indicator that is given twice for the same region and period. */
public final class DuplicateObservationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The id of the indicator. */
  private final String indicator;

  /** The code of the region. */
  private final String region;

  /** The period. */
  private final transient Period period;

  /**
   * Says what was given twice.
   *
   * @param indicator the id of the indicator
   * @param region the code of the region
   * @param period the period
   */
  public DuplicateObservationException(String indicator, String region, Period period) {
    super("two observations of " + indicator + " in " + region + ", " + period + "; allowed: one");
    this.indicator = indicator;
    this.region = region;
    this.period = period;
  }

  /** {@return the id of the indicator} */
  public String indicator() {
    return indicator;
  }

  /** {@return the code of the region} */
  public String region() {
    return region;
  }

  /** {@return the period} */
  public Period period() {
    return period;
  }
}
