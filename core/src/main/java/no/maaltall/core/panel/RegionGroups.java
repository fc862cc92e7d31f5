package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Which regions make up a group: a county, a KOSTRA group, a network.
 *
 * <pre>{@code
 * RegionGroups counties = RegionGroups.of(Map.of(Region.of("32", "Akershus"), List.of("3201", "3203")));
 * }</pre>
 *
 * <p>A region is in one group at most, unless the groups were made {@link #ofOverlapping}.
 */
public final class RegionGroups {
  private final ImmutableMap<Region, ImmutableList<String>> members;

  private RegionGroups(ImmutableMap<Region, ImmutableList<String>> members) {
    this.members = members;
  }

  /**
   * {@return the groups with some members}
   *
   * @param members the codes of the members of each group, in the order in which they are summed
   * @throws InvalidPanelException if there are no groups, one has no members, or a region is in two
   */
  public static RegionGroups of(Map<Region, List<String>> members) {
    RegionGroups groups = ofOverlapping(members);
    Map<String, Region> groupOf = new HashMap<>();
    members.forEach(
        (group, codes) -> {
          for (String code : codes) {
            Region before = groupOf.putIfAbsent(code, group);
            if (before != null) {
              throw twice(code, before, group);
            }
          }
        });
    return groups;
  }

  /**
   * {@return groups that may overlap: a county, a KOSTRA group and a network of the same region}
   *
   * <p>With them a region has no group of its own, so {@link #groupOfRegions} refuses those that do
   * overlap.
   *
   * @param members the codes of the members of each group, in the order in which they are summed
   * @throws InvalidPanelException if there are no groups, one has no members, or a region is twice
   *     in one
   */
  public static RegionGroups ofOverlapping(Map<Region, List<String>> members) {
    if (members.isEmpty()) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.EMPTY_GROUP, "there must be at least one group, got none");
    }
    ImmutableMap.Builder<Region, ImmutableList<String>> copy = ImmutableMap.builder();
    members.forEach(
        (group, codes) -> {
          if (codes.isEmpty()) {
            throw new InvalidPanelException(
                InvalidPanelException.Problem.EMPTY_GROUP,
                "group " + group.code() + " (" + group.name() + ") has no members");
          }
          Set<String> seen = new HashSet<>();
          for (String code : codes) {
            if (!seen.add(code)) {
              throw twice(code, group, group);
            }
          }
          copy.put(group, ImmutableList.copyOf(codes));
        });
    return new RegionGroups(copy.buildOrThrow());
  }

  private static InvalidPanelException twice(String code, Region before, Region group) {
    return new InvalidPanelException(
        InvalidPanelException.Problem.REGION_TWICE,
        "region " + code + " is in group " + before.code() + " and " + group.code());
  }

  /**
   * {@return all regions of a panel as one group}
   *
   * @param group the group
   * @param panel the panel
   */
  public static RegionGroups all(Region group, Panel panel) {
    return of(Map.of(group, panel.regions().stream().map(Region::code).toList()));
  }

  /** {@return the groups, in order} */
  public ImmutableList<Region> groups() {
    return members.keySet().asList();
  }

  /**
   * {@return the codes of the members of a group, in order}
   *
   * @param group the number of the group
   * @throws IndexOutOfBoundsException if it is outside
   */
  public ImmutableList<String> members(int group) {
    return members.values().asList().get(group);
  }

  /**
   * {@return the numbers of the members of each group among the regions of a panel}
   *
   * @param panel the panel
   * @throws UnknownCodeException if the panel does not have a member
   */
  public int[][] indexesIn(Panel panel) {
    int[][] indexes = new int[members.size()][];
    for (int g = 0; g < indexes.length; g++) {
      indexes[g] = members(g).stream().mapToInt(panel::indexOfRegion).toArray();
    }
    return indexes;
  }

  /**
   * {@return the number of the group that each region of a panel is in; −1 for none}
   *
   * @param panel the panel
   * @throws UnknownCodeException if the panel does not have a member
   * @throws InvalidPanelException if a region is in two groups
   */
  public int[] groupOfRegions(Panel panel) {
    int[] groupOf = new int[panel.regions().size()];
    Arrays.fill(groupOf, -1);
    int[][] indexes = indexesIn(panel);
    for (int g = 0; g < indexes.length; g++) {
      for (int r : indexes[g]) {
        if (groupOf[r] >= 0) {
          throw twice(panel.regions().get(r).code(), groups().get(groupOf[r]), groups().get(g));
        }
        groupOf[r] = g;
      }
    }
    return groupOf;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionGroups g && g.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** {@return how many groups and members there are} */
  @Override
  public String toString() {
    int size = members.values().stream().mapToInt(List::size).sum();
    return members.size() + " groups of " + size + " regions";
  }
}
