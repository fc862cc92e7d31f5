/**
 * CSV files with named columns, for the packages that read tables of their own; not exported. Start
 * with {@link no.maaltall.core.csv.NamedCsv}.
 */
@NullMarked
package no.maaltall.core.csv;

import org.jspecify.annotations.NullMarked;
