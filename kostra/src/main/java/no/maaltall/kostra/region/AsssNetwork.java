package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * The ASSS network of the largest municipalities, which compare their services every year.
 *
 * <pre>{@code
 * AsssNetwork.of(2024).members();     // 12 codes of 2024
 * AsssNetwork.of(2019).members();     // 10 codes of 2019, Oslo among them
 * }</pre>
 *
 * <p>Each member has its source and how sure it is; who was in the network in which year is told on
 * the pages of KS. From 2013.
 */
public final class AsssNetwork {
  private record Membership(int from, OptionalInt to, GroupMember member) {
    static Membership of(FactRows.Row row) {
      return new Membership(
          row.year("gyldig_fra"),
          row.optionalYear("gyldig_til"),
          new GroupMember(
              row.required("kommune"), row.confidence("sikkerhet"), row.required("kilde")));
    }
  }

  private AsssNetwork() {}

  /**
   * {@return the network of a year, with the codes of that year}
   *
   * @param year the year
   * @throws GroupsNotKnownException if the library does not know its members: before 2013
   */
  public static RegionGroup of(int year) {
    ImmutableList<GroupMember> members =
        FactRows.bundled("asss.csv", Membership::of).stream()
            .filter(m -> KostraGroups.isIn(year, m.from(), m.to()))
            .map(Membership::member)
            .collect(ImmutableList.toImmutableList());
    if (members.isEmpty()) {
      throw new GroupsNotKnownException("the ASSS network", year, "2013 and later", "");
    }
    return RegionGroup.of("ASSS", "ASSS-nettverket " + year, members);
  }
}
