package no.maaltall.benchmarks;

import static org.dflib.Exp.$double;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dflib.DataFrame;
import org.dflib.Exp;
import org.dflib.Series;
import tech.tablesaw.api.DoubleColumn;

/**
 * DFLib and Tablesaw: a column per period, as ours. Neither makes a quotient by zero missing, so a
 * population of zero is made missing beforehand, which is not timed.
 *
 * <p>DFLib's constants are columns: with a double, releases 1.0.0 to 2.0.0-M6 add a constant where
 * they should divide or multiply ({@code $double("a").div(3.0)} of 10 is 13).
 */
final class DataFramePeers {
  private static final int YEARS = 3;

  private final int periods;
  private final DataFrame frame;
  private final Exp<?>[] trend;
  private final Exp<?>[] coverage;
  private final DoubleColumn[] values;
  private final DoubleColumn[] people;

  DataFramePeers(PanelData data) {
    double[][] x = data.panel().columnsUnsafe();
    double[][] w = data.population().columnsUnsafe();
    periods = x.length;
    Series<?>[] series = new Series<?>[2 * periods + 2];
    String[] names = new String[2 * periods + 2];
    values = new DoubleColumn[periods];
    people = new DoubleColumn[periods];
    for (int p = 0; p < periods; p++) {
      double[] spread = spread(w[p], x[p].length);
      names[p] = "x" + p;
      names[periods + p] = "w" + p;
      series[p] = Series.ofDouble(x[p]);
      series[periods + p] = Series.ofDouble(spread);
      values[p] = DoubleColumn.create("x" + p, x[p]);
      people[p] = DoubleColumn.create("w" + p, spread);
    }
    names[2 * periods] = "years";
    series[2 * periods] = Series.ofDouble(filled(YEARS, x[0].length));
    names[2 * periods + 1] = "hundred";
    series[2 * periods + 1] = Series.ofDouble(filled(100, x[0].length));
    frame = DataFrame.byColumn(names).of(series);
    trend =
        IntStream.range(YEARS, Math.max(YEARS, periods))
            .mapToObj(p -> $double("x" + p).sub($double("x" + (p - YEARS))).div($double("years")))
            .toArray(Exp<?>[]::new);
    coverage =
        IntStream.range(0, periods)
            .mapToObj(p -> $double("x" + p).div($double("w" + p)).mul($double("hundred")))
            .toArray(Exp<?>[]::new);
  }

  private static double[] filled(double value, int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private static double[] spread(double[] people, int cells) {
    double[] spread = new double[cells];
    for (int k = 0; k < cells; k++) {
      double population = people[k % people.length];
      spread[k] = population == 0 ? Double.NaN : population;
    }
    return spread;
  }

  private static String[] names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "r" + i).toArray(String[]::new);
  }

  /** All periods that have one three years before. */
  DataFrame dflibTrend() {
    return frame.cols(names(trend.length)).select(trend);
  }

  DataFrame dflibCoverage() {
    return frame.cols(names(coverage.length)).select(coverage);
  }

  DoubleColumn[] tablesawTrend() {
    DoubleColumn[] result = new DoubleColumn[Math.max(0, periods - YEARS)];
    for (int p = YEARS; p < periods; p++) {
      result[p - YEARS] = values[p].subtract(values[p - YEARS]).divide(YEARS);
    }
    return result;
  }

  DoubleColumn[] tablesawCoverage() {
    DoubleColumn[] result = new DoubleColumn[periods];
    for (int p = 0; p < periods; p++) {
      result[p] = values[p].divide(people[p]).multiply(100);
    }
    return result;
  }

  static double[][] columns(DataFrame result) {
    return IntStream.range(0, result.width())
        .mapToObj(c -> result.getColumn(c).castAsDouble().toDoubleArray())
        .toArray(double[][]::new);
  }

  static double[][] columns(DoubleColumn[] result) {
    return Arrays.stream(result).map(DoubleColumn::asDoubleArray).toArray(double[][]::new);
  }
}
