package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;

/** A code that is not among the known ones; the message lists the nearest that are. */
public final class UnknownCodeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int NEAREST = 3;
  // Past this the edit distance costs more than its answer is worth.
  private static final int MOST_COMPARED = 100_000;
  private static final int LONGEST_COMPARED = 100;

  /** The kind of thing. */
  private final String what;

  /** What was asked for. */
  private final String code;

  /** The nearest known codes. */
  private final ImmutableList<String> nearest;

  /**
   * Says which code was not known, and which known ones are nearest to it by edit distance.
   *
   * @param what the kind of thing, such as {@code indicator}
   * @param code the code that was asked for
   * @param known all known codes
   */
  public UnknownCodeException(String what, String code, Collection<String> known) {
    this(what, code, known.size(), nearest(code, known));
  }

  private UnknownCodeException(String what, String code, int known, ImmutableList<String> nearest) {
    super(
        "unknown "
            + what
            + " \""
            + (code.length() > LONGEST_COMPARED
                ? code.substring(0, LONGEST_COMPARED) + "..."
                : code)
            + "\"; "
            + (nearest.isEmpty() ? "none is known" : "nearest of " + known + " known: " + nearest));
    this.what = what;
    this.code = code;
    this.nearest = nearest;
  }

  /** {@return the kind of thing that was asked for} */
  public String what() {
    return what;
  }

  /** {@return the code that was asked for} */
  public String code() {
    return code;
  }

  /** {@return the nearest known codes, nearest first; empty when nothing is known} */
  public ImmutableList<String> nearest() {
    return nearest;
  }

  private static ImmutableList<String> nearest(String code, Collection<String> known) {
    if (code.length() > LONGEST_COMPARED) {
      return known.stream().limit(NEAREST).collect(ImmutableList.toImmutableList());
    }
    return known.stream()
        .limit(MOST_COMPARED)
        .filter(k -> k.length() <= LONGEST_COMPARED)
        .map(k -> new Candidate(k, distance(code, k)))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::code))
        .limit(NEAREST)
        .map(Candidate::code)
        .collect(ImmutableList.toImmutableList());
  }

  private record Candidate(String code, int distance) {}

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
