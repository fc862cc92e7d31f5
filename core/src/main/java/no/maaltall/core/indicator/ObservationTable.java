package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Observations in primitive arrays: one run of values per series, series sorted by indicator and
 * region.
 */
final class ObservationTable {
  private final Map<String, Integer> indicatorIndex;
  private final Map<String, Integer> regionIndex;
  private final long[] keys;
  private final int[] starts;
  private final PeriodAxis[] axes;
  private final double[] values;
  private final byte @Nullable [] statuses;
  private final Map<Frequency, int[]> ordinals;

  private ObservationTable(
      Map<String, Integer> indicatorIndex,
      Map<String, Integer> regionIndex,
      long[] keys,
      int[] starts,
      PeriodAxis[] axes,
      double[] values,
      byte @Nullable [] statuses) {
    this.indicatorIndex = indicatorIndex;
    this.regionIndex = regionIndex;
    this.keys = keys;
    this.starts = starts;
    this.axes = axes;
    this.values = values;
    this.statuses = statuses;
    this.ordinals = ordinalsByFrequency(axes);
  }

  private static Map<Frequency, int[]> ordinalsByFrequency(PeriodAxis[] axes) {
    Map<Frequency, TreeSet<Integer>> found = new EnumMap<>(Frequency.class);
    Set<PeriodAxis> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(distinct, axes);
    for (PeriodAxis axis : distinct) {
      TreeSet<Integer> set = found.computeIfAbsent(axis.frequency(), f -> new TreeSet<>());
      for (int i = 0; i < axis.size(); i++) {
        set.add(axis.ordinal(i));
      }
    }
    Map<Frequency, int[]> sorted = new EnumMap<>(Frequency.class);
    found.forEach((f, set) -> sorted.put(f, set.stream().mapToInt(Integer::intValue).toArray()));
    return sorted;
  }

  int size() {
    return values.length;
  }

  int seriesCount() {
    return keys.length;
  }

  int indicatorOf(int series) {
    return (int) (keys[series] >>> 32);
  }

  int regionOf(int series) {
    return (int) keys[series];
  }

  int indicatorIndex(String id) {
    return indicatorIndex.getOrDefault(id, -1);
  }

  int regionIndex(String code) {
    return regionIndex.getOrDefault(code, -1);
  }

  Set<Frequency> frequencies() {
    return Sets.immutableEnumSet(ordinals.keySet());
  }

  ImmutableList<Period> periods(Frequency frequency) {
    return Arrays.stream(ordinals.getOrDefault(frequency, new int[0]))
        .mapToObj(o -> Period.ofOrdinal(frequency, o))
        .collect(ImmutableList.toImmutableList());
  }

  Optional<Period> lastPeriod(Frequency frequency) {
    int[] sorted = ordinals.get(frequency);
    return sorted == null
        ? Optional.empty()
        : Optional.of(Period.ofOrdinal(frequency, sorted[sorted.length - 1]));
  }

  /** The number of a series, or a negative number when there is none. */
  int find(int indicator, int region) {
    return Arrays.binarySearch(keys, key(indicator, region));
  }

  Frequency frequencyOf(int series) {
    return axes[series].frequency();
  }

  Optional<Frequency> frequencyOfIndicator(int indicator) {
    int s = Arrays.binarySearch(keys, key(indicator, 0));
    int at = s >= 0 ? s : -s - 1;
    return at < keys.length && indicatorOf(at) == indicator
        ? Optional.of(axes[at].frequency())
        : Optional.empty();
  }

  Series series(int s, Indicator indicator, Region region, ImmutableList<SeriesBreak> breaks) {
    PeriodAxis axis = axes[s];
    int[] all = ordinals.get(axis.frequency());
    int last = all == null ? axis.ordinal(axis.size() - 1) : all[all.length - 1];
    Period asOf = Period.ofOrdinal(axis.frequency(), last);
    return new Series(indicator, region, axis, values, statuses, starts[s], asOf, breaks);
  }

  private static long key(int indicator, int region) {
    return ((long) indicator << 32) | region;
  }

  /** Collects observations in any order. */
  static final class Builder {
    private final Map<String, Integer> indicatorIndex = new HashMap<>();
    private final Map<String, Integer> regionIndex = new HashMap<>();
    private final List<String> indicatorIds = new ArrayList<>();
    private final List<String> regionCodes = new ArrayList<>();
    private int size;
    private long[] keys = new long[64];
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

