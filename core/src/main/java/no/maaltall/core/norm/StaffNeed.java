package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The fewest positions that make one subject comply.
 *
 * @param before the subject as it is
 * @param positions how many positions; empty when no number is known to do
 * @param positionSize the size of each
 * @param after the subject with them
 */
public record StaffNeed(
    @JsonProperty("before") NormAssessment before,
    @JsonProperty("positions") OptionalLong positions,
    @JsonProperty("position_size") double positionSize,
    @JsonProperty("after") NormAssessment after) {

  /** {@return the positions as full ones; empty when no number is known to do} */
  @JsonIgnore
  public OptionalDouble fullPositions() {
    return positions.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(positions.getAsLong() * positionSize);
  }
}
