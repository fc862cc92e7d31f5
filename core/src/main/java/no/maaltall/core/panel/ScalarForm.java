package no.maaltall.core.panel;

import no.maaltall.core.indicator.Series;

/**
 * How the series of a derived panel are computed one at a time. The panel's values come from
 * kernels over columns; its statuses and breaks are those of the series that this gives.
 *
 * <p>For measures. The numbers are those of the indicators and regions of the derived panel.
 * Implementations are immutable.
 */
public interface ScalarForm {
  /** {@return whether no series has a status beyond normal and missing, or a break} */
  boolean isPlain();

  /**
   * {@return whether a series is known to have no status beyond normal and missing, and no break}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   */
  boolean isPlain(int indicator, int region);

  /**
   * {@return a series, over the periods of the derived panel}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   */
  Series series(int indicator, int region);
}
