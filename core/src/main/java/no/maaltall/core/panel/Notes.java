package no.maaltall.core.panel;

import no.maaltall.core.indicator.ObservationStatus;

/** Statuses and breaks of a panel, which its kernels never read. */
abstract class Notes {
  /** Whether every status is normal or plainly missing, and there are no breaks. */
  abstract boolean isPlain();

  /** The same of one series; true is a promise, false is not. */
  abstract boolean isPlain(int indicator, int region);

  /** All that is noted of a series. */
  abstract Noted of(int indicator, int region);

  ObservationStatus status(int indicator, int region, int period, double value) {
    return isPlain(indicator, region)
        ? Noted.status(Noted.PLAIN, value)
        : of(indicator, region).status(period, value);
  }
}
