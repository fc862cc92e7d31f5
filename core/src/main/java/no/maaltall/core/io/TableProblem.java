package no.maaltall.core.io;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something in a tidy table that could not be read: what, where, what was got and what is allowed.
 *
 * @param kind what is wrong
 * @param file the name of the file
 * @param line the line, the header being 1; where a row has line breaks in quotes, its first line;
 *     0 when it is about the whole file
 * @param column the name of the column; empty when it is about the row or the file
 * @param value what was got; of a long text the first 80 characters and how many there were
 * @param allowed what would have been accepted, in words
 */
public record TableProblem(
    @JsonProperty("kind") Kind kind,
    @JsonProperty("file") String file,
    @JsonProperty("line") long line,
    @JsonProperty("column") String column,
    @JsonProperty("value") String value,
    @JsonProperty("allowed") String allowed) {

  private static final int LONGEST_VALUE = 80;
  // The first 80 characters with the longest note on how many there were.
  private static final int LONGEST_EXCERPT = LONGEST_VALUE + 27;

  /**
   * Cuts a long value, so that a list of problems stays small whatever the file.
   *
   * @param kind what is wrong
   * @param file the name of the file
   * @param line the line
   * @param column the name of the column
   * @param value what was got
   * @param allowed what would have been accepted
   */
  public TableProblem {
    if (value.length() > LONGEST_EXCERPT) {
      value = excerpt(value);
    }
  }

  /** What can be wrong with a table. */
  public enum Kind {
    /** The file has no header row. */
    EMPTY_FILE("the file is empty"),
    /** The file must be there, and is not. */
    MISSING_FILE("there is no such file in {}"),
    /** The file cannot be read to its end. */
    UNREADABLE("the file cannot be read from here on: {}"),
    /** The text is not UTF-8. */
    ENCODING("\"{}\" is not UTF-8"),
    /** A quoted field does not end. */
    UNCLOSED_QUOTE("the row has a quote that does not end; nothing is read from here on"),
    /** There is text after the quote that ends a field. */
    TEXT_AFTER_QUOTE("the row has text after a closing quote; nothing is read from here on"),
    /** A field is longer than any that is read. */
    FIELD_TOO_LONG("a field is too long{}"),
    /** A field has a character that no field may have. */
    INVALID_CHARACTER("\"{}\" has a NUL character"),
    /** A column that the file must have is not there. */
    MISSING_COLUMN("the column is missing"),
    /** A column that the file cannot have. */
    UNKNOWN_COLUMN("the column is unknown"),
    /** A column that is there twice. */
    DUPLICATE_COLUMN("the column is there twice"),
    /** More or fewer fields than the header has columns, or a header with far too many. */
    FIELD_COUNT("{}"),
    /** An empty or blank field that must have a value. */
    MISSING_VALUE("\"{}\" is blank"),
    /** A text that is not a decimal number. */
    INVALID_NUMBER("\"{}\" is not a number"),
    /** A number that is too large or small. */
    NUMBER_OUT_OF_RANGE("{} is out of range"),
    /** A number of decimals that cannot be printed. */
    INVALID_DECIMALS("\"{}\" is not a number of decimals"),
    /** A text that is no period. */
    INVALID_PERIOD("\"{}\" is not a period"),
    /** A text that is no unit. */
    INVALID_UNIT("\"{}\" is not a unit"),
    /** A text that is no direction. */
    INVALID_DIRECTION("\"{}\" is not a direction"),
    /** A text that is no status. */
    INVALID_STATUS("\"{}\" is not a status"),
    /** A value although the status says that there is none, or the other way round. */
    STATUS_MISMATCH("status and value do not agree: {}"),
    /** A text that is no date, or a last day before the first. */
    INVALID_DATE("\"{}\" is not a date that is valid here"),
    /** Two indicators with one id. */
    DUPLICATE_INDICATOR("indicator \"{}\" is given twice"),
    /** Two regions with one code. */
    DUPLICATE_REGION("region \"{}\" is given twice"),
    /** The same observation twice. */
    DUPLICATE_OBSERVATION("{} is given twice"),
    /** Two different observations of the same. */
    CONFLICTING_OBSERVATIONS("{} is given twice, and differently"),
    /** A series with periods of different kinds. */
    MIXED_FREQUENCY("{}, in a series with periods of another kind"),
    /** An indicator that is not among the indicators. */
    UNKNOWN_INDICATOR("indicator \"{}\" is unknown"),
    /** An indicator that was given, but could not be kept: only in the lenient form. */
    DROPPED_INDICATOR("indicator \"{}\" was not kept"),
    /** A region that is not among the regions. */
    UNKNOWN_REGION("region \"{}\" is unknown"),
    /** Observations of an indicator that is defined as a ratio. */
    OBSERVED_AND_DEFINED("indicator \"{}\" is defined as a ratio"),
    /** A numerator, denominator or factor without the rest of the ratio. */
    INCOMPLETE_RATIO("the ratio is incomplete: {}"),
    /** A ratio that is defined by itself. */
    CIRCULAR_DEFINITION("the ratio is defined by itself: {}"),
    /** An indicator that is a part of itself. */
    PARENT_CYCLE("the indicator is a part of itself: {}"),
    /** A text that is none of the words that the column can have. */
    INVALID_CODE("\"{}\" is not a code"),
    /** A text that is not a whole number, where things are counted. */
    INVALID_COUNT("\"{}\" is not a whole number"),
    /** Two rows about the same. */
    DUPLICATE_ROW("{} is given twice"),
    /** A row about something that is not in the table that it refers to. */
    UNKNOWN_REFERENCE("{} is not known"),
    /** Values that cannot all be true. */
    CONTRADICTION("the values contradict each other: {}");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /**
   * {@return the problem in one English sentence: {@code observations.csv line 7, column OBS_VALUE:
   * "76,6" is not a number; allowed: digits with a decimal point, as 76.6}}
   */
  public String message() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(" line ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(", column ").append(column);
    }
    text.append(": ").append(kind.text.replace("{}", value));
    if (!allowed.isEmpty()) {
      text.append("; allowed: ").append(allowed);
    }
    return text.toString();
  }

  /** The text itself, or the beginning of a long one and how long it is. */
  static String excerpt(String text) {
    return excerpt(text, text.length());
  }

  /** The same, given only the beginning of the text and how long it is. */
  static String excerpt(String start, int length) {
    return length <= LONGEST_VALUE && start.length() <= LONGEST_VALUE
        ? start
        : start.substring(0, Math.min(LONGEST_VALUE, start.length()))
            + "... ("
            + length
            + " characters)";
  }
}
