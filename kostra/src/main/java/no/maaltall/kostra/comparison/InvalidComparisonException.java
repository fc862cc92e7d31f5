package no.maaltall.kostra.comparison;

/** Parts that cannot be compared, or weights that are none. */
public final class InvalidComparisonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** A network without members. */
    EMPTY_NETWORK,
    /** A network of one member, which is a neighbour and not a network. */
    ONE_MEMBER,
    /** A member twice. */
    MEMBER_TWICE,
    /** A region that is not in the comparison. */
    NOT_COMPARED,
    /** Weights that do not sum to 1, or one that is negative or not a number. */
    INVALID_WEIGHTS,
    /** Amounts in different price bases, or different units, in one comparison. */
    MIXED_BASES,
    /** Figures of different regions, periods, indicators or conventions in one computation. */
    MIXED_INPUTS,
    /** A year that a deflator does not have. */
    NO_DEFLATOR_YEAR,
    /** Two vintages of a deflator in one computation. */
    MIXED_VINTAGES,
    /** Rates of growth that make no index: a gap, a year twice, −100 percent or less. */
    INVALID_GROWTH,
    /** A parameter outside what is allowed. */
    INVALID_PARAMETER
  }

  /** What is wrong. */
  private final Problem problem;

  /**
   * Says what is wrong.
   *
   * @param problem what kind of thing
   * @param message what was got, where, and what is allowed
   */
  public InvalidComparisonException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }
}
