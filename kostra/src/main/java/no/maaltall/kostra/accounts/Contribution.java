package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;

/**
 * What one line of a ledger adds to an amount (bidrag). A line that counts both as itself and as
 * netting gives two.
 *
 * @param kind why the line counts
 * @param ledger the ledger that the line is in
 * @param line the line
 * @param factor how many times it counts, with sign; never 0
 * @param functionPath the functions from the one asked for down to the line's
 * @param artPath the account types from the one asked for down to the line's; where there are
 *     several ways, the shortest
 */
public record Contribution(
    Kind kind,
    String ledger,
    LedgerLine line,
    long factor,
    ImmutableList<String> functionPath,
    ImmutableList<String> artPath) {

  /** Why a line counts. */
  public enum Kind {
    /** It is the municipality's own. */
    MUNICIPALITY("kasse"),
    /** It is an enterprise's; only in scope A. */
    ENTERPRISE("særbedrift"),
    /** Trade with the municipality, seen in the enterprises' ledger, is taken out; only in A. */
    ENTERPRISE_NETTING("netting, særbedrift"),
    /** Trade with enterprises, seen in the municipality's ledger, is taken out; only in A. */
    MUNICIPALITY_NETTING("netting, kasse");

    private final String norwegian;

    Kind(String norwegian) {
      this.norwegian = norwegian;
    }

    String norwegian() {
      return norwegian;
    }
  }

  /**
   * {@return what the line adds: factor × its amount}
   *
   * @throws ArithmeticException if that does not fit in 64 bits
   */
  public long amount() {
    return Math.multiplyExact(factor, line.amount());
  }
}
