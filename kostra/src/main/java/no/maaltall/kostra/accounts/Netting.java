package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken out of sums of account types because it is trade between a municipality and its
 * enterprises.
 *
 * <p>The netting of a code is {@code Σ sign × x}, where x is the netting of the part when the part
 * has one, and the ordinary amount of the part in the data when it has not. The part {@code COPY}
 * stands for every edge of the ordinary hierarchy from a part that has a netting: so a sum of
 * netted sums is netted too, without repeating which ones.
 */
final class Netting {
  private static final String COPY = "COPY";

  private final Hierarchy hierarchy;

  private Netting(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The netting with its copies made. */
  static Netting of(Hierarchy written, Hierarchy arts) {
    Set<String> netted = new LinkedHashSet<>();
    Set<String> copies = new LinkedHashSet<>();
    for (Hierarchy.Edge edge : written.edges()) {
      check(written, edge, arts);
      netted.add(edge.to());
      if (edge.from().equals(COPY)) {
        copies.add(edge.to());
      }
    }
    List<Hierarchy.Edge> edges = new ArrayList<>();
    written.edges().stream().filter(e -> !e.from().equals(COPY)).forEach(edges::add);
    ImmutableSet<Hierarchy.Edge> given = ImmutableSet.copyOf(edges);
    for (String copy : copies) {
      for (Hierarchy.Edge edge : arts.parts(copy)) {
        boolean alreadyGiven =
            given.stream().anyMatch(e -> e.to().equals(copy) && e.from().equals(edge.from()));
        if (netted.contains(edge.from()) && !alreadyGiven) {
          edges.add(edge);
        }
      }
    }
    return new Netting(Hierarchy.of(written.name(), edges));
  }

  private static void check(Hierarchy written, Hierarchy.Edge edge, Hierarchy arts) {
    ImmutableList<String> path = ImmutableList.of(edge.to(), edge.from());
    if (!arts.codes().contains(edge.to())
        || (!edge.from().equals(COPY) && !arts.codes().contains(edge.from()))) {
      throw new HierarchyException(
          HierarchyException.Problem.UNKNOWN_CODE,
          written.name(),
          written.line(edge),
          path,
          "codes of " + arts.name() + ", or COPY as the part");
    }
    if (!arts.isSum(edge.to())) {
      throw new HierarchyException(
          HierarchyException.Problem.NOT_A_SUM,
          written.name(),
          written.line(edge),
          path,
          "nettings of sums: what is booked on an account type stays there");
    }
  }

  boolean isNetted(String art) {
    return hierarchy.isSum(art);
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * How many times each account type that amounts are booked on counts in the netting of a code.
   */
  Map<String, Long> leafFactors(String art, Hierarchy arts) {
    Map<String, Long> leaves = new HashMap<>();
    if (isNetted(art)) {
      hierarchy
          .leafFactors(art)
          .forEach(
              (part, outer) ->
                  arts.leafFactors(part)
                      .forEach(
                          (leaf, inner) ->
                              leaves.merge(
                                  leaf, Math.multiplyExact(outer, inner), Math::addExact)));
    }
    leaves.values().removeIf(f -> f == 0);
    return leaves;
  }

  /** The shortest way from a netted code down to a leaf. */
  ImmutableList<String> path(String art, String leaf, Hierarchy arts) {
    ImmutableList<String> best = ImmutableList.of();
    for (String part : hierarchy.leafFactors(art).keySet()) {
      ImmutableList<String> below = arts.path(part, leaf);
      if (!below.isEmpty()) {
        ImmutableList<String> above = hierarchy.path(art, part);
        ImmutableList<String> whole =
            ImmutableList.<String>builder()
                .addAll(above.subList(0, above.size() - 1))
                .addAll(below)
                .build();
        best = best.isEmpty() || whole.size() < best.size() ? whole : best;
      }
    }
    return best;
  }
}
