package no.maaltall.core.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects observations in any order, 17 bytes each, and sorts them into a table. */
final class ObservationTableBuilder {
  private final Map<String, Integer> indicatorIndex = new HashMap<>();
  private final Map<String, Integer> regionIndex = new HashMap<>();
  private final List<String> indicatorIds = new ArrayList<>();
  private final List<String> regionCodes = new ArrayList<>();
  private final SeriesNumbers series = new SeriesNumbers();
  private int size;
  private int[] seriesOfRow = new int[64];
  // The frequency above, the ordinal in the lower 24 bits: sorts by frequency, then in time.
  private int[] periods = new int[64];
  private double[] values = new double[64];
  private byte[] statuses = new byte[64];

  void addIndicator(String id) {
    indicatorIndex.put(id, indicatorIds.size());
    indicatorIds.add(id);
  }

  void addRegion(String code) {
    regionIndex.put(code, regionCodes.size());
    regionCodes.add(code);
  }

  int indicatorIndex(String id) {
    return indicatorIndex.getOrDefault(id, -1);
  }

  int regionIndex(String code) {
    return regionIndex.getOrDefault(code, -1);
  }

  String indicatorId(int indicator) {
    return indicatorIds.get(indicator);
  }

  void requireIndices(int indicator, int region) {
    Objects.checkIndex(indicator, indicatorIds.size());
    Objects.checkIndex(region, regionCodes.size());
  }

  void add(int indicator, int region, Period period, double value, ObservationStatus status) {
    if (size == values.length) {
      grow();
    }
    seriesOfRow[size] = series.number(ObservationTable.key(indicator, region));
    periods[size] = pack(period);
    values[size] = value;
    statuses[size] = (byte) status.ordinal();
    size++;
  }

  private void grow() {
    int capacity = Math.addExact(size, Math.max(64, size >> 1));
    seriesOfRow = Arrays.copyOf(seriesOfRow, capacity);
    periods = Arrays.copyOf(periods, capacity);
    values = Arrays.copyOf(values, capacity);
    statuses = Arrays.copyOf(statuses, capacity);
  }

  private static int pack(Period period) {
    return period.frequency().ordinal() << 24 | period.ordinal();
  }

  private static Period unpack(int packed) {
    return Period.ofOrdinal(Frequency.values()[packed >>> 24], packed & 0xffffff);
  }

  /** The table without the rows in conflict, which are told of. */
  ObservationTable build(Consumer<ObservationConflict> leftOut) {
    long[] sortedKeys = series.sortedKeys();
    int[] ends = new int[sortedKeys.length];
    int[] order = sortedOrder(sortedKeys, ends);
    Columns columns = new Columns(sortedKeys.length, size);
    for (int s = 0; s < sortedKeys.length; s++) {
      int from = s == 0 ? 0 : ends[s - 1];
      sortByPeriod(order, from, ends[s]);
      int to = keepable(sortedKeys[s], order, from, ends[s], leftOut);
      if (to > from) {
        columns.addSeries(sortedKeys[s], order, from, to);
      }
    }
    return columns.table();
  }

  /** Row numbers sorted by series, those of a series as they came; and where each series ends. */
  private int[] sortedOrder(long[] sortedKeys, int[] ends) {
    int[] rank = series.ranks(sortedKeys);
    for (int row = 0; row < size; row++) {
      ends[rank[seriesOfRow[row]]]++;
    }
    int[] next = new int[ends.length];
    for (int s = 1; s < ends.length; s++) {
      next[s] = next[s - 1] + ends[s - 1];
    }
    int[] order = new int[size];
    for (int row = 0; row < size; row++) {
      order[next[rank[seriesOfRow[row]]]++] = row;
    }
    System.arraycopy(next, 0, ends, 0, ends.length);
    return order;
  }

