package no.maaltall.kostra.accounts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A netting as arrays: first its targets in order, each after those that it needs. */
final class NettingSums {
  // Art of each target, per target.
  private final int[] arts;
  // Per edge: place of the target, and either an art or the complement of an earlier place.
  private final int[] to;
  private final int[] from;
  private final int[] sign;

  NettingSums(Netting netting, Map<String, Integer> artIndex) {
    Hierarchy hierarchy = netting.hierarchy();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String code : hierarchy.order()) {
      if (hierarchy.isSum(code)) {
        places.put(code, places.size());
      }
    }
    this.arts = places.keySet().stream().mapToInt(c -> artIndex.getOrDefault(c, -1)).toArray();
    int edges = hierarchy.edges().size();
    this.to = new int[edges];
    this.from = new int[edges];
    this.sign = new int[edges];
    int i = 0;
    for (Map.Entry<String, Integer> target : places.entrySet()) {
      for (Hierarchy.Edge edge : hierarchy.parts(target.getKey())) {
        Integer part = places.get(edge.from());
        to[i] = target.getValue();
        from[i] = part == null ? artIndex.getOrDefault(edge.from(), -1) : ~part;
        sign[i] = edge.sign();
        i++;
      }
    }
  }

  int size() {
    return arts.length;
  }

  /** Computes the nettings of a row of amounts into an array as long as {@link #size}. */
  void net(long[] row, long[] nettings) {
    Arrays.fill(nettings, 0, arts.length, 0);
    for (int i = 0; i < to.length; i++) {
      nettings[to[i]] += sign[i] * (from[i] >= 0 ? row[from[i]] : nettings[~from[i]]);
    }
  }

  /** As {@link #net}, but throws on overflow. */
  void netExact(long[] row, long[] nettings) {
    Arrays.fill(nettings, 0, arts.length, 0);
    for (int i = 0; i < to.length; i++) {
      nettings[to[i]] =
          Saturated.exact(
              nettings[to[i]], from[i] >= 0 ? row[from[i]] : nettings[~from[i]], sign[i]);
    }
  }

  /** Adds nettings to a row of amounts. */
  void addTo(long[] row, long[] nettings, boolean exact) {
    for (int t = 0; t < arts.length; t++) {
      row[arts[t]] = exact ? Math.addExact(row[arts[t]], nettings[t]) : row[arts[t]] + nettings[t];
    }
  }

  /** How much each account type can be netted at the most, given how much each can be. */
  long[] bound(long[] weights) {
    long[] nettings = new long[arts.length];
    for (int i = 0; i < to.length; i++) {
      nettings[to[i]] =
          Saturated.sum(nettings[to[i]], from[i] >= 0 ? weights[from[i]] : nettings[~from[i]]);
    }
    long[] bound = new long[weights.length];
    for (int t = 0; t < arts.length; t++) {
      bound[arts[t]] = nettings[t];
    }
    return bound;
  }
}
