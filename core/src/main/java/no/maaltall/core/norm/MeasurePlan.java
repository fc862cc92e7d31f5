package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import no.maaltall.core.indicator.Region;

/**
 * A plan for measures for a child (tiltaksplan), and when it was evaluated.
 *
 * @param id the id; not blank
 * @param region the municipality, when it is given
 * @param started the first day
 * @param ended the last day; empty while it lasts
 * @param evaluations the days that it was evaluated on, in any order
 */
public record MeasurePlan(
    @JsonProperty("id") String id,
    @JsonProperty("region") Optional<Region> region,
    @JsonProperty("started") LocalDate started,
    @JsonProperty("ended") Optional<LocalDate> ended,
    @JsonProperty("evaluations") ImmutableList<LocalDate> evaluations) {

  /**
   * Checks the parts.
   *
   * @param id the id
   * @param region the municipality, when it is given
   * @param started the first day
   * @param ended the last day
   * @param evaluations the days that it was evaluated on, in any order
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public MeasurePlan {
    Checks.id("a plan", id);
    if (ended.isPresent() && ended.get().isBefore(started)) {
      throw new IllegalArgumentException(
          "plan " + id + " ended on " + ended.get() + ", before it started on " + started);
    }
  }

  /**
   * {@return a plan that lasts, of no region}
   *
   * @param id the id
   * @param started the first day
   * @param evaluations the days that it was evaluated on
   */
  public static MeasurePlan of(String id, LocalDate started, LocalDate... evaluations) {
    return new MeasurePlan(
        id, Optional.empty(), started, Optional.empty(), ImmutableList.copyOf(evaluations));
  }
}
