package no.maaltall.core.measure;

import no.maaltall.core.indicator.Frequency;

/** Ordinals of earlier periods. */
final class Lags {
  private Lags() {}

  /** So many periods earlier; NONE before the first year that a period may lie in. */
  static int back(Frequency frequency, int ordinal, int periods) {
    int earlier = ordinal - periods;
    return earlier < frequency.periodsPerYear() ? TwoPointMeasure.NONE : earlier;
  }

  /** The same period so many years earlier. */
  static int yearsBack(Frequency frequency, int ordinal, int years) {
    return back(frequency, ordinal, years * frequency.periodsPerYear());
  }
}
