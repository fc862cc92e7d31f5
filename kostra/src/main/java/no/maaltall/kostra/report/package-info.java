/**
 * What an end reader sees: tables as text, Markdown, CSV, and pictures as SVG.
 *
 * <p>Start with {@link no.maaltall.kostra.report.Table}; {@link
 * no.maaltall.kostra.report.BarPicture} and {@link no.maaltall.kostra.report.LinePicture} draw.
 */
@NullMarked
package no.maaltall.kostra.report;

import org.jspecify.annotations.NullMarked;
