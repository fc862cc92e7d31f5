package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.OptionalDouble;

/**
 * How many subjects have each status.
 *
 * @param counts the number per status; 0 for one that none has
 */
public record StatusCounts(@JsonProperty("counts") ImmutableMap<NormStatus, Integer> counts) {

  static StatusCounts of(Iterable<NormAssessment> assessments) {
    EnumMap<NormStatus, Integer> counts = new EnumMap<>(NormStatus.class);
    for (NormStatus status : NormStatus.values()) {
      counts.put(status, 0);
    }
    assessments.forEach(a -> counts.merge(a.status(), 1, Integer::sum));
    return new StatusCounts(ImmutableMap.copyOf(counts));
  }

  /**
   * {@return how many have a status}
   *
   * @param status the status
   */
  public int count(NormStatus status) {
    return counts.getOrDefault(status, 0);
  }

  /** {@return how many there are in all} */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** {@return how many could be judged: comply, with or without dispensation, or not} */
  public int judged() {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isJudged())
        .mapToInt(e -> e.getValue())
        .sum();
  }

  /**
   * {@return how many have a status, in percent of all; empty when there is none at all}
   *
   * @param status the status
   */
  public OptionalDouble shareOfAll(NormStatus status) {
    return share(count(status), total());
  }

  /**
   * {@return how many have a status, in percent of those that could be judged: the share that is
   * published; empty when none could be, and for a status that is no judgement}
   *
   * @param status the status
   */
  public OptionalDouble shareOfJudged(NormStatus status) {
    return status.isJudged() ? share(count(status), judged()) : OptionalDouble.empty();
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
  }
}
