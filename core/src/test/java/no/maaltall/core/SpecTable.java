package no.maaltall.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of cases: a CSV resource whose first columns are {@code ID} and {@code WHY}.
 *
 * <p>What cannot be seen is written with what can: {@code ~} is a no-break space.
 */
public final class SpecTable {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private SpecTable() {}

  /** One test per row, named by its id and its reason. */
  public static Stream<DynamicTest> tests(String table, Consumer<Row> test) {
    return rows(table).stream()
        .map(row -> DynamicTest.dynamicTest(row.id() + ": " + row.why(), () -> test.accept(row)));
  }

  /** The rows; a table without rows, or with an id twice or a row without a reason, is an error. */
  public static List<Row> rows(String table) {
    try (InputStreamReader text =
            new InputStreamReader(
                Objects.requireNonNull(
                    SpecTable.class.getResourceAsStream("/spec/" + table), "no table " + table),
                UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      List<Row> rows = csv.stream().map(Row::new).toList();
      Set<String> ids = new HashSet<>();
      for (Row row : rows) {
        if (!ids.add(row.id()) || row.why().isBlank()) {
          throw new IllegalStateException(table + ": " + row.id() + " is twice or without reason");
        }
      }
      if (rows.isEmpty()) {
        throw new IllegalStateException(table + " has no rows");
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of the table. */
  public static final class Row {
    private final NamedCsvRecord fields;

    private Row(NamedCsvRecord fields) {
      this.fields = fields;
    }

    public String id() {
      return text("ID");
    }

    public String why() {
      return text("WHY");
    }

    public String text(String column) {
      return fields.getField(column).replace('~', NO_BREAK_SPACE);
    }

    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    public int integer(String column) {
      return Integer.parseInt(text(column));
    }
  }
}
