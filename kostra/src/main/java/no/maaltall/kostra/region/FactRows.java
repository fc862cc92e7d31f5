package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.norm.Confidence;
import org.jspecify.annotations.Nullable;

/** Reads tables of facts: UTF-8 CSV with commas and a header, dates as 2024-01-01. */
final class FactRows {
  private static final int MOST_ROWS = 1_000_000;
  private static final int LAST_YEAR = 9998;

  private FactRows() {}

  /** The rows of a table of the library. */
  static <T> ImmutableList<T> bundled(String name, Function<Row, T> reading) {
    try (InputStream in = FactRows.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is not in the library");
      }
      return read(name, in, reading);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  static <T> ImmutableList<T> read(Path file, Function<Row, T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(String.valueOf(file.getFileName()), in, reading);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static <T> ImmutableList<T> read(String name, InputStream in, Function<Row, T> reading)
      throws IOException {
    ImmutableList.Builder<T> rows = ImmutableList.builder();
    long line = 1;
    int count = 0;
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      for (NamedCsvRecord row : csv) {
        line = row.getStartingLineNumber();
        if (++count > MOST_ROWS) {
          throw new InvalidNotationException(name, "row " + count, "at most " + MOST_ROWS);
        }
        rows.add(reading.apply(new Row(name, row)));
      }
    } catch (CsvParseException | CharacterCodingException e) {
      throw unreadable(name, line, e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? unreadable(name, line, e) : e;
    }
    return rows.build();
  }

  private static InvalidNotationException unreadable(String name, long line, Exception cause) {
    InvalidNotationException problem =
        new InvalidNotationException(
            "row after line " + line + " of " + name,
            String.valueOf(cause.getMessage()),
            "UTF-8 text, comma, RFC 4180 quotes, a field for each column");
    problem.initCause(cause);
    return problem;
  }

  /** A row, with where it is. */
  record Row(String file, NamedCsvRecord fields) {
    String get(String column) {
      return fields
          .findField(column)
          .map(String::strip)
          .orElseThrow(() -> problem(column, "", "a column " + column, null));
    }

    String required(String column) {
      String text = get(column);
      if (text.isEmpty()) {
        throw problem(column, "", "a text", null);
      }
      return text;
    }

    LocalDate date(String column) {
      return optionalDate(column)
          .orElseThrow(() -> problem(column, "", "a date as 2024-01-01", null));
    }

    Optional<LocalDate> optionalDate(String column) {
      String text = get(column);
      try {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
      } catch (DateTimeException e) {
        throw problem(column, text, "a date as 2024-01-01", e);
      }
    }

    int year(String column) {
      return optionalYear(column).orElseThrow(() -> problem(column, "", "a year", null));
    }

    OptionalInt optionalYear(String column) {
      String text = get(column);
      try {
        if (text.isEmpty()) {
          return OptionalInt.empty();
        }
        int year = Integer.parseInt(text);
        if (year < 1 || year > LAST_YEAR) {
          throw problem(column, text, "a year from 1 to " + LAST_YEAR, null);
        }
        return OptionalInt.of(year);
      } catch (NumberFormatException e) {
        throw problem(column, text, "a year", e);
      }
    }

    Confidence confidence(String column) {
      return Confidence.parse(get(column));
    }

    InvalidNotationException problem(
        String column, String text, String allowed, @Nullable Exception cause) {
      InvalidNotationException problem =
          new InvalidNotationException(
              column + " on line " + fields.getStartingLineNumber() + " of " + file, text, allowed);
      if (cause != null) {
        problem.initCause(cause);
      }
      return problem;
    }
  }
}
