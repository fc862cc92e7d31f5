/**
 * Tables of SSB's Statbank and its kin, with the reason for every missing value: n-dimensional
 * cubes, read from JSON-stat, PC-Axis and Udir's exports, and written to JSON-stat.
 *
 * <p>Start with {@link no.maaltall.kostra.statbank.Cube}, and {@link
 * no.maaltall.kostra.statbank.StatbankFile}, which reads one.
 */
@NullMarked
package no.maaltall.kostra.statbank;

import org.jspecify.annotations.NullMarked;