  private void sortByPeriod(int[] order, int from, int to) {
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = periods[order[i - 1]] <= periods[order[i]];
    }
    if (sorted) {
      return;
    }
    long[] periodAndRow = new long[to - from];
    for (int i = from; i < to; i++) {
      periodAndRow[i - from] = (long) periods[order[i]] << 32 | order[i];
    }
    Arrays.sort(periodAndRow);
    for (int i = from; i < to; i++) {
      order[i] = (int) periodAndRow[i - from];
    }
  }

  /** Moves the rows of a series that can be kept to the front; returns where they end. */
  private int keepable(
      long key, int[] order, int from, int to, Consumer<ObservationConflict> leftOut) {
    if (periods[order[from]] >>> 24 != periods[order[to - 1]] >>> 24) {
      leaveOutMixed(key, order, from, to, leftOut);
      return from;
    }
    int kept = from;
    for (int at = from; at < to; ) {
      int end = at + 1;
      while (end < to && periods[order[end]] == periods[order[at]]) {
        end++;
      }
      if (end == at + 1 || keepsFirst(key, order, at, end, leftOut)) {
        order[kept++] = order[at];
      }
      at = end;
    }
    return kept;
  }

  /** Rows of one period: whether they are all equal. Those that are left out are told of. */
  private boolean keepsFirst(
      long key, int[] order, int from, int to, Consumer<ObservationConflict> leftOut) {
    int first = order[from];
    int different = -1;
    for (int i = from + 1; i < to && different < 0; i++) {
      different = same(order[i], first) ? -1 : order[i];
    }
    if (different < 0) {
      for (int i = from + 1; i < to; i++) {
        leftOut.accept(conflict(ObservationConflict.Kind.DUPLICATE, key, order[i], first));
      }
      return true;
    }
    for (int i = from; i < to; i++) {
      int other = same(order[i], first) ? different : first;
      leftOut.accept(conflict(ObservationConflict.Kind.CONTRADICTION, key, order[i], other));
    }
    return false;
  }

  private void leaveOutMixed(
      long key, int[] order, int from, int to, Consumer<ObservationConflict> leftOut) {
    int earliest = Arrays.stream(order, from, to).min().orElseThrow();
    int earliestOther =
        Arrays.stream(order, from, to)
            .filter(row -> periods[row] >>> 24 != periods[earliest] >>> 24)
            .min()
            .orElseThrow();
    for (int i = from; i < to; i++) {
      boolean asEarliest = periods[order[i]] >>> 24 == periods[earliest] >>> 24;
      int other = asEarliest ? earliestOther : earliest;
      leftOut.accept(conflict(ObservationConflict.Kind.MIXED_FREQUENCY, key, order[i], other));
    }
  }

  private boolean same(int row, int other) {
    return Double.compare(values[row], values[other]) == 0 && statuses[row] == statuses[other];
  }

  private ObservationConflict conflict(
      ObservationConflict.Kind kind, long key, int row, int other) {
    return new ObservationConflict(
        kind,
        row,
        other,
        indicatorIds.get((int) (key >>> 32)),
        regionCodes.get((int) key),
        unpack(periods[row]),
        unpack(periods[other]));
  }

  /** The finished columns, filled series by series. */
  private final class Columns {
    private final long[] keys;
    private final int[] starts;
    private final PeriodAxis[] axes;
    private final double[] sortedValues;
    private final byte[] sortedStatuses;
    private final Map<PeriodAxis, PeriodAxis> shared = new HashMap<>();
    private int seriesCount;
    private int count;

    Columns(int mostSeries, int mostRows) {
      keys = new long[mostSeries];
      starts = new int[mostSeries];
      axes = new PeriodAxis[mostSeries];
      sortedValues = new double[mostRows];
      sortedStatuses = new byte[mostRows];
    }

    void addSeries(long key, int[] order, int from, int to) {
      keys[seriesCount] = key;
      starts[seriesCount] = count;
      axes[seriesCount] = axis(order, from, to);
      seriesCount++;
      for (int i = from; i < to; i++) {
        sortedValues[count] = values[order[i]];
        sortedStatuses[count] = statuses[order[i]];
        count++;
      }
    }

    private PeriodAxis axis(int[] order, int from, int to) {
      Frequency frequency = Frequency.values()[periods[order[from]] >>> 24];
      if (seriesCount > 0 && isAxis(axes[seriesCount - 1], frequency, order, from, to)) {
        return axes[seriesCount - 1];
      }
      int[] ordinals = new int[to - from];
      for (int i = from; i < to; i++) {
        ordinals[i - from] = periods[order[i]] & 0xffffff;
      }
      return shared.computeIfAbsent(new PeriodAxis(frequency, ordinals), a -> a);
    }

    private boolean isAxis(PeriodAxis axis, Frequency frequency, int[] order, int from, int to) {
      if (axis.frequency() != frequency || axis.size() != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if (axis.ordinal(i - from) != (periods[order[i]] & 0xffffff)) {
          return false;
        }
      }
      return true;
    }

    ObservationTable table() {
      boolean whole = count == sortedValues.length;
      return new ObservationTable(
          Map.copyOf(indicatorIndex),
          Map.copyOf(regionIndex),
          Arrays.copyOf(keys, seriesCount),
          Arrays.copyOf(starts, seriesCount),
          Arrays.copyOf(axes, seriesCount),
          whole ? sortedValues : Arrays.copyOf(sortedValues, count),
          DataSet.plainOrNull(whole ? sortedStatuses : Arrays.copyOf(sortedStatuses, count)));
    }
  }
}
