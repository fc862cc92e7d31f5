package no.maaltall.kostra.statbank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects values and signs before it is known how many cells there are: either in row-major order,
 * or each with where it is.
 *
 * <p>What it allocates follows what it was given, never a size that somebody declared.
 */
final class CellBuffer {
  private static final int FIRST_CAPACITY = 64;
  // A sparse cell takes twice the memory of a dense one and is slower to find.
  private static final int DENSE_PER_STORED = 4;
  private static final int ALWAYS_DENSE = 64;
  static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final SignTable signs;
  private double[] values = {};
  private int valueCount;
  private long @Nullable [] valuePositions;
  private boolean hasValues;

  private final CompactCodes codes = new CompactCodes();
  private long @Nullable [] codePositions;
  private boolean hasCodes;
  private int everywhere;
  // Of each value that is a text, the number of that text; made when there is one.
  private @Nullable CompactCodes texts;

  CellBuffer() {
    this(new SignTable());
  }

  /** Uses the numbers of a table, which it may add to. */
  CellBuffer(SignTable signs) {
    this.signs = signs;
  }

  SignTable signs() {
    return signs;
  }

  /** Takes values in row-major order, one per cell. */
  void takeValues(double[] dense) {
    values = dense;
    valueCount = dense.length;
    hasValues = true;
  }

  /** Makes room for values that are expected. */
  void expectValues(int count) {
    if (count > values.length) {
      values = Arrays.copyOf(values, count);
    }
  }

  /** Adds the value of the next cell in row-major order. */
  void addValue(double value) {
    if (valueCount == values.length) {
      values = Arrays.copyOf(values, larger(valueCount));
    }
    values[valueCount++] = value;
    hasValues = true;
  }

  /** Adds the value of some cell. */
  void putValue(long position, double value) {
    if (valuePositions == null) {
      valuePositions = new long[FIRST_CAPACITY];
    }
    if (valueCount == valuePositions.length) {
      valuePositions = Arrays.copyOf(valuePositions, larger(valueCount));
    }
    valuePositions[valueCount] = position;
    addValue(value);
  }

  int valueCount() {
    return valueCount;
  }

  /** Adds the sign of the next cell in row-major order. */
  void addSign(int code) {
    codes.add(code);
    hasCodes = true;
  }

  /** Adds the sign of some cell. */
  void putSign(long position, int code) {
    if (codePositions == null) {
      codePositions = new long[FIRST_CAPACITY];
    }
    if (codes.size() == codePositions.length) {
      codePositions = Arrays.copyOf(codePositions, larger(codes.size()));
    }
    codePositions[codes.size()] = position;
    addSign(code);
  }

  /** Tells that the last value is none, and that a text or sign stands in its place. */
  void textOfLast(int code) {
    if (texts == null) {
      texts = new CompactCodes();
    }
    texts.resize(valueCount);
    texts.set(valueCount - 1, code);
  }

  /** Gives every cell the same sign. */
  void signEverywhere(int code) {
    everywhere = code;
  }

  private static int larger(int size) {
    if (size >= LARGEST_ARRAY) {
      throw new CubeException(
          CubeException.Problem.TOO_MANY_CELLS,
          "the cube",
          "more than " + size + " values",
          "at most " + LARGEST_ARRAY);
    }
    return (int) Math.min(LARGEST_ARRAY, Math.max(FIRST_CAPACITY, size * 3L / 2));
  }

  /**
   * The cells of a cube of that many.
   *
   * @throws CubeException if there is not one value per cell, one is outside or given twice
   */
  CellStore store(long size) {
    if (valuePositions == null && hasValues && valueCount != size) {
      throw new CubeException(
          CubeException.Problem.VALUE_COUNT, "value", valueCount + " values", size + " of them");
    }
    if (codePositions == null && hasCodes && codes.size() == 1 && size != 1) {
      everywhere = codes.get(0);
      hasCodes = false;
    }
    if (codePositions == null && hasCodes && codes.size() != size) {
      throw new CubeException(
          CubeException.Problem.STATUS_COUNT,
          "status",
          codes.size() + " statuses",
          size + " of them, or one for all cells");
    }
    requireDistinct("value", valuePositions, valueCount, size);
    requireDistinct("status", codePositions, codes.size(), size);
    long given = Math.max(valueCount, hasCodes ? codes.size() : 0);
    boolean dense =
        (valuePositions == null && hasValues)
            || (codePositions == null && hasCodes)
            || (given > 0 && size <= DENSE_PER_STORED * given + ALWAYS_DENSE);
    if (dense) {
      return dense((int) size);
    }
    if (texts != null) {
      putTextsAmongSigns(texts);
    }
    return sparse(size);
  }

  private void putTextsAmongSigns(CompactCodes text) {
    Map<Long, Integer> indexes = new HashMap<>();
    for (int i = 0; i < codes.size() && codePositions != null; i++) {
      indexes.put(codePositions[i], i);
    }
    for (int i = 0; i < text.size() && valuePositions != null; i++) {
      if (text.get(i) != 0) {
        Integer index = indexes.get(valuePositions[i]);
        if (index == null) {
          putSign(valuePositions[i], withText(everywhere, text.get(i)));
        } else {
          codes.set(index, withText(codes.get(index), text.get(i)));
        }
      }
    }
  }

