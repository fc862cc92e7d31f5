package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A time without reforms: which municipalities there were, and which of them make up each of those
 * that figures are carried to.
 *
 * @param from its first day
 * @param byCode the municipalities of the time
 * @param parts for each target, by code, the municipalities that it got something of, by code
 */
record Era(
    LocalDate from,
    ImmutableMap<String, Municipality> byCode,
    ImmutableSortedMap<Municipality, ImmutableList<Era.Part>> parts) {

  /**
   * A municipality of the time.
   *
   * @param weight how much of it the target got: 1 for all, NaN when it is not known
   */
  record Part(Municipality municipality, double weight) {
    boolean isWhole() {
      return weight == 1;
    }
  }

  ImmutableList<Part> partsOf(Municipality target) {
    return parts.getOrDefault(target, ImmutableList.of());
  }

  /** The eras of a history, made when they are asked for. */
  static final class All {
    private final RegionHistory history;
    private final Shares shares;
    private final TreeSet<LocalDate> starts = new TreeSet<>();
    private final Map<LocalDate, Era> made = new HashMap<>();

    All(RegionHistory history, Shares shares) {
      this.history = history;
      this.shares = shares;
      starts.add(history.firstDay());
      history.municipalities().forEach(m -> m.validFrom().ifPresent(starts::add));
    }

    /** The era of a day; empty before the history begins. */
    Optional<Era> of(LocalDate date) {
      return Optional.ofNullable(starts.floor(date))
          .map(start -> made.computeIfAbsent(start, this::make));
    }

    private Era make(LocalDate date) {
      ImmutableMap.Builder<String, Municipality> byCode = ImmutableMap.builder();
      Map<Municipality, List<Part>> parts = new TreeMap<>(Comparator.comparing(Municipality::code));
      for (Municipality m : history.on(date)) {
        byCode.put(m.code(), m);
        for (Shares.Share share : shares.of(m)) {
          parts
              .computeIfAbsent(share.municipality(), t -> new ArrayList<>())
              .add(new Part(m, share.weight()));
        }
      }
      ImmutableSortedMap.Builder<Municipality, ImmutableList<Part>> all =
          ImmutableSortedMap.orderedBy(Comparator.comparing(Municipality::code));
      parts.forEach((target, of) -> all.put(target, ImmutableList.copyOf(of)));
      return new Era(date, byCode.buildOrThrow(), all.build());
    }
  }
}
