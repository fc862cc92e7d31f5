package no.maaltall.core.measure;

import no.maaltall.core.indicator.Series;

/** Ordinals of earlier periods. */
final class Lags {
  private Lags() {}

  /** So many periods earlier; NONE before the first year that a period may lie in. */
  static int back(Series series, int ordinal, int periods) {
    int earlier = ordinal - periods;
    return earlier < series.frequency().periodsPerYear() ? TwoPointMeasure.NONE : earlier;
  }

  /** The same period so many years earlier. */
  static int yearsBack(Series series, int ordinal, int years) {
    return back(series, ordinal, years * series.frequency().periodsPerYear());
  }
}
