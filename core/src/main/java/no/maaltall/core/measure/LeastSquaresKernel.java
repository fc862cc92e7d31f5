package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Least-squares slopes over columns: {@code Σ w_t x_t}, of which the weights depend only on which
 * values are missing.
 *
 * <p>A block is first computed as if nothing were missing, in passes that vectorise; a missing
 * value makes the result NaN, and those series are done again, with weights from a table by the
 * pattern of missing values and a zero for each of them. Where most series miss something, the
 * first is left out. Neither has a branch for a missing value, which would cost more than the
 * arithmetic. All ways sum in the order of the periods, so the bits are those of the scalar form:
 * adding {@code 0 · 0} changes nothing.
 */
final class LeastSquaresKernel implements Kernel {
  /** 2^12 patterns of 12 weights are 400 kB, which is still in a cache of one core. */
  private static final int LONGEST_PATTERN = 12;

  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long ABOVE_INFINITY = 0x7ff0000000000001L;
  private static final int PATTERNS = 2;
  private static final int MODE = 3;
  private static final int SERIES = 4;
  private static final int SLOPES = 2;

  /**
   * So many columns are read side by side, to pass over the patterns and the slopes less often.
   * Those past the end of a window are the last one again, with weight zero.
   */
  private static final int WIDTH = 5;

  private final double[][] x;
  private final PeriodAxis axis;
  private final int[] lows;
  private final double[][] dense;
  private final WindowKernel oneByOne;
  private final int longest;
  private final int row;
  private final boolean tabled;
  private volatile double @Nullable [] table;

  LeastSquaresKernel(LeastSquaresSlope measure, Panel panel) {
    this.x = panel.columnsUnsafe();
    this.axis = panel.axis();
    this.oneByOne = new WindowKernel(measure, panel);
    this.lows = WindowKernel.lows(measure, axis);
    this.dense = new double[x.length][];
    int longestWindow = 0;
    for (int p = 0; p < x.length; p++) {
      dense[p] = weights(lows[p], (1 << Math.min(30, p - lows[p] + 1)) - 1, p - lows[p] + 1);
      longestWindow = Math.max(longestWindow, p - lows[p] + 1);
    }
    this.longest = longestWindow;
    this.row = (longest + WIDTH - 1) / WIDTH * WIDTH;
    boolean consecutive = axis.last().ordinal() - axis.ordinal(0) == axis.size() - 1;
    boolean oneTable = consecutive || lows[x.length - 1] == 0;
    // A small panel is done before the table would be.
    this.tabled =
        oneTable
            && longest <= LONGEST_PATTERN
            && panel.columnSize() >= 1 << Math.max(0, longest - 2);
  }

  /** The weights of the periods from {@code low} that a pattern has a bit for, 0 for the others. */
  private double[] weights(int low, int pattern, int length) {
    double[] t = new double[length];
    double[] packed = new double[length];
    double[] weights = new double[length];
    boolean all = length > 30;
    int first = -1;
    int n = 0;
    for (int j = 0; j < length; j++) {
      if (all || (pattern >> j & 1) == 1) {
        first = first < 0 ? low + j : first;
        t[n++] = (axis.ordinal(low + j) - axis.ordinal(first)) / (double) perYear();
      }
    }
    if (n < 2) {
      Arrays.fill(weights, Double.NaN);
      return weights;
    }
    LeastSquaresSlope.weights(t, n, packed);
    n = 0;
    for (int j = 0; j < length; j++) {
      if (all || (pattern >> j & 1) == 1) {
        weights[j] = packed[n++];
      }
    }
    return weights;
  }

  private int perYear() {
    return axis.frequency().periodsPerYear();
  }

  private double[] table() {
    double[] made = table;
    if (made == null) {
      synchronized (this) {
        made = table;
        if (made == null) {
          made = new double[row * (1 << longest)];
          int low = lows[x.length - 1];
          for (int pattern = 0; pattern < 1 << longest; pattern++) {
            System.arraycopy(weights(low, pattern, longest), 0, made, pattern * row, longest);
          }
          table = made;
        }
      }
    }
    return made;
  }

  /** All columns of a window are read twice. */
  @Override
  public int blockSize() {
    return 1_024;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    int[] mode = scratch.ints(MODE, 1);
    for (int p = first; p < last; p++) {
      double[] result = out[p - first];
      if (p == lows[p]) {
        Arrays.fill(result, from, to, Double.NaN);
      } else if (tabled && mode[0] == 1) {
        int incomplete =
            byPattern(x, lows[p], p - lows[p] + 1, result, from, to, scratch);
        mode[0] = incomplete * 2 < to - from ? 0 : 1;
      } else {
        asIfComplete(p, result, from, to);
        int redone =
            tabled ? redo(p, result, from, to, scratch) : redoOneByOne(p, result, from, to, scratch);
        mode[0] = redone * 2 > to - from ? 1 : 0;
      }
    }
  }

  private void asIfComplete(int p, double[] out, int from, int to) {
    double[] w = dense[p];
    int low = lows[p];
    int j = Math.min(w.length, 4);
    switch (j) {
      case 2 -> start(x[low], x[low + 1], w[0], w[1], out, from, to);
      case 3 -> start(x[low], x[low + 1], x[low + 2], w[0], w[1], w[2], out, from, to);
      default ->
          start(x[low], x[low + 1], x[low + 2], x[low + 3], w[0], w[1], w[2], w[3], out, from, to);
    }
    for (; j + 3 <= w.length; j += 3) {
      add(x[low + j], x[low + j + 1], x[low + j + 2], w[j], w[j + 1], w[j + 2], out, from, to);
    }
    for (; j < w.length; j++) {
      add(x[low + j], w[j], out, from, to);
    }
    for (int k = from; k < to; k++) {
      out[k] = Results.finite(out[k]);
    }
  }

