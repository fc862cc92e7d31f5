package no.maaltall.core.indicator;

import java.util.Arrays;

/**
 * Numbers series, given as indicator and region in one key, in the order that they are first seen.
 *
 * <p>Rows mostly come sorted by series or by period. So the series that followed the last one
 * before is tried first; only when it is another one is the key looked up.
 */
final class SeriesNumbers {
  private static final int EMPTY = -1;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[16];
  private int[] successor = new int[16];
  private int[] slots = new int[64];
  private int count;
  private int last;

  SeriesNumbers() {
    Arrays.fill(slots, EMPTY);
  }

  int number(long key) {
    if (count > 0) {
      int guess = successor[last];
      if (keys[guess] == key) {
        last = guess;
        return guess;
      }
    }
    int found = lookUp(key);
    successor[last] = found;
    last = found;
    return found;
  }

  private int lookUp(long key) {
    int slot = slotOf(key);
    if (slots[slot] == EMPTY) {
      if (4 * (count + 1) > 3 * slots.length) {
        enlarge();
        slot = slotOf(key);
      }
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        successor = Arrays.copyOf(successor, 2 * count);
      }
      keys[count] = key;
      successor[count] = count;
      slots[slot] = count++;
    }
    return slots[slot];
  }

  /** The slot of a key, or the empty one where it belongs. */
  private int slotOf(long key) {
    int slot = (int) ((key * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(slots.length) + 33));
    while (slots[slot] != EMPTY && keys[slots[slot]] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void enlarge() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, EMPTY);
    for (int s = 0; s < count; s++) {
      slots[slotOf(keys[s])] = s;
    }
  }

  long[] sortedKeys() {
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Where each number is among the sorted keys. */
  int[] ranks(long[] sortedKeys) {
    int[] ranks = new int[count];
    for (int s = 0; s < count; s++) {
      boolean inPlace = sortedKeys[s] == keys[s];
      ranks[s] = inPlace ? s : Arrays.binarySearch(sortedKeys, keys[s]);
    }
    return ranks;
  }
}
