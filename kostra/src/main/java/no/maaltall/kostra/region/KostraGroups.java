package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.norm.Confidence;
import no.maaltall.kostra.klass.Correspondence;

/**
 * The KOSTRA groups of a year.
 *
 * <pre>{@code
 * KostraGroups groups = KostraGroups.of(2024);
 * groups.groupOf("3201").code();          // EKG12
 * groups.group("EKG12").members();        // 11 codes of 2024
 * }</pre>
 *
 * <p>A group's number means nothing without its year: from 2020 there are 17 groups, and group 13
 * is Oslo; before, there were 16, and group 13 was the large municipalities outside the four
 * largest cities. Who was in the groups before 2020 is not among the facts of the library.
 *
 * <p>Source: SSB, KLASS 112. Each member has its source and how sure it is.
 */
public final class KostraGroups {
  private static final int LAST_YEAR = 9998;

  private record Definition(String group, String name, int from, OptionalInt to) {
    static Definition of(FactRows.Row row) {
      return new Definition(
          row.required("gruppe"),
          row.required("navn"),
          row.year("gyldig_fra"),
          row.optionalYear("gyldig_til"));
    }
  }

  private record Membership(String group, int from, OptionalInt to, GroupMember member) {
    static Membership of(FactRows.Row row) {
      return new Membership(
          row.required("gruppe"),
          row.year("gyldig_fra"),
          row.optionalYear("gyldig_til"),
          new GroupMember(
              row.required("kommune"), row.confidence("sikkerhet"), row.required("kilde")));
    }
  }

  private final int year;
  private final ImmutableMap<String, RegionGroup> groups;
  private final ImmutableMap<String, RegionGroup> byMember;

  private KostraGroups(int year, ImmutableList<RegionGroup> groups) {
    this.year = year;
    this.groups = Maps.uniqueIndex(groups, RegionGroup::code);
    Map<String, RegionGroup> index = new HashMap<>();
    for (RegionGroup group : groups) {
      for (String member : group.members()) {
        RegionGroup before = index.put(member, group);
        if (before != null) {
          throw new IllegalArgumentException(
              member
                  + " is in group "
                  + before.code()
                  + " and "
                  + group.code()
                  + "; allowed: one group in a year");
        }
      }
    }
    this.byMember = ImmutableMap.copyOf(index);
  }

  /**
   * {@return the groups of a year}
   *
   * @param year the year
   * @throws GroupsNotKnownException if the library does not know their members: before 2020
   */
  public static KostraGroups of(int year) {
    ImmutableListMultimap.Builder<String, GroupMember> members = ImmutableListMultimap.builder();
    FactRows.bundled("kostragruppemedlemmer.csv", Membership::of).stream()
        .filter(m -> isIn(year, m.from(), m.to()))
        .forEach(m -> members.put(m.group(), m.member()));
    Map<String, String> names = names(year);
    ImmutableListMultimap<String, GroupMember> byGroup = members.build();
    if (byGroup.isEmpty()) {
      throw new GroupsNotKnownException(
          "the KOSTRA groups",
          year,
          "2020 and later",
          names.entrySet().stream()
              .map(e -> "In that year " + e.getKey() + " was: " + e.getValue())
              .findFirst()
              .orElse(""));
    }
    return new KostraGroups(
        year,
        byGroup.keySet().stream()
            .map(g -> RegionGroup.of(g, names.getOrDefault(g, g), byGroup.get(g)))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * {@return what the groups of a year are called: also before 2020, as far as it is known}
   *
   * @param year the year
   */
  public static ImmutableMap<String, String> names(int year) {
    Map<String, String> names = new LinkedHashMap<>();
    FactRows.bundled("kostragrupper.csv", Definition::of).stream()
        .filter(d -> isIn(year, d.from(), d.to()))
        .forEach(d -> names.put(d.group(), d.name()));
    return ImmutableMap.copyOf(names);
  }

  /**
   * {@return groups of one's own, or of another year}
   *
   * @param year the year that they are for
   * @param groups the groups
   * @throws IllegalArgumentException if two have the same code, or a municipality is in two
   */
  public static KostraGroups of(int year, List<RegionGroup> groups) {
    return new KostraGroups(year, ImmutableList.copyOf(groups));
  }

  /**
   * {@return the groups as KLASS has them: the correspondence from classification 112 to 131}
   *
   * @param year the year that they are for
   * @param correspondences from group to municipality; those without one side are left out
   * @throws IllegalArgumentException if a municipality is in two groups
   */
  public static KostraGroups ofKlass(int year, List<Correspondence> correspondences) {
    ImmutableListMultimap.Builder<String, GroupMember> members = ImmutableListMultimap.builder();
    Map<String, String> names = new HashMap<>();
    for (Correspondence c : correspondences) {
      if (c.sourceCode().isPresent() && c.targetCode().isPresent()) {
        members.put(
            c.sourceCode().get(), new GroupMember(c.targetCode().get(), Confidence.HIGH, "KLASS"));
        names.put(c.sourceCode().get(), c.sourceName());
      }
    }
    ImmutableListMultimap<String, GroupMember> byGroup = members.build();
    return of(
        year,
        byGroup.keySet().stream()
            .map(g -> RegionGroup.of(g, names.getOrDefault(g, g), byGroup.get(g)))
            .toList());
  }

  static boolean isIn(int year, int from, OptionalInt to) {
    return year >= from && year <= to.orElse(LAST_YEAR);
  }

  /** {@return the year that they are for} */
  public int year() {
    return year;
  }

  /** {@return the groups, by code} */
  public ImmutableList<RegionGroup> groups() {
    return groups.values().asList();
  }

  /**
   * {@return the group with a code}
   *
   * @param code the code, as {@code EKG12}
   * @throws UnknownCodeException if there is none that year
   */
  public RegionGroup group(String code) {
    RegionGroup group = groups.get(code);
    if (group == null) {
      throw new UnknownCodeException("KOSTRA group in " + year, code, groups.keySet());
    }
    return group;
  }

  /**
   * {@return the group that a municipality is in}
   *
   * @param municipality its code that year
   * @throws UnknownCodeException if it is in none
   */
  public RegionGroup groupOf(String municipality) {
    return findGroupOf(municipality)
        .orElseThrow(
            () ->
                new UnknownCodeException(
                    "municipality in a KOSTRA group in " + year, municipality, byMember.keySet()));
  }

  /**
   * {@return the group that a municipality is in, if any}
   *
   * @param municipality its code that year
   */
  public Optional<RegionGroup> findGroupOf(String municipality) {
    return Optional.ofNullable(byMember.get(municipality));
  }

  /** {@return year and number of groups} */
  @Override
  public String toString() {
    return "KostraGroups of " + year + ": " + groups.size() + " groups";
  }
}