    void add(
        String indicator, String region, Period period, double value, ObservationStatus status) {
      if (size == keys.length) {
        grow();
      }
      keys[size] =
          key(indicatorIndex.getOrDefault(indicator, -1), regionIndex.getOrDefault(region, -1));
      periods[size] = period.frequency().ordinal() << 24 | period.ordinal();
      values[size] = value;
      statuses[size] = (byte) status.ordinal();
      size++;
    }

    private void grow() {
      int capacity = Math.addExact(size, Math.max(64, size >> 1));
      keys = Arrays.copyOf(keys, capacity);
      periods = Arrays.copyOf(periods, capacity);
      values = Arrays.copyOf(values, capacity);
      statuses = Arrays.copyOf(statuses, capacity);
    }

    ObservationTable build() {
      int[] order = sortedOrder();
      long[] seriesKeys = new long[size];
      int[] starts = new int[size];
      PeriodAxis[] axes = new PeriodAxis[size];
      double[] sortedValues = new double[size];
      byte[] sortedStatuses = new byte[size];
      Map<PeriodAxis, PeriodAxis> shared = new HashMap<>();
      int count = 0;
      for (int at = 0; at < size; count++) {
        int end = at;
        while (end < size && keys[order[end]] == keys[order[at]]) {
          sortedValues[end] = values[order[end]];
          sortedStatuses[end] = statuses[order[end]];
          end++;
        }
        seriesKeys[count] = keys[order[at]];
        starts[count] = at;
        PeriodAxis axis = axis(order, at, end);
        axes[count] = shared.computeIfAbsent(axis, a -> a);
        at = end;
      }
      return new ObservationTable(
          Map.copyOf(indicatorIndex),
          Map.copyOf(regionIndex),
          Arrays.copyOf(seriesKeys, count),
          Arrays.copyOf(starts, count),
          Arrays.copyOf(axes, count),
          sortedValues,
          DataSet.plainOrNull(sortedStatuses));
    }

    private PeriodAxis axis(int[] order, int from, int to) {
      int[] ordinals = new int[to - from];
      Frequency frequency = Frequency.values()[periods[order[from]] >>> 24];
      for (int i = from; i < to; i++) {
        int packed = periods[order[i]];
        Period period = Period.ofOrdinal(Frequency.values()[packed >>> 24], packed & 0xffffff);
        if (period.frequency() != frequency) {
          String where = "series " + indicatorOf(order[i]) + " in " + regionOf(order[i]);
          throw new FrequencyMismatchException(where, frequency, period);
        }
        ordinals[i - from] = period.ordinal();
        if (i > from && ordinals[i - from] == ordinals[i - from - 1]) {
          throw new DuplicateObservationException(
              indicatorOf(order[i]), regionOf(order[i]), period);
        }
      }
      return new PeriodAxis(frequency, ordinals);
    }

    private String indicatorOf(int row) {
      return indicatorIds.get((int) (keys[row] >>> 32));
    }

    private String regionOf(int row) {
      return regionCodes.get((int) keys[row]);
    }

    /** Row numbers sorted by series, then period; those of equal series and period as they came. */
    private int[] sortedOrder() {
      long[] distinct = distinctKeys();
      int[] seriesOfRow = new int[size];
      int[] next = new int[distinct.length + 1];
      for (int row = 0; row < size; row++) {
        boolean asBefore = row > 0 && keys[row] == keys[row - 1];
        int series = asBefore ? seriesOfRow[row - 1] : Arrays.binarySearch(distinct, keys[row]);
        seriesOfRow[row] = series;
        next[series + 1]++;
      }
      for (int s = 0; s < distinct.length; s++) {
        next[s + 1] += next[s];
      }
      int[] order = new int[size];
      int[] ends = next.clone();
      for (int row = 0; row < size; row++) {
        order[ends[seriesOfRow[row]]++] = row;
      }
      for (int s = 0; s < distinct.length; s++) {
        sortByPeriod(order, next[s], next[s + 1]);
      }
      return order;
    }

    private long[] distinctKeys() {
      long[] sorted = Arrays.copyOf(keys, size);
      Arrays.sort(sorted);
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          sorted[count++] = sorted[i];
        }
      }
      return Arrays.copyOf(sorted, count);
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
  }
}
