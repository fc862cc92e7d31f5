/**
 * What it costs: growth, demography, alternatives.
 *
 * <p>Start with {@link no.maaltall.projections.cost.DemographicCost} for a budget and {@link
 * no.maaltall.projections.cost.Alternative} for a choice. Everything is in fixed prices, those of
 * the amounts given; amounts are in kroner.
 */
@NullMarked
package no.maaltall.projections.cost;

import org.jspecify.annotations.NullMarked;
