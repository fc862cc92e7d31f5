package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a table, from the command line to the file of cells. */
class ReadTableTest {
  @TempDir Path temp;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        ReadTable.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private List<String> cells() throws IOException {
    return Files.readAllLines(temp.resolve("out/cells.csv"));
  }

  private Run read(Path file) {
    return run(file.toString(), "--out", temp.resolve("out").toString());
  }

  @Test
  void readsTheBundledTableAndSaysThatItIsMadeUp() throws IOException {
    Run run = run("--out", temp.resolve("out").toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("oppdiktede", "Oppdiktede barnehager, etter kommune", "Kilde: Oppdiktet")
        .contains("Region", "kommune", "Østvik", "prosent", "2025-01-01", "cells.csv");
    assertThat(cells())
        .hasSize(1 + 2 * 2 * 2 * 3)
        .startsWith("Region,Eierform,ContentsCode,Tid,OBS_VALUE,OBS_STATUS")
        .contains(
            "9901,K,Barn,2022,512,",
            "9901,K,Andel,2024,,...",
            "9901,P,Barn,2024,0,-",
            "9902,P,Barn,2022,,....",
            "9902,P,Andel,2022,,.");
  }

  @Test
  void tellsTheKindByTheContentNotByTheName() throws IOException {
    Path px = temp.resolve("table.csv");
    Files.writeString(px, "STUB=\"a\";\nVALUES(\"a\")=\"x\",\"y\";\nDATA=1 2;\n");
    assertThat(read(px).code()).isZero();
    assertThat(cells()).containsExactly("a,OBS_VALUE,OBS_STATUS", "x,1,", "y,2,");

    Path json = temp.resolve("table.px");
    Files.writeString(
        json,
        "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"a\"],\"size\":[2],\"dimension\":"
            + "{\"a\":{\"category\":{\"index\":[\"x\",\"y\"]}}},\"value\":[1.50,null],"
            + "\"status\":{\"1\":\":\"}}");
    assertThat(read(json).code()).isZero();
    assertThat(cells()).containsExactly("a,OBS_VALUE,OBS_STATUS", "x,1.5,", "y,,:");

    Path udir = temp.resolve("table.json");
    Files.write(
        udir,
        "sep=;\r\nEnhetNavn;2023-24.Antall elever;2024-25.Antall elever\r\nVik;5\u00a0525;*\r\n"
            .getBytes(StandardCharsets.UTF_16LE));
    assertThat(read(udir).code()).isZero();
    assertThat(cells())
        .containsExactly(
            "Enhet,Skoleaar,Statistikkvariabel,OBS_VALUE,OBS_STATUS",
            "Vik,2023/2024,Antall elever,5525,",
            "Vik,2024/2025,Antall elever,,*");
  }

  @Test
  void saysInOneLineWhatToFetchInsteadOfASpreadsheet() throws IOException {
    Path xlsx = temp.resolve("table.px");
    Files.write(xlsx, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});

    Run run = read(xlsx);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("xlsx", "json-stat2").hasLineCount(1);
    assertThat(temp.resolve("out/cells.csv")).doesNotExist();
  }

  @Test
  void keepsTheCellsOfTheRunBeforeWhenAFileCannotBeRead() throws IOException {
    run("--out", temp.resolve("out").toString());
    List<String> before = cells();
    Path cut = temp.resolve("cut.px");
    Files.writeString(cut, "STUB=\"a\";\nVALUES(\"a\")=\"x\",\"y\";\nDATA=1 2");

    assertThat(read(cut).code()).isEqualTo(2);
    assertThat(cells()).isEqualTo(before);
  }

  /** Every real table has a row per cell; the product of the sizes is checked by its reader. */
  @Test
  void readsRealTables() throws IOException {
    for (String directory : List.of("px", "udir", "jsonstat/ssb", "jsonstat/samples")) {
      for (Path file : real(directory)) {
        Run run = read(file);
        assertThat(run.err()).as(file.toString()).doesNotContain("\tat ");
        if (file.toString().endsWith(".px")) {
          assertThat(run.code()).as(run.err()).isZero();
        }
        assertThat(run.code()).as(run.err()).isIn(0, 2);
      }
    }
  }

  private static List<Path> real(String directory) throws IOException {
    Optional<Path> found = shared().map(dir -> dir.resolve(directory)).filter(Files::isDirectory);
    Assumptions.assumeTrue(found.isPresent(), "shared/data is not beside the project or above it");
    try (Stream<Path> files = Files.list(found.orElseThrow())) {
      return files.sorted().toList();
    }
  }

  private static Optional<Path> shared() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
