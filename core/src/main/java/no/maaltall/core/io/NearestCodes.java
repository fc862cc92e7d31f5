package no.maaltall.core.io;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.UnknownCodeException;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an unknown code: the nearest known ones.
 *
 * <p>Comparing costs known codes times length. A file may have a million unknown codes, so answers
 * are remembered, and past a budget only the number of known codes is told.
 */
final class NearestCodes {
  private static final int LONGEST_COMPARED = 100;
  private static final int MOST_REMEMBERED = 1_000;

  private final String what;
  private final String where;
  private final Collection<String> known;
  private final long knownLength;
  private final Map<String, Answer> remembered = new HashMap<>();
  private long budget = 500_000_000;

  /** What is allowed instead of a code, and the exception that lists it. */
  record Answer(String allowed, @Nullable UnknownCodeException cause) {}

  NearestCodes(String what, String where, Collection<String> known) {
    this.what = what;
    this.where = where;
    this.known = known;
    this.knownLength =
        known.stream().mapToLong(k -> 1 + Math.min(LONGEST_COMPARED, k.length())).sum();
  }

  Answer of(String code) {
    Answer answer = remembered.get(code);
    if (answer == null) {
      answer = answer(code);
      if (remembered.size() < MOST_REMEMBERED && code.length() <= LONGEST_COMPARED) {
        remembered.put(code, answer);
      }
    }
    return answer;
  }

  private Answer answer(String code) {
    long cost = knownLength * Math.min(LONGEST_COMPARED, code.length() + 1);
    String all =
        known.isEmpty()
            ? "one in " + where + ", where there is none"
            : "one of the " + known.size() + " in " + where;
    if (known.isEmpty() || cost > budget || code.length() > LONGEST_COMPARED) {
      return new Answer(all, null);
    }
    budget -= cost;
    UnknownCodeException cause = new UnknownCodeException(what, code, known);
    String nearest =
        cause.nearest().stream().map(TableProblem::excerpt).collect(Collectors.joining(", "));
    return new Answer(all + ", the nearest are: " + nearest, cause);
  }
}