  private static void start(
      double[] a, double[] b, double v, double w, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = 0.0 + v * a[k] + w * b[k];
    }
  }

  private static void start(
      double[] a,
      double[] b,
      double[] c,
      double u,
      double v,
      double w,
      double[] out,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      out[k] = 0.0 + u * a[k] + v * b[k] + w * c[k];
    }
  }

  private static void start(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double t,
      double u,
      double v,
      double w,
      double[] out,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      out[k] = 0.0 + t * a[k] + u * b[k] + v * c[k] + w * d[k];
    }
  }

  private static void add(
      double[] a,
      double[] b,
      double[] c,
      double u,
      double v,
      double w,
      double[] out,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      out[k] = out[k] + u * a[k] + v * b[k] + w * c[k];
    }
  }

  private static void add(double[] a, double w, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = out[k] + w * a[k];
    }
  }

  private int redoOneByOne(int p, double[] out, int from, int to, Scratch scratch) {
    int redone = 0;
    for (int k = from; k < to; k++) {
      if (Double.isNaN(out[k])) {
        oneByOne.series(p, out, k, scratch);
        redone++;
      }
    }
    return redone;
  }

  /**
   * Those of which the result is NaN are done again; how many. They are first gathered, so that the
   * processor need not guess which one is next.
   */
  private int redo(int p, double[] out, int from, int to, Scratch scratch) {
    int[] series = scratch.ints(SERIES, to - from);
    int count = 0;
    for (int k = from; k < to; k++) {
      series[count] = k;
      count += 1 - present(Double.doubleToRawLongBits(out[k]));
    }
    if (count == 0) {
      return 0;
    }
    int length = p - lows[p] + 1;
    double[][] gathered = scratch.rows(length, to - from);
    for (int j = 0; j < length; j++) {
      gather(x[lows[p] + j], series, count, gathered[j]);
    }
    double[] slopes = scratch.doubles(SLOPES, to - from);
    byPattern(gathered, 0, length, slopes, 0, count, scratch);
    for (int i = 0; i < count; i++) {
      out[series[i]] = slopes[i];
    }
    return count;
  }

  private static void gather(double[] column, int[] series, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = column[series[i]];
    }
  }

  /** Series by their pattern of missing values in some columns; how many miss something. */
  private int byPattern(
      double[][] columns, int low, int length, double[] out, int from, int to, Scratch scratch) {
    int[] patterns = scratch.ints(PATTERNS, to - from);
    Arrays.fill(patterns, 0, to - from, 0);
    int last = low + length - 1;
    for (int j = 0; j < length; j += WIDTH) {
      mark(
          columns[low + j],
          columns[Math.min(low + j + 1, last)],
          columns[Math.min(low + j + 2, last)],
          columns[Math.min(low + j + 3, last)],
          columns[Math.min(low + j + 4, last)],
          j,
          patterns,
          from,
          to);
    }
    int full = (1 << length) - 1;
    int incomplete = 0;
    for (int k = 0; k < to - from; k++) {
      int pattern = patterns[k] & full;
      incomplete += Integer.signum(full ^ pattern);
      patterns[k] = pattern * row;
    }
    double[] weights = table();
    Arrays.fill(out, from, to, 0.0);
    for (int j = 0; j < length; j += WIDTH) {
      weigh(
          columns[low + j],
          columns[Math.min(low + j + 1, last)],
          columns[Math.min(low + j + 2, last)],
          columns[Math.min(low + j + 3, last)],
          columns[Math.min(low + j + 4, last)],
          weights,
          j,
          patterns,
          out,
          from,
          to);
    }
    for (int k = from; k < to; k++) {
      out[k] = Results.finite(out[k]);
    }
    return incomplete;
  }

  private static void mark(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      int bit,
      int[] patterns,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      int five =
          present(Double.doubleToRawLongBits(a[k]))
              | present(Double.doubleToRawLongBits(b[k])) << 1
              | present(Double.doubleToRawLongBits(c[k])) << 2
              | present(Double.doubleToRawLongBits(d[k])) << 3
              | present(Double.doubleToRawLongBits(e[k])) << 4;
      patterns[k - from] |= five << bit;
    }
  }

  private static void weigh(
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] weights,
      int j,
      int[] rows,
      double[] out,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      int at = rows[k - from] + j;
      double slope = out[k] + weights[at] * orZero(Double.doubleToRawLongBits(a[k]));
      slope += weights[at + 1] * orZero(Double.doubleToRawLongBits(b[k]));
      slope += weights[at + 2] * orZero(Double.doubleToRawLongBits(c[k]));
      slope += weights[at + 3] * orZero(Double.doubleToRawLongBits(d[k]));
      out[k] = slope + weights[at + 4] * orZero(Double.doubleToRawLongBits(e[k]));
    }
  }

  /** 1, or 0 for the bits of a NaN. */
  private static int present(long bits) {
    return (int) (((bits & MAGNITUDE) - ABOVE_INFINITY) >>> 63);
  }

  /** The number, or 0 for the bits of a NaN. */
  private static double orZero(long bits) {
    return Double.longBitsToDouble(bits & (((bits & MAGNITUDE) - ABOVE_INFINITY) >> 63));
  }
}
