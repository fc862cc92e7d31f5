package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much of each municipality went to each of those of a day, before it or after. */
final class Shares {
  private static final Comparator<Municipality> BY_CODE = Comparator.comparing(Municipality::code);

  /**
   * A municipality of the day, and how much of another it got.
   *
   * @param weight 1 for all of it; NaN when it is a part and no weight is known
   */
  record Share(Municipality municipality, double weight) {}

  private final SplitWeights weights;
  private final Map<Municipality, ImmutableList<Share>> shares = new HashMap<>();

  private Shares(SplitWeights weights) {
    this.weights = weights;
  }

  static Shares to(RegionHistory history, LocalDate date, SplitWeights weights) {
    Shares all = new Shares(weights);
    List<Municipality> earlier = new ArrayList<>();
    List<Municipality> later = new ArrayList<>();
    for (Municipality m : history.municipalities()) {
      if (m.isValidOn(date)) {
        all.shares.put(m, ImmutableList.of(new Share(m, 1)));
      } else if (m.validTo().map(date::isAfter).orElse(false)) {
        earlier.add(m);
      } else {
        later.add(m);
      }
    }
    // In this order what a municipality became is done before it: no recursion, however long a
    // chain of changes is.
    earlier.sort(Comparator.comparing((Municipality m) -> m.validTo().orElseThrow()).reversed());
    earlier.forEach(m -> all.shares.put(m, all.combine(m, history.successors(m))));
    later.sort(Comparator.comparing((Municipality m) -> m.validFrom().orElseThrow()));
    later.forEach(m -> all.shares.put(m, all.combine(m, history.predecessors(m))));
    return all;
  }

  /** Its shares, by code; none when it ceased, or was new. */
  ImmutableList<Share> of(Municipality municipality) {
    return shares.getOrDefault(municipality, ImmutableList.of());
  }

  private ImmutableList<Share> combine(Municipality from, ImmutableList<Municipality> parts) {
    if (parts.size() == 1) {
      return of(parts.get(0));
    }
    Map<Municipality, Double> sums = new TreeMap<>(BY_CODE);
    Optional<ImmutableMap<String, Double>> known = weights.of(from, parts);
    boolean whole = true;
    for (Municipality part : parts) {
      double weight = known.map(w -> w.getOrDefault(part.code(), 0.0)).orElse(Double.NaN);
      whole &= !of(part).isEmpty();
      for (Share share : of(part)) {
        if (weight != 0) {
          sums.merge(share.municipality(), weight * share.weight(), Double::sum);
        }
      }
    }
    // Parts that came together again are all of it, whatever each was.
    boolean together = sums.size() == 1 && whole;
    ImmutableList.Builder<Share> all = ImmutableList.builder();
    sums.forEach((m, weight) -> all.add(new Share(m, together ? 1 : weight)));
    return all.build();
  }
}
