package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.TreeMultimap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.maaltall.kostra.klass.CodeChange;
import no.maaltall.kostra.klass.CodeChanges;
import no.maaltall.kostra.klass.CodeChanges.Kind;
import no.maaltall.kostra.region.RegionHistoryException.Problem;

/**
 * Makes municipalities of rows of names and changes, and checks that the rows fit together: every
 * code that ends goes somewhere, every one that starts is from somewhere, unless a change says that
 * it ceased or is new.
 */
final class HistoryBuilder {

  /** A code with a name, from a day to a last day. */
  record NameRow(String code, String name, LocalDate from, Optional<LocalDate> to) {}

  private final LocalDate firstDay;
  private final ImmutableList<CodeChanges.Group> groups;
  // The days on which a code becomes something, and on which something becomes it.
  private final TreeMultimap<String, LocalDate> ends = TreeMultimap.create();
  private final TreeMultimap<String, LocalDate> starts = TreeMultimap.create();
  private final Map<String, List<Municipality>> byCode = new TreeMap<>();

  private HistoryBuilder(LocalDate firstDay, CodeChanges changes) {
    this.firstDay = firstDay;
    this.groups = changes.groups();
    for (CodeChanges.Group group : groups) {
      if (isReform(group)) {
        group.oldCodes().forEach(c -> ends.put(c, group.date()));
        group.newCodes().forEach(c -> starts.put(c, group.date()));
      }
    }
  }

  private static boolean isReform(CodeChanges.Group group) {
    return group.kind() != Kind.RENAME && group.kind() != Kind.UNCHANGED;
  }

  /**
   * Builds a history.
   *
   * @param firstDay the day that it begins on
   * @param names the rows of names, in any order
   * @param changes the changes after that day
   */
  static RegionHistory build(
      LocalDate firstDay, List<NameRow> names, CodeChanges changes, List<County> counties) {
    HistoryBuilder builder = new HistoryBuilder(firstDay, changes);
    TreeMap<String, List<NameRow>> rows = new TreeMap<>();
    names.forEach(n -> rows.computeIfAbsent(n.code(), c -> new ArrayList<>()).add(n));
    if (rows.isEmpty()) {
      throw new RegionHistoryException(
          Problem.EMPTY, "", firstDay, "there are none; allowed: at least one");
    }
    rows.forEach((code, of) -> builder.byCode.put(code, builder.municipalities(code, of)));
    return builder.history(ImmutableList.copyOf(counties));
  }

  private List<Municipality> municipalities(String code, List<NameRow> rows) {
    List<Municipality> found = new ArrayList<>();
    List<DatedName> names = new ArrayList<>();
    LocalDate start = null;
    LocalDate end = null;
    for (NameRow row : pieces(code, rows)) {
      boolean goesOn =
          end != null
              && end.plusDays(1).equals(row.from())
              && !starts.containsEntry(code, row.from())
              && !ends.containsEntry(code, row.from());
      if (start != null && !goesOn) {
        found.add(municipality(code, names, start, Optional.ofNullable(end)));
        names.clear();
      }
      start = start == null || !goesOn ? row.from() : start;
      end = row.to().orElse(null);
      names.add(
          new DatedName(
              row.name(), Optional.of(row.from()).filter(d -> d.isAfter(firstDay)), row.to()));
    }
    if (start != null) {
      found.add(municipality(code, names, start, Optional.ofNullable(end)));
    }
    return found;
  }

