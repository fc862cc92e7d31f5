package no.maaltall.kostra.comparison;

/** What the change of a share is the difference of. */
public enum ShareChange {
  /** Of the shares as computed: police 16.586 − 13.141 = 3.4 percentage points. */
  OF_UNROUNDED,
  /**
   * Of the shares as printed, so that a reader can subtract them: police 16.6 − 13.1 = 3.5
   * percentage points. Many documents do.
   */
  OF_ROUNDED
}
