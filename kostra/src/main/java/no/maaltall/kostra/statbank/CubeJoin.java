package no.maaltall.kostra.statbank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins cubes that are blocks of one: the answers to a query that was too large for one call. */
final class CubeJoin {
  private final List<Cube> parts;
  private final Cube first;

  private CubeJoin(List<Cube> parts) {
    this.parts = parts;
    this.first = parts.get(0);
  }

  static Cube of(List<Cube> parts) {
    if (parts.isEmpty()) {
      throw different("a join", "no parts", "at least one part");
    }
    return new CubeJoin(List.copyOf(parts)).cube();
  }

  private static CubeException different(String where, String got, String allowed) {
    return new CubeException(CubeException.Problem.DIFFERENT_PARTS, where, got, allowed);
  }

  private Cube cube() {
    for (int p = 1; p < parts.size(); p++) {
      requireAlike(p);
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (int d = 0; d < first.dimensions().size(); d++) {
      dimensions.add(union(d));
    }
    CellBuffer cells = new CellBuffer();
    long[] strides = CubeSelection.strides(dimensions);
    long covered = 0;
    for (Cube part : parts) {
      copy(part, dimensions, strides, cells);
      covered += part.size();
    }
    requireCovered(dimensions, covered);
    CubeBuilder builder = first.describedBuilder(dimensions).cells(cells);
    builder.notes.clear();
    builder.notes(allNotes());
    return builder.build();
  }

  private void requireAlike(int p) {
    Cube part = parts.get(p);
    String where = "part " + (p + 1) + " of " + parts.size();
    List<String> ids = ids(first);
    if (!ids(part).equals(ids)) {
      throw different(where, "the dimensions " + ids(part), "those of the first part: " + ids);
    }
    if (!part.updated().equals(first.updated())) {
      throw different(
          where,
          "a table updated " + part.updated().orElse("at no known time"),
          "one updated " + first.updated().orElse("at no known time") + ", as the first part");
    }
    if (part.hasData() != first.hasData()) {
      throw different(
          where,
          part.hasData() ? "a cube with data" : "a cube without data",
          "all with data, or all without");
    }
  }

  private static List<String> ids(Cube cube) {
    return cube.dimensions().stream().map(Dimension::id).toList();
  }

  private Dimension union(int d) {
    Map<String, Category> categories = new LinkedHashMap<>();
    for (Cube part : parts) {
      for (Category category : part.dimensions().get(d).categories()) {
        categories.putIfAbsent(category.code(), category);
      }
    }
    Dimension own = first.dimensions().get(d);
    return own.select(List.of()).toBuilder().categories(categories.values()).build();
  }

  private List<String> allNotes() {
    Set<String> notes = new LinkedHashSet<>();
    parts.forEach(part -> notes.addAll(part.notes()));
    return List.copyOf(notes);
  }

  private static void copy(Cube part, List<Dimension> whole, long[] strides, CellBuffer cells) {
    CellStore store = part.store();
    long[] from = CubeSelection.strides(part.dimensions());
    long[][] moved = new long[from.length][];
    for (int d = 0; d < from.length; d++) {
      Dimension to = whole.get(d);
      long stride = strides[d];
      moved[d] =
          part.dimensions().get(d).codes().stream()
              .mapToLong(code -> stride * to.indexOf(code))
              .toArray();
    }
    int[] codes = new int[store.signCount()];
    for (int s = 0; s < codes.length; s++) {
      codes[s] = cells.signs().code(store.signOf(s));
    }
    for (int i = 0; i < store.stored(); i++) {
      long rest = store.positionOf(i);
      long position = 0;
      for (int d = 0; d < from.length; d++) {
        position += moved[d][(int) (rest / from[d])];
        rest %= from[d];
      }
      cells.putValue(position, store.storedValue(i));
      cells.putSign(position, codes[store.storedCode(i)]);
    }
  }

  /** Parts are blocks; those that do not overlap and have as many cells as the whole cover it. */
  private void requireCovered(List<Dimension> dimensions, long covered) {
    long size = Cube.size(dimensions);
    requireDisjoint();
    if (covered != size) {
      throw new CubeException(
          CubeException.Problem.INCOMPLETE_PARTS,
          "a join of " + dimensions,
          covered + " cells in " + parts.size() + " parts",
          "parts of " + size + " cells together");
    }
  }

  private void requireDisjoint() {
    for (int p = 0; p < parts.size(); p++) {
      for (int q = 0; q < p; q++) {
        String[] shared = shared(parts.get(p), parts.get(q));
        if (shared.length > 0 || first.dimensions().isEmpty()) {
          throw new CubeException(
              CubeException.Problem.DUPLICATE_CELL,
              "the cell " + Arrays.toString(shared),
              "it in part " + (q + 1) + " and in part " + (p + 1),
              "each cell in one part");
        }
      }
    }
  }

  /** The codes of a cell that two parts have; empty when there is none. */
  private static String[] shared(Cube a, Cube b) {
    String[] codes = new String[a.dimensions().size()];
    for (int d = 0; d < codes.length; d++) {
      Dimension other = b.dimensions().get(d);
      String common =
          a.dimensions().get(d).codes().stream().filter(other::has).findFirst().orElse(null);
      if (common == null) {
        return new String[0];
      }
      codes[d] = common;
    }
    return codes;
  }
}
