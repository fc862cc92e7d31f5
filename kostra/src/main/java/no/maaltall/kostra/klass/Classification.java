package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;

/**
 * A classification: 131 is the municipalities, 104 the counties, 112 the KOSTRA groups.
 *
 * @param id its number
 * @param name its name
 * @param versions its versions, without their codes
 */
public record Classification(long id, String name, ImmutableList<KlassVersion> versions) {}
