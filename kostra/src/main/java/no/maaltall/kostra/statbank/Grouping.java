package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/**
 * A code list that a dimension may be asked for in: groups of its categories, or another choice of
 * them.
 *
 * @param id its id: {@code agg_KommSummer}
 * @param label its name
 * @param type what it is
 * @param groups its groups, in order
 */
public record Grouping(String id, String label, Type type, ImmutableList<Group> groups) {
  /** What a code list is. */
  public enum Type {
    /** Groups whose members are added up. */
    AGGREGATION,
    /** A choice of categories. */
    VALUE_SET
  }

  /**
   * A group.
   *
   * @param code its code
   * @param label its name
   * @param members the codes that it stands for; one in a value set
   */
  public record Group(String code, String label, ImmutableList<String> members) {
    /**
     * Takes the parts as they are.
     *
     * @param code its code
     * @param label its name
     * @param members the codes that it stands for
     */
    public Group {}
  }

  /**
   * Takes the parts as they are.
   *
   * @param id its id
   * @param label its name
   * @param type what it is
   * @param groups its groups
   */
  public Grouping {}

  /** {@return the codes of the groups, in order} */
  public ImmutableList<String> codes() {
    return groups.stream().map(Group::code).collect(ImmutableList.toImmutableList());
  }

  /** The members of some groups, each once. */
  ImmutableList<String> membersOf(List<String> some) {
    Set<String> wanted = ImmutableSet.copyOf(some);
    return groups.stream()
        .filter(g -> wanted.contains(g.code()))
        .flatMap(g -> g.members().stream())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
