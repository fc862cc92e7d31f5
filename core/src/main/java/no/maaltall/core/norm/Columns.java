package no.maaltall.core.norm;

import java.util.Arrays;

/** What the bulk inputs have in common. */
final class Columns {
  private Columns() {}

  static void requireSize(String what, int size, int expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "there are " + size + " " + what + " for " + expected + " subjects");
    }
  }

  static boolean isAmountOrUnknown(double value) {
    return Checks.isAmount(value) || Double.isNaN(value);
  }

  static double[] repeated(double[] column, int times) {
    double[] all = new double[Math.multiplyExact(column.length, times)];
    for (int k = 0; k < times; k++) {
      System.arraycopy(column, 0, all, k * column.length, column.length);
    }
    return all;
  }

  static int[] repeated(int[] column, int times) {
    int[] all = new int[Math.multiplyExact(column.length, times)];
    for (int k = 0; k < times; k++) {
      System.arraycopy(column, 0, all, k * column.length, column.length);
    }
    return all;
  }

  static boolean[] repeated(boolean[] column, int times) {
    boolean[] all = new boolean[Math.multiplyExact(column.length, times)];
    for (int k = 0; k < times; k++) {
      System.arraycopy(column, 0, all, k * column.length, column.length);
    }
    return all;
  }

  static <T> T[] repeated(T[] column, int times) {
    T[] all = Arrays.copyOf(column, Math.multiplyExact(column.length, times));
    for (int k = 1; k < times; k++) {
      System.arraycopy(column, 0, all, k * column.length, column.length);
    }
    return all;
  }
}
