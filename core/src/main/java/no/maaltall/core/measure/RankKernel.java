package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.panel.Panel;

/**
 * Ranks over columns.
 *
 * <p>The regions are thrown into more buckets than there are regions, by how far each is between
 * the least and the greatest value, and then sorted by insertion, which is linear as long as the
 * buckets are small. Values so uneven that they are not are sorted in the ordinary way. Rounding
 * does not matter: subtraction and multiplication keep the order of their arguments.
 */
final class RankKernel implements Kernel {
  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long ABOVE_INFINITY = 0x7ff0000000000001L;
  private static final int MOST_MOVES = 6;
  private static final int MOST_BUCKETS = 1 << 16;

  private final Rank rank;
  private final double[][] x;
  private final boolean[] highIsBest;
  private final int regions;
  private final int buckets;

  RankKernel(Rank rank, Panel panel) {
    this.rank = rank;
    this.x = panel.columnsUnsafe();
    this.regions = panel.regions().size();
    this.highIsBest = new boolean[panel.indicators().size()];
    for (int i = 0; i < highIsBest.length; i++) {
      highIsBest[i] = Rank.highIsBest(panel.indicators().get(i));
    }
    this.buckets =
        regions >= MOST_BUCKETS / 2 ? MOST_BUCKETS : Integer.highestOneBit(2 * regions - 1) * 2;
  }

  @Override
  public int grain() {
    return regions;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    double[] values = scratch.doubles(0, regions + 1);
    double[] sorted = scratch.doubles(1, regions + 1);
    double[] places = scratch.doubles(2, regions + 1);
    int[] where = scratch.ints(0, regions + 1);
    int[] order = scratch.ints(1, regions + 1);
    int[] counts = scratch.ints(2, buckets + 1);
    for (int p = first; p < last; p++) {
      for (int at = from; at < to; at += regions) {
        ranks(x[p], out[p - first], at, values, sorted, places, where, order, counts);
      }
    }
  }

  private void ranks(
      double[] column,
      double[] out,
      int at,
      double[] values,
      double[] sorted,
      double[] places,
      int[] where,
      int[] order,
      int[] counts) {
    int n = gather(column, at, values, where);
    Arrays.fill(out, at, at + regions, Double.NaN);
    if (n == 0) {
      return;
    }
    boolean high = highIsBest[at / regions];
    if (intoBuckets(values, n, where, sorted, order, counts) && insert(sorted, order, n)) {
      for (int start = 0; start < n; ) {
        int end = endOfRun(sorted, start, n);
        double place = rank.value(high ? n - end : start, end - start, n);
        for (; start < end; start++) {
          out[at + order[start]] = place;
        }
      }
      return;
    }
    System.arraycopy(values, 0, sorted, 0, n);
    Arrays.sort(sorted, 0, n);
    for (int start = 0; start < n; ) {
      int end = endOfRun(sorted, start, n);
      Arrays.fill(places, start, end, rank.value(high ? n - end : start, end - start, n));
      start = end;
    }
    for (int i = 0; i < n; i++) {
      out[at + where[i]] = places[Arrays.binarySearch(sorted, 0, n, values[i])];
    }
  }

  /** The values that there are, and the numbers of their regions; without a branch. */
  private int gather(double[] column, int at, double[] values, int[] where) {
    int n = 0;
    for (int r = 0; r < regions; r++) {
      double value = column[at + r];
      values[n] = value;
      where[n] = r;
      n += (int) (((Double.doubleToRawLongBits(value) & MAGNITUDE) - ABOVE_INFINITY) >>> 63);
    }
    return n;
  }

  private static int endOfRun(double[] sorted, int start, int n) {
    double value = sorted[start];
    int end = start + 1;
    while (end < n && sorted[end] == value) {
      end++;
    }
    return end;
  }

  /** Sorts by bucket; false when the values are too large or too close for that. */
  private boolean intoBuckets(
      double[] values, int n, int[] where, double[] sorted, int[] order, int[] counts) {
    double least = values[0];
    double greatest = values[0];
    for (int i = 1; i < n; i++) {
      double value = values[i];
      if (value < least) {
        least = value;
      }
      if (value > greatest) {
        greatest = value;
      }
    }
    double scale = greatest > least ? (buckets - 1) / (greatest - least) : 0;
    if (!(scale < Double.MAX_VALUE) || (scale == 0 && greatest > least)) {
      return false;
    }
    Arrays.fill(counts, 0, buckets, 0);
    for (int i = 0; i < n; i++) {
      counts[(int) ((values[i] - least) * scale)]++;
    }
    int before = 0;
    for (int b = 0; b < buckets; b++) {
      int count = counts[b];
      counts[b] = before;
      before += count;
    }
    for (int i = 0; i < n; i++) {
      double value = values[i];
      int slot = counts[(int) ((value - least) * scale)]++;
      sorted[slot] = value;
      order[slot] = where[i];
    }
    return true;
  }

  /** Sorts what is nearly sorted; false when it is not. */
  private static boolean insert(double[] sorted, int[] order, int n) {
    int left = MOST_MOVES * n;
    for (int i = 1; i < n; i++) {
      double value = sorted[i];
      if (sorted[i - 1] <= value) {
        continue;
      }
      int region = order[i];
      int j = i;
      do {
        sorted[j] = sorted[j - 1];
        order[j] = order[j - 1];
        j--;
      } while (j > 0 && sorted[j - 1] > value);
      sorted[j] = value;
      order[j] = region;
      left -= i - j;
      if (left < 0) {
        return false;
      }
    }
    return true;
  }
}
