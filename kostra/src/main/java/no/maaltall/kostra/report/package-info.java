/**
 * What an end reader sees: tables as text, Markdown and CSV.
 *
 * <p>Start with {@link no.maaltall.kostra.report.Table}.
 */
@NullMarked
package no.maaltall.kostra.report;

import org.jspecify.annotations.NullMarked;
