/**
 * What the clients of Statistics Norway's services have in common: their options, how a call is
 * cancelled and followed, and what a failed call says.
 *
 * <p>Start with {@link no.maaltall.kostra.client.ClientOptions}; the clients are {@code
 * PxWebClient} and {@code KlassClient}.
 */
@NullMarked
package no.maaltall.kostra.client;

import org.jspecify.annotations.NullMarked;
