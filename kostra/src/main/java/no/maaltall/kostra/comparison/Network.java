package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.panel.RegionGroups;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import no.maaltall.kostra.region.RegionGroup;

/**
 * Those that a municipality compares itself with: a named list of members, as of a version.
 *
 * <p>A network has two members or more. One other municipality is a {@link #neighbour}.
 *
 * <pre>{@code
 * Network asss = Network.of("ASSS", "ASSS-nettverket", "2024", List.of("3201", "3203", "1103", ...));
 * Network others = asss.without("3201");
 * }</pre>
 */
public final class Network {
  private static final String FILE = "networks.csv";

  private final String code;
  private final String name;
  private final String version;
  private final ImmutableSet<String> members;

  private Network(String code, String name, String version, ImmutableSet<String> members) {
    this.code = code;
    this.name = name;
    this.version = version;
    this.members = members;
  }

  /**
   * {@return a network}
   *
   * @param code the code, also of the region that its published means are for: {@code EKG12}
   * @param name the name, for a reader
   * @param version which members it has: a year, as a rule
   * @param members the codes of its members
   * @throws InvalidComparisonException if there are fewer than two members, or one is there twice
   */
  public static Network of(String code, String name, String version, Collection<String> members) {
    Set<String> seen = new HashSet<>();
    for (String member : members) {
      if (!seen.add(member)) {
        throw new InvalidComparisonException(
            Problem.MEMBER_TWICE, "network " + code + " has member " + member + " twice");
      }
    }
    if (members.size() < 2) {
      throw new InvalidComparisonException(
          members.isEmpty() ? Problem.EMPTY_NETWORK : Problem.ONE_MEMBER,
          "network "
              + code
              + " ("
              + name
              + ") has the members "
              + members
              + "; a network has two or more, and one alone is a neighbour");
    }
    return new Network(code, name, version, ImmutableSet.copyOf(members));
  }

  /**
   * {@return a group of municipalities as a network: a KOSTRA group, the ASSS network}
   *
   * @param group the group, as {@code AsssNetwork.of(2024)}
   * @param version which members it has: the year that the group is of
   * @throws InvalidComparisonException if it has fewer than two members
   */
  public static Network of(RegionGroup group, String version) {
    return of(group.code(), group.name(), version, group.members());
  }

  /**
   * {@return one other municipality to compare with, as a network of one}
   *
   * @param region the municipality
   * @param version a year, as a rule
   */
  public static Network neighbour(Region region, String version) {
    return new Network(region.code(), region.name(), version, ImmutableSet.of(region.code()));
  }

  /**
   * {@return the networks of {@code networks.csv}}
   *
   * <p>Columns {@code NETWORK}, {@code NAME}, {@code VERSION}, {@code MEMBER}: a row per member. A
   * network that has one member, with its own code, is a neighbour.
   *
   * @param source where the file is; without it there are none
   * @throws no.maaltall.core.io.TidyTableException if the file is no such table
   * @throws InvalidComparisonException if a network has too few members, or one twice
   */
  public static ImmutableList<Network> read(TableSource source) {
    record Key(String code, String name, String version) {}
    Map<Key, ImmutableList.Builder<String>> members = new LinkedHashMap<>();
    for (CsvRow row : rows(source)) {
      members
          .computeIfAbsent(
              new Key(row.text("NETWORK"), row.text("NAME"), row.text("VERSION")),
              key -> ImmutableList.builder())
          .add(row.text("MEMBER"));
    }
    ImmutableList.Builder<Network> networks = ImmutableList.builder();
    members.forEach(
        (key, codes) -> {
          ImmutableList<String> list = codes.build();
          networks.add(
              list.equals(ImmutableList.of(key.code()))
                  ? neighbour(Region.of(key.code(), key.name()), key.version())
                  : of(key.code(), key.name(), key.version(), list));
        });
    return networks.build();
  }

  private static List<CsvRow> rows(TableSource source) {
    return new NamedCsv(FILE, List.of("NETWORK", "NAME", "VERSION", "MEMBER"), List.of())
        .readIfPresent(source)
        .orElse(ImmutableList.of());
  }

  /** {@return the code} */
  public String code() {
    return code;
  }

  /** {@return the name, for a reader} */
  public String name() {
    return name;
  }

  /** {@return which members it has: a year, as a rule} */
  public String version() {
    return version;
  }

  /** {@return the codes of its members, in the order in which they are summed} */
  public ImmutableSet<String> members() {
    return members;
  }

  /** {@return the network as a region, which its means are for} */
  public Region region() {
    return Region.of(code, name);
  }

  /**
   * {@return the network without a member: the others, for one who is in it. Its code and name say
   * so, so that its mean is not taken for the published one}
   *
   * @param member the code of the member
   * @throws UnknownCodeException if it is no member
   * @throws InvalidComparisonException if fewer than two are left
   */
  public Network without(String member) {
    return without(Region.of(member));
  }

  /**
   * {@return the network without a member, as {@link #without(String)}, with the member's name in
   * its name}
   *
   * @param member the member
   * @throws UnknownCodeException if it is no member
   * @throws InvalidComparisonException if fewer than two are left
   */
  public Network without(Region member) {
    if (!members.contains(member.code())) {
      throw new UnknownCodeException("member of network " + code, member.code(), members);
    }
    return of(
        code + "-" + member.code(),
        name + " uten " + member.name(),
        version,
        members.stream().filter(m -> !m.equals(member.code())).toList());
  }

  /**
   * {@return the network with one more member}
   *
   * @param member the code of the member
   * @throws InvalidComparisonException if it is a member already
   */
  public Network with(String member) {
    return of(
        code + "+" + member,
        name + " med " + member,
        version,
        ImmutableList.<String>builder().addAll(members).add(member).build());
  }

  /**
   * {@return networks as the groups of a panel, for {@link
   * no.maaltall.core.measure.GroupMean#relativeToEach}}
   *
   * @param networks the networks, which may overlap
   */
  public static RegionGroups groups(Collection<Network> networks) {
    Map<Region, List<String>> groups = new LinkedHashMap<>();
    networks.forEach(n -> groups.put(n.region(), n.members().asList()));
    return RegionGroups.ofOverlapping(groups);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network n
        && n.code.equals(code)
        && n.name.equals(name)
        && n.version.equals(version)
        && n.members.asList().equals(members.asList());
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + members.hashCode();
  }

  /** {@return code, version and how many members there are} */
  @Override
  public String toString() {
    return code + "@" + version + ": " + members.size() + " members";
  }
}
