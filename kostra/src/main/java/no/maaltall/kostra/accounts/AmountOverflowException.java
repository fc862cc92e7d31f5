package no.maaltall.kostra.accounts;

/** An amount that does not fit in 64 bits; nothing is rounded or wrapped around instead. */
public final class AmountOverflowException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /** The region. */
  private final String region;

  /**
   * Says where.
   *
   * @param region the region whose amounts are too large
   */
  public AmountOverflowException(String region) {
    super(
        "an amount of region "
            + region
            + " does not fit in 64 bits; allowed: sums between -(2^63 - 1) and 2^63 - 1 units;"
            + " use a larger unit, such as 1000 kr");
    this.region = region;
  }

  /** {@return the region whose amounts are too large} */
  public String region() {
    return region;
  }
}
