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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from its command line to its files. */
class ServiceAnalysisTest {
  private static final String NBSP = "\u00a0";

  @TempDir Path temp;

  /** What a run printed, and the code that it ended with. */
  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        ServiceAnalysis.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path tables(Map<String, String> files) throws IOException {
    Path dir = Files.createDirectories(temp.resolve("data"));
    for (var file : files.entrySet()) {
      Files.writeString(dir.resolve(file.getKey()), file.getValue());
    }
    return dir;
  }

  private static JsonNode figure(
      Path out, String indicator, String region, String measure, String period) throws IOException {
    for (JsonNode node : new ObjectMapper().readTree(out.resolve("figures.json").toFile())) {
      if (node.path("indicator").asText().equals(indicator)
          && node.path("ref_area").asText().equals(region)
          && node.path("measure").asText().equals(measure)
          && node.path("period").asText().equals(period)) {
        return node;
      }
    }
    throw new AssertionError(
        "no figure " + indicator + " " + region + " " + measure + " " + period);
  }

  @Test
  void printsTheTableOfTheDocument() {
    Run run = run("--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Oppvekst barnehage: nøkkeltall, Bærum");
    assertThat(line(run.out(), "Andel pedagogiske ledere med godkjent utdanning"))
        .containsSubsequence(
            "prosent",
            "opp (+1)",
            "2014",
            "76,6" + NBSP + "%",
            "81,0" + NBSP + "%",
            "88,1" + NBSP + "%",
            "86,5" + NBSP + "%",
            "76,0" + NBSP + "%",
            "−1,7 pp");
    assertThat(run.out())
        .contains("ikke som ønsket")
        .contains("- tall mangler")
        .contains("* foreløpige");
  }

  private static String line(String text, String start) {
    return text.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void writesTheTablesAsPrinted() throws IOException {
    Run run = run("--out", temp.toString());
    assertThat(run.out()).startsWith(Files.readString(temp.resolve("table.txt")));
    assertThat(Files.readString(temp.resolve("table.md")))
        .startsWith("# Tjenesteanalyse\n")
        .contains("| Andel pedagogiske ledere med godkjent utdanning | prosent |");
    assertThat(Files.readString(temp.resolve("table.csv")))
        .startsWith("Område,Tabell,Indikator,")
        .contains("Oppvekst barnehage,Nøkkeltall,Andel pedagogiske ledere med godkjent utdanning,");
  }

  @Test
  void writesUnroundedFigures() throws IOException {
    run("--out", temp.toString());
    JsonNode trend = figure(temp, "bhg.pedledere-godkjent", "3201", "mean_annual_change_3", "2018");
    assertThat(trend.get("value").asDouble()).isCloseTo(-5.0 / 3, within(1e-12));
    assertThat(trend.get("unit").asText()).isEqualTo("percentage_point");
    assertThat(trend.get("text").asText()).isEqualTo("−1,7" + NBSP + "prosentpoeng");
    assertThat(trend.get("caveats").isArray()).isTrue();
    JsonNode share = figure(temp, "bhg.lonn", "3201", "share_of_parent", "2018");
    assertThat(share.get("value").asDouble()).isCloseTo(49.589311137882, within(1e-9));
    JsonNode perUser = figure(temp, "avl.stottekontakt-timer-per-bruker", "3201", "value", "2015");
    assertThat(perUser.get("value").asDouble()).isCloseTo(5544.0 / 459 / 4, within(1e-12));
    JsonNode lost = figure(temp, "hs.stasjonaer-bemanning", "3201", "mean_annual_change_3", "2018");
    assertThat(lost.get("value").isNull()).isTrue();
    assertThat(lost.get("text").asText()).isEqualTo("-");
    assertThat(lost.get("caveats").toString()).contains("missing_input: 2015");
  }

  @Test
  void explainsTheTrend() {
    Run run = run("--explain", "bhg.pedledere-godkjent", "3201", "mean_annual_change_3");
    assertThat(run.out().replace(NBSP, " "))
        .startsWith("(76,0 % [2018] − 81,0 % [2015]) / 3 år = −1,67 prosentpoeng\n")
        .contains("76,0 % [2018]: Andel pedagogiske ledere med godkjent utdanning, Bærum (kilde: ");
  }

  @Test
  void measuresAsOfTheLastPeriodOfTheDataSet() throws IOException {
    Path data =
        tables(
            Map.of(
                "indicators.csv",
                "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS\na,A,count,1,0\nb,B,count,-1,0\n",
                "observations.csv",
                """
                INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                a,X,2015,10,
                a,X,2018,16,P
                b,X,2015,10,
                b,X,2017,12,
                """));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.code()).isZero();
    assertThat(figure(temp, "a", "X", "mean_annual_change_3", "2018").get("value").asDouble())
        .isEqualTo(2);
    assertThat(figure(temp, "a", "X", "mean_annual_change_3", "2018").get("caveats").toString())
        .contains("provisional_input: 2018");
    assertThat(figure(temp, "b", "X", "mean_annual_change_3", "2018").get("value").isNull())
        .as("b has no value in 2018, the last period of the data set")
        .isTrue();
    assertThat(figure(temp, "b", "X", "mean_annual_growth", "2018").get("value").asDouble())
        .as("growth runs from the first value to the last")
        .isCloseTo(100 * (Math.sqrt(1.2) - 1), within(1e-9));
  }

