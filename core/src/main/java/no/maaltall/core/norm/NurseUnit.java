package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Region;

/**
 * The pupils of a school, or of a municipality's schools of one level, and their nurses.
 *
 * @param id the id; not blank
 * @param name the name
 * @param region where it is, when it is given
 * @param level the kind of school
 * @param date the day that the numbers are of; when it is not given, the last norm is used
 * @param pupils how many pupils
 * @param positions positions of nurses, in FTE; empty when unknown
 */
public record NurseUnit(
    @JsonProperty("id") String id,
    @JsonProperty("name") String name,
    @JsonProperty("region") Optional<Region> region,
    @JsonProperty("level") SchoolLevel level,
    @JsonProperty("date") Optional<LocalDate> date,
    @JsonProperty("pupils") int pupils,
    @JsonProperty("positions") OptionalDouble positions) {

  /**
   * Checks the parts.
   *
   * @param id the id
   * @param name the name
   * @param region where it is, when it is given
   * @param level the kind of school
   * @param date the day that the numbers are of
   * @param pupils how many pupils
   * @param positions positions of nurses, in FTE
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public NurseUnit {
    Checks.id("a unit with nurses", id);
    Checks.heads("pupils", id, pupils);
    Checks.amount("positions", id, positions);
  }

  /**
   * {@return a unit of no region, whose name is its id}
   *
   * @param id the id
   * @param level the kind of school
   * @param date the day that the numbers are of
   * @param pupils how many pupils
   * @param positions positions of nurses, in FTE
   */
  public static NurseUnit of(
      String id, SchoolLevel level, LocalDate date, int pupils, double positions) {
    return new NurseUnit(
        id, id, Optional.empty(), level, Optional.of(date), pupils, OptionalDouble.of(positions));
  }

  /**
   * {@return this unit on a day}
   *
   * @param day the day that the numbers are of
   */
  public NurseUnit withDate(LocalDate day) {
    return new NurseUnit(id, name, region, level, Optional.of(day), pupils, positions);
  }

  /** The day whose norm is used. */
  LocalDate normDate() {
    return date.orElse(LocalDate.MAX);
  }

  NurseUnit withMore(double more) {
    return positions.isEmpty()
        ? this
        : new NurseUnit(
            id,
            name,
            region,
            level,
            date,
            pupils,
            OptionalDouble.of(positions.getAsDouble() + more));
  }
}
