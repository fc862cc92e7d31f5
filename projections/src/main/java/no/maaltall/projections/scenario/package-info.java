/**
 * Assumptions side by side: named scenarios in one table, and one assumption at a time.
 *
 * <p>Start with {@link no.maaltall.projections.scenario.Scenarios}; {@link
 * no.maaltall.projections.scenario.Sensitivity} tells which assumption matters most. SSB's variants
 * by letter are in {@link no.maaltall.projections.scenario.Variants}.
 */
@NullMarked
package no.maaltall.projections.scenario;

import org.jspecify.annotations.NullMarked;
