package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;

/**
 * A table of correspondences between versions of two classifications.
 *
 * @param id its number
 * @param name its name
 * @param source the name of the source
 * @param target the name of the target
 * @param correspondences its rows
 */
public record CorrespondenceTable(
    long id,
    String name,
    String source,
    String target,
    ImmutableList<Correspondence> correspondences) {}
