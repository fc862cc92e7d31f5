/**
 * KOSTRA's functions, account types, concepts and service areas as dated lists, each entry with its
 * source.
 *
 * <p>Start with {@link no.maaltall.kostra.catalog.Catalog}.
 */
@NullMarked
package no.maaltall.kostra.catalog;

import org.jspecify.annotations.NullMarked;
