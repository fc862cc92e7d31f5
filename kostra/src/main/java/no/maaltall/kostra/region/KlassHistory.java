package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.kostra.klass.CodeChange;
import no.maaltall.kostra.klass.CodeChanges;
import no.maaltall.kostra.klass.KlassCode;
import no.maaltall.kostra.region.HistoryBuilder.NameRow;
import no.maaltall.kostra.region.RegionHistoryException.Problem;

/** Rows of names from KLASS: today's codes, and the changes told backwards. */
final class KlassHistory {
  private record Open(String name, Optional<LocalDate> to) {}

  private final LocalDate firstDay;
  private final List<NameRow> rows = new ArrayList<>();
  private final Map<String, Open> open = new TreeMap<>();

  private KlassHistory(LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  static List<NameRow> rows(List<KlassCode> codes, CodeChanges changes, LocalDate firstDay) {
    KlassHistory history = new KlassHistory(firstDay);
    for (KlassCode code : codes) {
      if (code.validTo().isEmpty()) {
        history.put(code.code(), new Open(code.name(), Optional.empty()), LocalDate.MAX);
      }
    }
    TreeMap<LocalDate, List<CodeChange>> byDate = new TreeMap<>(Comparator.reverseOrder());
    changes.changes().forEach(c -> byDate.computeIfAbsent(c.date(), d -> new ArrayList<>()).add(c));
    byDate.forEach(history::undo);
    history.open.forEach(
        (code, o) -> history.rows.add(new NameRow(code, o.name(), firstDay, o.to())));
    return history.rows;
  }

  /** The changes with those on or before the first day left out. */
  static CodeChanges after(LocalDate firstDay, CodeChanges changes) {
    return CodeChanges.of(
        changes.changes().stream()
            .filter(c -> c.date().isAfter(firstDay))
            .collect(ImmutableList.toImmutableList()));
  }

  private void undo(LocalDate date, List<CodeChange> changes) {
    Map<String, Open> ended = new HashMap<>();
    for (CodeChange change : changes) {
      change
          .newCode()
          .filter(c -> !ended.containsKey(c))
          .ifPresent(c -> ended.put(c, take(c, date)));
    }
    Map<String, Open> before = new HashMap<>();
    for (CodeChange change : changes) {
      change
          .oldCode()
          .ifPresent(
              c -> before.put(c, new Open(change.oldName(), Optional.of(date.minusDays(1)))));
    }
    before.forEach((code, o) -> put(code, o, date));
  }

  private Open take(String code, LocalDate date) {
    Open taken = open.remove(code);
    if (taken == null) {
      throw new RegionHistoryException(
          Problem.UNKNOWN_CODE,
          code,
          date,
          "a change has it as a new code, but it is not there that day; allowed: a code that is");
    }
    rows.add(new NameRow(code, taken.name(), date, taken.to()));
    return taken;
  }

  private void put(String code, Open name, LocalDate date) {
    if (open.put(code, name) != null) {
      throw new RegionHistoryException(
          Problem.OVERLAP,
          code,
          date.equals(LocalDate.MAX) ? firstDay : date,
          "ends, and goes on all the same; allowed: one code on a day, and a change from it to"
              + " itself when it goes on");
    }
  }
}
