package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;

/** Reads {@code placements.csv} and {@code visits.csv}. */
final class PlacementFile {
  private static final String VISITS = "visits.csv";
  private static final String CHILD = "CHILD";

  private final List<Placement> placements = new ArrayList<>();
  private final List<List<Visit>> visits = new ArrayList<>();
  private final Map<String, List<Integer>> byChild = new HashMap<>();

  private PlacementFile() {}

  static Optional<ImmutableList<Placement>> read(TableSource source) {
    Optional<ImmutableList<CsvRow>> placed =
        new NamedCsv(
                "placements.csv",
                List.of(
                    CHILD,
                    "BIRTH_DATE",
                    "PLACED",
                    "ENDED",
                    "VISITS_REDUCED_FROM",
                    "SUPERVISION_REDUCED_FROM"),
                List.of("REGION"))
            .readIfPresent(source);
    Optional<ImmutableList<CsvRow>> visited =
        new NamedCsv(VISITS, List.of(CHILD, "KIND", "DATE"), List.of()).readIfPresent(source);
    if (placed.isPresent() && visited.isEmpty()) {
      throw new TidyTableException(
          new TableProblem(
              Kind.MISSING_FILE,
              VISITS,
              0,
              "",
              source.description(),
              "the visits beside placements.csv; a header alone when there were none"),
          null);
    }
    PlacementFile file = new PlacementFile();
    placed.orElse(ImmutableList.of()).forEach(file::addPlacement);
    file.addVisits(visited.orElse(ImmutableList.of()));
    return placed.map(p -> file.placements());
  }

  private void addPlacement(CsvRow row) {
    Placement placement;
    try {
      placement =
          Placement.builder()
              .child(row.text(CHILD))
              .region(row.optionalText("REGION").map(Region::of))
              .birthDate(row.date("BIRTH_DATE"))
              .placed(row.date("PLACED"))
              .ended(row.optionalDate("ENDED"))
              .visitsReducedFrom(row.optionalDate("VISITS_REDUCED_FROM"))
              .supervisionReducedFrom(row.optionalDate("SUPERVISION_REDUCED_FROM"))
              .build();
    } catch (IllegalArgumentException e) {
      throw row.failure(Kind.CONTRADICTION, "PLACED", String.valueOf(e.getMessage()), "", e);
    }
    List<Integer> homes = byChild.computeIfAbsent(placement.child(), c -> new ArrayList<>());
    for (int home : homes) {
      if (overlap(placements.get(home), placement)) {
        throw row.failure(
            Kind.CONTRADICTION,
            "PLACED",
            placement.child() + " is in another home from " + placements.get(home).placed(),
            "one home at a time",
            null);
      }
    }
    homes.add(placements.size());
    placements.add(placement);
    visits.add(new ArrayList<>());
  }

  private static boolean overlap(Placement a, Placement b) {
    return a.covers(b.placed()) || b.covers(a.placed());
  }

  private void addVisits(ImmutableList<CsvRow> rows) {
    Set<String> seen = new HashSet<>();
    for (CsvRow row : rows) {
      String child = row.text(CHILD);
      Visit visit =
          new Visit(row.parsed("KIND", Kind.INVALID_CODE, VisitKind::parse), row.date("DATE"));
      if (!seen.add(child + " " + visit)) {
        throw row.failure(
            Kind.DUPLICATE_ROW,
            "DATE",
            "the " + visit.kind().code() + " to " + child + " on " + visit.date(),
            "each visit once",
            null);
      }
      List<Integer> homes = byChild.get(child);
      if (homes == null) {
        throw row.failure(Kind.UNKNOWN_REFERENCE, CHILD, child, "a child of placements.csv", null);
      }
      visits.get(home(row, homes, visit.date())).add(visit);
    }
  }

  private int home(CsvRow row, List<Integer> homes, LocalDate day) {
    for (int home : homes) {
      if (placements.get(home).covers(day)) {
        return home;
      }
    }
    Placement first = placements.get(homes.get(0));
    throw row.failure(
        Kind.INVALID_DATE,
        "DATE",
        "a day in a placement of the child: from "
            + first.placed()
            + first.ended().map(e -> " to " + e).orElse(" on")
            + (homes.size() > 1 ? ", or another" : ""));
  }

  private ImmutableList<Placement> placements() {
    ImmutableList.Builder<Placement> all = ImmutableList.builder();
    for (int i = 0; i < placements.size(); i++) {
      all.add(Placement.builder(placements.get(i)).visits(visits.get(i)).build());
    }
    return all.build();
  }
}
