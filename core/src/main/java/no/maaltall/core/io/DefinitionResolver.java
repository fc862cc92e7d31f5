package no.maaltall.core.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What indicators say of each other. One whose ratio cannot be computed is dropped, and with it
 * those computed from it; one whose parent cannot be found only loses the parent.
 *
 * <p>Everything is done with lists and without recursion, and each indicator is visited a fixed
 * number of times: a hostile chain or circle may be as long as the file.
 */
final class DefinitionResolver {
  private static final int MOST_NAMED = 10;

  private final IndicatorHandler table;
  private final Problems problems;
  private final Map<String, Indicator> given;
  private final Map<String, Indicator> kept;
  private final Set<String> dropped;
  private final NearestCodes nearest;

  DefinitionResolver(IndicatorHandler table, Problems problems) {
    this.table = table;
    this.problems = problems;
    given = table.indicators();
    kept = new LinkedHashMap<>(given);
    dropped = table.failedIds();
    nearest = new NearestCodes("indicator", TableFile.INDICATORS.fileName(), given.keySet());
  }

  void resolve() {
    Map<String, List<String>> dependents = dependents();
    for (Indicator indicator : given.values()) {
      unknownInput(indicator).ifPresent(input -> drop(indicator.id(), dependents));
    }
    dropCircles(dependents);
    for (Indicator indicator : List.copyOf(kept.values())) {
      checkParent(indicator);
    }
    cutParentCycles();
  }

  /** The indicators that can be kept, in their order. */
  List<Indicator> kept() {
    return List.copyOf(kept.values());
  }

  /** The ids that were given, but not kept. */
  Set<String> dropped() {
    return dropped;
  }

  private Map<String, List<String>> dependents() {
    Map<String, List<String>> dependents = new HashMap<>();
    for (Indicator indicator : given.values()) {
      for (String input : inputs(indicator)) {
        dependents.computeIfAbsent(input, i -> new ArrayList<>()).add(indicator.id());
      }
    }
    return dependents;
  }

  private static List<String> inputs(Indicator indicator) {
    return indicator.ratio().map(r -> List.of(r.numerator(), r.denominator())).orElse(List.of());
  }

  /** An input of a ratio that was never an indicator; it is reported. */
  private Optional<String> unknownInput(Indicator indicator) {
    RatioDefinition ratio = indicator.ratio().orElse(null);
    if (ratio == null || !kept.containsKey(indicator.id())) {
      return Optional.empty();
    }
    for (Column column : List.of(Column.NUMERATOR, Column.DENOMINATOR)) {
      String input = column == Column.NUMERATOR ? ratio.numerator() : ratio.denominator();
      if (!given.containsKey(input)) {
        reportUnknown(indicator, column, input);
        return Optional.of(input);
      }
    }
    return Optional.empty();
  }

  private void reportUnknown(Indicator indicator, Column column, String id) {
    if (dropped.contains(id)) {
      reportDropped(indicator, column, id);
    } else {
      NearestCodes.Answer answer = nearest.of(id);
      report(Kind.UNKNOWN_INDICATOR, indicator.id(), column, id, answer.allowed(), answer.cause());
    }
  }

  private void reportDropped(Indicator indicator, Column column, String id) {
    String allowed = IndicatorCodes.SEE_PROBLEMS;
    report(Kind.DROPPED_INDICATOR, indicator.id(), column, id, allowed, null);
  }

  private void report(
      Kind kind,
      String of,
      Column column,
      String value,
      String allowed,
      @Nullable Throwable cause) {
    problems.add(table.problem(kind, table.line(of), column.name(), value, allowed), cause);
  }

  /** Drops an indicator whose problem was reported, and reports and drops all computed from it. */
  private void drop(String first, Map<String, List<String>> dependents) {
    Deque<String> pending = new ArrayDeque<>(List.of(first));
    remove(first);
    while (!pending.isEmpty()) {
      String id = pending.pop();
      for (String dependent : dependents.getOrDefault(id, List.of())) {
        Indicator indicator = kept.get(dependent);
        if (indicator != null) {
          boolean above = indicator.ratio().orElseThrow().numerator().equals(id);
          reportDropped(indicator, above ? Column.NUMERATOR : Column.DENOMINATOR, id);
          remove(dependent);
          pending.push(dependent);
        }
      }
    }
  }

