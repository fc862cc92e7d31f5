package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cubes against the tables that other programs made of the same files. */
final class ExpectedTablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"no", "gl", "fi"})
  void theTableOfThePythonClientIsTheSame(String country) throws IOException {
    Cube cube = JsonStat.read(JsonStatFiles.file("ssb", "pxwebpy_response_" + country + ".json"));
    List<?> rows =
        (List<?>)
            Objects.requireNonNull(
                PlainJson.parse(
                    Files.readString(
                        JsonStatFiles.file("ssb", "pxwebpy_result_" + country + ".json"))));

    assertThat(cube.size()).isEqualTo(rows.size());
    for (int at = 0; at < rows.size(); at++) {
      Map<?, ?> row = (Map<?, ?>) Objects.requireNonNull(rows.get(at));
      assertThat(labels(cube, at)).containsAllEntriesOf(texts(row));
      requireValue(cube, at, row.get("value"));
    }
  }

  private static Map<String, String> texts(Map<?, ?> row) {
    Map<String, String> texts = new HashMap<>();
    row.forEach(
        (name, value) -> {
          if (!name.equals("value")) {
            texts.put((String) name, (String) value);
          }
        });
    return texts;
  }

  /** The labels of a cell by the labels of its dimensions, those that it has in common included. */
  private static Map<String, String> labels(Cube cube, int at) {
    Map<String, String> labels = new HashMap<>();
    List<String> codes = cube.codesAt(at);
    for (int d = 0; d < codes.size(); d++) {
      Dimension dimension = cube.dimensions().get(d);
      labels.put(dimension.label(), dimension.category(codes.get(d)).label());
    }
    for (Dimension constant : cube.constants()) {
      labels.put(constant.label(), constant.categories().get(0).label());
    }
    return labels;
  }

  private static void requireValue(Cube cube, int at, @Nullable Object expected) {
    if (expected instanceof BigDecimal number) {
      assertThat(cube.valueAt(at)).isEqualTo(number.doubleValue());
    } else if (cube.signAt(at).equals("-")) {
      assertThat(cube.valueAt(at)).as("a true zero, which the other program drops").isZero();
    } else {
      assertThat(cube.valueAt(at)).isNaN();
    }
  }

  @Test
  void theTableOfTheJavaScriptToolkitIsTheSame() throws IOException {
    Cube cube =
        Objects.requireNonNull(
            JsonStat.readDocument(JsonStatFiles.file("samples", "oecd-canada_v1bundle.json"))
                .cubes()
                .get("oecd"));
    List<List<String>> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .ofCsvRecord(JsonStatFiles.file("samples", "oecd-canada__expected_table.csv"))) {
      csv.stream().skip(1).forEach(row -> expected.add(row.getFields()));
    }

    assertThat(expected).hasSize((int) cube.size());
    for (int at = 0; at < expected.size(); at++) {
      List<String> row = new ArrayList<>();
      List<String> codes = cube.codesAt(at);
      for (int d = 0; d < codes.size(); d++) {
        row.add(cube.dimensions().get(d).category(codes.get(d)).label());
      }
      assertThat(row).isEqualTo(expected.get(at).subList(0, row.size()));
      assertThat(cube.valueAt(at)).isEqualTo(Double.parseDouble(expected.get(at).get(row.size())));
    }
  }
}
