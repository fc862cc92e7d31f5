package no.maaltall.kostra.accounts;

/**
 * One line of a ledger.
 *
 * @param line where it stands: the line of the file, the header being 1, or its number when the
 *     ledger was built row by row
 * @param region the municipality, county or city district
 * @param kontoklasse current or investment account
 * @param funksjon what the money was for, three digits
 * @param art what kind of expense or income it is, three digits
 * @param amount whole units of the ledger
 */
public record LedgerLine(
    long line, String region, Kontoklasse kontoklasse, String funksjon, String art, long amount) {

  /** {@return region, class, function, account type and amount on one line} */
  @Override
  public String toString() {
    return "line "
        + line
        + ": "
        + region
        + " "
        + kontoklasse
        + " "
        + funksjon
        + " "
        + art
        + " "
        + amount;
  }
}