  /** The sign beside a cell, and the text in it; a sign in it counts when there is none beside. */
  private int withText(int sign, int text) {
    if (sign == 0) {
      return text;
    }
    CellSign beside = signs.get(sign);
    return signs.code(
        new CellSign(
            beside.sign(),
            signs.get(text).text(),
            beside.whenValue(),
            beside.whenNone(),
            beside.effect()));
  }

  private static void requireDistinct(
      String where, long @Nullable [] positions, int count, long size) {
    if (positions == null) {
      return;
    }
    boolean increasing = true;
    for (int i = 0; i < count; i++) {
      if (positions[i] < 0 || positions[i] >= size) {
        throw new CubeException(
            CubeException.Problem.POSITION,
            where,
            "a " + where + " of cell " + positions[i],
            size == 0 ? "none: there are no cells" : "0 to " + (size - 1));
      }
      increasing &= i == 0 || positions[i] > positions[i - 1];
    }
    if (!increasing) {
      long[] sorted = Arrays.copyOf(positions, count);
      Arrays.sort(sorted);
      for (int i = 1; i < count; i++) {
        if (sorted[i] == sorted[i - 1]) {
          throw new CubeException(
              CubeException.Problem.DUPLICATE_CELL,
              where,
              "cell " + sorted[i] + " more than once",
              "each cell once");
        }
      }
    }
  }

  private CellStore dense(int size) {
    double[] all;
    if (valuePositions == null && hasValues) {
      all = values.length == size ? values : Arrays.copyOf(values, size);
    } else {
      all = new double[size];
      Arrays.fill(all, Double.NaN);
      for (int i = 0; i < valueCount && valuePositions != null; i++) {
        all[(int) valuePositions[i]] = values[i];
      }
    }
    CompactCodes allCodes = denseCodes(size);
    if (texts != null) {
      allCodes = withTexts(texts, allCodes == null ? new CompactCodes() : allCodes, size);
    }
    return new CellStore(size, null, all, allCodes, signs, 0);
  }

  private CompactCodes withTexts(CompactCodes text, CompactCodes all, int size) {
    all.resize(size);
    for (int i = 0; i < text.size(); i++) {
      if (text.get(i) != 0) {
        int at = valuePositions == null ? i : (int) valuePositions[i];
        all.set(at, withText(all.get(at), text.get(i)));
      }
    }
    all.trim();
    return all;
  }

  private @Nullable CompactCodes denseCodes(int size) {
    if (codePositions == null && hasCodes) {
      codes.trim();
      return codes;
    }
    if (everywhere == 0 && !hasCodes) {
      return null;
    }
    CompactCodes all = new CompactCodes();
    all.resize(size);
    if (everywhere != 0) {
      for (int i = 0; i < size; i++) {
        all.set(i, everywhere);
      }
    }
    for (int i = 0; i < codes.size() && codePositions != null; i++) {
      all.set((int) codePositions[i], codes.get(i));
    }
    return all;
  }

  /** Everything given, sorted by cell; a cell may have a value, a sign or both. */
  private CellStore sparse(long size) {
    int codeCount = codePositions == null ? 0 : codes.size();
    int[] valueOrder = order(valuePositions, valueCount);
    int[] codeOrder = order(codePositions, codeCount);
    long[] positions = new long[valueCount + codeCount];
    double[] merged = new double[positions.length];
    CompactCodes mergedCodes = new CompactCodes();
    int stored = 0;
    for (int v = 0, c = 0; v < valueCount || c < codeCount; ) {
      long nextValue = v < valueCount ? at(valuePositions, valueOrder[v]) : Long.MAX_VALUE;
      long nextCode = c < codeCount ? at(codePositions, codeOrder[c]) : Long.MAX_VALUE;
      long position = Math.min(nextValue, nextCode);
      double value = nextValue == position ? values[valueOrder[v++]] : Double.NaN;
      int code = nextCode == position ? codes.get(codeOrder[c++]) : everywhere;
      if (code != everywhere || !Double.isNaN(value)) {
        positions[stored] = position;
        merged[stored++] = value;
        mergedCodes.add(code);
      }
    }
    mergedCodes.trim();
    return new CellStore(
        size,
        Arrays.copyOf(positions, stored),
        Arrays.copyOf(merged, stored),
        codeCount == 0 && everywhere == 0 ? null : mergedCodes,
        signs,
        everywhere);
  }

  private static long at(long @Nullable [] positions, int index) {
    return positions == null ? index : positions[index];
  }

  private static int[] order(long @Nullable [] positions, int count) {
    if (positions == null) {
      return new int[0];
    }
    boolean increasing = true;
    for (int i = 1; i < count && increasing; i++) {
      increasing = positions[i] > positions[i - 1];
    }
    return increasing ? IntStream.range(0, count).toArray() : sortedOrder(positions, count);
  }

  private static int[] sortedOrder(long[] positions, int count) {
    return IntStream.range(0, count)
        .boxed()
        .sorted((a, b) -> Long.compare(positions[a], positions[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
