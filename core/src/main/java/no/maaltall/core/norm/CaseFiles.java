package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;

/** Reads {@code school_nurses.csv}, {@code reports.csv} and {@code investigations.csv}. */
final class CaseFiles {
  private static final String REGION = "REGION";

  private CaseFiles() {}

  static Optional<ImmutableList<NurseUnit>> nurses(TableSource source) {
    return read(
        source,
        new NamedCsv(
            "school_nurses.csv",
            List.of("UNIT", "NAME", "LEVEL", "PUPILS", "POSITIONS"),
            List.of(REGION)),
        "UNIT",
        row ->
            new NurseUnit(
                row.text("UNIT"),
                row.optionalText("NAME").orElse(row.text("UNIT")),
                row.optionalText(REGION).map(Region::of),
                row.parsed("LEVEL", Kind.INVALID_CODE, SchoolLevel::parse),
                Optional.empty(),
                row.count("PUPILS"),
                row.optionalAmount("POSITIONS")));
  }

  static Optional<ImmutableList<DeadlineCase>> reports(TableSource source) {
    return read(
        source,
        new NamedCsv("reports.csv", List.of("CASE", "RECEIVED", "DECIDED"), List.of(REGION)),
        "CASE",
        row -> deadlineCase(row, "RECEIVED", "DECIDED", false));
  }

  static Optional<ImmutableList<DeadlineCase>> investigations(TableSource source) {
    return read(
        source,
        new NamedCsv(
            "investigations.csv",
            List.of("CASE", "REPORT_RECEIVED", "CLOSED", "EXTENDED"),
            List.of(REGION)),
        "CASE",
        row -> deadlineCase(row, "REPORT_RECEIVED", "CLOSED", row.flag("EXTENDED")));
  }

  private static DeadlineCase deadlineCase(CsvRow row, String start, String end, boolean extended) {
    LocalDate started = row.date(start);
    Optional<LocalDate> closed = row.optionalDate(end);
    if (closed.isPresent() && closed.get().isBefore(started)) {
      throw row.failure(
          Kind.INVALID_DATE, end, "a day from " + start + ", " + started + ", on; empty when open");
    }
    return new DeadlineCase(
        row.text("CASE"), row.optionalText(REGION).map(Region::of), started, closed, extended);
  }

  private static <T> Optional<ImmutableList<T>> read(
      TableSource source, NamedCsv csv, String idColumn, Function<CsvRow, T> subject) {
    Optional<ImmutableList<CsvRow>> rows = csv.readIfPresent(source);
    Set<String> seen = new HashSet<>();
    for (CsvRow row : rows.orElse(ImmutableList.of())) {
      if (!seen.add(row.text(idColumn))) {
        throw row.failure(Kind.DUPLICATE_ROW, idColumn, row.text(idColumn), "each once", null);
      }
    }
    return rows.map(all -> all.stream().map(subject).collect(ImmutableList.toImmutableList()));
  }
}
