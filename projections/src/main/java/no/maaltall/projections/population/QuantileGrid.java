package no.maaltall.projections.population;

import java.util.Arrays;

/**
 * Counts of draws in bins, for many statistics at once: memory does not depend on the number of
 * draws, and adding up the grids of several threads gives the same counts in any order.
 *
 * <p>Each statistic x is counted relative to a centre c: bins are so many per doubling of x / c,
 * equally wide inside a doubling, from c/4 to 4c; what lies outside is counted in the end bins.
 * Minimum and maximum are exact, and so is the sum in units of 2^-16 (long integers, which add up
 * in any order).
 */
final class QuantileGrid {
  /** Doublings below and above the centre. */
  private static final int DOUBLINGS = 2;

  private static final int MANTISSA_BITS = 52;
  private static final double SUM_UNITS = 65_536;

  /**
   * Draws whose bins are held back, so that the counts of a statistic are gone to once for many.
   */
  private static final int HELD = 64;

  /** Statistics whose counts lie in the cache together. */
  private static final int BLOCK = 32;

  private final int shift;
  private final int bins;
  private final long base;
  private final double[] centres;
  private final int[] counts;
  private final double[] lowest;
  private final double[] highest;
  private final long[] sums;
  private final short[] held;
  private long draws;
  private int holding;

  /** Takes a bin count of 2^bits per doubling. */
  QuantileGrid(double[] centres, int bits) {
    this.shift = MANTISSA_BITS - bits;
    this.bins = (2 * DOUBLINGS) << bits;
    this.base = Double.doubleToRawLongBits(1.0 / (1 << DOUBLINGS)) >>> shift;
    this.centres = new double[centres.length];
    for (int i = 0; i < centres.length; i++) {
      this.centres[i] = centres[i] > 0 ? centres[i] : 1;
    }
    counts = new int[Math.multiplyExact(bins, centres.length)];
    lowest = new double[centres.length];
    highest = new double[centres.length];
    sums = new long[centres.length];
    held = new short[Math.multiplyExact(HELD, centres.length)];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
  }

  /** The memory that a grid takes, in bytes. */
  static long bytes(long statistics, int bits) {
    return statistics * (4L * ((2 * DOUBLINGS) << bits) + 32 + 2 * HELD);
  }

  /** Counts one value of a statistic in the draw that {@link #countDraw} ends. */
  void add(int statistic, double value) {
    long bin = (Double.doubleToRawLongBits(value / centres[statistic]) >>> shift) - base;
    held[holding * centres.length + statistic] = (short) Math.max(0, Math.min(bins - 1, bin));
    lowest[statistic] = Math.min(lowest[statistic], value);
    highest[statistic] = Math.max(highest[statistic], value);
    sums[statistic] += Math.round(value * SUM_UNITS);
  }

  /** Ends a draw; every statistic has been added once. */
  void countDraw() {
    draws++;
    holding++;
    if (holding == HELD) {
      flush();
    }
  }

  /** Counts what is held back; to be called after the last draw. */
  void flush() {
    for (int block = 0; block < centres.length; block += BLOCK) {
      int end = Math.min(centres.length, block + BLOCK);
      for (int draw = 0; draw < holding; draw++) {
        int row = draw * centres.length;
        for (int statistic = block; statistic < end; statistic++) {
          counts[statistic * bins + held[row + statistic]]++;
        }
      }
    }
    holding = 0;
  }

  void addAll(QuantileGrid other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
      lowest[i] = Math.min(lowest[i], other.lowest[i]);
      highest[i] = Math.max(highest[i], other.highest[i]);
    }
    draws += other.draws;
  }

  double mean(int statistic) {
    if (lowest[statistic] == highest[statistic]) {
      return lowest[statistic];
    }
    return sums[statistic] / SUM_UNITS / draws;
  }

  double lowest(int statistic) {
    return lowest[statistic];
  }

  double highest(int statistic) {
    return highest[statistic];
  }

  /** The quantile p, with rank p · (n − 1) and even spacing inside a bin. */
  double quantile(int statistic, double p) {
    double rank = p * (draws - 1);
    long below = 0;
    for (int bin = 0; bin < bins; bin++) {
      int count = counts[statistic * bins + bin];
      if (below + count > rank) {
        double from = edge(bin) * centres[statistic];
        double to = edge(bin + 1) * centres[statistic];
        double value = from + (to - from) * (rank - below + 0.5) / count;
        return Math.max(lowest[statistic], Math.min(highest[statistic], value));
      }
      below += count;
    }
    return highest[statistic];
  }

  private double edge(int bin) {
    return Double.longBitsToDouble((base + bin) << shift);
  }
}
