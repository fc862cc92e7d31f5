package no.maaltall.core.io;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;

/** Reads regions.csv. */
final class RegionHandler extends TextRowHandler {
  private final DistinctRows<Region> rows;

  RegionHandler(Problems problems) {
    super(TableFile.REGIONS, problems);
    rows = new DistinctRows<>(this, Kind.DUPLICATE_REGION, Column.REF_AREA);
  }

  @Override
  void row() {
    String code = requiredText(Column.REF_AREA, "the code of a region");
    Optional<LocalDate> from = date(Column.VALID_FROM);
    Optional<LocalDate> to = date(Column.VALID_TO);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      String last = to.get().toString();
      fail(Kind.INVALID_DATE, Column.VALID_TO, last, "a day not before " + from.get());
    }
    if (!hasFailed()) {
      String name = text(Column.NAME);
      rows.add(code, new Region(code, name.isEmpty() ? code : name, from, to));
    }
  }

  private Optional<LocalDate> date(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      fail(Kind.INVALID_DATE, column, text, "an ISO date, as 2020-01-01", e);
      return Optional.empty();
    }
  }

  List<Region> regions() {
    return rows.kept();
  }
}
