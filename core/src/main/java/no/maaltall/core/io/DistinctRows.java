package no.maaltall.core.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.maaltall.core.io.TableProblem.Kind;

/**
 * Rows that each have a key of their own. Of equal rows the first is kept; of different ones with
 * one key none is, since which of them is right cannot be known.
 */
final class DistinctRows<T> {
  private final RowHandler handler;
  private final Kind duplicate;
  private final Column column;
  private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

  private record Entry<T>(T row, long line, boolean contradicted) {}

  DistinctRows(RowHandler handler, Kind duplicate, Column column) {
    this.handler = handler;
    this.duplicate = duplicate;
    this.column = column;
  }

  void add(String key, T row) {
    Entry<T> first = entries.get(key);
    if (first == null) {
      entries.put(key, new Entry<>(row, handler.line(), false));
      return;
    }
    boolean equal = row.equals(first.row());
    if (!equal && !first.contradicted()) {
      entries.put(key, new Entry<>(first.row(), first.line(), true));
    }
    String other = equal ? "see line " + first.line() : different(first.line());
    handler.fail(duplicate, column, key, "one row; " + other);
    if (!equal && !first.contradicted() && !handler.problems().isStrict()) {
      handler
          .problems()
          .add(
              handler.problem(
                  duplicate,
                  first.line(),
                  column.name(),
                  key,
                  "one row; " + different(handler.line())));
    }
  }

  private static String different(long line) {
    return "line " + line + " has a different one";
  }

  List<T> kept() {
    List<T> kept = new ArrayList<>();
    for (Entry<T> entry : entries.values()) {
      if (!entry.contradicted()) {
        kept.add(entry.row());
      }
    }
    return kept;
  }

  Set<String> contradictedKeys() {
    Set<String> keys = new LinkedHashSet<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.contradicted()) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** The line of the row with a key. */
  long line(String key) {
    Entry<T> entry = entries.get(key);
    return entry == null ? 0 : entry.line();
  }
}
