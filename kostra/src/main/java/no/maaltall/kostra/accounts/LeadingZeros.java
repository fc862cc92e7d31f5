package no.maaltall.kostra.accounts;

/** What a reader does about a code that has lost its leading zeros: {@code 300} for 0300. */
public enum LeadingZeros {
  /** An error that names file and line. */
  REFUSE,
  /**
   * They are put back: a region of up to four digits gets four, of five digits six (a city
   * district), a function or account type three.
   */
  RESTORE
}
