package no.maaltall.core.measure;

import no.maaltall.core.indicator.PeriodAxis;

/** The periods of one axis in another. */
final class Periods {
  private Periods() {}

  /** Where each period of the first axis is in the second; -1 where it is not. */
  static int[] indexes(PeriodAxis of, PeriodAxis in) {
    int[] indexes = new int[of.size()];
    for (int p = 0; p < indexes.length; p++) {
      indexes[p] = in.indexOf(of.ordinal(p));
    }
    return indexes;
  }
}
