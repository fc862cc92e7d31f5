/** How Immutables generates the value types; not exported. Start with {@code ValueStyle}. */
@NullMarked
package no.maaltall.core.style;

import org.jspecify.annotations.NullMarked;
