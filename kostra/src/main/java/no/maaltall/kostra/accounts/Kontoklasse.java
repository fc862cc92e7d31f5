package no.maaltall.kostra.accounts;

import no.maaltall.core.indicator.InvalidNotationException;

/**
 * Account class: current or investment account, of the municipality and of its enterprises alike.
 *
 * <p>In what a municipality reports, class 1 and 3 are {@link #D} and class 0 and 4 are {@link #I};
 * whose account it is follows from the ledger that the line is in. The balance sheet, class 2 and
 * 5, is no part of these computations.
 */
public enum Kontoklasse {
  /** The current account (drift). */
  D,
  /** The investment account (investering). */
  I;

  /**
   * {@return the account class that a code denotes}
   *
   * @param code {@code D} or {@code I}
   * @throws InvalidNotationException if it is neither
   */
  public static Kontoklasse parse(String code) {
    return switch (code) {
      case "D" -> D;
      case "I" -> I;
      default ->
          throw new InvalidNotationException(
              "kontoklasse", code, "D (drift) or I (investering), in capitals");
    };
  }
}
