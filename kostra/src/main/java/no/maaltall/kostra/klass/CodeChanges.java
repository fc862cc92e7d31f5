package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The changes of a classification, and what they amount to.
 *
 * <pre>{@code
 * CodeChanges changes = KlassJson.changes(in);
 * changes.groups();   // 2024-01-01 SPLIT [1507] -> [1508, 1580], ...
 * }</pre>
 */
public final class CodeChanges {

  /** What a group of rows amounts to. */
  public enum Kind {
    /** A code without a code before it. */
    NEW,
    /** A code without a code after it. */
    CEASED,
    /** One code with another name. */
    RENAME,
    /** One code became one other. */
    RECODE,
    /** Several codes became one, which may be one of them with a new extent. */
    MERGE,
    /** One code became several. */
    SPLIT,
    /** Several codes became several: some of them were divided. */
    REORGANISATION,
    /** One code, as it was. */
    UNCHANGED
  }

  /**
   * Rows of one date that hang together by their codes.
   *
   * @param date the first day after the change
   * @param kind what they amount to
   * @param oldCodes the codes before, sorted
   * @param newCodes the codes after, sorted
   * @param rows the rows, in their order
   */
  public record Group(
      LocalDate date,
      Kind kind,
      ImmutableSortedSet<String> oldCodes,
      ImmutableSortedSet<String> newCodes,
      ImmutableList<CodeChange> rows) {}

  /** A code on one side of a change; the same text before and after is not the same thing. */
  private record Side(boolean after, String code) {}

  private final ImmutableList<CodeChange> changes;

  private CodeChanges(ImmutableList<CodeChange> changes) {
    this.changes = changes;
  }

  /**
   * {@return some changes}
   *
   * @param changes the rows; the same row twice counts once
   */
  public static CodeChanges of(List<CodeChange> changes) {
    return new CodeChanges(ImmutableList.copyOf(new LinkedHashSet<>(changes)));
  }

  /** {@return the rows, in their order} */
  public ImmutableList<CodeChange> changes() {
    return changes;
  }

  /** {@return what happened: rows of a date that share codes together; by date, then first code} */
  public ImmutableList<Group> groups() {
    Map<LocalDate, List<CodeChange>> byDate = new TreeMap<>();
    changes.forEach(c -> byDate.computeIfAbsent(c.date(), d -> new ArrayList<>()).add(c));
    ImmutableList.Builder<Group> groups = ImmutableList.builder();
    byDate.forEach((date, rows) -> groups.addAll(groups(date, rows)));
    return groups.build();
  }

  private static List<Group> groups(LocalDate date, List<CodeChange> rows) {
    Map<Side, List<CodeChange>> bySide = new HashMap<>();
    for (CodeChange row : rows) {
      for (Side side : sides(row)) {
        bySide.computeIfAbsent(side, s -> new ArrayList<>()).add(row);
      }
    }
    List<Group> groups = new ArrayList<>();
    Set<CodeChange> seen = new HashSet<>();
    for (CodeChange row : rows) {
      if (seen.add(row)) {
        groups.add(group(date, connected(row, bySide, seen)));
      }
    }
    groups.sort(Comparator.comparing(g -> firstCode(g)));
    return groups;
  }

  private static String firstCode(Group group) {
    return group.oldCodes().isEmpty() ? group.newCodes().first() : group.oldCodes().first();
  }

  private static List<Side> sides(CodeChange row) {
    List<Side> sides = new ArrayList<>(2);
    row.oldCode().ifPresent(c -> sides.add(new Side(false, c)));
    row.newCode().ifPresent(c -> sides.add(new Side(true, c)));
    return sides;
  }

  private static List<CodeChange> connected(
      CodeChange first, Map<Side, List<CodeChange>> bySide, Set<CodeChange> seen) {
    List<CodeChange> found = new ArrayList<>(List.of(first));
    Deque<CodeChange> pending = new ArrayDeque<>(found);
    Set<Side> visited = new HashSet<>();
    while (!pending.isEmpty()) {
      for (Side side : sides(pending.pop())) {
        if (visited.add(side)) {
          for (CodeChange next : bySide.getOrDefault(side, List.of())) {
            if (seen.add(next)) {
              found.add(next);
              pending.push(next);
            }
          }
        }
      }
    }
    return found;
  }

  private static Group group(LocalDate date, List<CodeChange> rows) {
    ImmutableSortedSet.Builder<String> old = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> after = ImmutableSortedSet.naturalOrder();
    for (CodeChange row : rows) {
      row.oldCode().ifPresent(old::add);
      row.newCode().ifPresent(after::add);
    }
    ImmutableSortedSet<String> oldCodes = old.build();
    ImmutableSortedSet<String> newCodes = after.build();
    return new Group(
        date, kind(oldCodes, newCodes, rows), oldCodes, newCodes, ImmutableList.copyOf(rows));
  }

  private static Kind kind(Set<String> old, Set<String> after, List<CodeChange> rows) {
    if (old.isEmpty()) {
      return Kind.NEW;
    }
    if (after.isEmpty()) {
      return Kind.CEASED;
    }
    if (old.size() > 1) {
      return after.size() > 1 ? Kind.REORGANISATION : Kind.MERGE;
    }
    if (after.size() > 1) {
      return Kind.SPLIT;
    }
    if (!old.equals(after)) {
      return Kind.RECODE;
    }
    CodeChange row = rows.get(0);
    return row.oldName().equals(row.newName()) ? Kind.UNCHANGED : Kind.RENAME;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeChanges c && c.changes.equals(changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** {@return how many rows there are} */
  @Override
  public String toString() {
    return "CodeChanges of " + changes.size() + " rows";
  }
}
