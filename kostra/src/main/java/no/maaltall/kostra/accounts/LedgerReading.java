package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;

/**
 * What the lenient form read: the good lines, and what was wrong with the others.
 *
 * @param ledger the good lines
 * @param failures what was wrong, by line; at most {@value #MOST_FAILURES} of them
 * @param failureCount how many lines were left out
 */
public record LedgerReading(
    Ledger ledger, ImmutableList<AccountsFileException> failures, long failureCount) {
  /** How many failures are kept. */
  public static final int MOST_FAILURES = 10_000;

  /** {@return whether every line was read} */
  public boolean isClean() {
    return failureCount == 0;
  }
}
