package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.maaltall.core.io.TableSource;

/**
 * Which index numbers make the efficiency of a service.
 *
 * @param service what the table calls it
 * @param production the id of the production index, or its name in {@code weights.csv}
 * @param resources the id of the resource index
 */
record EfficiencyRow(String service, String production, String resources) {
  private static final String FILE = "efficiency.csv";

  /** The rows of a file; one that is not there has none. */
  static ImmutableList<EfficiencyRow> read(TableSource source) {
    ImmutableList.Builder<EfficiencyRow> rows = ImmutableList.builder();
    try {
      Optional<InputStream> found = source.open(FILE);
      if (found.isEmpty()) {
        return ImmutableList.of();
      }
      try (InputStreamReader reader =
              new InputStreamReader(found.get(), StandardCharsets.UTF_8.newDecoder());
          CsvReader<NamedCsvRecord> csv =
              CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(reader)) {
        csv.forEach(row -> rows.add(of(row)));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(FILE + " is no table: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return rows.build();
  }

  private static EfficiencyRow of(NamedCsvRecord row) {
    if (row.getFieldCount() != row.getHeader().size()) {
      throw new IllegalArgumentException(
          FILE
              + " line "
              + row.getStartingLineNumber()
              + ": "
              + row.getFieldCount()
              + " fields; allowed: "
              + row.getHeader().size());
    }
    return new EfficiencyRow(
        field(row, "SERVICE"), field(row, "PRODUCTION"), field(row, "RESOURCES"));
  }

  private static String field(NamedCsvRecord row, String column) {
    return row.findField(column)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    column + " is missing on line " + row.getStartingLineNumber() + " of " + FILE));
  }
}
