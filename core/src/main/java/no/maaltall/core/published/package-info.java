/**
 * Printed numbers as intervals, and whether the figures of a printed table can all be right.
 *
 * <p>Start with {@link no.maaltall.core.published.PublishedCheck} for one figure, and {@link
 * no.maaltall.core.published.PublishedTable} for a directory of them.
 */
@NullMarked
package no.maaltall.core.published;

import org.jspecify.annotations.NullMarked;
