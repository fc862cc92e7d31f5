package no.maaltall.kostra.accounts;

/**
 * An amount and which it is.
 *
 * @param key which amount
 * @param amount whole units of the table
 */
public record AccountAmount(AccountKey key, long amount) {}
