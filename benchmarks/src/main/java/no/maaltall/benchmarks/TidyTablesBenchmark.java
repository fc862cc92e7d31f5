package no.maaltall.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading observations from tidy CSV, and computing every measure of them, beside CSV parsers that
 * read the same bytes and do nothing with them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class TidyTablesBenchmark {
  /** Those that a service analysis has for every observation. */
  private static final List<Measure> PER_OBSERVATION =
      List.of(
          Change.onPrevious(),
          RelativeChange.onPrevious(),
          IndexNumber.withFirstAsBase(),
          Trend.meanAnnualChange(3),
          Trend.totalChange(3),
          Growth.compound());

  /** Those that look at all values of a series; a service analysis has them for the last period. */
  private static final List<Measure> PER_SERIES =
      List.of(Growth.arithmeticMean(), Trend.leastSquaresSlope(), Trend.theilSenSlope());

  /** How many observations, ten per series. */
  @Param("1000000")
  public int observations;

  /** In which order the rows stand: series by series, or period by period. */
  @Param({"series", "period"})
  public String order = "series";

  private byte[] indicators = {};
  private byte[] rows = {};

  /** Makes the tables: 250 indicators, each in as many regions as it takes, over ten years. */
  @Setup
  public void makeTables() {
    TidyRows made = TidyRows.of(observations, order.equals("series"));
    indicators = made.indicators().getBytes(StandardCharsets.UTF_8);
    rows = made.observations().getBytes(StandardCharsets.UTF_8);
  }

  private DataSet read() {
    TableSource source =
        name ->
            switch (name) {
              case "indicators.csv" -> Optional.of(new ByteArrayInputStream(indicators));
              case "observations.csv" -> Optional.of(new ByteArrayInputStream(rows));
              default -> Optional.empty();
            };
    return TidyTables.read(source);
  }

  /**
   * Ours: from bytes to a data set.
   *
   * @return the data set
   */
  @Benchmark
  public DataSet readTidyTables() {
    return read();
  }

  /**
   * Ours: from bytes to a data set, and the six measures of every observation, series by series.
   *
   * @param sink takes the results
   */
  @Benchmark
  public void readTidyTablesAndMeasure(Blackhole sink) {
    for (Series series : read().observedSeries()) {
      for (Measure measure : PER_OBSERVATION) {
        sink.consume(measure.over(series));
      }
    }
  }

  /**
   * Ours: from bytes to a panel; the six measures of every observation, the three that look at all
   * values of a series as of the last period, and a share, by columns.
   *
   * @param sink takes the results
   */
  @Benchmark
  public void readTidyTablesAndMeasureAll(Blackhole sink) {
    Panel panel = Panel.of(read());
    for (Measure measure : PER_OBSERVATION) {
      sink.consume(measure.of(panel));
    }
    for (Measure measure : PER_SERIES) {
      sink.consume(measure.on(panel).at(panel.asOf()).toPanel());
    }
    sink.consume(Ratio.shareOfWhole().of(panel, panel));
  }

  /**
   * Peer: FastCSV makes a record of each row, and nothing is done with it.
   *
   * @return how many rows
   * @throws IOException never
   */
  @Benchmark
  public long fastCsvRecords() throws IOException {
    long count = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(rows))) {
      for (CsvRecord row : csv) {
        count += row.getFieldCount();
      }
    }
    return count;
  }

  /**
   * Peer: Jackson CSV makes an array of texts of each row, and nothing is done with it.
   *
   * @return how many rows
   * @throws IOException never
   */
  @Benchmark
  public long jacksonCsvRows() throws IOException {
    long count = 0;
    try (MappingIterator<String[]> csv =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(new ByteArrayInputStream(rows))) {
      while (csv.hasNext()) {
        count += csv.next().length;
      }
    }
    return count;
  }
}
