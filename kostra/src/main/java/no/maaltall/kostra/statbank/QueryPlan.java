package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How a query over the cell limit is divided into calls: every dimension into a number of runs of
 * nearly equal length, a part for each combination of runs. The parts are disjoint, cover the
 * query, and are within the limit; there are as few as such a division allows.
 *
 * <p>With sizes s and runs of c categories there are ∏⌈s/c⌉ parts of at most ∏c cells. The search
 * tries the lengths of the runs of one dimension after another, and leaves a branch that cannot
 * beat the best division so far: cells left over the limit is the fewest parts that they need.
 */
final class QueryPlan {
  // Enough for the best division of every table that we have seen; past it the best so far is used.
  private static final int MOST_STEPS = 100_000;

  /**
   * Part of a query: the categories from..to−1 of each dimension.
   *
   * @param from the first of each dimension
   * @param to the one after the last of each dimension
   */
  record Part(ImmutableList<Integer> from, ImmutableList<Integer> to) {
    long cells() {
      long cells = 1;
      for (int i = 0; i < from.size(); i++) {
        cells *= to.get(i) - from.get(i);
      }
      return cells;
    }
  }

  private final int[] sizes;
  private final boolean[] divisible;
  private final long limit;
  private final int[] runs;
  private final int[] best;
  private long fewest;
  private int steps;

  private QueryPlan(int[] sizes, boolean[] divisible, long limit) {
    this.sizes = sizes;
    this.divisible = divisible;
    this.limit = limit;
    this.runs = new int[sizes.length];
    this.best = new int[sizes.length];
  }

  /**
   * Divides a query.
   *
   * @param table the table, for errors
   * @param dimensions the dimensions; their sizes multiply to a long
   * @param limit the most cells of a part
   * @param mostParts the most parts
   * @throws QueryException when it cannot be divided into parts within the limit, or only into more
   */
  static ImmutableList<Part> of(
      String table, List<SelectedDimension> dimensions, long limit, int mostParts) {
    int[] sizes = dimensions.stream().mapToInt(d -> d.codes().size()).toArray();
    boolean[] divisible = new boolean[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      divisible[i] = dimensions.get(i).divisible();
    }
    QueryPlan plan = new QueryPlan(sizes, divisible, limit);
    if (!plan.divideFirstDimensionsFirst()) {
      throw new QueryException(
          table,
          "",
          "has dimensions that cannot be divided and are over the limit together",
          limit + " cells in a call");
    }
    plan.search(0, 1, 1);
    if (plan.fewest > mostParts) {
      throw new QueryException(
          table,
          "",
          "needs " + plan.fewest + " calls with " + limit + " cells each",
          "at most " + mostParts);
    }
    return plan.parts();
  }

  /** A division that is seldom much worse than the best, and whose parts join end to end. */
  private boolean divideFirstDimensionsFirst() {
    int[] lengths = sizes.clone();
    for (int i = 0; i < sizes.length && cells(lengths) > limit; i++) {
      if (divisible[i]) {
        lengths[i] = 1;
        lengths[i] = (int) Math.max(1, Math.min(sizes[i], limit / cells(lengths)));
      }
    }
    fewest = 1;
    for (int i = 0; i < sizes.length; i++) {
      best[i] = ceilDiv(sizes[i], lengths[i]);
      fewest *= best[i];
    }
    return cells(lengths) <= limit;
  }

  private static long cells(int[] lengths) {
    long cells = 1;
    for (int length : lengths) {
      cells *= length;
    }
    return cells;
  }

  private void search(int dimension, long parts, long cells) {
    if (dimension == sizes.length) {
      if (cells <= limit && parts < fewest) {
        fewest = parts;
        System.arraycopy(runs, 0, best, 0, runs.length);
      }
      return;
    }
    int length = sizes[dimension];
    while (length >= 1 && steps < MOST_STEPS) {
      steps++;
      int count = ceilDiv(sizes[dimension], length);
      // The shortest runs of which there are as many.
      length = ceilDiv(sizes[dimension], count);
      long least = parts * count * Math.max(1, ceilDiv(cells * length * after(dimension), limit));
      if (parts * count >= fewest) {
        return;
      }
      if (least < fewest) {
        runs[dimension] = count;
        search(dimension + 1, parts * count, cells * length);
      }
      if (!divisible[dimension]) {
        return;
      }
      length--;
    }
  }

  private long after(int dimension) {
    long cells = 1;
    for (int i = dimension + 1; i < sizes.length; i++) {
      cells *= sizes[i];
    }
    return cells;
  }

  private static int ceilDiv(int a, int b) {
    return (int) ceilDiv((long) a, b);
  }

  private static long ceilDiv(long a, long b) {
    return (a + b - 1) / b;
  }

  private ImmutableList<Part> parts() {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    int[] run = new int[sizes.length];
    for (long p = 0; p < fewest; p++) {
      ImmutableList.Builder<Integer> from = ImmutableList.builder();
      ImmutableList.Builder<Integer> to = ImmutableList.builder();
      for (int i = 0; i < sizes.length; i++) {
        from.add((int) ((long) sizes[i] * run[i] / best[i]));
        to.add((int) ((long) sizes[i] * (run[i] + 1) / best[i]));
      }
      parts.add(new Part(from.build(), to.build()));
      for (int i = sizes.length - 1; i >= 0 && ++run[i] == best[i]; i--) {
        run[i] = 0;
      }
    }
    return parts.build();
  }
}
