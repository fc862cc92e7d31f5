package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of Udir's Statistikkbanken. */
class UdirExportTest {
  private static final String SCHOOLS =
      """
      sep=\t
      EnhetNivaa\tFylkekode\tOrganisasjonsnummer\tFylke\tEnhetNavn\tFagkode\tFagnavn\t\
      2023-24.Alle trinn.Begge kjønn.Antall elever\t2023-24.Alle trinn.Begge kjønn.Andel bestått\t\
      2024-25.Alle trinn.Begge kjønn.Antall elever\t\
      2024-25.Alle trinn.Begge kjønn.Antall elever.Brudd\t2024-25.1. trinn.Gutt.Antall elever
      1\t00\tI\tAlle fylker\tAlle skoler\tNOR\tNorsk\t193 809\t70,9%\t5\u00a0525\t\t12
      3\t46\t974557320\tVestland\tSlåtthaug\tNOR\tNorsk\t*\t\t489\t1\t-
      3\t46\t974557320\tVestland\tSlåtthaug\tMAT\tMatematikk\t0\t100,0%\t\t1\t7
      """;

  private static Cube read(String text, Charset charset) {
    return UdirExport.read(new ByteArrayInputStream(text.getBytes(charset)));
  }

  private static void assertRefused(String text, Problem problem) {
    assertThatThrownBy(() -> UdirExport.parse(text))
        .isInstanceOfSatisfying(
            StatbankFileException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-8", "windows-1252"})
  void readsTheWideTable(String charset) {
    Cube cube = read(SCHOOLS.replace("\n", "\r\n"), Charset.forName(charset));

    assertThat(cube.dimensions())
        .extracting(Dimension::id)
        .containsExactly("Enhet", "Fag", "Skoleaar", "trinn", "kjønn", "Statistikkvariabel");
    assertThat(cube.cell("I", "NOR", "2023/2024", "Alle trinn", "Begge kjønn", "Antall elever"))
        .extracting(Cell::value)
        .isEqualTo(193_809.0);
    assertThat(cube.cell("I", "NOR", "2023/2024", "Alle trinn", "Begge kjønn", "Andel bestått"))
        .extracting(Cell::value)
        .isEqualTo(70.9);
    assertThat(cube.dimension("Enhet").category("974557320").label()).isEqualTo("Slåtthaug");
    assertThat(cube.dimension("Fag").category("MAT").label()).isEqualTo("Matematikk");
  }

  @Test
  void tellsSuppressedMissingZeroAndBreakApart() {
    Cube cube = UdirExport.parse(SCHOOLS);
    Map<String, String> school =
        Map.of(
            "Enhet",
            "974557320",
            "Fag",
            "NOR",
            "trinn",
            "Alle trinn",
            "kjønn",
            "Begge kjønn",
            "Statistikkvariabel",
            "Antall elever",
            "Skoleaar",
            "2023/2024");

    assertThat(cube.cell(school).status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(cube.cell(school).sign()).isEqualTo("*");
    assertThat(cube.cell(school).value()).isNaN();
    Cell broken =
        cube.cell("974557320", "NOR", "2024/2025", "Alle trinn", "Begge kjønn", "Antall elever");
    assertThat(broken.value()).isEqualTo(489);
    assertThat(broken.status()).isEqualTo(ObservationStatus.BREAK);
    Cell dash = cube.cell("974557320", "NOR", "2024/2025", "1. trinn", "Gutt", "Antall elever");
    assertThat(dash.value()).isNaN();
    assertThat(dash.status()).isEqualTo(ObservationStatus.MISSING);
    Cell zero =
        cube.cell("974557320", "MAT", "2023/2024", "Alle trinn", "Begge kjønn", "Antall elever");
    assertThat(zero.value()).isZero();
    assertThat(zero.status()).isEqualTo(ObservationStatus.NORMAL);
    assertThat(cube.cell("I", "MAT", "2023/2024", "Alle trinn", "Begge kjønn", "Antall elever"))
        .extracting(Cell::status)
        .isEqualTo(ObservationStatus.MISSING_UNKNOWN);
  }

  @Test
  void becomesASeriesOverSchoolYears() {
    Cube cube = UdirExport.parse(SCHOOLS);

    assertThat(
            cube.toSeries(
                    Map.of(
                        "Enhet",
                        "I",
                        "Fag",
                        "NOR",
                        "trinn",
                        "Alle trinn",
                        "kjønn",
                        "Begge kjønn",
                        "Statistikkvariabel",
                        "Antall elever"))
                .at(Period.schoolYear(2024))
                .value())
        .isEqualTo(5525);
  }

  /** A Norwegian month of 2012 is no school year. */
  @Test
  void makesASchoolYearOfWhatCouldBeAMonth() {
    Cube cube = UdirExport.parse("EnhetNavn;2011-12.Antall elever\nVik;3\n");

    assertThat(cube.dimension("Skoleaar").codes()).containsExactly("2011/2012");
  }

  @Test
  void refusesWhatIsNotANumberARowTwiceOrAFileCut() {
    assertRefused(SCHOOLS.replace("193 809", "193.809"), Problem.NUMBER);
    assertRefused(SCHOOLS.replace("MAT\tMatematikk", "NOR\tNorsk"), Problem.DUPLICATE);
    assertRefused(
        SCHOOLS.replace(
            "2023-24.Alle trinn.Begge kjønn.Andel bestått",
            "2023-24.Alle trinn.Begge kjønn.Antall elever"),
        Problem.DUPLICATE);
    assertRefused(SCHOOLS.replace("\t7\n", "\n"), Problem.SIZE);
    assertRefused(SCHOOLS.stripTrailing(), Problem.CUT_OFF);
    assertRefused("sep=\t\nEnhetNavn\tAntall\nVik\t1\n", Problem.MISSING_PART);
    assertRefused("sep=::\nEnhetNavn\n", Problem.SYNTAX);
    assertRefused("EnhetNavn;2011-12.A;2012-13.B.Brudd\nVik;3;1\n", Problem.UNKNOWN_REFERENCE);
    assertRefused("EnhetNavn;2011-12.A;2012-13.A\nVik;3;\"1\nNes;3;1\n", Problem.SYNTAX);
    assertRefused("", Problem.EMPTY);
  }

  @Test
  void refusesOrReadsAFileCutAtAnyByteAndNeverOtherNumbers() {
    byte[] whole = SCHOOLS.getBytes(StandardCharsets.UTF_16LE);
    Cube cube = read(SCHOOLS, StandardCharsets.UTF_16LE);
    for (int length = 0; length < whole.length; length++) {
      try {
        Cube cut = UdirExport.read(new ByteArrayInputStream(whole, 0, length));
        cut.cells()
            .filter(c -> !Double.isNaN(c.value()))
            .forEach(c -> assertThat(c).isEqualTo(cube.cell(c.codes().toArray(String[]::new))));
      } catch (StatbankFileException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void readsOrRefusesWhateverAFileBecomes() {
    byte[] whole = SCHOOLS.getBytes(StandardCharsets.UTF_16LE);
    Random random = new Random(20251126);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = PxMutations.of(whole, random);
      try {
        UdirExport.read(new ByteArrayInputStream(changed));
      } catch (StatbankFileException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void readsARealExport() {
    Path file =
        JsonStatFiles.directory("../udir")
            .resolve("20220928-1012_Elevundersoekelsen_-_mobbing.csv");
    Cube cube = UdirExport.read(file);

    assertThat(cube.dimension("Indikator").descendants("67.19.00.11")).hasSize(3);
    assertThat(cube.dimension("Skoleaar").codes()).containsExactly("2020/2021", "2021/2022");
    assertThat(cube.size()).isEqualTo(4 * 36);
    assertThat(
            cube.cell(
                    Map.of(
                        "Indikator",
                        "67.10.01.11A",
                        "Skoleaar",
                        "2021/2022",
                        "fylker",
                        "Vestfold og Telemark",
                        "utdanningsprogram",
                        "Yrkesfaglig",
                        "kjønn",
                        "Jente"))
                .value())
        .isEqualTo(3.9);
  }
}
