package no.maaltall.core.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/** Arrays that one thread uses again and again. What is in them is not kept from block to block. */
final class Scratch {
  private double[][] doubles = {};
  private int[][] ints = {};
  private long[][] longs = {};
  private double[][][] rows = {};
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private DoubleBuffer asDoubles = bytes.asDoubleBuffer();
  private LongBuffer asLongs = bytes.asLongBuffer();

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

  /** An array at least so long; each number is an array of its own. */
  long[] longs(int number, int size) {
    if (number >= longs.length) {
      long[][] more = new long[number + 1][0];
      System.arraycopy(longs, 0, more, 0, longs.length);
      longs = more;
    }
    if (longs[number].length < size) {
      longs[number] = new long[size];
    }
    return longs[number];
  }

  /** So many arrays or more, each at least so long; each number is a set of its own. */
  double[][] rows(int number, int count, int size) {
    if (number >= rows.length) {
      double[][][] more = new double[number + 1][0][0];
      System.arraycopy(rows, 0, more, 0, rows.length);
      rows = more;
    }
    if (rows[number].length < count || rows[number][0].length < size) {
      rows[number] = new double[count][size];
    }
    return rows[number];
  }

  /**
   * The bits of doubles, as {@link Double#doubleToRawLongBits}. Two block copies, since a loop over
   * that method does not vectorise, and arithmetic on an array of longs does.
   */
  void toBits(double[] from, int at, long[] to, int length) {
    reserve(length);
    asDoubles.put(0, from, at, length);
    asLongs.get(0, to, 0, length);
  }

  /** The doubles that have such bits, as {@link Double#longBitsToDouble}. */
  void ofBits(long[] from, double[] to, int length) {
    reserve(length);
    asLongs.put(0, from, 0, length);
    asDoubles.get(0, to, 0, length);
  }

  private void reserve(int length) {
    if (asLongs.capacity() < length) {
      bytes = ByteBuffer.allocate(8 * length).order(ByteOrder.nativeOrder());
      asDoubles = bytes.asDoubleBuffer();
      asLongs = bytes.asLongBuffer();
    }
  }
}
