package no.maaltall.kostra.statbank;

import org.jspecify.annotations.Nullable;

/** Something that cannot be read as JSON-stat: what, at which JSON path, what is allowed. */
public final class JsonStatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** There is nothing to read. */
    EMPTY("is empty"),
    /** It is no JSON: a web page, or text cut off, or damaged. */
    SYNTAX("is not JSON"),
    /** The bytes are not text in UTF-8 or UTF-16. */
    ENCODING("is not text in the encoding of JSON"),
    /** It ends before it is complete. */
    CUT_OFF("is cut off"),
    /** Nesting, a text, a name or a number past the limits. */
    LIMIT("is past the limits"),
    /** It is JSON, but not JSON-stat. */
    NOT_JSON_STAT("is not JSON-stat"),
    /** JSON-stat of another class than was asked for. */
    OTHER_CLASS("is of another class"),
    /** A member that must be there is not. */
    MISSING_MEMBER("is missing"),
    /** A member that is there twice. */
    DUPLICATE_MEMBER("is there twice"),
    /** A value of another kind than the member has. */
    WRONG_TYPE("is of the wrong kind"),
    /** A size that is negative, no whole number, or not the number of categories. */
    SIZE("is not the size"),
    /** Categories that are not told, told twice, or not in an order. */
    CATEGORIES("has no usable categories"),
    /** Values that are not one per cell, or are outside the table. */
    VALUES("does not fit the table"),
    /** Statuses that are not one per cell, or are outside the table. */
    STATUSES("does not fit the table"),
    /** A number that no double can stand for. */
    NUMBER("is not a number that can be kept"),
    /** Dimensions that are not there, or there twice. */
    DIMENSIONS("has no usable dimensions");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** The JSON path. */
  private final String path;

  /** What was got. */
  private final String got;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what, where, what was got and what is allowed.
   *
   * @param problem what is wrong
   * @param path the JSON path, as {@code $.dimension.Region.category}
   * @param got what was got
   * @param allowed what would have been accepted, in words
   * @param cause the exception that tells more; null when there is none
   */
  public JsonStatException(
      Problem problem, String path, String got, String allowed, @Nullable Throwable cause) {
    super(path + " " + problem.text + ": got " + got + "; allowed: " + allowed, cause);
    this.problem = problem;
    this.path = path;
    this.got = got;
    this.allowed = allowed;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return the JSON path, as {@code $.dimension.Region.category}} */
  public String path() {
    return path;
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
