package no.maaltall.kostra.statbank;

import java.util.Arrays;

/** A growing list of numbers to 65,535: a byte each as long as none is over 255, then two. */
final class CompactCodes {
  private static final int FIRST_CAPACITY = 16;

  private byte[] bytes = {};
  private char[] chars = {};
  private int width = 1;
  private int size;

  int size() {
    return size;
  }

  /** How many bytes it has allocated. */
  long arrayBytes() {
    return (long) width * capacity();
  }

  int get(int index) {
    return width == 1 ? bytes[index] & 0xff : chars[index];
  }

  void add(int code) {
    if (size == capacity()) {
      grow(larger());
    }
    size++;
    set(size - 1, code);
  }

  /** Makes the list that long; what is new is 0. */
  void resize(int newSize) {
    if (newSize > capacity()) {
      grow(Math.max(newSize, larger()));
    }
    size = newSize;
  }

  void set(int index, int code) {
    widenFor(code);
    if (width == 1) {
      bytes[index] = (byte) code;
    } else {
      chars[index] = (char) code;
    }
  }

  /** Lets go of what was allocated beyond the size. */
  void trim() {
    grow(size);
  }

  private int larger() {
    return (int) Math.min(CellBuffer.LARGEST_ARRAY, Math.max(FIRST_CAPACITY, size * 3L / 2));
  }

  private int capacity() {
    return width == 1 ? bytes.length : chars.length;
  }

  private void grow(int capacity) {
    if (width == 1) {
      bytes = Arrays.copyOf(bytes, capacity);
    } else {
      chars = Arrays.copyOf(chars, capacity);
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
  }
}
