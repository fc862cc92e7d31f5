package no.maaltall.core.panel;

/** Parts that make no panel, or no groups for one. */
public final class InvalidPanelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** No indicators. */
    NO_INDICATORS,
    /** No regions. */
    NO_REGIONS,
    /** No periods. */
    NO_PERIODS,
    /** An indicator twice. */
    INDICATOR_TWICE,
    /** A region twice. */
    REGION_TWICE,
    /** One indicator twice in one region. */
    SERIES_TWICE,
    /** A period that is not later than the one before. */
    PERIOD_ORDER,
    /** More values than an array or the memory can hold, or than what was allowed. */
    TOO_LARGE,
    /** Not one column per period, or a column that is not indicators × regions long. */
    COLUMN_SIZE,
    /** A value that is infinite. */
    INFINITE_VALUE,
    /** A group without members. */
    EMPTY_GROUP
  }

  /** What is wrong. */
  private final Problem problem;

  /**
   * Says what is wrong.
   *
   * @param problem what kind of thing
   * @param message what was got, where, and what is allowed
   */
  public InvalidPanelException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }
}
