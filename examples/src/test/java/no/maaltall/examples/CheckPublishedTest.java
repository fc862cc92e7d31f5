package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of Bærum's printed figures, against what a person found who transcribed them. */
class CheckPublishedTest {
  private static final String[] NO_ARGS = {};

  @TempDir Path temp;

  /** What a run printed, and the code that it ended with. */
  private record Run(int code, String out, String err) {}

  private Run run(String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of("--out", temp.toString()));
    args.addAll(List.of(more));
    int code =
        CheckPublished.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args.toArray(NO_ARGS));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Map<String, JsonNode> checks() throws IOException {
    Map<String, JsonNode> checks = new HashMap<>();
    for (JsonNode node : new ObjectMapper().readTree(temp.resolve("checks.json").toFile())) {
      assertThat(ImmutableList.copyOf(node.fieldNames()))
          .containsExactly("id", "status", "printed", "low", "high", "computed");
      checks.put(node.path("id").asText(), node);
    }
    return checks;
  }

  private static List<NamedCsvRecord> expected() throws IOException {
    try (var stream = CheckPublishedTest.class.getResourceAsStream("published-checks.csv");
        var csv = CsvReader.builder().ofNamedCsvRecord(stream)) {
      return csv.stream().toList();
    }
  }

  @Test
  void findsWhatWasFoundByHandAndNothingElse() throws IOException {
    Run run = run();

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Map<String, JsonNode> checks = checks();
    List<NamedCsvRecord> expected = expected();
    assertThat(checks).hasSameSizeAs(expected);
    for (NamedCsvRecord row : expected) {
      JsonNode found = Objects.requireNonNull(checks.get(row.getField("ID")), row.getField("ID"));
      assertThat(found.path("status").asText())
          .as(row.toString())
          .isEqualTo(row.getField("STATUS"));
      assertComputed(row, found);
    }
    Set<String> hard =
        Set.of("D002a_057", "D001c_025", "K03", "D004_004", "K13_2018", "K15", "K18");
    assertThat(hard).allSatisfy(id -> assertThat(run.out()).contains("  " + id + ": "));
    assertThat(run.out())
        .startsWith("Motsigelser: 14")
        .contains("Følger av de trykte tallene: 199");
  }

  /** Twelve decimals were written down; an approximate number was given less room by hand. */
  private static void assertComputed(NamedCsvRecord row, JsonNode found) {
    if (row.getField("COMPUTED").isEmpty()) {
      return;
    }
    double computed = Double.parseDouble(row.getField("COMPUTED"));
    double noise = 1e-11 * Math.max(1, Math.abs(computed));
    assertThat(found.path("computed").asDouble())
        .as(row.toString())
        .isCloseTo(computed, within(noise));
    assertThat(found.path("low").asDouble())
        .as(row.toString())
        .isLessThanOrEqualTo(Double.parseDouble(row.getField("LOW")) + noise);
    assertThat(found.path("high").asDouble())
        .as(row.toString())
        .isGreaterThanOrEqualTo(Double.parseDouble(row.getField("HIGH")) - noise);
  }

  @Test
  void checksOwnTablesAndSaysWhereTheyAreWrong() throws IOException {
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(
        data.resolve("checks.csv"),
        "ID,MEASURE,INPUTS,PRINTED\nA,sum,\"1,0;2,0;3,0\",\"6,2\"\nB,ratio,1;0 ± 0,5\n");
    Run run = run("--data", data.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("A: 6,2 – motsigelse").contains("B: 5 – uavgjort");
    assertThat(Objects.requireNonNull(checks().get("B")).path("computed").isNull()).isTrue();

    Files.writeString(data.resolve("checks.csv"), "ID,MEASURE,INPUTS,PRINTED\nA,summ,1;2,3\n");
    Run bad = run("--data", data.toString());
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("checks.csv line 2, column MEASURE: \"summ\"").contains("sum");
  }
}
