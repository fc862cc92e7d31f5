package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import no.maaltall.core.indicator.ObservationStatus;

/** Counts the statuses and signs of a cube. */
final class CubeCounts {
  private CubeCounts() {}

  static ImmutableMap<ObservationStatus, Long> statuses(Cube cube) {
    CellStore store = cube.store();
    Map<ObservationStatus, Long> counts = new TreeMap<>();
    for (int i = 0; i < store.stored(); i++) {
      counts.merge(store.storedSign(i).status(store.storedValue(i)), 1L, Long::sum);
    }
    long others = store.size() - store.stored();
    if (others > 0) {
      CellSign sign = store.background();
      counts.merge(sign.status(sign.applyTo(Double.NaN)), others, Long::sum);
    }
    return ImmutableMap.copyOf(counts);
  }

  static ImmutableMap<String, Long> signs(Cube cube) {
    CellStore store = cube.store();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < store.stored(); i++) {
      counts.merge(store.storedSign(i).sign(), 1L, Long::sum);
    }
    counts.merge(store.background().sign(), store.size() - store.stored(), Long::sum);
    counts.remove("");
    counts.values().removeIf(n -> n == 0);
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
