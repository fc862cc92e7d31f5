package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bærum's figures of 2019, and what is wrong with a plan. */
class PlanCapacityTest {
  @TempDir Path temp;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        PlanCapacity.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code,
        out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' '),
        err.toString(StandardCharsets.UTF_8));
  }

  private double value(String indicator, String measure, String period) throws IOException {
    for (JsonNode node : new ObjectMapper().readTree(temp.resolve("figures.json").toFile())) {
      if (node.path("indicator").asText().equals(indicator)
          && node.path("measure").asText().equals(measure)
          && node.path("period").asText().equals(period)) {
        assertThat(node.path("ref_area").asText()).isEqualTo("3201");
        return node.path("value").asDouble();
      }
    }
    throw new AssertionError("no figure " + indicator + " " + measure + " " + period);
  }

  @Test
  void plansWithTheFiguresOfTheServiceAnalysis() throws IOException {
    Run run = run("--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // 22 per cent of the 11 364 who are 80 or over in 2038: 1 350 more than the 1 150 of today.
    double need = value("heldogn.behov@22 prosent", "need", "2038");
    assertThat(need - 1_150).isCloseTo(1_350, within(1.0));
    // About 1 550 more at the coverage of today.
    assertThat(value("heldogn.behov@Dagens dekning", "need", "2038") - 1_150)
        .isBetween(1_500.0, 1_600.0);
    // Existing and planned places give 21.9 per cent.
    assertThat(value("heldogn.behov.dekning@22 prosent", "coverage", "2038"))
        .isCloseTo(21.9, within(0.05));
    assertThat(value("heldogn.behov.gap@22 prosent", "capacity_gap", "2038"))
        .isCloseTo(11, within(1.0));
    // (2 · 30 + 44) / 14, (2 · 24 + 36) / 14 and (2 · 18 + 36) / 14, each rounded up.
    assertThat(value("bhg.pedagogiske-ledere-krav", "required_by_pedagognorm", "2018"))
        .isEqualTo(8 + 6 + 6);
    // 313 more recipients at 120 000 each.
    assertThat(value("sosialhjelp.mottakere.merutgift", "growth_cost", "2023"))
        .isCloseTo(37.56, within(0.02));
    // Treatment at home: 698 984, and what it saves.
    assertThat(value("akkumulert-kostnad", "accumulated_cost_8", "2018"))
        .isCloseTo(0.698984, within(1e-12));
    assertThat(run.out())
        .contains("21,9 %")
        .contains("37,6")
        .containsPattern("Fosterhjem +3,3 +2,6 +1")
        .containsPattern("Institusjon +6,7 +6,0 +1")
        .contains("kort serie, bare 2 verdier")
        .startsWith(Files.readString(temp.resolve("table.txt")).replace('\u00a0', ' '));
  }

  private Path copy() throws IOException {
    Path data = Files.createDirectories(temp.resolve("data"));
    for (String name :
        List.of(
            "indicators",
            "observations",
            "regions",
            "coverage",
            "capacity",
            "services",
            "growth",
            "kindergartens",
            "alternatives")) {
      try (InputStream in =
          PlanCapacity.class.getResourceAsStream("baerum-plan/" + name + ".csv")) {
        if (in != null) {
          Files.write(data.resolve(name + ".csv"), in.readAllBytes());
        }
      }
    }
    return data;
  }

  private String errorWith(Path data, String file, String text, String instead) throws IOException {
    Path path = data.resolve(file);
    String before = Files.readString(path);
    Files.writeString(path, before.replace(text, instead));
    Run run = run("--data", data.toString(), "--out", temp.resolve("out").toString());
    Files.writeString(path, before);
    assertThat(run.code()).isNotZero();
    assertThat(run.err().lines()).hasSize(1);
    return run.err();
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    Path data = copy();
    assertThat(run("--data", data.toString(), "--out", temp.resolve("out").toString()).code())
        .isZero();
    assertThat(errorWith(data, "coverage.csv", "2018,22", "2018,-22"))
        .startsWith("coverage.csv line 3, column PERCENT: \"-22\"; allowed: a number from 0");
    assertThat(
            errorWith(data, "coverage.csv", "heldogn,befolkning.80+,2018,22", "hjemme,x,2018,22"))
        .startsWith("coverage.csv line 3, column SERVICE: unknown service \"hjemme\"");
    assertThat(errorWith(data, "coverage.csv", "befolkning.80+", "befolkning.85+"))
        .contains("unknown indicator \"befolkning.85+\"");
    assertThat(errorWith(data, "capacity.csv", "2036,334", "2036,-3340"))
        .contains("capacity.csv line 6")
        .contains("places in 2036");
    assertThat(errorWith(data, "capacity.csv", "2036,334", "2017,334"))
        .contains("capacity.csv line 6")
        .contains("after 2018");
    assertThat(errorWith(data, "growth.csv", "mean_annual_change", "gjetning"))
        .contains("growth.csv line 2, column METHOD");
    assertThat(errorWith(data, "alternatives.csv", "412500,8", "412500,9"))
        .contains("alternatives.csv line 3, column YEARS");
    Files.delete(data.resolve("services.csv"));
    assertThat(run("--data", data.toString()).err())
        .startsWith("services.csv: there is no such file");
  }
}
