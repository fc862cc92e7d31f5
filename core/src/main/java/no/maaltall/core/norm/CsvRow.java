package no.maaltall.core.norm;

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
record CsvRow(String file, long line, ImmutableMap<String, String> fields) {
  // More digits than a count of people or an hour of the year can have.
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,20})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private String field(String column) {
    return fields.getOrDefault(column, "");
  }

  boolean has(String column) {
    return !field(column).isEmpty();
  }

  String text(String column) {
    String text = field(column);
    if (text.isBlank()) {
      throw failure(Kind.MISSING_VALUE, column, "a value that is not blank");
    }
    return text;
  }

  Optional<String> optionalText(String column) {
    return has(column) ? Optional.of(text(column)) : Optional.empty();
  }

  /** A number of people or things: whole and not negative. */
  int count(String column) {
    String text = text(column);
    if (!WHOLE.matcher(text).matches() || Integer.parseInt(text) > Checks.MOST_HEADS) {
      throw failure(Kind.INVALID_COUNT, column, "a whole number from 0 to " + Checks.MOST_HEADS);
    }
    return Integer.parseInt(text);
  }

  OptionalInt optionalCount(String column) {
    return has(column) ? OptionalInt.of(count(column)) : OptionalInt.empty();
  }

  /** A number that is not negative. */
  double amount(String column) {
    double value = number(column);
    if (!(value >= 0 && value <= Checks.MOST)) {
      throw failure(Kind.NUMBER_OUT_OF_RANGE, column, "a number from 0 to 1000000000");
    }
    return value;
  }

  OptionalDouble optionalAmount(String column) {
    return has(column) ? OptionalDouble.of(amount(column)) : OptionalDouble.empty();
  }

  double number(String column) {
    String text = text(column);
    if (!DECIMAL.matcher(text).matches()) {
      throw failure(Kind.INVALID_NUMBER, column, "digits with a decimal point, as 76.6");
    }
    return Double.parseDouble(text);
  }

  LocalDate date(String column) {
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

  Optional<LocalDate> optionalDate(String column) {
    return has(column) ? Optional.of(date(column)) : Optional.empty();
  }

  boolean flag(String column) {
    return switch (text(column)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw failure(Kind.INVALID_CODE, column, "true, false");
    };
  }

  /** A flag that is false where it is left out. */
  boolean optionalFlag(String column) {
    return has(column) && flag(column);
  }

  /** What a text denotes, where a text that denotes nothing is an {@code IllegalArgument}. */
  <T> T parsed(String column, Kind kind, Function<String, T> parser) {
    String text = text(column);
    try {
      return parser.apply(text);
    } catch (InvalidNotationException e) {
      throw failure(kind, column, e.allowed(), e);
    }
  }

  TidyTableException failure(Kind kind, String column, String allowed) {
    return failure(kind, column, allowed, null);
  }

  private TidyTableException failure(
      Kind kind, String column, String allowed, @Nullable Throwable cause) {
    return failure(kind, column, field(column), allowed, cause);
  }

  TidyTableException failure(
      Kind kind, String column, String value, String allowed, @Nullable Throwable cause) {
    return new TidyTableException(
        new TableProblem(kind, file, line, column, value, allowed), cause);
  }
}
