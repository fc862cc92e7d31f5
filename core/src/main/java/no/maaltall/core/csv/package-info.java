/**
 * CSV files with named columns, for the packages that read tables of their own; exported to this
 * library's other modules only. Start with {@link no.maaltall.core.csv.NamedCsv}.
 */
@NullMarked
package no.maaltall.core.csv;

import org.jspecify.annotations.NullMarked;
