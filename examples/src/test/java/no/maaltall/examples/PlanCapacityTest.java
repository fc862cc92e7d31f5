package no.maaltall.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Unit;
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
    // 720 hours for each of 420 pupils / 16 / 741, as the norm was in the first year.
    assertThat(value("skole.larere-krav.1-4", "required_by_laerernorm", "2018"))
        .isCloseTo(420 * 720.0 / 16 / 741, within(1e-9));
    assertThat(value("skole.larere-krav", "required_by_laerernorm", "2030"))
        .isCloseTo(
            468 * 720.0 / 15 / 741 + 334 * 798.0 / 20 / 741 + 342 * 874.0 / 20 / 656, within(1e-6));
    // 23.8 per cent of 4 832 is 1 150.016: as many as the places of that year.
    assertThat(run.out()).contains("Behovet overstiger plassene første gang i 2019.");
    // 313 more recipients at 120 000 each.
    assertThat(value("sosialhjelp.mottakere.merutgift", "growth_cost", "2023"))
        .isCloseTo(37.56, within(0.02));
    // Treatment at home: 698 984, and what it saves.
    assertThat(value("akkumulert-kostnad@MST CAN", "accumulated_cost_8", "2018"))
        .isCloseTo(0.698984, within(1e-12));
    assertThat(run.out())
        .contains("21,9 %")
        .contains("37,6")
        .containsPattern("Fosterhjem +3,3 +2,6 +1")
        .containsPattern("Institusjon +6,7 +6,0 +1")
        .contains("kort serie, bare 2 verdier")
        .contains("Lærere etter lærernormen i 3 skoler, Bærum")
        .contains("(1 519,1 [2023] − 1 206,1 [2018]) · 120 000 kr per bruker (faste 2018-priser)")
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
            "schools",
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
        .contains("capacity.csv line 6, column YEAR")
        .contains("after 2018");
    assertThat(errorWith(data, "growth.csv", "mean_annual_change", "gjetning"))
        .contains("growth.csv line 2, column METHOD");
    assertThat(errorWith(data, "alternatives.csv", "412500,8", "412500,9"))
        .contains("alternatives.csv line 3, column YEARS");
    assertThat(errorWith(data, "alternatives.csv", "57998,8", "57998,201"))
        .startsWith("alternatives.csv line 2, column YEARS: \"201\"; allowed: a whole number");
    assertThat(errorWith(data, "alternatives.csv", "Institusjon", "Fosterhjem"))
        .startsWith("alternatives.csv line 4, column NAME: Fosterhjem again");
    assertThat(errorWith(data, "schools.csv", "A,5-7", "A,1-4"))
        .startsWith("schools.csv line 3, column SCHOOL: Oppdiktet barneskole A/1-4 again");
    assertThat(errorWith(data, "schools.csv", "A,5-7", "A,1-7"))
        .startsWith("schools.csv line 3, column STAGE: \"1-7\"; allowed: 1-4, 5-7, 8-10");
    assertThat(errorWith(data, "schools.csv", "8-10,330", "8-10,0"))
        .startsWith("schools.csv: schools of today: none has pupils in 8-10; allowed:");
    assertThat(errorWith(data, "kindergartens.csv", "Oppdiktet B", "Oppdiktet A"))
        .startsWith("kindergartens.csv line 3, column UNIT: Oppdiktet A again");
    Files.delete(data.resolve("services.csv"));
    assertThat(run("--data", data.toString()).err())
        .startsWith("services.csv: there is no such file");
  }

  @Test
  void whatTheFilesDoNotShareIsSaidWithTheRow() throws IOException {
    Path data = copy();
    assertThat(errorWith(data, "services.csv", "heldogn,", "hjemme,"))
        .startsWith("services.csv line 2, column SERVICE: unknown service \"hjemme\"");
    assertThat(errorWith(data, "capacity.csv", "heldogn,2036", "hjemme,2036"))
        .startsWith("capacity.csv line 6, column SERVICE: unknown service \"hjemme\"");
    assertThat(errorWith(data, "coverage.csv", "befolkning.80+", "befolkning.85+"))
        .startsWith("coverage.csv line 2, column POPULATION: unknown indicator");
    assertThat(errorWith(data, "growth.csv", "sosialhjelp.mottakere", "sosialhjelp.brukere"))
        .startsWith("growth.csv line 2, column INDICATOR: unknown indicator");
  }

  @Test
  void numbersThatCannotBeAreRefused() throws IOException {
    Path data = copy();
    String hours = Files.readString(data.resolve("schools.csv")).lines().toList().get(1);
    assertThat(
            errorWith(
                data, "schools.csv", hours, hours.substring(0, hours.lastIndexOf(',')) + ",0"))
        .startsWith("schools.csv line 2, column PUPIL_HOURS: 0 for 200 pupils; allowed:");
    String observations = Files.readString(data.resolve("observations.csv"));
    String row =
        observations
            .lines()
            .filter(line -> line.startsWith("befolkning.80+,3201,2018,"))
            .findFirst()
            .orElseThrow();
    assertThat(errorWith(data, "observations.csv", row, row.replace("2018,", "2018,-")))
        .startsWith("befolkning.80+ of region 3201: -48")
        .contains(" in 2018; allowed: 0 or more");
  }

  @Test
  void textThatIsNotUtf8IsSaidWithItsLine() throws IOException {
    Path data = copy();
    for (String file : List.of("services.csv", "schools.csv")) {
      Path path = data.resolve(file);
      String before = Files.readString(path);
      Files.write(path, before.replaceFirst("(Plasser|Oppdiktet)", "Bærum").getBytes(ISO_8859_1));
      Run run = run("--data", data.toString(), "--out", temp.resolve("out").toString());
      Files.writeString(path, before);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith(file + " line 2: ").contains("is not UTF-8; allowed:");
    }
  }

  @Test
  void amountsSayTheirPriceBase() throws IOException {
    assertThat(run("--out", temp.toString(), "--year", "2024").code()).isZero();
    for (JsonNode node : new ObjectMapper().readTree(temp.resolve("figures.json").toFile())) {
      String expected =
          switch (node.path("measure").asText()) {
            case "growth_cost" -> "2018";
            case "accumulated_cost_8", "saving_8" -> "2024";
            default -> node.path("price_base").asText();
          };
      assertThat(node.path("price_base").asText()).isEqualTo(expected);
      assertThat(node.has("price_base")).isEqualTo(!expected.isEmpty());
    }
  }

  @Test
  void saysWhichRowIsNoRow() throws IOException {
    Path data = copy();
    String row = "22 prosent,heldogn,befolkning.80+,2018,22";
    assertThat(errorWith(data, "coverage.csv", row, "22 prosent,heldogn"))
        .startsWith("coverage.csv line 3: 2 fields; allowed: 5, one for each of SCENARIO, SERVICE");
    assertThat(errorWith(data, "coverage.csv", row, row + ",x"))
        .startsWith("coverage.csv line 3: 6 fields; allowed: 5");
    assertThat(errorWith(data, "coverage.csv", row, "\"" + row))
        .startsWith("coverage.csv: ")
        .contains("quote");
    assertThat(errorWith(data, "coverage.csv", row, row.replace("22 prosent", "\"22 prosent")))
        .startsWith("coverage.csv: ");
    assertThat(errorWith(data, "coverage.csv", "SCENARIO,SERVICE", "SCENARIO,SCENARIO"))
        .startsWith("coverage.csv line 1: columns");
    String all = Files.readString(data.resolve("coverage.csv"));
    assertThat(errorWith(data, "coverage.csv", all, all.lines().findFirst().orElseThrow() + "\n"))
        .startsWith("coverage.csv: no rows; allowed: at least one");
    assertThat(errorWith(data, "coverage.csv", all, ""))
        .startsWith("coverage.csv: the file is empty");
  }

  @Test
  void aMissingNeedIsNoNeedCovered() throws IOException {
    Path data = copy();
    Path observations = data.resolve("observations.csv");
    String before = Files.readString(observations);
    Files.writeString(observations, before.replaceFirst("2018,48[0-9]*,E", "2018,,O"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .doesNotContain("Plassene dekker behovet i hele perioden")
        .contains("Behovet mangler i 2018, så det kan ikke sies når det først overstiger plassene")
        .contains("Første år med kjent behov over plassene er 2019.");
    // Nothing is said of years that are not there.
    Files.writeString(
        observations, before.replaceAll("befolkning.80\\+,3201,20(19|2.|3[0-7]),.*\n", ""));
    Run sparse = run("--data", data.toString(), "--out", temp.toString());
    assertThat(sparse.out())
        .contains("Av årene med tall er 2038 det første med behov over plassene.")
        .doesNotContain("første gang");
    Path capacity = data.resolve("capacity.csv");
    Files.writeString(capacity, Files.readString(capacity).replace("2018,1150", "2018,9000"));
    assertThat(run("--data", data.toString(), "--out", temp.toString()).out())
        .contains("Plassene dekker behovet i årene med tall.")
        .doesNotContain("hele perioden");
    Files.writeString(observations, before);
    assertThat(run("--data", data.toString(), "--out", temp.toString()).out())
        .contains("Plassene dekker behovet i hele perioden.");
  }

  @Test
  void everyRowOfTheFiguresIsOfItsOwn() throws IOException {
    assertThat(run("--out", temp.toString()).code()).isZero();
    List<String> keys = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(temp.resolve("figures.json").toFile())) {
      keys.add(
          node.path("indicator").asText()
              + " "
              + node.path("measure").asText()
              + " "
              + node.path("period").asText());
    }
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys)
        .contains(
            "akkumulert-kostnad@Fosterhjem accumulated_cost_8 2018",
            "innsparing@MST CAN mot Fosterhjem saving_8 2018",
            "nullpunkt@MST CAN mot Fosterhjem break_even 2018",
            "heldogn.behov.plasser@22 prosent capacity 2038",
            "bhg.pedagogiske-ledere-krav@nye barnehager required_by_pedagognorm 2030");
    assertThat(run("--out", temp.toString(), "--year", "2024").code()).isZero();
    assertThat(value("akkumulert-kostnad@Fosterhjem", "accumulated_cost_8", "2024")).isEqualTo(3.3);
  }

  @Test
  void takesAPlanInAnyOrder() throws IOException {
    Path data = copy();
    Path capacity = data.resolve("capacity.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(capacity));
    rows.add(2, "heldogn,2023,-1400,Alt det gamle stenges");
    Files.write(capacity, rows);
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(value("heldogn.behov.plasser@22 prosent", "capacity", "2023")).isEqualTo(85);
    assertThat(errorWith(data, "capacity.csv", "2023,-1400", "2023,-1500"))
        .startsWith(
            "capacity.csv line 3, column PLACES: Alt det gamle stenges leaves -15 places in 2023;");
  }

  @Test
  void usersFollowEveryTrend() throws IOException {
    Path data = copy();
    Path observations = data.resolve("observations.csv");
    Files.writeString(
        observations,
        Files.readString(observations)
            .replace(
                "sosialhjelp.mottakere,3201,2018,",
                "sosialhjelp.mottakere,3201,2015,1100,A\nsosialhjelp.mottakere,3201,2016,1000,A\n"
                    + "sosialhjelp.mottakere,3201,2018,"));
    for (String method :
        List.of("compound_growth", "arithmetic_growth", "least_squares", "damped:0.9")) {
      Path growth = data.resolve("growth.csv");
      Files.writeString(
          growth,
          "INDICATOR,METHOD,FROM,TO,NOK_PER_USER\nsosialhjelp.mottakere,"
              + method
              + ",2018,2023,120000\n");
      Run run = run("--data", data.toString(), "--out", temp.toString());
      assertThat(run.err()).isEmpty();
      double low = value("sosialhjelp.mottakere.nedre-80", "value", "2023");
      double high = value("sosialhjelp.mottakere.ovre-80", "value", "2023");
      assertThat(low).isLessThan(high);
      assertThat(run.out()).contains(plain(low) + "–" + plain(high));
    }
    String row = "damped:0.9,2018,2023";
    assertThat(errorWith(data, "growth.csv", row, "damped:1.9,2018,2023"))
        .startsWith("growth.csv line 2, column METHOD: \"1.9\"; allowed: a number from 0");
    assertThat(errorWith(data, "growth.csv", row, "damped:1,2018,2023"))
        .startsWith("growth.csv line 2, column METHOD: damping: 1.0; allowed: more than 0");
    assertThat(errorWith(data, "growth.csv", row, "least_squares,2018,9000"))
        .startsWith("growth.csv line 2, column TO: 9000; allowed: a year from 2019 to 2218");
    assertThat(errorWith(data, "growth.csv", row, "least_squares,2017,2023"))
        .startsWith("growth.csv line 2, column FROM: 2017; allowed: a year with a value");
  }

  private static String plain(double value) {
    return Unit.COUNT.format(value, 0).replace('\u00a0', ' ');
  }

  @Test
  void coverageIsOfOnePopulation() throws IOException {
    Path data = copy();
    Path coverage = data.resolve("coverage.csv");
    Files.writeString(
        coverage,
        Files.readString(coverage)
            .replace(
                "22 prosent,heldogn,befolkning.80+,2018,22\n",
                "22 prosent,heldogn,barn.0-1,2018,1\n22 prosent,heldogn,befolkning.80+,2018,22\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .doesNotContain("40,2 %")
        .containsPattern("2018 +1 092 +1 150 +−58 +- ")
        .contains("Dekning er av én befolkning; behovet er her av flere.");
  }
}
