package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.norm.Bemanningsnorm;
import no.maaltall.core.norm.Kindergarten;
import no.maaltall.core.norm.Pedagognorm;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.need.KindergartenStaff;
import no.maaltall.projections.need.UnitGrowth;

/** The staff that the norms require in kindergartens, year by year. */
final class KindergartenTable {
  private static final String FILE = "kindergartens.csv";

  private KindergartenTable() {}

  /** The table; none without {@code kindergartens.csv}. */
  static Optional<Table> of(TableSource source, DataSet data, Region region, List<Figure> figures)
      throws IOException {
    List<PlanRows.Row> rows =
        PlanRows.read(source, FILE, false, "UNIT", "UNDER_THREE", "OVER_THREE");
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Series under = data.series("barnehage.under-3", region.code());
    Series over = data.series("barnehage.over-3", region.code());
    Map<String, Kindergarten> units = new LinkedHashMap<>();
    for (PlanRows.Row row : rows) {
      Kindergarten unit =
          Kindergarten.builder()
              .id(row.text("UNIT"))
              .date(LocalDate.of(under.period(0).startYear(), 12, 15))
              .childrenUnderThree(row.heads("UNDER_THREE"))
              .childrenOverThree(row.heads("OVER_THREE"))
              .build();
      if (units.put(unit.id(), unit) != null) {
        throw row.problem("UNIT", unit.id() + " again", "each kindergarten once");
      }
    }
    ImmutableList<Kindergarten> today = ImmutableList.copyOf(units.values());
    KindergartenStaff scaled =
        PlanRows.inFile(FILE, () -> KindergartenStaff.of(today, under, over, UnitGrowth.SCALED));
    KindergartenStaff kept = KindergartenStaff.of(today, under, over, UnitGrowth.KEPT);
    Table.Builder table =
        Table.builder("Bemanning etter normene i " + today.size() + " barnehager, " + region.name())
            .column("År", Align.LEFT)
            .column("Under 3 år", Align.RIGHT)
            .column("Over 3 år", Align.RIGHT)
            .column("Ped. ledere, større barnehager", Align.RIGHT)
            .column("Ped. ledere, nye barnehager", Align.RIGHT)
            .column("Grunnbemanning", Align.RIGHT);
    for (Period period : under.periods()) {
      Figure leaders = scaled.leadersAt(Pedagognorm.standard(), period);
      Figure inNewUnits =
          PlanTables.renamed(
              kept.leadersAt(Pedagognorm.standard(), period),
              "@nye barnehager",
              " (nye barnehager)");
      Figure staff = scaled.basicStaffAt(Bemanningsnorm.standard(), period);
      figures.addAll(List.of(leaders, inNewUnits, staff));
      table.row(
          period.toString(),
          under.indicator().unit().format(under.at(period).value(), 0),
          over.indicator().unit().format(over.at(period).value(), 0),
          leaders.text(),
          inNewUnits.text(),
          staff.text());
    }
    table.note(
        "Pedagogiske ledere er hele stillinger i hver barnehage; grunnbemanningen avrundes ikke.");
    return Optional.of(table.build());
  }
}
