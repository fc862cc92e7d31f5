package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.maaltall.core.indicator.ObservationStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The forms that occur, each with the table that it is ({@code forms/forms.csv} says why); and what
 * is refused, with the path that the message names ({@code refused.csv}, with ' for quotes).
 */
final class JsonStatFormsTest {
  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(JsonStatFormsTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<NamedCsvRecord> rows(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(resource(name))) {
      return csv.stream().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFormIsRead() throws IOException {
    return rows("forms/forms.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.getField("NAME"), () -> checkForm(row)));
  }

  private static void checkForm(NamedCsvRecord row) throws IOException {
    String name = row.getField("NAME");
    String json = resource("forms/" + name + ".json");
    Cube cube = JsonStat.parse(json);

    assertThat(table(cube)).as(row.getField("WHY")).isEqualTo(resource("forms/" + name + ".csv"));
    assertThat(JsonStat.read(bytes(json))).isEqualTo(cube);
    Cube again = JsonStat.parse(JsonStat.toJson(cube));
    assertThat(again.statusCounts()).isEqualTo(cube.statusCounts());
    if (!name.equals("eurostat-status")) { // Its ":" is written as "..", which means the same.
      assertThat(again).as("round trip: %s", row.getField("WHY")).isEqualTo(cube);
    }
  }

  private static String table(Cube cube) throws IOException {
    StringWriter out = new StringWriter();
    cube.writeCsv(out);
    return out.toString();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> whatIsRefusedIsNamed() throws IOException {
    return rows("refused.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.getField("WHY"), () -> checkRefused(row)));
  }

  private static void checkRefused(NamedCsvRecord row) {
    String json = row.getField("JSON").replace('\'', '"');
    JsonStatException refused =
        catchThrowableOfType(JsonStatException.class, () -> JsonStat.read(bytes(json)));

    assertThat(refused).as(json).isNotNull();
    assertThat(refused.problem().name())
        .as(refused.getMessage())
        .isEqualTo(row.getField("PROBLEM"));
    assertThat(refused.path()).as(refused.getMessage()).isEqualTo(row.getField("PATH"));
    assertThat(refused).hasMessageContaining(row.getField("MESSAGE"));
  }

  @Test
  void statusesSayWhyThereIsNoValue() throws IOException {
    Cube array = JsonStat.parse(resource("forms/status-array.json"));
    Cube object = JsonStat.parse(resource("forms/status-object.json"));
    Cube eurostat = JsonStat.parse(resource("forms/eurostat-status.json"));

    assertThat(array.statusAt(1)).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(array.statusAt(2)).isEqualTo(ObservationStatus.NOT_YET_AVAILABLE);
    assertThat(object.statusAt(0)).isEqualTo(ObservationStatus.ESTIMATED);
    assertThat(object.statusAt(1)).isEqualTo(ObservationStatus.MISSING_UNKNOWN);
    assertThat(object.statusAt(3)).isEqualTo(ObservationStatus.MISSING);
    assertThat(eurostat.statusAt(0)).isEqualTo(ObservationStatus.MISSING);
    // A sign that says that there is a value does not count where there is none.
    assertThat(JsonStat.parse(resource("forms/status-array-of-one.json")).statusAt(3))
        .isEqualTo(ObservationStatus.MISSING_UNKNOWN);
  }

  @Test
  void signsMayMeanSomethingElse() throws IOException {
    Cube cube =
        JsonStatReader.standard()
            .signs(
                StatusSigns.standard()
                    .with(":", ObservationStatus.MISSING)
                    .with("...", ObservationStatus.SUPPRESSED))
            .parse(resource("forms/status-array.json"));

    assertThat(cube.statusAt(1)).isEqualTo(ObservationStatus.MISSING);
    assertThat(cube.signAt(1)).isEqualTo(":");
    assertThat(cube.statusAt(2)).isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void theVersionIsDetected() throws IOException {
    assertThat(JsonStat.parseDocument(resource("forms/value-array.json")).version())
        .isEqualTo(JsonStatVersion.V2);
    for (String first : List.of("v1-dataset", "v1-bare", "eurostat-status")) {
      assertThat(JsonStat.parseDocument(resource("forms/" + first + ".json")).version())
          .as(first)
          .isEqualTo(JsonStatVersion.V1);
    }
  }

  @Test
  void aDimensionIsReadWithAllThatItHas() {
    Dimension dimension =
        JsonStat.parseDocument(
                """
                {"version":"2.0","class":"dimension","label":"areas","note":["n"],"href":"http://a",
                 "category":{"index":{"T":0,"A":1},"label":{"T":"Total"},
                 "child":{"T":["A","Z"]},"note":{"A":["new in 2020"]},"coordinates":{"A":[10.5,59.9]},
                 "unit":{"T":{"base":"kr","decimals":2,"symbol":"kr","position":"end","multiplier":3}}}}
                """)
            .dimension()
            .orElseThrow();

    assertThat(dimension.label()).isEqualTo("areas");
    assertThat(dimension.notes()).containsExactly("n");
    assertThat(dimension.href()).contains("http://a");
    assertThat(dimension.category("T").label()).isEqualTo("Total");
    assertThat(dimension.category("T").children()).containsExactly("A", "Z");
    assertThat(dimension.descendants("T")).containsExactly("A");
    assertThat(dimension.category("A").notes()).containsExactly("new in 2020");
    assertThat(dimension.category("A").coordinates())
        .contains(new Category.Coordinates(10.5, 59.9));
    CategoryUnit unit = dimension.category("T").unit().orElseThrow();
    assertThat(unit.decimals()).hasValue(2);
    assertThat(unit.multiplier()).hasValue(3);
    Cube cube = Cube.builder().dimension(dimension).constant(Dimension.of("K", "1")).build();
    assertThat(JsonStat.parse(JsonStat.toJson(cube))).isEqualTo(cube);
  }

  @Test
  void aCollectionTellsItsItems() {
    JsonStatDocument document =
        JsonStat.parseDocument(
            """
            {"link":{"item":[
              {"class":"dataset","href":"http://a","label":"there"},
              {"class":"dataset","value":[7],"id":["A"],"size":[1],
               "dimension":{"A":{"category":{"index":["x"]}}}},
              {"class":"dimension","category":{"index":["y"]}}]},
             "label":"all","updated":"2026-01-01","class":"collection","version":"2.0"}
            """);

    assertThat(document.kind()).isEqualTo(JsonStatDocument.Kind.COLLECTION);
    assertThat(document.label()).contains("all");
    assertThat(document.items()).hasSize(3);
    assertThat(document.items().get(0).href()).isEqualTo("http://a");
    assertThat(document.items().get(0).document()).isEmpty();
    assertThat(document.cube().valueAt(0)).isEqualTo(7);
    assertThat(document.items().get(2).document().orElseThrow().dimension().orElseThrow().codes())
        .containsExactly("y");
  }

  @Test
  void utf16IsReadAndOtherBytesAreRefused() throws IOException {
    String json = resource("forms/quotes.json");
    Cube cube = JsonStat.parse(json);

    for (byte[] bytes :
        List.of(
            ("\ufeff" + json).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + json).getBytes(StandardCharsets.UTF_16BE),
            ("\ufeff" + json).getBytes(StandardCharsets.UTF_16LE),
            json.getBytes(StandardCharsets.UTF_16LE))) {
      assertThat(JsonStat.read(new ByteArrayInputStream(bytes))).isEqualTo(cube);
    }
    byte[] latin1 = json.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            catchThrowableOfType(
                    JsonStatException.class, () -> JsonStat.read(new ByteArrayInputStream(latin1)))
                .problem())
        .isEqualTo(JsonStatException.Problem.ENCODING);
  }
}
