/**
 * SSB's classification service KLASS: its responses as types.
 *
 * <p>Start with {@link no.maaltall.kostra.klass.KlassJson}.
 */
@NullMarked
package no.maaltall.kostra.klass;

import org.jspecify.annotations.NullMarked;
