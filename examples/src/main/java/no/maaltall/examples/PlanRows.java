package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.projections.population.ProjectionInputException;

/** The rows of one of a plan's own files; every problem says file and line. */
final class PlanRows {
  private static final int MOST_ROWS = 100_000;
  private static final String BYTE_ORDER_MARK = "\ufeff";
  // What the decoder puts for bytes that are not UTF-8, so that the row can be told.
  private static final char NOT_UTF8 = '\ufffd';

  private PlanRows() {}

  /** A row, with a field for each column. */
  record Row(String file, long line, ImmutableMap<String, String> fields) {
    private String field(String column) {
      return fields.getOrDefault(column, "");
    }

    String text(String column) {
      String text = field(column);
      if (text.isBlank()) {
        throw problem(column, "blank", "a text");
      }
      return text;
    }

    int year(String column) {
      return whole(column, 1, 9_998);
    }

    int heads(String column) {
      return whole(column, 0, 1_000_000);
    }

    int whole(String column, int low, int high) {
      return (int) number(column, low, high, true);
    }

    double number(String column, double low, double high) {
      return number(column, low, high, false);
    }

    private double number(String column, double low, double high, boolean whole) {
      return number(column, field(column), low, high, whole);
    }

    /** A number that is a part of a field. */
    double number(String column, String text, double low, double high) {
      return number(column, text, low, high, false);
    }

    private double number(String column, String text, double low, double high, boolean whole) {
      double number;
      try {
        number = text.matches("[-+0-9.eE]{1,40}") ? Double.parseDouble(text) : Double.NaN;
      } catch (NumberFormatException e) {
        number = Double.NaN;
      }
      if (!(number >= low && number <= high) || (whole && number != Math.rint(number))) {
        throw problem(
            column,
            "\"" + text + "\"",
            (whole ? "a whole number from " : "a number from ") + low + " to " + high);
      }
      return number;
    }

    /** A series of the data that a column names. */
    Series series(String column, DataSet data, String indicator, String region) {
      try {
        return data.series(indicator, region);
      } catch (UnknownCodeException e) {
        throw problem(
            column,
            "unknown " + e.what() + " \"" + e.code() + "\"",
            "one of the tidy tables, as " + String.join(", ", e.nearest()));
      }
    }

    IllegalArgumentException problem(String column, String got, String allowed) {
      return new IllegalArgumentException(
          file + " line " + line + ", column " + column + ": " + got + "; allowed: " + allowed);
    }
  }

  /** What follows from the rows of a file together; what is wrong with them is of the file. */
  static <T> T inFile(String file, Supplier<T> result) {
    try {
      return result.get();
    } catch (ProjectionInputException e) {
      throw problem(file, 0, e.where() + ": " + e.got(), e.allowed());
    }
  }

  /** The rows of a file; none when it is optional and not there. */
  static ImmutableList<Row> read(TableSource source, String file, boolean needed, String... columns)
      throws IOException {
    Optional<InputStream> found = source.open(file);
    if (found.isEmpty()) {
      if (needed) {
        throw problem(
            file,
            0,
            "there is no such file in " + source.description(),
            "a table with " + String.join(", ", columns));
      }
      return ImmutableList.of();
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new InputStreamReader(found.get(), StandardCharsets.UTF_8))) {
      ImmutableList<Row> rows = rows(file, csv.iterator(), columns);
      if (needed && rows.isEmpty()) {
        throw problem(file, 0, "no rows", "at least one row below the header");
      }
      return rows;
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getMessage() + "; allowed: comma-separated values in UTF-8", e);
    }
  }

  private static ImmutableList<Row> rows(
      String file, Iterator<CsvRecord> records, String... columns) {
    String header = String.join(", ", columns);
    if (!records.hasNext()) {
      throw problem(file, 0, "the file is empty", "a table with " + header);
    }
    List<String> names = new ArrayList<>(records.next().getFields());
    names.forEach(name -> requireUtf8(file, 1, name));
    if (names.get(0).startsWith(BYTE_ORDER_MARK)) {
      names.set(0, names.get(0).substring(BYTE_ORDER_MARK.length()));
    }
    if (names.size() != columns.length || !Set.copyOf(names).equals(Set.of(columns))) {
      throw problem(file, 1, "columns " + names, header);
    }
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (int count = 0; records.hasNext(); count++) {
      CsvRecord record = records.next();
      long line = record.getStartingLineNumber();
      if (count == MOST_ROWS) {
        throw problem(file, line, "too many rows", "at most " + MOST_ROWS);
      }
      if (record.getFieldCount() != names.size()) {
        throw problem(
            file,
            line,
            record.getFieldCount() + (record.getFieldCount() == 1 ? " field" : " fields"),
            names.size() + ", one for each of " + header);
      }
      ImmutableMap.Builder<String, String> fields = ImmutableMap.builder();
      for (int i = 0; i < names.size(); i++) {
        requireUtf8(file, line, record.getField(i));
        fields.put(names.get(i), record.getField(i));
      }
      rows.add(new Row(file, line, fields.buildOrThrow()));
    }
    return rows.build();
  }

  private static void requireUtf8(String file, long line, String text) {
    if (text.indexOf(NOT_UTF8) >= 0) {
      throw problem(file, line, "\"" + text + "\" is not UTF-8", "comma-separated values in UTF-8");
    }
  }

  private static IllegalArgumentException problem(
      String file, long line, String got, String allowed) {
    return new IllegalArgumentException(
        file + (line > 0 ? " line " + line : "") + ": " + got + "; allowed: " + allowed);
  }
}
