package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import no.maaltall.core.io.TableSource;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTablesTest {
  private static Map<String, String> good() {
    StringBuilder population = new StringBuilder("SEX,AGE,VALUE\n");
    StringBuilder survival = new StringBuilder("YEAR,SEX,AGE,SURVIVAL_RATIO\n");
    StringBuilder migration = new StringBuilder("YEAR,SEX,AGE,NET\n");
    StringBuilder fertility = new StringBuilder("YEAR,AGE,RATE\n");
    StringBuilder sexRatio = new StringBuilder("YEAR,SRB\n");
    for (String sex : new String[] {"M", "F"}) {
      for (int age = 0; age <= 4; age++) {
        population.append(sex + "," + age + "," + (100 + age) + "\n");
      }
    }
    for (int year = 2024; year <= 2026; year++) {
      for (String sex : new String[] {"M", "F"}) {
        for (int age = 0; age <= 4; age++) {
          survival.append(year + "," + sex + "," + age + ",0.9" + age + "\n");
          migration.append(year + "," + sex + "," + age + ",-0.5\n");
        }
      }
      fertility.append(year + ",2,0.1\n").append(year + ",3,0.2\n");
      sexRatio.append(year + ",1.06\n");
    }
    Map<String, String> files = new HashMap<>();
    files.put("population.csv", population.toString());
    files.put("survival.csv", survival.toString());
    files.put("migration.csv", migration.toString());
    files.put("fertility.csv", fertility.toString());
    files.put("sex_ratio.csv", sexRatio.toString());
    return files;
  }

  private static ProjectionInput read(Map<String, String> files) {
    return PopulationTables.read(TableSource.ofTexts(files), 2024);
  }

  @Test
  void readsWhatItShould() throws IOException {
    ProjectionInput input = read(good());
    assertThat(input.lastYear()).isEqualTo(2027);
    assertThat(input.population().ages()).isEqualTo(Ages.single(4));
    assertThat(input.assumptions().fertility().rate(2024, 0, 1)).isZero();
    assertThat(input.assumptions().fertility().rate(2025, 0, 3)).isEqualTo(0.2);
    assertThat(input.assumptions().mortality().survivalRatio(2026, 0, Sex.MALE, 3)).isEqualTo(0.93);
    Projection p =
        CohortComponent.wpp().project(input.population(), input.assumptions(), input.lastYear());
    StringBuilder out = new StringBuilder();
    PopulationTables.writePopulations(p, out);
    assertThat(out.toString()).startsWith("REF_AREA,YEAR,SEX,AGE,VALUE\n0,2024,M,0,100\n");
    assertThat(out.toString().lines()).hasSize(1 + 4 * 10);
    StringBuilder components = new StringBuilder();
    PopulationTables.writeComponents(p, components);
    assertThat(components.toString())
        .startsWith("REF_AREA,YEAR,COMPONENT,SEX,VALUE\n0,2024,births,M,");
    assertThat(components.toString().lines()).hasSize(1 + 3 * 6);
    assertThat(components.toString()).contains("0,2024,migration,F,-2.5\n");
  }

  @Test
  void anEmptiedCohortIsAnErrorWithFileAndLine() {
    Map<String, String> files = good();
    files.put(
        "migration.csv", text(files, "migration.csv").replace("2025,F,3,-0.5", "2025,F,3,-400"));
    ProjectionInput input = read(files);
    assertEmptied(input, input.assumptions().migration(), 2025);
  }

  @Test
  void anEmptiedCohortHasItsLineWhereMovesStayOrAreAddedTo() {
    Map<String, String> files = good();
    files.put(
        "migration.csv", text(files, "migration.csv").replace("2025,F,3,-0.5", "2025,F,3,-400"));
    ProjectionInput input = read(files);
    Ages ages = input.population().ages();
    Migration more = Migration.constant(ages, new double[] {9, 9, 9, 9, 9}, new double[5]);
    assertEmptied(input, more.plus(input.assumptions().migration().constantFrom(2025)), 2024);
  }

  private static String text(Map<String, String> files, String name) {
    return files.getOrDefault(name, "");
  }

  /** Line 1 is the header, 2 to 11 are of 2024, 12 to 16 of men in 2025, 20 of women of 3. */
  private static void assertEmptied(ProjectionInput input, Migration migration, int year) {
    Assumptions assumptions = input.assumptions().with(migration);
    for (MigrationTiming timing : MigrationTiming.values()) {
      assertThatThrownBy(
              () ->
                  CohortComponent.ssb()
                      .with(timing)
                      .project(input.population(), assumptions, input.lastYear()))
          .isInstanceOfSatisfying(
              ProjectionInputException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.NEGATIVE_COHORT);
                assertThat(e.where()).isEqualTo("migration.csv");
                assertThat(e.line()).hasValue(20L);
              })
          .hasMessageContaining("migration.csv line 20: moves of " + year + " would leave region 0")
          .hasMessageContaining(" F at 3; allowed: moves out of at most");
    }
  }

  @Test
  void theLineOfAnEmptiedCohortIsThatOfItsRegion() {
    Map<String, String> files = good();
    StringBuilder population = new StringBuilder("REF_AREA,SEX,AGE,VALUE\n");
    StringBuilder migration = new StringBuilder("REF_AREA,YEAR,SEX,AGE,NET\n");
    for (String area : new String[] {"A", "B"}) {
      text(files, "population.csv")
          .lines()
          .skip(1)
          .forEach(r -> population.append(area + "," + r + "\n"));
    }
    for (String area : new String[] {"B", "A"}) {
      text(files, "migration.csv")
          .lines()
          .skip(1)
          .forEach(r -> migration.append(area + "," + r + "\n"));
    }
    files.put("population.csv", population.toString());
    files.put("migration.csv", migration.toString().replace("B,2024,M,4,-0.5", "B,2024,M,4,-900"));
    ProjectionInput input = read(files);
    assertThatThrownBy(
            () ->
                CohortComponent.ssb()
                    .projectLast(input.population(), input.assumptions(), input.lastYear()))
        .hasMessageContaining("migration.csv line 6: moves of 2024 would leave region B with ")
        .hasMessageContaining(" M at 4+; ");
  }

  @Test
  void readsRegionsAndFiveYearGroups() {
    Map<String, String> files = good();
    files.put(
        "population.csv",
        """
        VALUE,AGE,SEX,REF_AREA
        1,0,M,A
        2,5,M,A
        3,0,F,A
        4,5,F,A
        5,0,M,B
        6,5,M,B
        7,0,F,B
        8,5,F,B
        """);
    files.put(
        "survival.csv",
        """
        YEAR,SEX,AGE,SURVIVAL_RATIO
        2024,M,0,1
        2024,M,5,0.9
        2024,F,0,1
        2024,F,5,0.8
        """);
    files.put("fertility.csv", "YEAR,AGE,RATE\n2024,0,0\n");
    files.put("sex_ratio.csv", "YEAR,SRB\n2024,1\n");
    files.put(
        "migration.csv",
        """
        REF_AREA,YEAR,SEX,AGE,NET
        B,2024,M,0,2
        B,2024,M,5,2
        B,2024,F,0,2
        B,2024,F,5,2
        A,2024,M,0,1
        A,2024,M,5,1
        A,2024,F,0,1
        A,2024,F,5,1
        """);
    ProjectionInput input = read(files);
    assertThat(input.lastYear()).isEqualTo(2029);
    Population end =
        CohortComponent.wpp().projectLast(input.population(), input.assumptions(), 2029);
    assertThat(end.at(end.indexOf("A"), Sex.MALE, 1)).isEqualTo((1 + 2) * 0.9 + 1);
    assertThat(end.at(end.indexOf("B"), Sex.FEMALE, 1)).isEqualTo((7 + 8) * 0.8 + 2);
  }

  @Test
  void sexRatiosMayDifferByRegion() {
    Map<String, String> files = new HashMap<>(good());
    for (String file : new String[] {"population.csv", "survival.csv", "migration.csv"}) {
      files.put(file, inBoth(files.getOrDefault(file, "")));
    }
    files.put(
        "sex_ratio.csv",
        """
        REF_AREA,YEAR,SRB
        B,2024,3
        A,2024,1
        B,2025,3
        A,2025,1
        B,2026,3
        A,2026,1
        """);
    ProjectionInput input = read(files);
    Projection p = CohortComponent.ssb().project(input.population(), input.assumptions(), 2027);
    double all = p.component(Component.BIRTHS, 2024, 0, Sex.FEMALE) * 2;
    assertThat(all).isPositive();
    assertThat(p.component(Component.BIRTHS, 2024, 0, Sex.MALE)).isEqualTo(all / 2);
    assertThat(p.component(Component.BIRTHS, 2024, 1, Sex.MALE)).isEqualTo(all * 3 / 4);
    assertThat(p.component(Component.BIRTHS, 2024, 1, Sex.FEMALE)).isEqualTo(all / 4);
    files.put("sex_ratio.csv", "REF_AREA,YEAR,SRB\nA,2024,1\nA,2025,1\nA,2026,1\n");
    assertThatThrownBy(() -> read(files))
        .hasMessageContaining("sex_ratio.csv: nothing for region B");
  }

  /** The rows of a file in region A, and again in region B. */
  private static String inBoth(String file) {
    String[] rows = file.split("\n", -1);
    StringBuilder both = new StringBuilder("REF_AREA," + rows[0] + "\n");
    for (String area : new String[] {"A", "B"}) {
      for (int i = 1; i + 1 < rows.length; i++) {
        both.append(area).append(',').append(rows[i]).append('\n');
      }
    }
    return both.toString();
  }

  @Test
  void theRegionThatOnlyTheRatesNameIsThePopulations() {
    Map<String, String> files = new HashMap<>(good());
    files.put("sex_ratio.csv", "REF_AREA,YEAR,SRB\nNO,2024,1\nNO,2025,1\nNO,2026,1\n");
    assertThat(read(files).population().regions().get(0).code()).isEqualTo("NO");
    files.put("sex_ratio.csv", "REF_AREA,YEAR,SRB\nNO,2024,1\nSE,2024,1\n");
    assertThatThrownBy(() -> read(files))
        .isInstanceOf(ProjectionInputException.class)
        .hasMessageContaining("sex_ratio.csv line 3: region SE besides NO");
  }

  @Test
  void textThatIsNotUtf8IsSaidWithItsLine(@TempDir Path directory) throws IOException {
    Map<String, String> files = new HashMap<>(good());
    files.put("sex_ratio.csv", "REF_AREA,YEAR,SRB\nNO,2024,1\nBærum,2025,1\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.write(
          directory.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.ISO_8859_1));
    }
    assertThatThrownBy(() -> PopulationTables.read(TableSource.directory(directory), 2024))
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
        .hasMessage("sex_ratio.csv line 3: \"B\ufffdrum\" is not UTF-8; allowed: a table in UTF-8");
  }

  /** File, text in it, what stands there instead, the kind of problem and part of its message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "survival.csv|2024,M,1,0.91|2024,M,1,1.02|OUT_OF_RANGE|survival.csv line 3: SURVIVAL_RATIO is 1.02; allowed: 0 to 1",
        "survival.csv|2025,F,2,0.92\\n||MISSING_AGE|survival.csv line 18: no value for age 2 of F in 2025; allowed: every age from 0 to the highest, 4",
        "survival.csv|2024,M,1,0.91|2024,M,0,0.91|DUPLICATE|survival.csv line 3: the same as line 2",
        "survival.csv|2024,M,1,0.91|2024,M,1,0,91|UNREADABLE|survival.csv line 3: 5 fields; allowed: 4",
        "survival.csv|2024,M,1,0.91|2024,M,1,\"0.91|UNREADABLE|survival.csv line 2: the file cannot be read from here on",
        "survival.csv|2024,M,1,0.91|2024,M,1,NaN|NOTATION|survival.csv line 3: SURVIVAL_RATIO is \"NaN\"",
        "survival.csv|2024,M,1,0.91|2024,K,1,0.91|NOTATION|survival.csv line 3: SEX is \"K\"; allowed: M or F",
        "survival.csv|2026,|2027,|YEARS|survival.csv line 22: the years go from 2025 to 2027",
        "survival.csv|2024,|2023,|YEARS|survival.csv line 12: the years go from 2023 to 2025",
        "fertility.csv|2024,3,0.2|2024,3,-0.2|OUT_OF_RANGE|fertility.csv line 3: RATE is -0.2; allowed: births per woman, 0 or more",
        "fertility.csv|2026,2,0.1\\n2026,3,0.2\\n||YEARS|fertility.csv line 4: years 2024 to 2025; allowed: years that join the population and the other files: 2024 to 2026",
        "fertility.csv|2024,3,0.2|2024,7,0.2|OPEN_AGE|fertility.csv line 3: the highest age is 7",
        "fertility.csv|2024,3,0.2|2024,3,0.2\\n2024,4,0.1|OUT_OF_RANGE|fertility.csv line 4: RATE at age 4 is more than 0; allowed: 0 at age 0 and at the open age of population.csv, 4",
        "sex_ratio.csv|2024,1.06|2024,0|OUT_OF_RANGE|sex_ratio.csv line 2: SRB is 0; allowed: males per female at birth, more than 0",
        "sex_ratio.csv|YEAR,SRB|YEAR,RATIO|COLUMN|sex_ratio.csv line 1: column \"RATIO\" is unknown",
        "migration.csv|2026,F,4,-0.5|2026,F,5,-0.5|OPEN_AGE|migration.csv line 31: the highest age is 5; allowed: the open age of population.csv, 4",
        "population.csv|M,2,102|M,2,-102|OUT_OF_RANGE|population.csv line 4: VALUE is -102; allowed: 0 or more",
        "population.csv|M,2,102\\n||MISSING_AGE|population.csv line 3: no value for age 2 of M",
        "population.csv|M,2,102|M,2,1e999|OUT_OF_RANGE|population.csv line 4: VALUE is 1e999",
        "population.csv|SEX,AGE|SEX,SEX|COLUMN|column SEX is there twice",
      })
  void saysWhatIsWrong(String file, String text, String instead, Kind kind, String message) {
    Map<String, String> files = good();
    String before = files.getOrDefault(file, "");
    String after =
        before.replace(
            text.replace("\\n", "\n"), instead == null ? "" : instead.replace("\\n", "\n"));
    assertThat(after).isNotEqualTo(before);
    files.put(file, after);
    assertThatThrownBy(() -> read(files))
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }

  @Test
  void saysWhichFileIsMissingOrEmpty() {
    Map<String, String> files = good();
    files.remove("sex_ratio.csv");
    assertThatThrownBy(() -> read(files))
        .hasMessageStartingWith("sex_ratio.csv: there is no such file");
    files.put("sex_ratio.csv", "");
    assertThatThrownBy(() -> read(files))
        .hasMessageStartingWith("sex_ratio.csv: the file is empty");
    files.put("sex_ratio.csv", "YEAR,SRB\n");
    assertThatThrownBy(() -> read(files)).hasMessageStartingWith("sex_ratio.csv line 1: no rows");
  }

  @Test
  void laterRatesThanNeededAreLeftOut() {
    ProjectionInput input =
        PopulationTables.read(TableSource.ofTexts(good()), 2024, OptionalInt.of(2026));
    assertThat(input.lastYear()).isEqualTo(2026);
    assertThatThrownBy(
            () -> PopulationTables.read(TableSource.ofTexts(good()), 2024, OptionalInt.of(2030)))
        .hasMessageContaining("survival.csv line 22: years 2024 to 2026")
        .hasMessageContaining("2024 to 2029");
    assertThatThrownBy(
            () -> PopulationTables.read(TableSource.ofTexts(good()), 2024, OptionalInt.of(2024)))
        .hasMessage(
            "projection: the last year 2024 with the start 2024; allowed: a last year of 2025 or"
                + " later");
  }

  @Test
  void hostileFilesDoNotHangOrFillTheMemory() {
    Map<String, String> files = good();
    files.put("population.csv", "SEX,AGE,VALUE\nM,0,\"1\n" + "x".repeat(100_000));
    assertThatThrownBy(() -> read(files)).isInstanceOf(ProjectionInputException.class);
    files.put("population.csv", "REF_AREA,SEX,AGE,VALUE\nA,M,0,1\nB,F,200,1\n");
    assertThatThrownBy(() -> read(files)).isInstanceOf(ProjectionInputException.class);
    files.put("population.csv", "SEX,AGE,VALUE\nM,0," + "9".repeat(5_000) + "\n");
    assertThatThrownBy(() -> read(files)).hasMessageContaining("VALUE is");
  }
}
