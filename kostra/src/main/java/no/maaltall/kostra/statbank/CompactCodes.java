package no.maaltall.kostra.statbank;

import java.util.Arrays;

/**
 * A growing list of small numbers, a byte each as long as none is over 255, then two, then four.
 */
final class CompactCodes {
  private static final int FIRST_CAPACITY = 16;

  private byte[] bytes = {};
  private char[] chars = {};
  private int[] ints = {};
  private int width = 1;
  private int size;

  int size() {
    return size;
  }

  /** How many bytes each number takes. */
  int width() {
    return width;
  }

  int get(int index) {
    return switch (width) {
      case 1 -> bytes[index] & 0xff;
      case 2 -> chars[index];
      default -> ints[index];
    };
  }

  void add(int code) {
    if (size == capacity()) {
      grow(Math.max(FIRST_CAPACITY, size + (size >> 1)));
    }
    size++;
    set(size - 1, code);
  }

  /** Makes the list that long; what is new is 0. */
  void resize(int newSize) {
    if (newSize > capacity()) {
      grow(newSize);
    }
    size = newSize;
  }

  void set(int index, int code) {
    widenFor(code);
    switch (width) {
      case 1 -> bytes[index] = (byte) code;
      case 2 -> chars[index] = (char) code;
      default -> ints[index] = code;
    }
  }

  /** Lets go of what was allocated beyond the size. */
  void trim() {
    grow(size);
  }

  private int capacity() {
    return switch (width) {
      case 1 -> bytes.length;
      case 2 -> chars.length;
      default -> ints.length;
    };
  }

  private void grow(int capacity) {
    switch (width) {
      case 1 -> bytes = Arrays.copyOf(bytes, capacity);
      case 2 -> chars = Arrays.copyOf(chars, capacity);
      default -> ints = Arrays.copyOf(ints, capacity);
    }
  }

  private void widenFor(int code) {
    if (width == 1 && code > 0xff) {
      chars = new char[bytes.length];
      for (int i = 0; i < size; i++) {
        chars[i] = (char) (bytes[i] & 0xff);
      }
      bytes = new byte[0];
      width = 2;
    }
    if (width == 2 && code > 0xffff) {
      ints = new int[chars.length];
      for (int i = 0; i < size; i++) {
        ints[i] = chars[i];
      }
      chars = new char[0];
      width = 4;
    }
  }
}
