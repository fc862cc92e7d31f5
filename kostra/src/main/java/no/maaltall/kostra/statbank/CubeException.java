package no.maaltall.kostra.statbank;

/** Something that cannot be a cube, or cannot be done with one: what, where, what is allowed. */
public final class CubeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  /** What is wrong. */
  public enum Problem {
    /** Two dimensions with the same id. */
    DUPLICATE_DIMENSION("is given twice"),
    /** Two categories of a dimension with the same code. */
    DUPLICATE_CODE("is given twice"),
    /** A negative size, or one that the categories do not have. */
    SIZE("does not have that size"),
    /** The sizes multiply past the largest number of cells. */
    TOO_MANY_CELLS("has too many cells"),
    /** More or fewer values than cells. */
    VALUE_COUNT("does not have a value per cell"),
    /** More or fewer statuses than cells. */
    STATUS_COUNT("does not have a status per cell"),
    /** More different signs than can be kept. */
    TOO_MANY_SIGNS("has too many different signs"),
    /** A cell that is not in the cube. */
    POSITION("is outside the cube"),
    /** Two values or two statuses of one cell. */
    DUPLICATE_CELL("is given twice"),
    /** A value that is not finite. */
    INFINITE_VALUE("is not finite"),
    /** More or fewer codes than dimensions. */
    CODE_COUNT("does not have a code per dimension"),
    /** A dimension of several categories for which none was chosen. */
    NOT_CHOSEN("needs a choice"),
    /** Cubes to be joined that differ in more than their categories. */
    DIFFERENT_PARTS("differs from the first part"),
    /** Cubes to be joined that leave cells uncovered. */
    INCOMPLETE_PARTS("is not covered by the parts");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** Where. */
  private final String where;

  /** What was got. */
  private final String got;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what, where, what was got and what is allowed.
   *
   * @param problem what is wrong
   * @param where the part of the cube that it is about
   * @param got what was got
   * @param allowed what would have been accepted, in words
   */
  public CubeException(Problem problem, String where, String got, String allowed) {
    super(where + " " + problem.text + ": got " + got + "; allowed: " + allowed);
    this.problem = problem;
    this.where = where;
    this.got = got;
    this.allowed = allowed;
  }

  static String quote(String text) {
    String shown =
        text.length() <= LONGEST_QUOTE
            ? text
            : text.substring(0, LONGEST_QUOTE) + "... (" + text.length() + " characters)";
    return "\"" + shown + "\"";
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the part of the cube that it is about} */
  public String where() {
    return where;
  }

  /** {@return what was got} */
  public String got() {
    return got;
  }

  /** {@return what would have been accepted, in words} */
  public String allowed() {
    return allowed;
  }
}
