package no.maaltall.core.io;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers by code, where the code is a slice of a buffer: a known code costs no String.
 *
 * <p>Rows mostly come sorted. So the code that followed the last one before is tried first, which
 * is right for a column that stays the same as well as for one that repeats a sequence.
 */
final class CodeDictionary {
  static final int ABSENT = -1;

  // Not predictable, so that no file can be made of codes that all fall in one slot.
  private final long multiplier = new SplittableRandom().nextLong() | 1;
  private char[][] codes = new char[16][];
  private int[] numbers = new int[16];
  private int[] successor = new int[16];
  private int[] slots = new int[64];
  private int count;
  private int last;

  CodeDictionary() {
    Arrays.fill(slots, ABSENT);
  }

  /** The number of a code, or {@link #ABSENT}. */
  int find(char[] buffer, int offset, int length) {
    if (count == 0) {
      return ABSENT;
    }
    int entry = successor[last];
    if (!matches(codes[entry], buffer, offset, length)) {
      entry = slots[slotOf(buffer, offset, length)];
      if (entry == ABSENT) {
        return ABSENT;
      }
      successor[last] = entry;
    }
    last = entry;
    return numbers[entry];
  }

  private static boolean matches(char[] code, char[] buffer, int offset, int length) {
    if (code.length != length) {
      return false;
    }
    // From the end: codes of one kind often begin alike.
    for (int i = length - 1; i >= 0; i--) {
      if (code[i] != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** Sets the number of a code, in place of the one that it may have. */
  void put(String code, int number) {
    char[] chars = code.toCharArray();
    int slot = slotOf(chars, 0, chars.length);
    if (slots[slot] != ABSENT) {
      numbers[slots[slot]] = number;
      return;
    }
    if (2 * (count + 1) > slots.length) {
      enlarge();
      slot = slotOf(chars, 0, chars.length);
    }
    if (count == codes.length) {
      codes = Arrays.copyOf(codes, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
      successor = Arrays.copyOf(successor, 2 * count);
    }
    codes[count] = chars;
    numbers[count] = number;
    successor[count] = count;
    slots[slot] = count++;
  }

  private void enlarge() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, ABSENT);
    for (int entry = 0; entry < count; entry++) {
      slots[slotOf(codes[entry], 0, codes[entry].length)] = entry;
    }
  }

  /** The slot of a code, or the empty one where it belongs. */
  private int slotOf(char[] buffer, int offset, int length) {
    long hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = (hash + buffer[i]) * multiplier;
      hash ^= hash >>> 32;
    }
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != ABSENT && !matches(codes[slots[slot]], buffer, offset, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
