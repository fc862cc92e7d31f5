package no.maaltall.core.measure;

/** Arrays that one thread uses again and again. What is in them is not kept from block to block. */
final class Scratch {
  private double[][] doubles = {};
  private int[][] ints = {};
  private long[] longs = {};
  private double[][] rows = {};

  /** An array at least so long; each number is an array of its own. */
  double[] doubles(int number, int size) {
    if (number >= doubles.length) {
      double[][] more = new double[number + 1][0];
      System.arraycopy(doubles, 0, more, 0, doubles.length);
      doubles = more;
    }
    if (doubles[number].length < size) {
      doubles[number] = new double[size];
    }
    return doubles[number];
  }

  /** An array at least so long; each number is an array of its own. */
  int[] ints(int number, int size) {
    if (number >= ints.length) {
      int[][] more = new int[number + 1][0];
      System.arraycopy(ints, 0, more, 0, ints.length);
      ints = more;
    }
    if (ints[number].length < size) {
      ints[number] = new int[size];
    }
    return ints[number];
  }

  /** An array at least so long. */
  long[] longs(int size) {
    if (longs.length < size) {
      longs = new long[size];
    }
    return longs;
  }

  /** So many arrays or more, each at least so long; they are none of {@link #doubles}. */
  double[][] rows(int count, int size) {
    if (rows.length < count || rows[0].length < size) {
      rows = new double[count][size];
    }
    return rows;
  }
}
