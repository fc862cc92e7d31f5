package no.maaltall.kostra.accounts;

/**
 * Something in a ledger or in a file of rules that cannot be used: what, where, what is allowed.
 */
public final class AccountsFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  /** What is wrong. */
  public enum Problem {
    /** There is no such file. */
    MISSING_FILE("there is no such file"),
    /** The file cannot be read, or is not UTF-8, or is not CSV. */
    UNREADABLE("cannot be read"),
    /** A column that must be there is not. */
    MISSING_COLUMN("the column is missing"),
    /** A column that has no meaning here. */
    UNKNOWN_COLUMN("the column is unknown"),
    /** More or fewer fields than the header has. */
    FIELD_COUNT("has the wrong number of fields"),
    /** An amount with decimals. */
    DECIMALS("has decimals"),
    /** An amount that is no number. */
    NOT_A_NUMBER("is not a number"),
    /** An amount outside the range of a long. */
    TOO_LARGE("is too large"),
    /** A code that has lost its leading zeros. */
    LOST_ZERO("has lost a leading zero"),
    /** A code of another form than codes of its kind have. */
    INVALID_CODE("is not a code"),
    /** A period that is no year or range of years, or not the one asked for. */
    INVALID_PERIOD("is not the period"),
    /** A sign that is neither plus nor minus. */
    INVALID_SIGN("is not a sign"),
    /** Two lines for the same region, class, function and account type. */
    DUPLICATE("is there twice"),
    /** A function or account type that the rules do not have. */
    UNKNOWN_CODE("is unknown to the rules");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** The file. */
  private final String file;

  /** The line. */
  private final long line;

  /** The column. */
  private final String column;

  /** What was got. */
  private final String got;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what, where, what was got and what is allowed.
   *
   * @param problem what is wrong
   * @param file the name of the file or ledger
   * @param line the line, the header being 1; 0 when it is about the whole file
   * @param column the column; empty when it is about the whole line
   * @param got what was got
   * @param allowed what would have been accepted, in words
   */
  public AccountsFileException(
      Problem problem, String file, long line, String column, String got, String allowed) {
    super(
        file
            + (line > 0 ? " line " + line : "")
            + (column.isEmpty() ? "" : ", " + column)
            + ": "
            + (got.isEmpty() ? "" : "\"" + quote(got) + "\" ")
            + problem.text
            + "; allowed: "
            + allowed);
    this.problem = problem;
    this.file = file;
    this.line = line;
    this.column = column;
    this.got = got;
    this.allowed = allowed;
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, LONGEST_QUOTE) + "... (" + text.length() + " characters)";
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the name of the file or ledger} */
  public String file() {
    return file;
  }

  /** {@return the line, the header being 1; 0 when it is about the whole file} */
  public long line() {
    return line;
  }

  /** {@return the column; empty when it is about the whole line} */
  public String column() {
    return column;
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