  /** The rows of a code in order, cut where its extent changes; checked not to overlap. */
  private List<NameRow> pieces(String code, List<NameRow> rows) {
    NavigableSet<LocalDate> cuts = new TreeSet<>(ends.get(code));
    cuts.addAll(starts.get(code));
    List<NameRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(NameRow::from));
    List<NameRow> pieces = new ArrayList<>();
    NameRow before = null;
    for (NameRow row : sorted) {
      if (row.to().isPresent() && row.to().get().isBefore(row.from())) {
        throw new RegionHistoryException(
            Problem.ENDS_BEFORE_START,
            code,
            row.from(),
            "ends on " + row.to().get() + "; allowed: the same day or later");
      }
      if (before != null && before.to().map(to -> !to.isBefore(row.from())).orElse(true)) {
        throw new RegionHistoryException(
            Problem.OVERLAP,
            code,
            row.from(),
            "is called both "
                + before.name()
                + " and "
                + row.name()
                + "; allowed: one name on a day");
      }
      before = row;
      LocalDate from = row.from();
      for (LocalDate cut : cuts.tailSet(from, false)) {
        if (row.to().map(to -> !cut.isAfter(to)).orElse(true)) {
          pieces.add(new NameRow(code, row.name(), from, Optional.of(cut.minusDays(1))));
          from = cut;
        }
      }
      pieces.add(new NameRow(code, row.name(), from, row.to()));
    }
    return pieces;
  }

  private Municipality municipality(
      String code, List<DatedName> names, LocalDate start, Optional<LocalDate> end) {
    if (start.isAfter(firstDay) && !starts.containsEntry(code, start)) {
      throw new RegionHistoryException(
          Problem.GAP,
          code,
          start,
          "starts, but no change that day has it as a new code; allowed: a change, or one that says"
              + " that it is new");
    }
    if (end.isPresent() && !ends.containsEntry(code, end.get().plusDays(1))) {
      throw new RegionHistoryException(
          Problem.GAP,
          code,
          end.get(),
          "ends, but no change the day after has it as an old code; allowed: a change, or one that"
              + " says that it ceased");
    }
    return new Municipality(
        code,
        ImmutableList.copyOf(names),
        Optional.of(start).filter(d -> d.isAfter(firstDay)),
        end);
  }

  private RegionHistory history(ImmutableList<County> counties) {
    ImmutableListMultimap.Builder<Municipality, Municipality> after =
        ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<Municipality, Municipality> before =
        ImmutableListMultimap.builder();
    List<RegionChange> changes = new ArrayList<>();
    byCode.values().forEach(all -> all.forEach(m -> changes.addAll(renames(m))));
    for (CodeChanges.Group group : groups) {
      if (isReform(group)) {
        changes.add(
            new RegionChange(
                group.date(),
                group.kind(),
                found(group.oldCodes(), group.date(), -1),
                found(group.newCodes(), group.date(), 0)));
        for (CodeChange row : group.rows()) {
          if (row.oldCode().isPresent() && row.newCode().isPresent()) {
            Municipality from = find(row.oldCode().get(), group.date(), -1);
            Municipality to = find(row.newCode().get(), group.date(), 0);
            after.put(from, to);
            before.put(to, from);
          }
        }
      }
    }
    ImmutableListMultimap.Builder<String, Municipality> all = ImmutableListMultimap.builder();
    byCode.forEach(all::putAll);
    return new RegionHistory(
        firstDay, all.build(), after.build(), before.build(), sorted(changes), counties);
  }

  /** New names are in the rows of names; the changes need not tell of them as well. */
  private static List<RegionChange> renames(Municipality m) {
    List<RegionChange> renames = new ArrayList<>();
    for (int i = 1; i < m.names().size(); i++) {
      if (!m.names().get(i).name().equals(m.names().get(i - 1).name())) {
        LocalDate date = m.names().get(i).validFrom().orElseThrow();
        renames.add(new RegionChange(date, Kind.RENAME, ImmutableList.of(m), ImmutableList.of(m)));
      }
    }
    return renames;
  }

  private static ImmutableList<RegionChange> sorted(List<RegionChange> changes) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(RegionChange::date).thenComparing(HistoryBuilder::firstCode), changes);
  }

  private static String firstCode(RegionChange change) {
    return (change.before().isEmpty() ? change.after() : change.before()).get(0).code();
  }

  private ImmutableList<Municipality> found(Iterable<String> codes, LocalDate date, int days) {
    ImmutableList.Builder<Municipality> found = ImmutableList.builder();
    codes.forEach(c -> found.add(find(c, date, days)));
    return found.build();
  }

  private Municipality find(String code, LocalDate date, int days) {
    LocalDate day = date.plusDays(days);
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(m -> m.isValidOn(day))
        .findFirst()
        .orElseThrow(
            () ->
                new RegionHistoryException(
                    Problem.UNKNOWN_CODE,
                    code,
                    day,
                    "a change on "
                        + date
                        + " names it, but it is not there that day; allowed: a code that is"));
  }
}
