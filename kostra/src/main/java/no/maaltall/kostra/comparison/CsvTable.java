package no.maaltall.kostra.comparison;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.io.TableSource;

/** A small table of parameters: UTF-8 CSV with a header row, columns by name. */
final class CsvTable {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final String ALLOWED = "UTF-8 text, comma, RFC 4180 quotes, a field per column";

  private CsvTable() {}

  /** A row, and where it is. */
  record Row(String file, NamedCsvRecord fields) {
    /** The text of a field, which may not be blank. */
    String text(String column) {
      String text = optional(column);
      if (text.isEmpty()) {
        throw problem(column, text, "a text");
      }
      return text;
    }

    String optional(String column) {
      return fields.findField(column).map(String::strip).orElse("");
    }

    double number(String column) {
      String text = optional(column);
      if (!NUMBER.matcher(text).matches()) {
        throw problem(column, text, "a number with a decimal point");
      }
      return Double.parseDouble(text);
    }

    int year(String column) {
      String text = optional(column);
      if (!YEAR.matcher(text).matches()) {
        throw problem(column, text, "a year");
      }
      return Integer.parseInt(text);
    }

    InvalidNotationException problem(String column, String text, String allowed) {
      return new InvalidNotationException(
          column + " on line " + fields.getStartingLineNumber() + " of " + file, text, allowed);
    }
  }

  /** Reads a file; one that is not there has no rows. */
  static void read(TableSource source, String file, List<String> columns, Consumer<Row> to) {
    long line = 1;
    try {
      Optional<InputStream> found = source.open(file);
      if (found.isEmpty()) {
        return;
      }
      try (InputStream in = found.get();
          CsvReader<NamedCsvRecord> csv =
              CsvReader.builder()
                  .ofNamedCsvRecord(
                      new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
        for (NamedCsvRecord row : csv) {
          line = row.getStartingLineNumber();
          requireColumns(file, row.getHeader(), columns);
          to.accept(new Row(file, row));
        }
      }
    } catch (CsvParseException e) {
      throw unreadable(file, line, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw unreadable(file, line, e);
      }
      throw e;
    } catch (CharacterCodingException e) {
      throw unreadable(file, line, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void requireColumns(String file, List<String> got, List<String> columns) {
    for (String column : columns) {
      if (!got.contains(column)) {
        throw new InvalidNotationException(
            "header of " + file, String.join(",", got), "the columns " + columns);
      }
    }
  }

  private static InvalidNotationException unreadable(String file, long line, Exception cause) {
    InvalidNotationException problem =
        new InvalidNotationException(
            "row after line " + line + " of " + file, String.valueOf(cause.getMessage()), ALLOWED);
    problem.initCause(cause);
    return problem;
  }
}
