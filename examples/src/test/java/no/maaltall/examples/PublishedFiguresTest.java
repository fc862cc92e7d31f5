package no.maaltall.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.Trend;
import no.maaltall.kostra.comparison.Breakdown;
import no.maaltall.kostra.comparison.Coverage;
import no.maaltall.kostra.comparison.Efficiency;
import no.maaltall.kostra.comparison.ShareChange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every derived figure that Bærum's documents print, computed from the bundled data and compared at
 * its printed decimals. The table says of each whether it matches, and why not when it does not.
 */
class PublishedFiguresTest {
  private static final Map<String, DataSet> DATA_SETS =
      Stream.of("baerum-2018", "baerum-2024", "baerum-comparison", "baerum-prose")
          .collect(
              Collectors.toMap(
                  name -> name,
                  name ->
                      TidyTables.read(TableSource.resources(PublishedFiguresTest.class, name))));

  private static final List<NamedCsvRecord> ROWS = rows();

  private static List<NamedCsvRecord> rows() {
    var stream = PublishedFiguresTest.class.getResourceAsStream("published-figures.csv");
    try (var csv = CsvReader.builder().ofNamedCsvRecord(stream)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCovered(NamedCsvRecord row) {
    return !row.getField("VERDICT").equals("not_covered");
  }

  @TestFactory
  Stream<DynamicTest> computesEveryCoveredFigure() {
    return ROWS.stream()
        .filter(PublishedFiguresTest::isCovered)
        .map(row -> DynamicTest.dynamicTest(row.getField("ID"), () -> check(row)));
  }

  private static void check(NamedCsvRecord row) {
    double value = compute(row);
    double expected = Double.parseDouble(row.getField("EXPECTED"));
    // The expected figures are written with twelve decimals.
    assertThat(value).isCloseTo(expected, within(1e-11 * Math.max(1, Math.abs(expected))));
    switch (row.getField("VERDICT")) {
      case "match" -> assertThat(rounded(row, value)).isEqualByComparingTo(published(row));
      case "differs" -> {
        assertThat(rounded(row, value)).isNotEqualByComparingTo(published(row));
        assertThat(row.getField("REASON")).isNotBlank();
      }
      default -> assertThat(row.getField("VERDICT")).isEqualTo("unprinted");
    }
  }

  private static BigDecimal published(NamedCsvRecord row) {
    return new BigDecimal(row.getField("PUBLISHED"));
  }

  private static BigDecimal rounded(NamedCsvRecord row, double value) {
    int decimals = Integer.parseInt(row.getField("DECIMALS"));
    // One figure is printed in whole tens, which the library's own rounding does not offer.
    return decimals >= 0
        ? Rounding.toDecimal(value, decimals)
        : new BigDecimal(Rounding.shortest(value)).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static double compute(NamedCsvRecord row) {
    DataSet data = Objects.requireNonNull(DATA_SETS.get(row.getField("DATA_SET")));
    String indicator = row.getField("INDICATOR");
    String region = row.getField("REF_AREA");
    Period period = Period.parse(row.getField("PERIOD"));
    String base = row.getField("BASE_PERIOD");
    Series series = data.series(indicator, region).asOf(period);
    return switch (row.getField("MEASURE")) {
      case "value" -> new ServiceFigures(Analysis.of(data)).value(series, period).value();
      case "change" -> Change.onPrevious().of(series).value();
      case "change_k" -> Change.over(distance(base, period)).of(series).value();
      case "relative_change" -> RelativeChange.over(distance(base, period)).of(series).value();
      case "mean_annual_change_3" -> Trend.meanAnnualChange(3).of(series).value();
      case "total_change_3" -> Trend.totalChange(3).of(series).value();
      case "mean_annual_growth" -> growthFrom(base, series, Growth.compound());
      case "arithmetic_mean_growth" -> growthFrom(base, series, Growth.arithmeticMean());
      case "index" -> IndexNumber.withBase(Period.parse(base)).of(series).value();
      case "share_of_parent" -> shareOfParent(data, series, period).value();
      case "relative_to_region" ->
          Ratio.relativeTo().at(series, data.series(indicator, base), period).value();
      case "net" -> series.at(period).value() - data.series(base, region).at(period).value();
      case "sum_of_parts" -> sumOfParts(data, indicator, region, period);
      case "complement" -> Breakdown.complement(series, period).value();
      case "remainder" -> Breakdown.of(data, indicator, region).remainder(period).value();
      case "remainder_share" ->
          Breakdown.of(data, indicator, region).remainderShare(period).value();
      case "sum_of_rounded_shares" ->
          Breakdown.of(data, indicator, region).sumOfRoundedShares(period).value();
      case "share_of_parts" ->
          Breakdown.of(data, parentOf(series), region).shareOf(period, indicator, base).value();
      case "share_change_of_rounded" ->
          Breakdown.of(data, parentOf(series), region)
              .shareChange(indicator, Period.parse(base), period, ShareChange.OF_ROUNDED)
              .value();
      case "efficiency_below" ->
          -Efficiency.distance(Efficiency.at(series, data.series(base, region), period)).value();
      case "weighted_coverage" -> weightedCoverage(data, series, base, period);
      default -> throw new IllegalArgumentException(row.toString());
    };
  }

  private static String parentOf(Series part) {
    return part.indicator().parent().orElseThrow();
  }

  /** The coverage of two age groups together, weighted with their children. */
  private static double weightedCoverage(
      DataSet data, Series coverage, String other, Period period) {
    String region = coverage.region().code();
    return Coverage.byResidence()
        .weighted(
            List.of(
                Level.observed().at(coverage, period),
                Level.observed().at(data.series(other, region), period)),
            List.of(data.series("barn.1-2", region), data.series("barn.3-5", region)))
        .value();
  }

  private static int distance(String base, Period period) {
    return Period.parse(base).periodsUntil(period);
  }

  /** The growth from the first value of the series, which must be the one of the document. */
  private static double growthFrom(String base, Series series, Measure growth) {
    assertThat(series.period(0)).hasToString(base);
    return growth.of(series).value();
  }

  private static Figure shareOfParent(DataSet data, Series series, Period period) {
    String parent = series.indicator().parent().orElseThrow();
    return Ratio.shareOfWhole().at(series, data.series(parent, series.region().code()), period);
  }

  private static double sumOfParts(DataSet data, String whole, String region, Period period) {
    return data.indicators().stream()
        .filter(i -> i.parent().map(whole::equals).orElse(false))
        .mapToDouble(i -> data.series(i.id(), region).at(period).value())
        .sum();
  }

  @Test
  void saysOfEveryFigureThatIsNotCoveredWhy() {
    assertThat(ROWS)
        .filteredOn(row -> !isCovered(row))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getField("REASON")).isNotBlank());
  }

  @Test
  void leavesNoDerivedFigureOut() throws IOException {
    Path derived = Path.of("..", "..", "shared", "baerum", "derived");
    Assumptions.assumeTrue(
        Files.isDirectory(derived), "the derived figures are not beside the project");
    Set<String> printed = new TreeSet<>();
    try (Stream<Path> files = Files.list(derived)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().matches("[DU].*\\.csv")).toList()) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
          csv.forEach(row -> printed.add(row.getField("derived_id")));
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    ROWS.forEach(row -> listed.add(row.getField("ID")));
    assertThat(listed).isEqualTo(printed).hasSize(ROWS.size());
  }
}
