/**
 * Municipalities through the reforms, counties, KOSTRA groups and the ASSS network, as dated facts
 * with their sources; and figures carried from the municipalities of one day to those of another.
 *
 * <p>Start with {@link no.maaltall.kostra.region.RegionHistory}.
 */
@NullMarked
package no.maaltall.kostra.region;

import org.jspecify.annotations.NullMarked;
