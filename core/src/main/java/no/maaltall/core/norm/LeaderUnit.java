package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Region;

/**
 * A kindergarten, or any unit with places, and its leaders (styrere).
 *
 * @param id the id; not blank
 * @param name the name
 * @param region where it is, when it is given
 * @param date the day that the numbers are of
 * @param places how many places
 * @param leaders positions of leaders; empty when unknown
 */
public record LeaderUnit(
    @JsonProperty("id") String id,
    @JsonProperty("name") String name,
    @JsonProperty("region") Optional<Region> region,
    @JsonProperty("date") LocalDate date,
    @JsonProperty("places") int places,
    @JsonProperty("leaders") OptionalDouble leaders) {

  /**
   * Checks the parts.
   *
   * @param id the id
   * @param name the name
   * @param region where it is, when it is given
   * @param date the day that the numbers are of
   * @param places how many places
   * @param leaders positions of leaders
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public LeaderUnit {
    Checks.id("a unit with places", id);
    Checks.heads("places", id, places);
    Checks.amount("leaders", id, leaders);
  }

  /**
   * {@return a unit of no region whose leaders are not known: to plan with}
   *
   * @param id the id, and the name
   * @param date the day
   * @param places how many places
   */
  public static LeaderUnit of(String id, LocalDate date, int places) {
    return new LeaderUnit(id, id, Optional.empty(), date, places, OptionalDouble.empty());
  }

  /**
   * {@return the unit that units are merged into: all their places, and leaders unknown}
   *
   * @param id the id and name of the new unit
   * @param units the units, at least one
   * @throws IllegalArgumentException if there is none
   */
  public static LeaderUnit merged(String id, Collection<LeaderUnit> units) {
    LeaderUnit first =
        units.stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("unit " + id + " is merged of no units"));
    int places = units.stream().mapToInt(LeaderUnit::places).reduce(0, Math::addExact);
    return new LeaderUnit(id, id, first.region(), first.date(), places, OptionalDouble.empty());
  }

  LeaderUnit withMore(double more) {
    return leaders.isEmpty()
        ? this
        : new LeaderUnit(
            id, name, region, date, places, OptionalDouble.of(leaders.getAsDouble() + more));
  }
}
