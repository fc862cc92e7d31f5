package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
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

  ObservationTable(
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

  /** The last period of any frequency: the one that ends last. */
  Optional<Period> lastPeriod() {
    Period last = null;
    for (Frequency frequency : frequencies()) {
      Period candidate = lastPeriod(frequency).orElseThrow();
      if (last == null || candidate.endDate().isAfter(last.endDate())) {
        last = candidate;
      }
    }
    return Optional.ofNullable(last);
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

  static long key(int indicator, int region) {
    return ((long) indicator << 32) | region;
  }
}
