package no.maaltall.kostra.accounts;

/** What a ledger does about two lines for the same region, class, function and account type. */
public enum DuplicateLines {
  /** An error that names both lines. */
  REFUSE,
  /** The amounts are summed when amounts are computed; both lines are kept. */
  SUM
}
