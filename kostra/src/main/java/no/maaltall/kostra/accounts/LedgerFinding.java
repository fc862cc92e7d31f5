package no.maaltall.kostra.accounts;

/**
 * Something that a control of a ledger found.
 *
 * @param rule the id of the rule: Statistics Norway's number for it where it has one, such as
 *     {@code 010}; {@code M} and a number for our own
 * @param severity how bad it is
 * @param ledger the ledger
 * @param line the line; 0 when it is about a whole region
 * @param region the region
 * @param message what was found, in bokmål
 * @param remedy what to do about it, in bokmål
 */
public record LedgerFinding(
    String rule,
    Severity severity,
    String ledger,
    long line,
    String region,
    String message,
    String remedy) {

  /** How bad it is. */
  public enum Severity {
    /** The accounts cannot be used as they are. */
    ERROR("FEIL"),
    /** Probably wrong; someone must look. */
    WARNING("ADVARSEL");

    private final String norwegian;

    Severity(String norwegian) {
      this.norwegian = norwegian;
    }
  }

  /** {@return severity, rule, place, message and remedy on one line, in bokmål} */
  public String text() {
    return severity.norwegian
        + " "
        + rule
        + ", "
        + ledger
        + (line > 0 ? " linje " + line : "")
        + ", region "
        + region
        + ": "
        + message
        + " "
        + remedy;
  }
}
