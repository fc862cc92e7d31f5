package no.maaltall.core.measure;

import java.util.Arrays;

/**
 * The median of an array, by selection: linear in its length, and without allocating, where {@link
 * Arrays#sort(double[], int, int)} takes buffers of its own on newer JDKs.
 */
final class Median {
  // Below this many values sorting by insertion is as fast as dividing further.
  private static final int FEW = 24;

  private Median() {}

  /**
   * The median of the first values, which are put in another order; the mean of the middle two when
   * their number is even.
   *
   * @param values finite or infinite, none NaN
   * @param count how many of them, at least 1
   */
  static double of(double[] values, int count) {
    int above = count / 2;
    select(values, count, above);
    if (count % 2 == 1) {
      return values[above] + 0.0; // never -0.0, whatever order the zeros came in
    }
    double below = values[0];
    for (int i = 1; i < above; i++) {
      below = Math.max(below, values[i]);
    }
    return (below + values[above]) / 2 + 0.0;
  }

  /** Puts the value of a place in its place: none before it is greater, none after it less. */
  private static void select(double[] values, int count, int place) {
    int from = 0;
    int to = count;
    // Pivots that divide badly again and again are possible; sorting then bounds the time.
    int patience = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(count));
    while (to - from > FEW) {
      if (patience-- == 0) {
        Arrays.sort(values, from, to);
        return;
      }
      double pivot = middle(values[from], values[(from + to) >>> 1], values[to - 1]);
      int less = from;
      int greater = to;
      for (int i = from; i < greater; ) {
        double value = values[i];
        if (value < pivot) {
          values[i++] = values[less];
          values[less++] = value;
        } else if (value > pivot) {
          values[i] = values[--greater];
          values[greater] = value;
        } else {
          i++;
        }
      }
      if (place < less) {
        to = less;
      } else if (place >= greater) {
        from = greater;
      } else {
        return;
      }
    }
    insert(values, from, to);
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private static void insert(double[] values, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      double value = values[i];
      int j = i;
      for (; j > from && values[j - 1] > value; j--) {
        values[j] = values[j - 1];
      }
      values[j] = value;
    }
  }
}
