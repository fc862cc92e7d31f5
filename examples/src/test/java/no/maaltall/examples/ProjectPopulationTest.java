package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the command line to the files. */
class ProjectPopulationTest {
  private static final double NONE = Double.NaN;

  @TempDir Path temp;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        ProjectPopulation.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void projectsTheBundledPopulation() throws IOException {
    for (String preset : List.of("ssb", "wpp")) {
      Run run = run("--out", temp.toString(), "--preset", preset);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("oppdiktet")
          .contains("e0 menn")
          .contains("SFT")
          .contains("80-89")
          .contains("(" + preset + ")");
      Map<String, Double> totals = totals("population_out.csv", 1);
      Map<String, Double> components = new HashMap<>();
      for (String line :
          Files.readAllLines(temp.resolve("components.csv")).stream().skip(1).toList()) {
        String[] f = line.split(",", -1);
        components.merge(f[1] + f[2], Double.parseDouble(f[4]), Double::sum);
      }
      for (int year = 2024; year < 2034; year++) {
        double change =
            components.getOrDefault(year + "births", NONE)
                - components.getOrDefault(year + "deaths", NONE)
                + components.getOrDefault(year + "migration", NONE);
        double before = totals.getOrDefault(Integer.toString(year), NONE);
        assertThat(totals.getOrDefault(Integer.toString(year + 1), NONE))
            .isCloseTo(before + change, within(1e-9 * before));
      }
      assertThat(new ObjectMapper().readTree(temp.resolve("figures.json").toFile()).size())
          .isEqualTo(11 * 10);
    }
  }

  private Map<String, Double> totals(String file, int column) throws IOException {
    Map<String, Double> totals = new HashMap<>();
    List<String> lines = Files.readAllLines(temp.resolve(file));
    assertThat(lines.get(0)).isEqualTo("REF_AREA,YEAR,SEX,AGE,VALUE");
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      totals.merge(fields[column], Double.parseDouble(fields[4]), Double::sum);
    }
    return totals;
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    Path data = Files.createDirectories(temp.resolve("data"));
    for (String name : List.of("population", "survival", "fertility", "sex_ratio", "migration")) {
      try (var in =
          ProjectPopulation.class.getResourceAsStream("made-up-population/" + name + ".csv")) {
        Files.write(data.resolve(name + ".csv"), in.readAllBytes());
      }
    }
    String out = temp.resolve("out").toString();
    assertThat(run("--data", data.toString(), "--out", out, "--start", "2024").code()).isZero();
    Run early = run("--data", data.toString(), "--out", out, "--start", "2020");
    assertThat(early.code()).isNotZero();
    assertThat(early.err().lines()).hasSize(1);
    assertThat(early.err()).contains("survival.csv line 2: years 2024 to 2033");
    assertThat(run("--data", data.toString(), "--out", out, "--end", "2024").err())
        .isEqualToIgnoringNewLines(
            "projection: the last year 2024 with the start 2024; allowed: a last year of 2025 or"
                + " later");
    Files.writeString(data.resolve("sex_ratio.csv"), "YEAR,SRB\n2024,0\n");
    assertThat(run("--data", data.toString(), "--out", out).err())
        .startsWith("sex_ratio.csv line 2: SRB is 0");
    assertThat(run("--preset", "kompas").err()).contains("ssb, wpp");
  }

  @Test
  void saysWhichRegionHadACohortEmptied() throws IOException {
    Path data = Files.createDirectories(temp.resolve("two"));
    StringBuilder persons = new StringBuilder("REF_AREA,SEX,AGE,VALUE\n");
    StringBuilder moves = new StringBuilder("REF_AREA,YEAR,SEX,AGE,NET\n");
    StringBuilder survival = new StringBuilder("YEAR,SEX,AGE,SURVIVAL_RATIO\n");
    for (String sex : List.of("M", "F")) {
      for (int age = 0; age < 3; age++) {
        survival.append("2024,").append(sex).append(',').append(age).append(",1\n");
        for (String area : List.of("a", "b")) {
          persons.append(area).append(',').append(sex).append(',').append(age).append(",10\n");
          moves.append(area).append(",2024,").append(sex).append(',').append(age);
          moves.append(area.equals("a") && age == 1 ? ",-50\n" : ",0\n");
        }
      }
    }
    Files.writeString(data.resolve("population.csv"), persons);
    Files.writeString(data.resolve("survival.csv"), survival);
    Files.writeString(data.resolve("migration.csv"), moves);
    Files.writeString(data.resolve("fertility.csv"), "YEAR,AGE,RATE\n2024,1,0.1\n");
    Files.writeString(data.resolve("sex_ratio.csv"), "YEAR,SRB\n2024,1.06\n");
    Run run = run("--data", data.toString(), "--out", temp.toString(), "--preset", "wpp");
    assertThat(run.err()).isEmpty();
    String note = "Forbehold: 2 kohorter ville blitt negative og er satt til 0,0005; forskjellen";
    assertThat(run.out().split(note, -1)).hasSize(2);
    assertThat(run.out().indexOf(note)).isLessThan(run.out().indexOf("b: folketall"));
    for (JsonNode node : new ObjectMapper().readTree(temp.resolve("figures.json").toFile())) {
      boolean emptied =
          node.path("ref_area").asText().equals("a") && node.path("period").asText().equals("2025");
      assertThat(node.path("caveats").toString().contains("uncertain_input: 2 kohorter"))
          .as(node.toString())
          .isEqualTo(emptied);
    }
  }

  @Test
  void takesTheOtherConventions() {
    String out = temp.toString();
    Run even = run("--out", out, "--preset", "wpp", "--migration", "even", "--end", "2026");
    assertThat(even.code()).isZero();
    assertThat(even.out()).contains("flytting even").doesNotContain("2027");
    assertThat(run("--out", out, "--floor", "0").code()).isZero();
  }
}
