/**
 * The municipal accounts: a ledger of function × account type × account class becomes KOSTRA's
 * amounts, through signed hierarchies, netting of internal trade, and formulas. Exact, in whole
 * units.
 *
 * <p>Start with {@link no.maaltall.kostra.accounts.AccountingRules}.
 */
@NullMarked
package no.maaltall.kostra.accounts;

import org.jspecify.annotations.NullMarked;
