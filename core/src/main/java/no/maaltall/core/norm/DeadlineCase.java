package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import no.maaltall.core.indicator.Region;

/**
 * A case with a deadline: a report, an investigation, a care plan.
 *
 * @param id the id; not blank
 * @param region where it is, when it is given
 * @param started the day that it started: the report was received, the decision made
 * @param closed the day that it was decided, concluded, finished; empty while it is open
 * @param extended whether its deadline was extended; only investigations have that
 */
public record DeadlineCase(
    @JsonProperty("id") String id,
    @JsonProperty("region") Optional<Region> region,
    @JsonProperty("started") LocalDate started,
    @JsonProperty("closed") Optional<LocalDate> closed,
    @JsonProperty("extended") boolean extended) {

  /**
   * Checks the parts.
   *
   * @param id the id
   * @param region where it is, when it is given
   * @param started the day that it started: the report was received, the decision made
   * @param closed the day that it was decided, concluded, finished
   * @param extended whether its deadline was extended
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public DeadlineCase {
    Checks.id("a case", id);
    if (closed.isPresent() && closed.get().isBefore(started)) {
      throw new IllegalArgumentException(
          "case " + id + " was closed on " + closed.get() + ", before it started on " + started);
    }
  }

  /**
   * {@return a closed case without extension}
   *
   * @param id the id
   * @param started the day that it started
   * @param closed the day that it was closed
   */
  public static DeadlineCase closed(String id, LocalDate started, LocalDate closed) {
    return new DeadlineCase(id, Optional.empty(), started, Optional.of(closed), false);
  }

  /**
   * {@return an open case without extension}
   *
   * @param id the id
   * @param started the day that it started
   */
  public static DeadlineCase open(String id, LocalDate started) {
    return new DeadlineCase(id, Optional.empty(), started, Optional.empty(), false);
  }

  /** {@return this case, with its deadline extended} */
  public DeadlineCase withExtension() {
    return new DeadlineCase(id, region, started, closed, true);
  }
}
