/**
 * What is measured: indicators, units, regions, periods, observations and the series they form.
 *
 * <p>Start with {@link no.maaltall.core.indicator.DataSet}, which holds everything that a directory
 * of tidy tables says, and {@link no.maaltall.core.indicator.Series}, one indicator in one region
 * over periods. A measure (package {@code no.maaltall.core.measure}) turns a series into a {@link
 * no.maaltall.core.indicator.Figure}.
 *
 * <p>All types are immutable, free of nulls and safe to share between threads.
 */
@NullMarked
package no.maaltall.core.indicator;

import org.jspecify.annotations.NullMarked;
