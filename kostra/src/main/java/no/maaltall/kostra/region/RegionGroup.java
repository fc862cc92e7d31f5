package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.core.norm.Confidence;
import no.maaltall.core.panel.RegionGroups;

/**
 * A named list of municipalities: a KOSTRA group, a network, a county, the country.
 *
 * <pre>{@code
 * RegionGroup group = KostraGroups.of(2024).groupOf("3201");        // EKG12
 * group.members();                                                  // [1103, 1108, 3107, 3201, ...]
 * group.total(dataSet, "bhg.barn", Period.year(2024), MissingRegions.LEAVE_OUT).reportedShare();
 * }</pre>
 */
public final class RegionGroup {
  private final String code;
  private final String name;
  private final ImmutableList<GroupMember> rows;
  private final ImmutableList<String> members;

  private RegionGroup(String code, String name, ImmutableList<GroupMember> rows) {
    this.code = code;
    this.name = name;
    this.rows = rows;
    this.members = rows.stream().map(GroupMember::code).collect(ImmutableList.toImmutableList());
    if (code.isBlank() || rows.isEmpty() || ImmutableSet.copyOf(members).size() != rows.size()) {
      throw new IllegalArgumentException(
          "group \""
              + code
              + "\" of "
              + members
              + "; allowed: a code, and at least one member, each once");
    }
  }

  /**
   * {@return a group with the sources of its members}
   *
   * @param code its code, as {@code EKG12}
   * @param name its name
   * @param members its members, each once
   * @throws IllegalArgumentException if there are none, or one is there twice
   */
  public static RegionGroup of(String code, String name, List<GroupMember> members) {
    return new RegionGroup(code, name, ImmutableList.copyOf(members));
  }

  /**
   * {@return a group of one's own}
   *
   * @param code its code
   * @param name its name
   * @param members the codes of its members, each once
   * @throws IllegalArgumentException if there are none, or one is there twice
   */
  public static RegionGroup ofCodes(String code, String name, List<String> members) {
    return of(
        code,
        name,
        members.stream().map(m -> new GroupMember(m, Confidence.HIGH, "oppgitt")).toList());
  }

  /** {@return its code} */
  public String code() {
    return code;
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return the codes of its members, in order} */
  public ImmutableList<String> members() {
    return members;
  }

  /** {@return its members with their sources, in order} */
  public ImmutableList<GroupMember> rows() {
    return rows;
  }

  /** {@return it as a region, that figures can be about} */
  public Region toRegion() {
    return Region.of(code, name);
  }

  /**
   * {@return the group without one of its members: what that member is compared with}
   *
   * @param member the code of the member
   * @throws UnknownCodeException if it is none
   */
  public RegionGroup without(String member) {
    if (!members.contains(member)) {
      throw new UnknownCodeException("member of " + code, member, members);
    }
    return new RegionGroup(
        code,
        name,
        rows.stream()
            .filter(r -> !r.code().equals(member))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * {@return the sum over the members, or for an indicator that is defined as a ratio the sum of
   * numerators over the sum of denominators}
   *
   * @param dataSet what the members reported
   * @param indicatorId the indicator: an amount or count, or one with a definition as a ratio of
   *     two such
   * @param period the period
   * @param missing what to do about a member without a value: one that is not in the data set at
   *     all is one without a value
   * @throws UnknownCodeException if the data set does not have the indicator
   * @throws NotAdditiveException if the indicator is neither an amount nor a count, nor a ratio of
   *     such
   */
  public GroupTotal total(
      DataSet dataSet, String indicatorId, Period period, MissingRegions missing) {
    return GroupTotal.of(this, dataSet, indicatorId, period, missing);
  }

  /**
   * {@return some groups for the kernels of a panel}
   *
   * @param groups the groups, without a common member
   */
  public static RegionGroups toRegionGroups(List<RegionGroup> groups) {
    Map<Region, List<String>> members = new LinkedHashMap<>();
    groups.forEach(g -> members.put(g.toRegion(), g.members()));
    return RegionGroups.of(members);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RegionGroup g
        && g.code.equals(code)
        && g.name.equals(name)
        && g.rows.equals(rows);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + rows.hashCode();
  }

  /** {@return code, name and members} */
  @Override
  public String toString() {
    return code + " " + name + ": " + members;
  }
}
