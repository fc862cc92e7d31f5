package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks what indicators say of each other: ratios and parents exist and go in no circle. */
final class Definitions {
  private Definitions() {}

  static void check(Map<String, Indicator> indicators) {
    check("ratio", indicators, Definitions::ratioInputs);
    check("parent", indicators, i -> i.parent().map(List::of).orElse(List.of()));
  }

  private static List<String> ratioInputs(Indicator indicator) {
    return indicator.ratio().map(r -> List.of(r.numerator(), r.denominator())).orElse(List.of());
  }

  /** Depth first, without recursion: a hostile chain may be as long as the file. */
  private static void check(
      String what, Map<String, Indicator> indicators, Function<Indicator, List<String>> next) {
    Map<String, Boolean> finished = new HashMap<>();
    for (Indicator start : indicators.values()) {
      if (finished.containsKey(start.id())) {
        continue;
      }
      Deque<String> path = new ArrayDeque<>();
      path.push(start.id());
      while (!path.isEmpty()) {
        String id = path.element();
        finished.putIfAbsent(id, false);
        String unfinished = null;
        for (String input : next.apply(require(what, id, indicators))) {
          require(what, input, indicators);
          Boolean state = finished.get(input);
          if (state == null) {
            unfinished = input;
          } else if (!state) {
            throw new CircularDefinitionException(what, circle(path, input));
          }
        }
        if (unfinished == null) {
          finished.put(id, true);
          path.pop();
        } else {
          path.push(unfinished);
        }
      }
    }
  }

  private static Indicator require(String what, String id, Map<String, Indicator> indicators) {
    Indicator indicator = indicators.get(id);
    if (indicator == null) {
      throw new UnknownCodeException("indicator in a " + what, id, indicators.keySet());
    }
    return indicator;
  }

  private static ImmutableList<String> circle(Deque<String> path, String first) {
    List<String> fromLast = new ArrayList<>(path);
    List<String> circle = new ArrayList<>(fromLast.subList(0, fromLast.indexOf(first) + 1));
    Collections.reverse(circle);
    circle.add(first);
    return ImmutableList.copyOf(circle);
  }
}
