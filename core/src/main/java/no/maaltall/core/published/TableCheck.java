package no.maaltall.core.published;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.UnknownCodeException;

/** The check of a table: every figure and claim alone, then the figures that share numbers. */
final class TableCheck {
  private static final long EFFORT = 2_000_000;
  private static final long PASSES = 20;

  private final PublishedTable table;

  TableCheck(PublishedTable table) {
    this.table = table;
  }

  CheckReport report() {
    List<CheckedFigure> findings = new ArrayList<>();
    for (PublishedFigure figure : table.figures()) {
      findings.add(
          new SingleCheck(figure.id(), figure.name(), numbers(figure.inputs()))
              .figure(figure.expression(), figure.result().map(this::number)));
    }
    boolean complete = together(findings);
    for (PublishedClaim claim : table.claims()) {
      findings.add(
          new SingleCheck(claim.id(), claim.name(), numbers(claim.inputs()))
              .claim(claim.condition()));
    }
    return new CheckReport(ImmutableList.copyOf(findings), complete);
  }

  private Rounded number(String id) {
    Rounded number = table.numbers().get(id);
    if (number == null) {
      throw new UnknownCodeException("printed number", id, table.numbers().keySet());
    }
    return number;
  }

  private ImmutableMap<String, Rounded> numbers(ImmutableMap<String, String> inputs) {
    ImmutableMap.Builder<String, Rounded> numbers = ImmutableMap.builder();
    inputs.forEach((name, id) -> numbers.put(name, number(id)));
    return numbers.buildOrThrow();
  }

  /** Marks the figures that cannot be right together; returns whether all were looked at. */
  private boolean together(List<CheckedFigure> findings) {
    Map<String, Integer> cells = new HashMap<>();
    List<Interval> printed = new ArrayList<>();
    List<JointSystem.Row> rows = new ArrayList<>();
    List<Integer> figures = new ArrayList<>();
    for (int i = 0; i < table.figures().size(); i++) {
      if (isPossible(findings.get(i))) {
        rows.add(row(table.figures().get(i), cells, printed));
        figures.add(i);
      }
    }
    long size = rows.stream().mapToLong(r -> r.expression().steps().size()).sum();
    long effort = EFFORT + PASSES * size;
    for (List<Integer> group : Groups.sharing(printed.size(), rows)) {
      if (group.size() > 1) {
        JointSystem system = system(group, rows, printed, effort);
        search(system, group.stream().map(figures::get).toList(), findings);
        effort = system.effortLeft();
      }
    }
    return effort > 0;
  }

  /** Rows by themselves, since a system takes time by its size for every question. */
  private static JointSystem system(
      List<Integer> group, List<JointSystem.Row> rows, List<Interval> printed, long effort) {
    Map<Integer, Integer> cells = new HashMap<>();
    List<Interval> own = new ArrayList<>();
    IntUnaryOperator renumber =
        cell ->
            cells.computeIfAbsent(
                cell,
                c -> {
                  own.add(printed.get(c));
                  return own.size() - 1;
                });
    List<JointSystem.Row> renumbered = new ArrayList<>();
    for (int r : group) {
      JointSystem.Row row = rows.get(r);
      renumbered.add(
          new JointSystem.Row(
              row.expression(),
              ImmutableIntArray.copyOf(row.cells().stream().map(renumber)),
              renumber.applyAsInt(row.result())));
    }
    return new JointSystem(own.toArray(Interval[]::new), renumbered, effort);
  }

  private static boolean isPossible(CheckedFigure finding) {
    return finding.status() == CheckStatus.EXACT || finding.status() == CheckStatus.CONSISTENT;
  }

  private JointSystem.Row row(
      PublishedFigure figure, Map<String, Integer> cells, List<Interval> printed) {
    ImmutableIntArray own =
        ImmutableIntArray.copyOf(
            figure.expression().names().stream()
                .mapToInt(name -> cell(figure.inputs().getOrDefault(name, name), cells, printed)));
    int result = cell(figure.result().orElse(figure.id()), cells, printed);
    return new JointSystem.Row(figure.expression(), own, result);
  }

  private int cell(String id, Map<String, Integer> cells, List<Interval> printed) {
    Integer known = cells.get(id);
    if (known != null) {
      return known;
    }
    cells.put(id, printed.size());
    printed.add(number(id).interval());
    return printed.size() - 1;
  }

  /** Takes out one set of figures after the other that cannot be right together. */
  private static void search(
      JointSystem system, List<Integer> figures, List<CheckedFigure> findings) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, figures.size()).boxed().toList());
    while (left.size() > 1 && system.isImpossible(left)) {
      List<Integer> core = system.core(left);
      ImmutableList<String> ids =
          core.stream()
              .map(r -> findings.get(figures.get(r)).id())
              .collect(ImmutableList.toImmutableList());
      for (int r : core) {
        int at = figures.get(r);
        findings.set(at, findings.get(at).notTogether(ids));
      }
      left.removeAll(new HashSet<>(core));
    }
  }

  /** Rows that share numbers, directly or through other rows. */
  private static final class Groups {
    private Groups() {}

    static List<List<Integer>> sharing(int cells, List<JointSystem.Row> rows) {
      int[] parent = new int[cells];
      for (int i = 0; i < cells; i++) {
        parent[i] = i;
      }
      for (JointSystem.Row row : rows) {
        for (int cell : row.cells().asList()) {
          parent[root(parent, cell)] = root(parent, row.result());
        }
      }
      Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
      for (int r = 0; r < rows.size(); r++) {
        int of = root(parent, rows.get(r).result());
        groups.computeIfAbsent(of, k -> new ArrayList<>()).add(r);
      }
      return new ArrayList<>(groups.values());
    }

    private static int root(int[] parent, int cell) {
      int at = cell;
      while (parent[at] != at) {
        parent[at] = parent[parent[at]];
        at = parent[at];
      }
      return at;
    }
  }
}