  @Test
  void measuresAsOfThePeriodAskedFor() throws IOException {
    Run run = run("--out", temp.toString(), "--period", "2017");
    assertThat(run.code()).isZero();
    assertThat(
            figure(temp, "bhg.pedledere-godkjent", "3201", "total_change_3", "2017")
                .get("value")
                .asDouble())
        .isCloseTo(86.5 - 76.6, within(1e-9));
    assertThat(run.out()).doesNotContain("2018  ");
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    Path data =
        tables(
            Map.of(
                "indicators.csv", "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS\na,A,count,1,0\n",
                "observations.csv",
                    "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\na,X,20l8,10,\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.code()).isNotZero();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("observations.csv").contains("2").contains("20l8");
    assertThat(run("--period", "1999").err())
        .contains("period 1999 is not in the data; they have 2021 to 2024");
    assertThat(run("--explain", "bhg.pedledere", "3201", "change").err())
        .contains("unknown indicator \"bhg.pedledere\"");
    assertThat(run("--explain", "bhg.pedledere-godkjent", "3201", "trend").err())
        .contains("mean_annual_change_N");
  }

  private static final String HEADER = "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,PARENT\n";
  private static final String OBSERVATIONS =
      "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

  @Test
  void aPartInAnotherUnitHasNoShareButTheRestIsComputed() throws IOException {
    Path data =
        tables(
            Map.of(
                "indicators.csv", HEADER + "all,All,MNOK,0,1,\npart,Part,kNOK,0,0,all\n",
                "observations.csv", OBSERVATIONS + "all,X,2018,2,\npart,X,2018,1000,\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.code()).isZero();
    assertThat(Files.readString(temp.resolve("figures.json"))).doesNotContain("share_of_parent");
    assertThat(figure(temp, "part", "X", "value", "2018").get("value").asDouble()).isEqualTo(1000);
  }

  @Test
  void aRunThatFailsLeavesTheFilesOfTheRunBefore() throws IOException {
    run("--out", temp.toString());
    String before = Files.readString(temp.resolve("figures.json"));
    Path data =
        tables(
            Map.of(
                "indicators.csv",
                """
                INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,NUMERATOR,DENOMINATOR
                n,N,count,0,0,,
                d,D,count,0,0,,
                r,R,ratio,0,1,n,d
                """,
                "observations.csv",
                OBSERVATIONS + "n,X,2018,2,\nd,X,2018/2019,1,\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("ratio r in X").contains("2018/2019");
    assertThat(temp.resolve("figures.json")).hasContent(before.stripTrailing());
    try (var files = Files.list(temp)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(n -> n.endsWith(".part"));
    }
  }

  @Test
  void nothingIsLaterThanThePeriodAskedFor() throws IOException {
    Path data =
        tables(
            Map.of(
                "indicators.csv",
                HEADER + "y,Y,count,1,0,\nq,Q,count,1,0,\ns,S,count,1,0,\n",
                "observations.csv",
                OBSERVATIONS
                    + "y,X,2016,1,\ny,X,2018,3,\nq,X,2016-Q4,1,\nq,X,2017-Q1,2,\n"
                    + "q,X,2018-Q1,3,\ns,X,2017/2018,9,\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString(), "--period", "2016");
    assertThat(run.code()).isZero();
    assertThat(Files.readString(temp.resolve("figures.json")))
        .contains("2016-Q4")
        .doesNotContain("2017")
        .doesNotContain("2018");
    assertThat(run.out()).contains("(kvartal)").doesNotContain("2017");
    assertThat(run("--data", data.toString(), "--out", temp.toString()).out())
        .contains("endring fra kvartalet før")
        .contains("endring fra året før");
  }

  @Test
  void aTableAndTheFileForMachinesPrintTheSameDigits() throws IOException {
    Path data =
        tables(
            Map.of(
                "indicators.csv",
                """
                INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS,NUMERATOR,DENOMINATOR,FACTOR
                n,N,count,0,1,,,
                m,M,count,0,1,,,
                r,R,ratio,0,1,n,m,0.25
                """,
                "observations.csv",
                OBSERVATIONS + "n,X,2018,0.3,\nm,X,2018,0.1,\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(figure(temp, "r", "X", "value", "2018").get("text").asText()).isEqualTo("0,8");
    assertThat(line(run.out(), "R ")).contains("0,8");
  }

  @Test
  void explainsHowAnInputIsComputedItself() {
    Run run = run("--explain", "avl.stottekontakt-timer-per-bruker", "3201", "relative_change");
    assertThat(run.out().replace(NBSP, " "))
        .contains("3,11585 timer per uke [2018] − 2,94263 timer per uke [2017]")
        .contains("2018: 0,25 · 5 110 timer per måned [2018] / 410 [2018] = 3,12 timer per uke");
  }
}
