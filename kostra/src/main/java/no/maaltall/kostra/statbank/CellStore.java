package no.maaltall.kostra.statbank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values and signs of a cube: one of each per cell, or only those that were given, with where
 * they are.
 *
 * <p>A dense store takes 9 bytes per cell as long as there are at most 255 different signs, 8 when
 * there are none. A sparse one takes 17 per cell that was given, and nothing for the others: a
 * description of a table of a billion cells is as small as its file.
 */
final class CellStore {
  private final long size;
  private final long @Nullable [] positions;
  private final double[] values;
  private final @Nullable CompactCodes codes;
  private final SignTable signs;
  private final int background;

  /**
   * Takes the parts as they are, and lets the signs do to the values what they do.
   *
   * @param positions where the values are, increasing; null when there is one per cell
   * @param codes the numbers of the signs beside the values; null when there are none
   * @param background the number of the sign of a cell for which nothing is kept
   */
  CellStore(
      long size,
      long @Nullable [] positions,
      double[] values,
      @Nullable CompactCodes codes,
      SignTable signs,
      int background) {
    this.size = size;
    this.positions = positions;
    this.values = values;
    this.codes = codes;
    this.signs = signs;
    this.background = background;
    if (codes != null) {
      for (int i = 0; i < values.length; i++) {
        int code = codes.get(i);
        if (code != 0) {
          values[i] = signs.get(code).applyTo(values[i]);
        }
      }
    }
  }

  long size() {
    return size;
  }

  boolean isDense() {
    return positions == null;
  }

  /** How many cells it keeps something for. */
  int stored() {
    return values.length;
  }

  /** Where the one with a number is. */
  long positionOf(int index) {
    return positions == null ? index : positions[index];
  }

  double storedValue(int index) {
    return values[index];
  }

  CellSign storedSign(int index) {
    return signs.get(storedCode(index));
  }

  /** The sign of a cell for which nothing is kept. */
  CellSign background() {
    return signs.get(background);
  }

  double value(long position) {
    int index = index(position);
    return index < 0 ? background().applyTo(Double.NaN) : values[index];
  }

  double[] toArray() {
    if (positions == null) {
      return values.clone();
    }
    if (size > CellBuffer.LARGEST_ARRAY) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_CELLS,
          "an array of the values",
          size + " cells",
          "at most " + CellBuffer.LARGEST_ARRAY + "; select some categories first");
    }
    double[] all = new double[(int) size];
    Arrays.fill(all, background().applyTo(Double.NaN));
    for (int i = 0; i < values.length; i++) {
      all[(int) positions[i]] = values[i];
    }
    return all;
  }

  CellSign sign(long position) {
    int index = index(position);
    return index < 0 ? background() : storedSign(index);
  }

  /** The numbers of its signs, to make another store with. */
  SignTable copyOfSigns() {
    return signs.copy();
  }

  int backgroundCode() {
    return background;
  }

  int signCount() {
    return signs.size();
  }

  CellSign signOf(int code) {
    return signs.get(code);
  }

  int storedCode(int index) {
    return codes == null ? 0 : codes.get(index);
  }

  private int index(long position) {
    if (position < 0 || position >= size) {
      throw new IndexOutOfBoundsException("cell " + position + " of a cube of " + size);
    }
    return positions == null ? (int) position : Arrays.binarySearch(positions, position);
  }

  /** How many bytes the arrays take. */
  long arrayBytes() {
    return 8L * values.length
        + (positions == null ? 0 : 8L * positions.length)
        + (codes == null ? 0 : codes.arrayBytes());
  }

  boolean sameCells(CellStore other) {
    if (size != other.size) {
      return false;
    }
    if (positions != null && other.positions != null) {
      return background().equals(other.background())
          && Arrays.equals(positions, other.positions)
          && sameStored(other);
    }
    if (positions == null && other.positions == null) {
      return sameStored(other);
    }
    for (long at = 0; at < size; at++) {
      if (!same(value(at), other.value(at)) || !sign(at).equals(other.sign(at))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameStored(CellStore other) {
    for (int i = 0; i < values.length; i++) {
      if (!same(values[i], other.values[i]) || !storedSign(i).equals(other.storedSign(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(double a, double b) {
    return Double.compare(a, b) == 0;
  }

  /** Of the values that there are, so that a dense and a sparse store of the same are alike. */
  int valuesHash() {
    int hash = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        hash = 31 * hash + Double.hashCode(value);
      }
    }
    return hash;
  }
}
