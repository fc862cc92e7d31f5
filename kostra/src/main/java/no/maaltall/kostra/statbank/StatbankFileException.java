package no.maaltall.kostra.statbank;

/**
 * A file that cannot be read as a table: what is wrong, where, what was got, what is allowed.
 *
 * <p>For PC-Axis files, exports of Udir, and files that are neither those nor JSON-stat; what is
 * wrong with JSON-stat is a {@link JsonStatException}.
 */
public final class StatbankFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** There is nothing to read. */
    EMPTY("is empty"),
    /** A file of a kind that is known, but not read. */
    UNSUPPORTED("is of a kind that is not read"),
    /** A file of no kind that is known. */
    UNKNOWN_FORMAT("is of no known kind"),
    /** The bytes are no text. */
    ENCODING("is not text in a known encoding"),
    /** It ends before it is complete. */
    CUT_OFF("is cut off"),
    /** It is not written as its kind of file is. */
    SYNTAX("cannot be understood"),
    /** More text, values or cells than are read. */
    LIMIT("is past the limits"),
    /** Something that must be there is not. */
    MISSING_PART("is missing"),
    /** Something that is there twice. */
    DUPLICATE("is there twice"),
    /** A reference to something that is not there. */
    UNKNOWN_REFERENCE("is not there"),
    /** Numbers of things that do not agree. */
    SIZE("does not fit"),
    /** Something in a cell that is neither a number nor a sign. */
    NUMBER("is not a number or a sign");

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
   * @param where the place in the file, as {@code line 7, VALUES("age")}
   * @param got what was got
   * @param allowed what would have been accepted, in words
   */
  public StatbankFileException(Problem problem, String where, String got, String allowed) {
    super(where + " " + problem.text + ": got " + got + "; allowed: " + allowed);
    this.problem = problem;
    this.where = where;
    this.got = got;
    this.allowed = allowed;
  }

  /** What a file has that no cube can hold. */
  static StatbankFileException of(CubeException e) {
    Problem problem =
        switch (e.problem()) {
          case DUPLICATE_CODE, DUPLICATE_DIMENSION, DUPLICATE_CELL -> Problem.DUPLICATE;
          case TOO_MANY_CELLS -> Problem.LIMIT;
          default -> Problem.SIZE;
        };
    StatbankFileException translated =
        new StatbankFileException(problem, e.where(), e.got(), e.allowed());
    translated.initCause(e);
    return translated;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the place in the file} */
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
