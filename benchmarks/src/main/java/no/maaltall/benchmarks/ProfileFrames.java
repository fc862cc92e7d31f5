package no.maaltall.benchmarks;

import static org.dflib.Exp.$double;
import static org.dflib.Exp.$int;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dflib.DataFrame;
import org.dflib.Exp;
import org.dflib.Series;

/**
 * Every region against every group in DFLib: sums of each indicator in each group, joined with the
 * values. A missing value is a zero with weight zero beforehand, and each value is multiplied with
 * its weight beforehand too; neither is timed.
 */
final class ProfileFrames {
  private final int periods;
  private final int regions;
  private final int groups;
  private final DataFrame values;
  private final DataFrame weighted;
  private final Exp<?>[] sums;
  private final Exp<?>[] relative;

  ProfileFrames(PanelData data) {
    double[][] x = data.panel().columnsUnsafe();
    double[][] w = data.population().columnsUnsafe();
    int[] groupOf = data.groupOfRegions();
    periods = x.length;
    regions = data.regions();
    groups = data.groups().groups().size();
    int cells = x[0].length;
    int[] i = IntStream.range(0, cells).map(k -> k / regions).toArray();
    int[] r = IntStream.range(0, cells).map(k -> k % regions).toArray();
    int[] g = IntStream.range(0, cells).map(k -> groupOf[k % regions]).toArray();
    Series<?>[] own = new Series<?>[periods + 2];
    Series<?>[] sides = new Series<?>[2 * periods + 2];
    own[0] = Series.ofInt(i);
    own[1] = Series.ofInt(r);
    sides[0] = Series.ofInt(i);
    sides[1] = Series.ofInt(g);
    for (int p = 0; p < periods; p++) {
      own[p + 2] = Series.ofDouble(hundredfold(x[p]));
      sides[2 * p + 2] = Series.ofDouble(weighted(x[p], w[p]));
      sides[2 * p + 3] = Series.ofDouble(weights(x[p], w[p]));
    }
    values = DataFrame.byColumn(names("i", "r", "x", "")).of(own);
    weighted = DataFrame.byColumn(names("j", "g", "a", "b")).of(sides);
    sums = new Exp<?>[2 * periods + 2];
    sums[0] = $int("j").first().as("j");
    sums[1] = $int("g").first().as("g");
    relative = new Exp<?>[periods + 3];
    relative[0] = $int("i");
    relative[1] = $int("g");
    relative[2] = $int("r");
    for (int p = 0; p < periods; p++) {
      sums[2 * p + 2] = $double("a" + p).sum().as("a" + p);
      sums[2 * p + 3] = $double("b" + p).sum().as("b" + p);
      relative[p + 3] = $double("x" + p).div($double("a" + p).div($double("b" + p)));
    }
  }

  private String[] names(String first, String second, String odd, String even) {
    return Stream.concat(
            Stream.of(first, second),
            IntStream.range(0, periods)
                .boxed()
                .flatMap(p -> even.isEmpty() ? Stream.of(odd + p) : Stream.of(odd + p, even + p)))
        .toArray(String[]::new);
  }

  private static double[] hundredfold(double[] x) {
    return Arrays.stream(x).map(v -> 100 * v).toArray();
  }

  private static double[] weighted(double[] x, double[] w) {
    return IntStream.range(0, x.length)
        .mapToDouble(k -> Double.isNaN(x[k]) ? 0 : x[k] * w[k % w.length])
        .toArray();
  }

  private static double[] weights(double[] x, double[] w) {
    return IntStream.range(0, x.length)
        .mapToDouble(k -> Double.isNaN(x[k]) ? 0 : w[k % w.length])
        .toArray();
  }

  DataFrame profile() {
    DataFrame means = weighted.group("j", "g").agg(sums);
    DataFrame joined = values.innerJoin(means).on("i", "j").select();
    return joined.cols().select(relative);
  }

  /** The profile, one array for each period: indicators × groups × regions. */
  double[][] result(DataFrame profile) {
    double[][] result = new double[periods][profile.height()];
    for (int k = 0; k < profile.height(); k++) {
      int group = key(profile, 0, k) * groups + key(profile, 1, k);
      int cell = group * regions + key(profile, 2, k);
      for (int p = 0; p < periods; p++) {
        result[p][cell] = number(profile, p + 3, k);
      }
    }
    return result;
  }

  private static int key(DataFrame frame, int column, int row) {
    return (int) number(frame, column, row);
  }

  private static double number(DataFrame frame, int column, int row) {
    return frame.get(column, row) instanceof Number n ? n.doubleValue() : Double.NaN;
  }
}
