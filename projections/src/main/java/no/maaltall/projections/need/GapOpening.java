package no.maaltall.projections.need;

import java.util.Optional;
import no.maaltall.core.indicator.Period;

/**
 * When a gap opens, as far as the need is known.
 *
 * @param firstGap the first period that is known to have more need than places, if any
 * @param firstMissing the first period before it, or of all when there is none, in which the need
 *     is missing: the gap may have opened there
 */
public record GapOpening(Optional<Period> firstGap, Optional<Period> firstMissing) {
  /** What can be said. */
  public enum Answer {
    /** It opens in the first gap, and the need is known in every period before. */
    OPENS,
    /** The need is known in every period, and there are places for it. */
    NEVER,
    /** The need is missing before the first gap that is known, or where none is known. */
    UNKNOWN
  }

  /** {@return whether it opens, never does, or cannot be told} */
  public Answer answer() {
    if (firstMissing.isPresent()) {
      return Answer.UNKNOWN;
    }
    return firstGap.isPresent() ? Answer.OPENS : Answer.NEVER;
  }

  /** {@return the period that the gap opens in; empty when it never does, or cannot be told} */
  public Optional<Period> period() {
    return answer() == Answer.OPENS ? firstGap : Optional.empty();
  }
}
