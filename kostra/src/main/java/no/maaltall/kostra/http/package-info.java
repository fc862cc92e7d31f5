/**
 * Calls over HTTP with the manners that public services ask for; not exported.
 *
 * <p>Start with {@link no.maaltall.kostra.http.Transport}.
 */
@NullMarked
package no.maaltall.kostra.http;

import org.jspecify.annotations.NullMarked;
