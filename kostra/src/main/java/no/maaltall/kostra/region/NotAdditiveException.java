package no.maaltall.kostra.region;

import no.maaltall.core.indicator.Indicator;

/**
 * An indicator that does not add up over regions, without the parts that it could be computed of.
 */
public final class NotAdditiveException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The id of the indicator. */
  private final String indicator;

  /**
   * Says which indicator, and what could be added up instead.
   *
   * @param indicator the indicator
   */
  public NotAdditiveException(Indicator indicator) {
    super(
        indicator.id()
            + " ("
            + indicator.unit()
            + ") does not add up over regions; allowed: an amount or a count that is per nothing, or"
            + " an indicator with NUMERATOR and DENOMINATOR that are");
    this.indicator = indicator.id();
  }

  /** {@return the id of the indicator} */
  public String indicator() {
    return indicator;
  }
}
