package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;

/** A hierarchy that cannot be computed: a circle, an edge given twice, a code of nothing. */
public final class HierarchyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 20;

  /** What is wrong. */
  public enum Problem {
    /** Codes that are sums of themselves. */
    CYCLE("goes in a circle"),
    /** The same edge twice. */
    DUPLICATE_EDGE("has an edge twice"),
    /** A code that is neither a sum nor something that amounts are booked on. */
    UNKNOWN_CODE("refers to a code of nothing"),
    /** A netting of a code that is no sum. */
    NOT_A_SUM("nets a code that is no sum"),
    /** A code that is so many times a part of another that the number does not fit in 64 bits. */
    TOO_MANY_PATHS("has too many paths");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** The hierarchy. */
  private final String hierarchy;

  /** The line. */
  private final long line;

  /** The codes. */
  private final ImmutableList<String> path;

  /**
   * Says which hierarchy, where, and which codes.
   *
   * @param problem what is wrong
   * @param hierarchy the name of the hierarchy or file
   * @param line the line of the edge that shows it; 0 when there is none
   * @param path the codes from the sum downwards; a circle ends with the code that it began with
   * @param allowed what would have been accepted, in words
   */
  public HierarchyException(
      Problem problem, String hierarchy, long line, ImmutableList<String> path, String allowed) {
    super(
        hierarchy
            + (line > 0 ? " line " + line : "")
            + " "
            + problem.text
            + ": "
            + String.join(" <- ", path.subList(0, Math.min(MOST_SHOWN, path.size())))
            + (path.size() > MOST_SHOWN ? " <- ... (" + path.size() + " codes)" : "")
            + "; allowed: "
            + allowed);
    this.problem = problem;
    this.hierarchy = hierarchy;
    this.line = line;
    this.path = path;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the name of the hierarchy or file} */
  public String hierarchy() {
    return hierarchy;
  }

  /** {@return the line of the edge that shows it; 0 when there is none} */
  public long line() {
    return line;
  }

  /** {@return the codes from the sum downwards; a circle ends with the code that it began with} */
  public ImmutableList<String> path() {
    return path;
  }
}
