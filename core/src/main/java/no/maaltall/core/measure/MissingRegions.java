package no.maaltall.core.measure;

/** What a total over regions does about a region without a value. */
public enum MissingRegions {
  /** The total is missing, with the heaviest status of the missing values. */
  REFUSE,
  /**
   * The region is left out of numerator and denominator alike; the figure says how many were left
   * out. A total of no regions is still missing.
   */
  LEAVE_OUT
}
