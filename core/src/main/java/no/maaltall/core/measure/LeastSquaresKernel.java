package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;

/**
 * Least-squares slopes over columns: {@code Σ (n t − Σt) x / (n Σt² − (Σt)²)}, t in periods.
 *
 * <p>A block is first computed as if nothing were missing; a missing value makes the result NaN,
 * and those series are done again. Where many series miss something, the first is left out. Then
 * the number of values, Σt and Σt² are counted for each series, side by side in the bits of a long,
 * and a missing value is made a zero, which adds nothing. All of it is in passes that vectorise,
 * and none has a branch for a missing value, which would cost more than the arithmetic.
 *
 * <p>The weights and the denominator are whole numbers, and all ways sum in the order of the
 * periods, so the bits are those of the scalar form.
 */
final class LeastSquaresKernel implements Kernel {
  /** Of so many periods n, Σt and Σt² have room in one long; 85 years of months. */
  private static final int LONGEST = 1_024;

  private static final int TIMES = 12;
  private static final int SQUARES = 32;

  private static final long TWO_TO_52 = Double.doubleToRawLongBits(0x1p52);
  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long ABOVE_INFINITY = 0x7ff0000000000001L;

  // Arrays of the scratch; 0 and 1 of the doubles are WindowKernel's.
  private static final int COUNT = 2;
  private static final int SUM = 3;
  private static final int BELOW = 4;
  private static final int SLOPES = 5;
  private static final int AGAIN = 6;
  private static final int FILLED = 0;
  private static final int GATHERED = 1;
  private static final int BITS = 0;
  private static final int SUMS = 1;
  private static final int SERIES = 2;
  private static final int MODE = 3;

  private final double[][] x;
  private final PeriodAxis axis;
  private final int[] lows;
  private final WindowKernel oneByOne;
  private final double perYear;

  LeastSquaresKernel(LeastSquaresSlope measure, Panel panel) {
    this.x = panel.columnsUnsafe();
    this.axis = panel.axis();
    this.oneByOne = new WindowKernel(measure, panel);
    this.lows = WindowKernel.lows(measure, axis);
    this.perYear = axis.frequency().periodsPerYear();
  }

  /**
   * All columns of a window are read twice, and kept filled. Two pages of each, since what is
   * fetched ahead ends with the page.
   */
  @Override
  public int blockSize() {
    return 1_024;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    // Which way to begin with, as the block before had it; the results are the same either way.
    int[] mode = scratch.ints(MODE, 1);
    for (int p = first; p < last; p++) {
      double[] result = out[p - first];
      if (p == lows[p]) {
        Arrays.fill(result, from, to, Double.NaN);
      } else if (time(p, p - lows[p]) >= LONGEST) {
        for (int k = from; k < to; k++) {
          oneByOne.series(p, result, k, scratch);
        }
      } else {
        int missing;
        if (mode[0] == 0) {
          asIfComplete(p, result, from, to);
          missing = again(p, result, from, to, scratch);
        } else {
          missing = leavingOut(p, x, lows[p], result, from, to, scratch);
        }
        mode[0] = missing * 3 > to - from ? 1 : 0;
      }
    }
  }

  /** The time of a place in a window, in periods from its first. */
  private int time(int p, int place) {
    return axis.ordinal(lows[p] + place) - axis.ordinal(lows[p]);
  }

  private int length(int p) {
    return p - lows[p] + 1;
  }

