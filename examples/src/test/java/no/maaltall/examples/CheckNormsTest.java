package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of norms, from its command line to its file. */
class CheckNormsTest {
  private static final ImmutableList<String> FIELDS =
      ImmutableList.of(
          "norm",
          "version",
          "subject",
          "period",
          "status",
          "actual",
          "limit",
          "shortfall",
          "shortfall_unit",
          "text");

  @TempDir Path temp;

  /** What a run printed, and the code that it ended with. */
  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CheckNorms.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code,
        out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' '),
        err.toString(StandardCharsets.UTF_8));
  }

  private Path tables(Map<String, String> files) throws IOException {
    Path dir = Files.createDirectories(temp.resolve("data"));
    for (var file : files.entrySet()) {
      Files.writeString(dir.resolve(file.getKey()), file.getValue());
    }
    return dir;
  }

  private JsonNode assessments() throws IOException {
    return new ObjectMapper().readTree(temp.resolve("assessments.json").toFile());
  }

  private JsonNode assessment(String norm, String subject) throws IOException {
    for (JsonNode node : assessments()) {
      if (node.path("norm").asText().equals(norm)
          && node.path("subject").asText().equals(subject)) {
        return node;
      }
    }
    throw new AssertionError("no assessment " + norm + " of " + subject);
  }

  @Test
  void checksTheBundledDataAndSaysThatTheyAreMadeUp() throws IOException {
    Run run = run("--out", temp.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Eksempeldata: tallene er oppdiktede, men rimelige, for to kommuner som ikke")
        .contains("Normer og frister, vurdert per 2023-12-31")
        .contains(
            "Eksempel barnehage øst 15.12.2023: 6,11 barn per årsverk er over 6; kravet er 16,80"
                + " årsverk, har 16,50, mangler 0,30")
        .contains("Fosterhjemsbesøk: 18 av 19 (94,7 %), mangler 1; 2 i tillegg")
        .contains("Eksempel privatskole, 1.–4. trinn 2023/2024: ikke aktuelt: normen gjelder")
        .contains("Færrest hele stillinger som gjør at alle oppfyller")
        .contains("Gruppestørrelse: elevtimer delt på lærertimer");
    JsonNode all = assessments();
    assertThat(all).hasSizeGreaterThan(70);
    assertThat(all)
        .allSatisfy(node -> assertThat(ImmutableList.copyOf(node.fieldNames())).isEqualTo(FIELDS));
    assertThat(all)
        .extracting(node -> node.path("norm").asText())
        .contains(
            "laerernorm",
            "bemanningsnorm",
            "pedagognorm",
            "school_nurse",
            "report_deadline",
            "investigation_deadline",
            "foster_visits",
            "supervision_visits");
    assertThat(all)
        .extracting(node -> node.path("status").asText())
        .contains(
            "COMPLIES", "COMPLIES_WITH_DISPENSATION", "BREACHES", "NOT_APPLICABLE", "UNKNOWN");
  }

  @Test
  void writesUnroundedNumbersAndNullForNone() throws IOException {
    run("--out", temp.toString());

    JsonNode breach = assessment("bemanningsnorm", "B01");
    assertThat(breach.path("actual").asDouble())
        .isCloseTo((2 * 29.47 + 41.87) / 16.5, within(1e-9));
    assertThat(breach.path("limit").asDouble()).isEqualTo(6);
    assertThat(breach.path("period").asText()).isEqualTo("2023-12-15");
    assertThat(breach.path("version").asText()).isEqualTo("norms@2021-01-01");
    JsonNode unknown = assessment("laerernorm", "S08/1-4");
    assertThat(unknown.path("status").asText()).isEqualTo("UNKNOWN");
    assertThat(unknown.path("actual").isNull()).isTrue();
    assertThat(unknown.path("shortfall").isNull()).isTrue();
    assertThat(unknown.path("period").asText()).isEqualTo("2023/2024");
    // The allocated hours of the combined school: 1 200 · 12 / 30 = 480 for years 5–7.
    JsonNode allocated = assessment("laerernorm", "S04/5-7");
    assertThat(allocated.path("actual").asDouble())
        .isCloseTo(59_061.6 / (3_387.1 - 480 - 40), within(1e-9));
  }

  @Test
  void openCasesAreAssessedAsOfTheDayAsked() throws IOException {
    Path data =
        tables(
            Map.of(
                "reports.csv",
                """
                DECIDED,CASE,RECEIVED
                ,1,2024-03-01
                2024-03-12,2,2024-03-01
                """));
    run("--data", data.toString(), "--out", temp.toString(), "--as-of", "2024-03-08");
    assertThat(assessments())
        .extracting(node -> node.path("status").asText())
        .containsExactly("NOT_APPLICABLE", "NOT_APPLICABLE");

    run("--data", data.toString(), "--out", temp.toString(), "--as-of", "2024-03-10");
    assertThat(assessments())
        .extracting(node -> node.path("shortfall").asInt())
        .containsExactly(2, 2);

    run("--data", data.toString(), "--out", temp.toString());
    assertThat(assessments())
        .extracting(node -> node.path("shortfall").asInt())
        .containsExactly(298, 4);
  }

  @Test
  void visitsAreAssessedForEveryYear() throws IOException {
    Path data =
        tables(
            Map.of(
                "placements.csv",
                """
                CHILD,BIRTH_DATE,PLACED,ENDED,VISITS_REDUCED_FROM,SUPERVISION_REDUCED_FROM
                C,2010-01-01,2016-05-01,2019-03-01,,
                """,
                "visits.csv",
                """
                CHILD,KIND,DATE
                C,foster_visit,2018-02-01
                C,foster_visit,2018-05-01
                C,foster_visit,2018-08-01
                """));
    Run run = run("--data", data.toString(), "--out", temp.toString(), "--as-of", "2020-06-30");

    assertThat(run.out())
        .contains("filene har ingen før 2018, så tidligere år er ikke vurdert for C");
    assertThat(assessments())
        .extracting(
            node ->
                node.path("norm").asText()
                    + " "
                    + node.path("period").asText()
                    + " "
                    + node.path("shortfall").asInt())
        .containsExactly(
            "foster_visits 2018 1",
            "foster_visits 2019 1",
            "supervision_visits 2018 4",
            "supervision_visits 2019 1");
  }

  @Test
  void theTableOfHoursMayBeChosen() throws IOException {
    Path data =
        tables(
            Map.of(
                "kindergartens.csv",
                """
                KINDERGARTEN,NAME,REGION,OWNER,DATE,CHILDREN_UNDER_3,CHILDREN_OVER_3,PLACES_UNDER_3,\
                PLACES_OVER_3,STAFF_FTE,PEDAGOGICAL_LEADERS,LEADERS_WITH_DISPENSATION,NORM_DISPENSATION
                B,,,public,2023-12-15,6,0,,,1,1,0,false
                """,
                "attendance.csv",
                """
                KINDERGARTEN,DATE,BIRTH_YEAR,HOURS_PER_WEEK,CHILDREN
                B,2023-12-15,2022,10,6
                """));
    run("--data", data.toString(), "--out", temp.toString());
    assertThat(assessment("bemanningsnorm", "B").path("actual").asDouble())
        .isCloseTo(2 * 6 * 21 / 45.0, within(1e-9));

    run("--data", data.toString(), "--out", temp.toString(), "--hours-table", "six-bands");
    assertThat(assessment("bemanningsnorm", "B").path("actual").asDouble())
        .isCloseTo(2 * 6 * 13 / 45.0, within(1e-9));
  }

  @Test
  void errorsSayWhereAndLeaveNoFile() throws IOException {
    Path data =
        tables(Map.of("school_nurses.csv", "UNIT,NAME,LEVEL,PUPILS,POSITIONS\nN,,primary,1.5,1\n"));
    Run run = run("--data", data.toString(), "--out", temp.resolve("out").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "school_nurses.csv line 2, column PUPILS: \"1.5\" is not a whole number; allowed: a"
                + " whole number from 0 to 100000000");
    assertThat(temp.resolve("out").resolve("assessments.json")).doesNotExist();

    assertThat(run("--as-of", "31.12.2024", "--out", temp.toString()).err())
        .isEqualToIgnoringNewLines("--as-of is a day, as 2024-12-31; got \"31.12.2024\"");
    assertThat(run("--data", temp.resolve("none").toString(), "--out", temp.toString()).err())
        .contains("schools.csv: there is no such file in");
    assertThat(run("--hours-table", "x", "--out", temp.toString()).err())
        .contains("unknown attendance weights \"x\"");
  }

  @Test
  void nursesAloneHaveNoDay() throws IOException {
    Path data =
        tables(
            Map.of("school_nurses.csv", "UNIT,NAME,LEVEL,PUPILS,POSITIONS\nN,,primary,4670,10\n"));
    run("--data", data.toString(), "--out", temp.toString());

    assertThat(assessment("school_nurse", "N").path("period").isNull()).isTrue();
    assertThat(assessment("school_nurse", "N").path("actual").asDouble()).isEqualTo(467);
  }

  /** A child that nobody visited must not go unseen, whatever the visits of other children. */
  @Test
  void aYearWithoutAnyVisitIsABreach() throws IOException {
    Path data =
        tables(
            Map.of(
                "placements.csv",
                """
                CHILD,BIRTH_DATE,PLACED,ENDED,VISITS_REDUCED_FROM,SUPERVISION_REDUCED_FROM
                D,2010-01-01,2022-01-01,2023-12-31,,
                """,
                "visits.csv",
                "CHILD,KIND,DATE\n"));
    Run run = run("--data", data.toString(), "--out", temp.toString(), "--as-of", "2024-12-31");
    assertThat(run.code()).isZero();
    assertThat(assessments())
        .filteredOn(a -> a.path("norm").asText().equals("foster_visits"))
        .extracting(a -> a.path("period").asText() + " " + a.path("status").asText())
        .containsExactly("2022 BREACHES", "2023 BREACHES");
  }
}
