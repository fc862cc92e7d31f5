/**
 * Tables of SSB's Statbank and its kin, with the reason for every missing value: n-dimensional
 * cubes, read from and written to JSON-stat.
 *
 * <p>Start with {@link no.maaltall.kostra.statbank.Cube}.
 */
@NullMarked
package no.maaltall.kostra.statbank;

import org.jspecify.annotations.NullMarked;
