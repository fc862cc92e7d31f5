package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts, from the command line to the files. */
class ComputeAccountsTest {
  private static final String HEADER = "periode,region,kontoklasse,funksjon,art,belop\n";

  @TempDir Path temp;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        ComputeAccounts.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Path shared() {
    Optional<Path> found =
        Optional.ofNullable(System.getProperty("maaltall.shared"))
            .map(dir -> Path.of(dir).resolve("data").resolve("accounts"));
    for (Path at = Path.of("").toAbsolutePath();
        found.isEmpty() && at != null;
        at = at.getParent()) {
      found =
          Optional.of(at.resolve("shared").resolve("data").resolve("accounts"))
              .filter(Files::isDirectory);
    }
    assumeTrue(found.isPresent(), "shared/data/accounts is not beside the project or above it");
    return found.orElseThrow();
  }

  @Test
  void saysWhichCodesGotTheirZerosBack() throws IOException {
    Path data = Files.createDirectory(temp.resolve("in"));
    Files.writeString(data.resolve("data.csv"), HEADER + "2024,301,D,120,380,847\n");
    Run run = run("--data", data.toString(), "--out", temp.resolve("out").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Nuller foran koder er satt tilbake i data.csv: region 301 lest som 0301\n");
  }

  @Test
  void computesWhatStatisticsNorwayComputed() throws IOException {
    Run run = run("--data", shared().toString(), "--out", temp.toString(), "--period", "2015");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    List<String> expected = Files.readAllLines(shared().resolve("expected_2015_nonzero.csv"));
    List<String> got = Files.readAllLines(temp.resolve("accounts.csv"));
    assertThat(got.get(0)).isEqualTo(expected.get(0));
    assertThat(got).hasSize(13_030);
    assertThat(got.stream().sorted().toList()).isEqualTo(expected.stream().sorted().toList());
    assertThat(run.out()).contains("Beløp: 357112, av dem 13029 ulik null").contains("ms å regne");
  }

  @Test
  void explainsAnAmountByItsLines() {
    Run run = run("--data", shared().toString(), "--explain", "A:0300:FG2:D:AGD10");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("A:0300:FG2:D:AGD10 [2015], konsern = ")
        .contains("\u00a0tusen kr\n")
        .contains("data.csv linje ");
  }

  @Test
  void theBundledAccountsAreCompleteAndMadeUp() throws IOException {
    Run run = run("--out", temp.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Regnskap 2024, region 3201, konsern, 1\u00a0000 kr")
        .contains("Regnskap 2024, region EKA32")
        .contains("Barnevern")
        .contains("Kontroll av data.csv: 0 feil, 0 advarsler");
    List<String> rows = Files.readAllLines(temp.resolve("accounts.csv"));
    assertThat(rows.get(0)).isEqualTo("regnskapsomfang,region,funksjon,kontoklasse,art,belop");
    assertThat(rows.subList(1, rows.size())).isSorted();
    JsonNode figures = new ObjectMapper().readTree(temp.resolve("figures.json").toFile());
    assertThat(figures).hasSizeGreaterThan(150);
    assertThat(figures.get(0).get("unit").asText()).isEqualTo("kNOK");
  }

  @Test
  void withoutEnterprisesOnlyTheMunicipalityAlone() throws IOException {
    Files.writeString(temp.resolve("data.csv"), HEADER + "2024,3201,D,252,010,12\n");
    Run run = run("--data", temp.toString(), "--out", temp.resolve("out").toString());
    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllLines(temp.resolve("out").resolve("accounts.csv")))
        .contains("B,3201,FGK13,D,AG16,12")
        .noneMatch(r -> r.startsWith("A,"));
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    Files.writeString(temp.resolve("data.csv"), HEADER + "2024,3201,D,252,010,12.5\n");
    Run run = run("--data", temp.toString(), "--out", temp.resolve("out").toString());
    assertThat(run.code()).isNotZero();
    assertThat(run.err().lines())
        .containsExactly(
            "data.csv line 2, belop: \"12.5\" has decimals; allowed: whole units, such as 12 or"
                + " -12");
    assertThat(run("--period", "1999").err()).contains("no accounting rules for 1999");
    assertThat(run("--explain", "A:3201:FG2").err()).contains("invalid account key");
    assertThat(run("--data", temp.resolve("nei").toString()).err())
        .contains("data.csv")
        .contains("there is no such file");
  }
}