  private void asIfComplete(int p, double[] out, int from, int to) {
    int n = length(p);
    double sum = 0;
    double squares = 0;
    for (int j = 0; j < n; j++) {
      double t = time(p, j);
      sum += t;
      squares += t * t;
    }
    Arrays.fill(out, from, to, 0.0);
    int low = lows[p];
    int j = 0;
    for (; j + 3 <= n; j += 3) {
      double u = n * (double) time(p, j) - sum;
      double v = n * (double) time(p, j + 1) - sum;
      double w = n * (double) time(p, j + 2) - sum;
      add(x[low + j], x[low + j + 1], x[low + j + 2], u, v, w, out, from, to);
    }
    for (; j < n; j++) {
      add(x[low + j], n * (double) time(p, j) - sum, out, from, to);
    }
    double below = n * squares - sum * sum;
    for (int k = from; k < to; k++) {
      out[k] = LeastSquaresSlope.slope(out[k], below, perYear);
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

  /**
   * Those of which the result is NaN are done again; how many. They are first gathered, so that the
   * processor need not guess which is next.
   */
  private int again(int p, double[] out, int from, int to, Scratch scratch) {
    int[] series = scratch.ints(SERIES, to - from);
    int count = 0;
    for (int k = from; k < to; k++) {
      series[count] = k;
      count += isMissing(Double.doubleToRawLongBits(out[k]));
    }
    if (count > 0) {
      double[][] gathered = scratch.rows(GATHERED, length(p), to - from);
      for (int j = 0; j < length(p); j++) {
        gather(x[lows[p] + j], series, count, gathered[j]);
      }
      double[] slopes = scratch.doubles(AGAIN, to - from);
      leavingOut(p, gathered, 0, slopes, 0, count, scratch);
      for (int i = 0; i < count; i++) {
        out[series[i]] = slopes[i];
      }
    }
    return count;
  }

  private static void gather(double[] column, int[] series, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = column[series[i]];
    }
  }

  /** Each series without what it misses; how many values are missing. */
  private int leavingOut(
      int p, double[][] columns, int low, double[] out, int from, int to, Scratch scratch) {
    int size = to - from;
    int n = length(p);
    double[][] filled = scratch.rows(FILLED, n, size);
    long[] bits = scratch.longs(BITS, size);
    long[] sums = scratch.longs(SUMS, size);
    Arrays.fill(sums, 0, size, 0);
    for (int j = 0; j < n; j++) {
      long t = time(p, j);
      scratch.toBits(columns[low + j], from, bits, size);
      fill(bits, sums, 1 + (t << TIMES) + ((t * t) << SQUARES), size);
      scratch.ofBits(bits, filled[j], size);
    }
    double[] count = scratch.doubles(COUNT, size);
    double[] sum = scratch.doubles(SUM, size);
    double[] below = scratch.doubles(BELOW, size);
    takeOut(sums, 0, TIMES, count, size, bits, scratch);
    takeOut(sums, TIMES, SQUARES - TIMES, sum, size, bits, scratch);
    takeOut(sums, SQUARES, Long.SIZE - SQUARES, below, size, bits, scratch);
    for (int k = 0; k < size; k++) {
      below[k] = count[k] * below[k] - sum[k] * sum[k];
    }
    double[] slopes = scratch.doubles(SLOPES, size);
    Arrays.fill(slopes, 0, size, 0.0);
    for (int j = 0; j < n; j++) {
      weigh(filled[j], time(p, j), count, sum, slopes, size);
    }
    for (int k = 0; k < size; k++) {
      slopes[k] = LeastSquaresSlope.slope(slopes[k], below[k], perYear);
    }
    System.arraycopy(slopes, 0, out, from, size);
    return n * size - values(sums, size);
  }

  /** The bits of a NaN become those of 0; of a number, what is counted is added to its sums. */
  private static void fill(long[] bits, long[] sums, long counted, int size) {
    for (int k = 0; k < size; k++) {
      long value = bits[k];
      long present = ((value & MAGNITUDE) - ABOVE_INFINITY) >> 63;
      bits[k] = value & present;
      sums[k] += counted & present;
    }
  }

  /** 1 for the bits of a NaN, otherwise 0. */
  private static int isMissing(long bits) {
    return (int) ((ABOVE_INFINITY - 1 - (bits & MAGNITUDE)) >>> 63);
  }

  /** A whole number of some bits, as a double: its bits are those after the point of 2^52 + it. */
  private static void takeOut(
      long[] sums, int first, int bits, double[] out, int size, long[] spare, Scratch scratch) {
    long mask = (1L << bits) - 1;
    for (int k = 0; k < size; k++) {
      spare[k] = ((sums[k] >>> first) & mask) + TWO_TO_52;
    }
    scratch.ofBits(spare, out, size);
    for (int k = 0; k < size; k++) {
      out[k] = out[k] - 0x1p52;
    }
  }

  private static int values(long[] sums, int size) {
    long values = 0;
    for (int k = 0; k < size; k++) {
      values += sums[k] & ((1 << TIMES) - 1);
    }
    return (int) values;
  }

  private static void weigh(
      double[] filled, double t, double[] count, double[] sum, double[] slopes, int size) {
    for (int k = 0; k < size; k++) {
      slopes[k] = slopes[k] + (count[k] * t - sum[k]) * filled[k];
    }
  }
}
