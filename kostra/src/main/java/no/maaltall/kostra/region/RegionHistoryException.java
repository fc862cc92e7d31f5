package no.maaltall.kostra.region;

import java.time.LocalDate;

/** A table of municipalities and changes that contradicts itself. */
public final class RegionHistoryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** A code that is valid twice on a day. */
    OVERLAP,
    /** A code that ends before it starts. */
    ENDS_BEFORE_START,
    /** A code that starts or ends though no change says where it is from or where it goes. */
    GAP,
    /** A change of a code that is not there on that day. */
    UNKNOWN_CODE,
    /** There are no municipalities. */
    EMPTY
  }

  /** What is wrong. */
  private final Problem problem;

  /** The code. */
  private final String code;

  /**
   * Says what is wrong with which code, and when.
   *
   * @param problem what is wrong
   * @param code the code; empty when it is about none
   * @param date the day
   * @param text what was got, and what is allowed
   */
  RegionHistoryException(Problem problem, String code, LocalDate date, String text) {
    super("municipality " + code + ", " + date + ": " + text);
    this.problem = problem;
    this.code = code;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the code that it is about; empty when it is about none} */
  public String code() {
    return code;
  }
}