  private void remove(String id) {
    kept.remove(id);
    dropped.add(id);
  }

  private void dropCircles(Map<String, List<String>> dependents) {
    Set<String> uncomputable = uncomputable(dependents);
    for (String start : uncomputable) {
      if (kept.containsKey(start)) {
        List<String> circle = circleFrom(start, uncomputable);
        String path = path(circle);
        for (String id : circle) {
          String allowed = "a ratio that leads to observed indicators";
          report(Kind.CIRCULAR_DEFINITION, id, Column.NUMERATOR, path, allowed, null);
        }
        // All at once, so that members are not reported again as depending on each other.
        circle.forEach(this::remove);
        circle.forEach(id -> drop(id, dependents));
      }
    }
  }

  /** The kept ratios that no order of computing reaches: those in circles, and those above them. */
  private Set<String> uncomputable(Map<String, List<String>> dependents) {
    Map<String, Integer> waiting = new LinkedHashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (Indicator indicator : kept.values()) {
      if (indicator.ratio().isEmpty()) {
        ready.add(indicator.id());
      } else {
        waiting.put(indicator.id(), 2);
      }
    }
    while (!ready.isEmpty()) {
      for (String dependent : dependents.getOrDefault(ready.pop(), List.of())) {
        Integer left = waiting.computeIfPresent(dependent, (d, n) -> n - 1);
        if (left != null && left == 0) {
          waiting.remove(dependent);
          ready.add(dependent);
        }
      }
    }
    return new LinkedHashSet<>(waiting.keySet());
  }

  /** Follows inputs that cannot be computed until one comes again: each has at least one such. */
  private List<String> circleFrom(String start, Set<String> uncomputable) {
    Map<String, Integer> place = new HashMap<>();
    List<String> path = new ArrayList<>();
    String at = start;
    while (!place.containsKey(at)) {
      place.put(at, path.size());
      path.add(at);
      Indicator indicator = given.get(at);
      String next = at;
      for (String input : indicator == null ? List.<String>of() : inputs(indicator)) {
        if (uncomputable.contains(input)) {
          next = input;
          break;
        }
      }
      at = next;
    }
    return path.subList(place.getOrDefault(at, 0), path.size());
  }

  private static String path(List<String> circle) {
    String named =
        circle.stream()
            .limit(MOST_NAMED)
            .map(TableProblem::excerpt)
            .collect(Collectors.joining(" -> "));
    return circle.size() <= MOST_NAMED
        ? named + " -> " + TableProblem.excerpt(circle.get(0))
        : named + " -> ... (" + circle.size() + " indicators)";
  }

  private void checkParent(Indicator indicator) {
    String parent = indicator.parent().orElse(null);
    if (parent != null && !kept.containsKey(parent)) {
      reportUnknown(indicator, Column.PARENT, parent);
      cutParent(indicator);
    }
  }

  private void cutParent(Indicator indicator) {
    Indicator without = Indicator.builder(indicator).parent(Optional.empty()).build();
    kept.put(indicator.id(), without);
  }

  private void cutParentCycles() {
    Set<String> finished = new HashSet<>();
    for (String start : List.copyOf(kept.keySet())) {
      List<String> path = new ArrayList<>();
      Map<String, Integer> place = new HashMap<>();
      String at = start;
      while (at != null && !finished.contains(at) && !place.containsKey(at)) {
        place.put(at, path.size());
        path.add(at);
        at = parentOf(at);
      }
      if (at != null && place.containsKey(at)) {
        cutCycle(path.subList(place.getOrDefault(at, 0), path.size()));
      }
      finished.addAll(path);
    }
  }

  private @Nullable String parentOf(String id) {
    Indicator indicator = kept.get(id);
    return indicator == null ? null : indicator.parent().orElse(null);
  }

  private void cutCycle(List<String> cycle) {
    String path = path(cycle);
    for (String id : cycle) {
      report(Kind.PARENT_CYCLE, id, Column.PARENT, path, "parents that lead to one without", null);
      Indicator indicator = kept.get(id);
      if (indicator != null) {
        cutParent(indicator);
      }
    }
  }
}
