package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.io.TableSource;

/** The rows of one of a plan's own files; every problem says file and line. */
final class PlanRows {
  private static final int MOST_ROWS = 100_000;

  private PlanRows() {}

  /** A row. */
  record Row(String file, NamedCsvRecord fields) {
    String text(String column) {
      String text = fields.getField(column);
      if (text.isBlank()) {
        throw problem(column, "blank", "a text");
      }
      return text;
    }

    int year(String column) {
      return (int) number(column, 1, 9_998, true);
    }

    int heads(String column) {
      return (int) number(column, 0, 1_000_000, true);
    }

    double number(String column, double low, double high) {
      return number(column, low, high, false);
    }

    private double number(String column, double low, double high, boolean whole) {
      String text = fields.getField(column);
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

    IllegalArgumentException problem(String column, String got, String allowed) {
      return new IllegalArgumentException(
          file
              + " line "
              + fields.getStartingLineNumber()
              + ", column "
              + column
              + ": "
              + got
              + "; allowed: "
              + allowed);
    }
  }

  /** The rows of a file; none when it is optional and not there. */
  static ImmutableList<Row> read(TableSource source, String file, boolean needed, String... columns)
      throws IOException {
    Optional<InputStream> found = source.open(file);
    if (found.isEmpty()) {
      if (needed) {
        throw new IllegalArgumentException(
            file
                + ": there is no such file in "
                + source.description()
                + "; allowed: a table with "
                + String.join(", ", columns));
      }
      return ImmutableList.of();
    }
    List<Row> rows = new ArrayList<>();
    try (InputStream in = found.get();
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord record : csv) {
        Set<String> header = new HashSet<>(record.getHeader());
        if (!header.equals(Set.of(columns))) {
          throw new IllegalArgumentException(
              file
                  + " line 1: columns "
                  + record.getHeader()
                  + "; allowed: "
                  + String.join(", ", columns));
        }
        if (rows.size() == MOST_ROWS) {
          throw new IllegalArgumentException(file + ": too many rows; allowed: " + MOST_ROWS);
        }
        rows.add(new Row(file, record));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getMessage() + "; allowed: comma-separated values", e);
    }
    return ImmutableList.copyOf(rows);
  }
}
