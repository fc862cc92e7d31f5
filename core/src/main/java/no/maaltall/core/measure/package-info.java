/**
 * The measures: formulas that turn a series into a figure.
 *
 * <p>Start with {@link no.maaltall.core.measure.Trend}: {@code
 * Trend.meanAnnualChange(3).of(series)}. {@link no.maaltall.core.measure.Change}, {@link
 * no.maaltall.core.measure.RelativeChange}, {@link no.maaltall.core.measure.Growth} and {@link
 * no.maaltall.core.measure.IndexNumber} are used alike; {@link no.maaltall.core.measure.Ratio}
 * takes two series.
 *
 * <p>Each formula is one static method on doubles. A missing input (NaN) gives a missing result,
 * and so does a formula that has no answer, such as a division by zero: nothing is infinite.
 */
@NullMarked
package no.maaltall.core.measure;

import org.jspecify.annotations.NullMarked;
