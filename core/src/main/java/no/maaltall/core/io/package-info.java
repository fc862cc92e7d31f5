/**
 * Tidy tables: indicators, observations, regions and breaks as CSV files in a directory.
 *
 * <p>Start with {@link no.maaltall.core.io.TidyTables}. Whatever cannot be read is a {@link
 * no.maaltall.core.io.TableProblem} with file, line and column: thrown in the strict form, listed
 * in the lenient.
 */
@NullMarked
package no.maaltall.core.io;

import org.jspecify.annotations.NullMarked;
