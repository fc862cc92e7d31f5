package no.maaltall.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.io.TidyTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example runs on its bundled tables, and what it writes is right. */
class CarryRegionsTest {
  @TempDir private Path directory;

  private String run(int code, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    assertThat(CarryRegions.run(stream, stream, args)).isEqualTo(code);
    return out.toString(UTF_8);
  }

  private static Observation at(DataSet dataSet, String indicator, String region, int year) {
    return dataSet.series(indicator, region).at(Period.year(year));
  }

  @Test
  void carriesTheBundledTablesToTheMunicipalitiesOf2024() throws IOException {
    String printed = run(0, "--to", "2024-01-01", "--out", directory.toString());

    assertThat(printed)
        .contains("0220 Asker + 0627 Røyken + 0628 Hurum → 3203 Asker, 2018–2019")
        .contains("0226 Sørum + 0227 Fet + 0231 Skedsmo → 3205 Lillestrøm, 2018–2019")
        .contains("1103 Stavanger + 1141 Finnøy + 1142 Rennesøy → 1103 Stavanger, 2018–2019")
        .contains("0219 Bærum → 3201 Bærum, 2018–2019")
        .contains("3024 Bærum → 3201 Bærum, 2020–2023")
        .contains("bhg.barn, 1507 Ålesund → 1580 Haram, 2020–2023")
        .contains("mangler 0628 Hurum")
        .contains("Null utenfor gyldighet (2)")
        .contains("EAK Landet");
    assertThat(Files.readString(directory.resolve("report.txt")))
        .contains("0219 Bærum → 3201 Bærum");
    assertThat(Files.readString(directory.resolve("report.csv")))
        .startsWith("Hva,Indikator,Fra,Til,Perioder,Tall,Merknad\n");

    DataSet carried = TidyTables.read(directory);
    // 3207 + 1207 + 407 inhabitants and 2918 + 1098 + 370 children in 2019.
    assertThat(at(carried, "bhg.innbyggere", "3203", 2019)).isEqualTo(Observation.of(4821));
    assertThat(at(carried, "bhg.barn", "3203", 2019)).isEqualTo(Observation.of(4386));
    assertThat(at(carried, "bhg.dekning", "3203", 2019).value()).isEqualTo(100.0 * 4386 / 4821);
    assertThat(at(carried, "bhg.utgifter", "3203", 2018))
        .isEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
    assertThat(at(carried, "bhg.tilfredshet", "3203", 2019).isMissing()).isTrue();
    assertThat(at(carried, "bhg.tilfredshet", "3201", 2019).isMissing()).isFalse();
    assertThat(at(carried, "bhg.barn", "1580", 2019).isMissing()).isTrue();
    assertThat(at(carried, "bhg.barn", "EAK", 2018)).isEqualTo(Observation.of(260_000));
    assertThat(carried.series("bhg.barn", "1103").declaredBreaks()).hasSize(1);
  }

  @Test
  void weightsDivideWhatWasDivided() throws IOException {
    Path weights = directory.resolve("weights.csv");
    Files.writeString(weights, "FROM,TO,WEIGHT\n1507,1508,0.75\n1507,1580,0.25\n");
    Path out = directory.resolve("out");
    run(0, "--weights", weights.toString(), "--out", out.toString());

    DataSet carried = TidyTables.read(out);
    // 3514 inhabitants of 1507 in 2020.
    assertThat(at(carried, "bhg.innbyggere", "1580", 2020))
        .isEqualTo(new Observation(878.5, ObservationStatus.ESTIMATED));
  }

  @Test
  void whatWasWrittenIsReadAgainAsAlreadyCarried() {
    Path first = directory.resolve("a");
    Path second = directory.resolve("b");
    run(0, "--out", first.toString());
    run(0, "--data", first.toString(), "--already-on", "2024-01-01", "--out", second.toString());

    assertThat(TidyTables.read(second)).isEqualTo(TidyTables.read(first));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThat(run(2, "--data", directory.toString(), "--out", directory.toString()))
        .contains("allowed: another one");
    assertThat(run(2, "--to", "1960-01-01", "--out", directory.toString()))
        .contains("1972-01-01 and later");
    Path weights = directory.resolve("weights.csv");
    Files.writeString(weights, "FROM,TO,WEIGHT\n1507,1508,halv\n");
    assertThat(run(2, "--weights", weights.toString(), "--out", directory.toString()))
        .contains("halv");
    Files.writeString(weights, "FROM,TO\n1507,1508\n");
    assertThat(run(2, "--weights", weights.toString(), "--out", directory.toString()))
        .contains("FROM, TO, WEIGHT");
    Files.writeString(weights, "FROM,TO,WEIGHT\n1507,1508,0.75\n1507,1580,\"0.25\n");
    assertThat(run(2, "--weights", weights.toString(), "--out", directory.toString()))
        .contains("Unclosed quoted field");
  }
}
