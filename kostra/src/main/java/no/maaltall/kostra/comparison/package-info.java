/**
 * Compared with whom, and in which prices: networks, service profiles, resource use, production and
 * efficiency, fixed prices, breakdowns, unit costs and coverage.
 *
 * <p>Start with {@link no.maaltall.kostra.comparison.ServiceProfile} for a municipality beside a
 * {@link no.maaltall.kostra.comparison.Network}, and {@link no.maaltall.kostra.comparison.Deflator}
 * for fixed prices.
 */
@NullMarked
package no.maaltall.kostra.comparison;

import org.jspecify.annotations.NullMarked;
