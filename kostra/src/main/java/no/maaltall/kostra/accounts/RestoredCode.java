package no.maaltall.kostra.accounts;

/**
 * A code whose leading zeros were lost in a ledger, and put back.
 *
 * @param column the column that it stood in: {@code region}, {@code funksjon} or {@code art}
 * @param written the code as written: 300
 * @param code the code that it was read as: 0300
 */
public record RestoredCode(String column, String written, String code) {}
