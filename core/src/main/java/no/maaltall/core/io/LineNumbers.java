package no.maaltall.core.io;

import java.util.Arrays;

/**
 * The line of each row that was kept. Most rows are one line below the one before, so only where
 * that is not so is anything stored.
 */
final class LineNumbers {
  private int[] rows = new int[8];
  // The line of a row less its number, from that row on.
  private long[] offsets = new long[8];
  private int count;
  private long lastOffset = Long.MIN_VALUE;

  void add(int row, long line) {
    long offset = line - row;
    if (offset == lastOffset) {
      return;
    }
    if (count == rows.length) {
      int capacity = Math.addExact(count, count >> 1);
      rows = Arrays.copyOf(rows, capacity);
      offsets = Arrays.copyOf(offsets, capacity);
    }
    rows[count] = row;
    offsets[count++] = offset;
    lastOffset = offset;
  }

  long line(int row) {
    int found = Arrays.binarySearch(rows, 0, count, row);
    return row + offsets[found >= 0 ? found : -found - 2];
  }
}
