package no.maaltall.kostra.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Edges as arrays, each sum's after those of its parts: one pass over them computes every sum. */
final class SignedSums {
  private final int[] to;
  private final int[] from;
  private final int[] sign;

  private SignedSums(int[] to, int[] from, int[] sign) {
    this.to = to;
    this.from = from;
    this.sign = sign;
  }

  static SignedSums of(Hierarchy hierarchy, Map<String, Integer> index) {
    List<Hierarchy.Edge> edges = new ArrayList<>();
    hierarchy.order().forEach(code -> edges.addAll(hierarchy.parts(code)));
    int[] to = new int[edges.size()];
    int[] from = new int[edges.size()];
    int[] sign = new int[edges.size()];
    for (int i = 0; i < to.length; i++) {
      Hierarchy.Edge edge = edges.get(i);
      to[i] = index.getOrDefault(edge.to(), -1);
      from[i] = index.getOrDefault(edge.from(), -1);
      sign[i] = edge.sign();
    }
    return new SignedSums(to, from, sign);
  }

  int size() {
    return to.length;
  }

  /** Index of the sum of an edge. */
  int to(int edge) {
    return to[edge];
  }

  /** Index of the part of an edge. */
  int from(int edge) {
    return from[edge];
  }

  /** 1 or -1. */
  int sign(int edge) {
    return sign[edge];
  }

  /** How much each sum can be at the most, given how much each leaf can. */
  void bound(long[] weights) {
    for (int i = 0; i < to.length; i++) {
      weights[to[i]] = Saturated.sum(weights[to[i]], weights[from[i]]);
    }
  }

  /** Adds up within a row of amounts; overflow goes unnoticed, so its bound must be known. */
  void addUp(long[] row) {
    for (int i = 0; i < to.length; i++) {
      row[to[i]] += sign[i] * row[from[i]];
    }
  }

  /** Adds up within a row of amounts; throws on overflow. */
  void addUpExact(long[] row) {
    for (int i = 0; i < to.length; i++) {
      row[to[i]] = Saturated.exact(row[to[i]], row[from[i]], sign[i]);
    }
  }
}
