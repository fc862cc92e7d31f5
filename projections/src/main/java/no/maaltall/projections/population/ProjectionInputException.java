package no.maaltall.projections.population;

import java.util.Optional;

/**
 * Input to a projection, a need or a cost that cannot be used: what, where, what was got and what
 * is allowed.
 *
 * <p>From a file it carries the file and the line (the header being line 1); from arrays it carries
 * what the array is called, and line 0.
 */
public final class ProjectionInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  /** What can be wrong with the input. */
  public enum Kind {
    /** A file that must be there is not. */
    MISSING_FILE,
    /** A file that cannot be read as a table. */
    UNREADABLE,
    /** A column that is missing, unknown or there twice. */
    COLUMN,
    /** A text that is not a number, a year, a sex or an age. */
    NOTATION,
    /** The same value given twice. */
    DUPLICATE,
    /** An age without a value, between ages that have one. */
    MISSING_AGE,
    /** The open age differs between files. */
    OPEN_AGE,
    /** Years with a hole, or that do not cover the projection. */
    YEARS,
    /** A region that one input has and another lacks. */
    REGION,
    /** A population, rate, ratio, amount, or number of places or years outside its range. */
    OUT_OF_RANGE,
    /** A migration that would leave a cohort with fewer than no persons. */
    NEGATIVE_COHORT,
    /** Too few parts of what is computed: no age group, no value to follow a trend from. */
    MISSING_PART
  }

  /** What is wrong. */
  private final Kind kind;

  /** The file, or what the input is called. */
  private final String where;

  /** The line in the file. */
  private final long line;

  /** What was got. */
  private final String got;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what is wrong.
   *
   * @param kind what kind of thing
   * @param where the file, or what the input is called
   * @param line the line, the header being 1; 0 when it is about the whole
   * @param got what was got, in words
   * @param allowed what would have been accepted, in words
   */
  public ProjectionInputException(Kind kind, String where, long line, String got, String allowed) {
    super(where + (line > 0 ? " line " + line : "") + ": " + quote(got) + "; allowed: " + allowed);
    this.kind = kind;
    this.where = where;
    this.line = line;
    this.got = quote(got);
    this.allowed = allowed;
  }

  private static String quote(String text) {
    String visible = text.replace('\n', ' ').replace('\r', ' ');
    return visible.length() <= 4 * LONGEST_QUOTE
        ? visible
        : visible.substring(0, LONGEST_QUOTE) + "... (" + visible.length() + " characters)";
  }

  static ProjectionInputException of(Kind kind, String where, String got, String allowed) {
    return new ProjectionInputException(kind, where, 0, got, allowed);
  }

  /** {@return what is wrong} */
  public Kind kind() {
    return kind;
  }

  /** {@return the file, or what the input is called} */
  public String where() {
    return where;
  }

  /** {@return the line in the file; empty when it is about the whole} */
  public Optional<Long> line() {
    return line > 0 ? Optional.of(line) : Optional.empty();
  }

  /** {@return what was got, in words} */
  public String got() {
    return got;
  }

  /** {@return what would have been accepted, in words} */
  public String allowed() {
    return allowed;
  }
}
