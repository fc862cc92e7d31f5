package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The order of a ledger: by region, class, function, account type, line and amount. So the order in
 * which lines were added changes nothing, not even explanations.
 */
final class LedgerOrder {
  private final int[] positions;
  private final long[] amounts;
  private final int[] lineNumbers;
  private final String[] codes;
  private final int[] starts;
  private final int[] order;

  LedgerOrder(
      List<String> regionCodes,
      int[] regions,
      int[] positions,
      long[] amounts,
      int[] lineNumbers,
      int size) {
    this.positions = positions;
    this.amounts = amounts;
    this.lineNumbers = lineNumbers;
    this.codes = regionCodes.toArray(new String[0]);
    Arrays.sort(codes);
    int[] rank = new int[codes.length];
    for (int r = 0; r < rank.length; r++) {
      rank[r] = Arrays.binarySearch(codes, regionCodes.get(r));
    }
    this.starts = new int[codes.length + 1];
    for (int i = 0; i < size; i++) {
      starts[rank[regions[i]] + 1]++;
    }
    for (int r = 0; r < codes.length; r++) {
      starts[r + 1] += starts[r];
    }
    this.order = new int[size];
    int[] next = starts.clone();
    for (int i = 0; i < size; i++) {
      order[next[rank[regions[i]]]++] = i;
    }
    for (int r = 0; r < codes.length; r++) {
      sort(starts[r], starts[r + 1]);
    }
  }

  private void sort(int from, int to) {
    // Position (21 bits) above the index among the region's lines (32): no boxes, no comparator.
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) positions[order[from + i]] << 32) | i;
    }
    Arrays.sort(keys);
    int[] unsorted = Arrays.copyOfRange(order, from, to);
    for (int i = 0; i < keys.length; i++) {
      order[from + i] = unsorted[(int) keys[i]];
    }
    int first = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || positions[order[i]] != positions[order[first]]) {
        sortDuplicates(first, i);
        first = i;
      }
    }
  }

  private void sortDuplicates(int from, int to) {
    if (to - from < 2) {
      return;
    }
    Integer[] same = new Integer[to - from];
    for (int i = 0; i < same.length; i++) {
      same[i] = order[from + i];
    }
    Arrays.sort(
        same,
        Comparator.comparingInt((Integer i) -> lineNumbers[i]).thenComparingLong(i -> amounts[i]));
    for (int i = 0; i < same.length; i++) {
      order[from + i] = same[i];
    }
  }

  /** The regions, sorted. */
  ImmutableList<String> codes() {
    return ImmutableList.copyOf(codes);
  }

  /** Where the lines of each region start; one more than there are regions. Not to be changed. */
  int[] starts() {
    return starts;
  }

  /** The lines as they were added, in order. Not to be changed. */
  int[] lines() {
    return order;
  }

  /** Where in the order the second line for a key is; the first of all such. */
  OptionalInt firstDuplicate() {
    for (int r = 0; r < codes.length; r++) {
      for (int i = starts[r] + 1; i < starts[r + 1]; i++) {
        if (positions[order[i - 1]] == positions[order[i]]) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }
}
