/**
 * How results become series and figures of core. Not exported.
 *
 * <p>Start with {@link no.maaltall.projections.result.Results}.
 */
@NullMarked
package no.maaltall.projections.result;

import org.jspecify.annotations.NullMarked;
