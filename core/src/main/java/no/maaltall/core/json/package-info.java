/**
 * JSON of the public types, with Jackson.
 *
 * <p>Start with {@link no.maaltall.core.json.MaaltallModule}.
 */
@NullMarked
package no.maaltall.core.json;

import org.jspecify.annotations.NullMarked;
