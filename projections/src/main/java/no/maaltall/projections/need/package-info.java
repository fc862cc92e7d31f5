/**
 * What a population needs: users and places from coverage, capacity against it, classes, staff by
 * the norms, and counts that follow a trend.
 *
 * <p>Start with {@link no.maaltall.projections.need.Need} and {@link
 * no.maaltall.projections.need.CapacityPlan}. Results are series of core with status {@code F}
 * where an input is a forecast, and figures that explain themselves.
 */
@NullMarked
package no.maaltall.projections.need;

import org.jspecify.annotations.NullMarked;
