package no.maaltall.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTablesTest {
  @TempDir Path directory;

  private static final TableSource EVERYTHING = TableSource.resources(TidyTablesTest.class, "all");

  @Test
  void readsEveryColumnOfEveryFile() {
    DataSet dataSet = TidyTables.read(EVERYTHING);

    assertThat(dataSet.indicators())
        .containsExactly(
            Indicator.builder()
                .id("bhg.ledere")
                .name("Pedagogiske ledere")
                .unit(Unit.COUNT)
                .area("Barnehage")
                .source("SSB 12562")
                .build(),
            Indicator.builder()
                .id("bhg.godkjent")
                .name("Ledere, \"godkjent\"")
                .unit(Unit.COUNT)
                .direction(Direction.UP)
                .target(400)
                .parent("bhg.ledere")
                .build(),
            Indicator.builder()
                .id("bhg.andel")
                .unit(Unit.PERCENT)
                .direction(Direction.UP)
                .decimals(1)
                .priceBase("løpende")
                .ratio(new RatioDefinition("bhg.godkjent", "bhg.ledere", 100))
                .build());
    assertThat(dataSet.regions())
        .containsExactly(
            new Region(
                "0219",
                "Bærum",
                Optional.of(LocalDate.of(1838, 1, 1)),
                Optional.of(LocalDate.of(2019, 12, 31))),
            Region.of("3201"));
    assertThat(dataSet.breaks())
        .containsExactly(
            SeriesBreak.of(Period.year(2020), "Kommunereformen"),
            new SeriesBreak(
                Optional.of("bhg.ledere"), Optional.of("3201"), Period.month(2024, 8), ""));
    assertThat(dataSet.series("bhg.godkjent", "0219").at(Period.year(2018)))
        .isEqualTo(new Observation(322, ObservationStatus.PROVISIONAL));
    assertThat(dataSet.series("bhg.godkjent", "0219").at(Period.year(2019)))
        .isEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
    assertThat(dataSet.series("bhg.ledere", "0219").at(Period.year(2019)))
        .isEqualTo(Observation.missing());
    assertThat(dataSet.series("bhg.andel", "0219").at(Period.year(2018)).value()).isEqualTo(80.5);
  }

  @Test
  void readsAByteOrderMarkAndAnyLineEnds() {
    String windows = "\ufeff" + SampleTables.OBSERVATIONS.replace("\n", "\r\n");
    String oldMac = SampleTables.INDICATORS.replace("\n", "\r");

    DataSet dataSet =
        TidyTables.read(
            TableSource.ofTexts(
                Map.of(
                    "observations.csv", windows,
                    "indicators.csv", oldMac,
                    "regions.csv", SampleTables.REGIONS)));

    assertThat(dataSet).isEqualTo(TidyTables.read(TableSource.ofTexts(SampleTables.good())));
  }

  @Test
  void headersAloneAreAnEmptyDataSet() {
    DataSet empty =
        TidyTables.read(
            TableSource.ofTexts(
                Map.of(
                    "indicators.csv", "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS",
                    "observations.csv", "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE")));

    assertThat(empty).isEqualTo(DataSet.builder().build());
  }

  @Test
  void aRegionWithoutAListHasItsCodeAsNameAndARefusedRowAddsNone() {
    Reading reading =
        TidyTables.readLenient(
            TableSource.ofTexts(
                Map.of(
                    "indicators.csv",
                    SampleTables.INDICATORS,
                    "observations.csv",
                    SampleTables.OBSERVATIONS + "bhg.alle,9999,2018,x,\n")));

    assertThat(reading.dataSet().regions()).containsExactly(Region.of("3201"));
  }

  @Test
  void missingFilesAreNamedWithTheDirectory() {
    assertThatThrownBy(() -> TidyTables.read(directory))
        .isInstanceOf(TidyTableException.class)
        .hasMessage(
            "indicators.csv: there is no such file in "
                + directory
                + "; allowed: a directory with indicators.csv and observations.csv");

    Reading reading = TidyTables.readLenient(directory.resolve("nowhere"));
    assertThat(reading.problems())
        .extracting(TableProblem::kind)
        .containsExactly(Kind.MISSING_FILE, Kind.MISSING_FILE);
    assertThat(reading.isClean()).isFalse();
  }

  @Test
  void anUnknownCodeKeepsTheExceptionThatListsTheNearest() {
    TableSource source =
        SampleTables.with(
            "observations.csv", "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\nbhg.al,3201,2018,1\n");

    assertThatThrownBy(() -> TidyTables.read(source))
        .hasCauseInstanceOf(UnknownCodeException.class);
  }

  @Test
  void aStreamThatFailsIsAProblemWithItsLine() {
    TableSource source =
        name ->
            name.equals("observations.csv")
                ? Optional.of(new FailingStream(SampleTables.OBSERVATIONS))
                : TableSource.ofTexts(SampleTables.good()).open(name);

    Reading reading = TidyTables.readLenient(source);

    assertThat(reading.problems())
        .extracting(TableProblem::message)
        .containsExactly(
            "observations.csv line 4: the file cannot be read from here on:"
                + " java.io.IOException: the disk is gone");
    assertThat(reading.dataSet().size()).isEqualTo(2);
    assertThatThrownBy(() -> TidyTables.read(source)).hasRootCauseMessage("the disk is gone");
  }

  /** Gives its bytes and then fails. */
  private static final class FailingStream extends InputStream {
    private final InputStream bytes;

    FailingStream(String text) {
      bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
      int next = bytes.read();
      if (next < 0) {
        throw new IOException("the disk is gone");
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = bytes.read(buffer, offset, length);
      if (count < 0) {
        throw new IOException("the disk is gone");
      }
      return count;
    }
  }

  @Test
  void onlyRowsThatAreNotUtf8AreLeftOut() {
    String regions = "REF_AREA,NAME\n3201,Bærum\n0301,Oslo\n1103,�\n";
    Reading reading =
        TidyTables.readLenient(withBytes("regions.csv", latin1Line(regions, "3201,Bærum\n")));

    assertThat(reading.problems().get(0).message())
        .isEqualTo(
            "regions.csv line 2, column NAME: \"B\\xE6rum\" is not UTF-8; allowed: UTF-8; this"
                + " looks like Latin-1, where it is \"Bærum\"");
    assertThat(reading.dataSet().regions())
        .as("a true replacement character is a character")
        .containsExactly(Region.of("0301", "Oslo"), Region.of("1103", "�"));
  }

  /** UTF-8 but for one line. */
  private static byte[] latin1Line(String text, String line) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .replace(
            new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), line)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void utf16IsToldApartFromABrokenHeader() {
    for (String charset : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
      byte[] bytes = SampleTables.INDICATORS.getBytes(Charset.forName(charset));
      assertThatThrownBy(() -> TidyTables.read(withBytes("indicators.csv", bytes)))
          .as(charset)
          .hasMessageMatching(
              "indicators.csv line 1: \"the file\" is not UTF-8; allowed: UTF-8; this looks like"
                  + " UTF-(16|32)( without a byte order mark)?");
    }
  }

  private static TableSource withBytes(String file, byte[] bytes) {
    return name ->
        name.equals(file)
            ? Optional.of(new ByteArrayInputStream(bytes))
            : TableSource.ofTexts(SampleTables.good()).open(name);
  }

  @Test
  void writesOnlyWhatIsNeeded() throws IOException {
    DataSet plain =
        DataSet.builder()
            .addIndicator(Indicator.builder().id("b").unit(Unit.parse("NOK/child")).build())
            .addIndicator(Indicator.builder().id("a").name("A, \"a\"").decimals(2).build())
            .addObservation("a", "2", "2018", 0.1)
            .addObservation("b", "2", "2018K1", 1e21)
            .addObservation("b", "2", Period.quarter(2017, 4), Observation.missing())
            .build();
    Files.writeString(directory.resolve("breaks.csv"), "of an earlier data set");

    TidyTables.write(plain, directory);

    assertThat(Files.readString(directory.resolve("indicators.csv")))
        .isEqualTo(
            """
            INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS
            b,,NOK/child,0,0
            a,"A, ""a""\",count,0,2
            """);
    assertThat(Files.readString(directory.resolve("observations.csv")))
        .isEqualTo(
            """
            INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE
            b,2,2017-Q4,
            b,2,2018-Q1,1.0E21
            a,2,2018,0.1
            """);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("indicators.csv", "observations.csv");
    }
    assertThat(TidyTables.read(directory)).isEqualTo(plain);
  }

  @Test
  void keepsTheOrderOfRegionsThatTheObservationsDoNotShow() {
    DataSet dataSet =
        DataSet.builder()
            .addIndicator(Indicator.builder().id("a").build())
            .addIndicator(Indicator.builder().id("b").build())
            .addObservation("b", "1", "2018", 1)
            .addObservation("a", "2", "2018", 1)
            .build();

    TidyTables.write(dataSet, directory);

    assertThat(TidyTables.read(directory).regions())
        .containsExactly(Region.of("1"), Region.of("2"));
  }

  @Test
  void refusesToWriteWhatWouldReadBackDifferently() throws IOException {
    TidyTables.write(TidyTables.read(EVERYTHING), directory);

    for (String text : new String[] {"", "a\0b", "half \ud83d", "\ude00", "x".repeat(1_000_001)}) {
      DataSet dataSet =
          DataSet.builder().addIndicator(Indicator.builder().id("a").area(text).build()).build();
      assertThatThrownBy(() -> TidyTables.write(dataSet, directory))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("AREA of indicator a cannot be written: \"");
    }

    assertThat(TidyTables.read(directory))
        .as("what was there before")
        .isEqualTo(TidyTables.read(EVERYTHING));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).as("no temporary file is left").hasSize(4);
    }
  }

  @Test
  void refusesABreakInARegionThatAListOfRegionsCannotHave() {
    DataSet dataSet =
        DataSet.builder()
            .addRegion(Region.of("3201", "Bærum"))
            .addBreak(new SeriesBreak(Optional.empty(), Optional.of("3210"), Period.year(2020), ""))
            .build();

    assertThatThrownBy(() -> TidyTables.write(dataSet, directory))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("3210");
  }

  @Test
  void problemsAreTheSameAfterJson() throws IOException {
    Reading reading =
        TidyTables.readLenient(
            SampleTables.with("indicators.csv", SampleTables.INDICATORS + "x".repeat(500) + "\n"));
    ObjectMapper mapper = new ObjectMapper();

    for (TableProblem problem : reading.problems()) {
      String json = mapper.writeValueAsString(problem);
      assertThat(mapper.readValue(json, TableProblem.class)).isEqualTo(problem);
    }
    assertThat(reading.problems()).hasSize(1);
  }

  @Test
  void textsWithHalfASurrogatePairAreNoSource() {
    assertThatThrownBy(() -> TableSource.ofTexts(Map.of("indicators.csv", "\ud83d")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
