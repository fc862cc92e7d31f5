package no.maaltall.core.csv;

import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TidyTableException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file, whose fields are asked for by name and type.
 *
 * @param file the name of the file
 * @param line the line that the row starts on
 * @param fields the texts, by column
 */
public record CsvRow(String file, long line, ImmutableMap<String, String> fields) {
  /** The most people or things that a count can have. */
  private static final int MOST_HEADS = 100_000_000;

  private static final double MOST = 1e9;

  // More digits than a count of people or an hour of the year can have.
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,20})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private String field(String column) {
    return fields.getOrDefault(column, "");
  }

  /**
   * {@return whether the field has a text}
   *
   * @param column the name of the column
   */
  public boolean has(String column) {
    return !field(column).isEmpty();
  }

  /**
   * {@return the text, which must not be blank}
   *
   * @param column the name of the column
   */
  public String text(String column) {
    String text = field(column);
    if (text.isBlank()) {
      throw failure(Kind.MISSING_VALUE, column, "a value that is not blank");
    }
    return text;
  }

  /**
   * {@return the text, if there is one}
   *
   * @param column the name of the column
   */
  public Optional<String> optionalText(String column) {
    return has(column) ? Optional.of(text(column)) : Optional.empty();
  }

  /**
   * {@return a number of people or things: whole and not negative}
   *
   * @param column the name of the column
   */
  public int count(String column) {
    String text = text(column);
    if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) > MOST_HEADS) {
      throw failure(Kind.INVALID_COUNT, column, "a whole number from 0 to " + MOST_HEADS);
    }
    return Integer.parseInt(text);
  }

  /**
   * {@return a number of people or things, if there is one}
   *
   * @param column the name of the column
   */
  public OptionalInt optionalCount(String column) {
    return has(column) ? OptionalInt.of(count(column)) : OptionalInt.empty();
  }

  /**
   * {@return a number that is not negative}
   *
   * @param column the name of the column
   */
  public double amount(String column) {
    double value = number(column);
    if (!(value >= 0 && value <= MOST)) {
      throw failure(Kind.NUMBER_OUT_OF_RANGE, column, "a number from 0 to 1000000000");
    }
    return value;
  }

  /**
   * {@return a number that is not negative, if there is one}
   *
   * @param column the name of the column
   */
  public OptionalDouble optionalAmount(String column) {
    return has(column) ? OptionalDouble.of(amount(column)) : OptionalDouble.empty();
  }

  /**
   * {@return a decimal number}
   *
   * @param column the name of the column
   */
  public double number(String column) {
    String text = text(column);
    if (!DECIMAL.matcher(text).matches()) {
      throw failure(Kind.INVALID_NUMBER, column, "digits with a decimal point, as 76.6");
    }
    return Double.parseDouble(text);
  }

  /**
   * {@return a year}
   *
   * @param column the name of the column
   */
  public int year(String column) {
    String text = text(column);
    if (!YEAR.matcher(text).matches()) {
      throw failure(Kind.INVALID_PERIOD, column, "a year, as 2024");
    }
    return Integer.parseInt(text);
  }

  /**
   * {@return a day}
   *
   * @param column the name of the column
   */
  public LocalDate date(String column) {
    String text = text(column);
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw failure(Kind.INVALID_DATE, column, "a day of the calendar, as 2019-08-01");
      }
    }
    throw failure(Kind.INVALID_DATE, column, "year-month-day, as 2019-08-01");
  }

  /**
   * {@return a day, if there is one}
   *
   * @param column the name of the column
   */
  public Optional<LocalDate> optionalDate(String column) {
    return has(column) ? Optional.of(date(column)) : Optional.empty();
  }

  /**
   * {@return true or false}
   *
   * @param column the name of the column
   */
  public boolean flag(String column) {
    return switch (text(column)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw failure(Kind.INVALID_CODE, column, "true, false");
    };
  }

  /**
   * {@return a flag that is false where it is left out}
   *
   * @param column the name of the column
   */
  public boolean optionalFlag(String column) {
    return has(column) && flag(column);
  }

  /**
   * {@return what a text denotes}
   *
   * @param <T> what it denotes
   * @param column the name of the column
   * @param kind what is wrong when it denotes nothing
   * @param parser throws {@link InvalidNotationException} then
   */
  public <T> T parsed(String column, Kind kind, Function<String, T> parser) {
    String text = text(column);
    try {
      return parser.apply(text);
    } catch (InvalidNotationException e) {
      throw failure(kind, column, e.allowed(), e);
    }
  }

  /**
   * {@return what is wrong with a field, to be thrown}
   *
   * @param kind what is wrong
   * @param column the name of the column
   * @param allowed what would have been accepted, in words
   */
  public TidyTableException failure(Kind kind, String column, String allowed) {
    return failure(kind, column, allowed, null);
  }

  private TidyTableException failure(
      Kind kind, String column, String allowed, @Nullable Throwable cause) {
    return failure(kind, column, field(column), allowed, cause);
  }

  /**
   * {@return what is wrong with a field, to be thrown}
   *
   * @param kind what is wrong
   * @param column the name of the column
   * @param value what was got
   * @param allowed what would have been accepted, in words
   * @param cause the exception that tells more; null when there is none
   */
  public TidyTableException failure(
      Kind kind, String column, String value, String allowed, @Nullable Throwable cause) {
    return new TidyTableException(
        new TableProblem(kind, file, line, column, value, allowed), cause);
  }
}
