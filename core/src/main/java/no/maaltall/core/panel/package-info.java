/**
 * Panels: many indicators in many regions over many periods, in primitive columns.
 *
 * <p>Start with {@link no.maaltall.core.panel.Panel}: {@code Panel.of(dataSet)}, and hand it to a
 * measure: {@code Trend.meanAnnualChange(3).of(panel)}. {@link no.maaltall.core.panel.RegionGroups}
 * says which regions are summed or compared.
 */
@NullMarked
package no.maaltall.core.panel;

import org.jspecify.annotations.NullMarked;
