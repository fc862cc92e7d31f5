package no.maaltall.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.norm.Laerernorm;
import no.maaltall.core.norm.MainStage;
import no.maaltall.core.norm.SchoolStage;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.need.TeacherStaff;

/** The teachers that the norm requires in schools, year by year. */
final class SchoolTable {
  private static final String FILE = "schools.csv";
  private static final double MOST_HOURS = 1e9;

  private SchoolTable() {}

  /** The table; none without {@code schools.csv}. */
  static Optional<Table> of(TableSource source, DataSet data, Region region, List<Figure> figures)
      throws IOException {
    List<PlanRows.Row> rows =
        PlanRows.read(source, FILE, false, "SCHOOL", "STAGE", "PUPILS", "PUPIL_HOURS");
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<MainStage, Series> pupils = new EnumMap<>(MainStage.class);
    for (PlanRows.Row row : rows) {
      pupils.computeIfAbsent(
          stage(row),
          stage -> row.series("STAGE", data, "skole.elever." + stage.code(), region.code()));
    }
    Series first = pupils.values().iterator().next();
    Period schoolYear = Period.schoolYear(first.period(0).startYear());
    Map<String, SchoolStage> today = new LinkedHashMap<>();
    for (PlanRows.Row row : rows) {
      SchoolStage stage =
          SchoolStage.builder()
              .school(row.text("SCHOOL"))
              .schoolYear(schoolYear)
              .stage(stage(row))
              .pupils(row.heads("PUPILS"))
              .pupilHours(row.number("PUPIL_HOURS", 0, MOST_HOURS))
              .build();
      if (stage.pupils() > 0 && stage.pupilHours() == 0) {
        throw row.problem("PUPIL_HOURS", "0 for " + stage.pupils() + " pupils", "more than 0");
      }
      if (today.put(stage.id(), stage) != null) {
        throw row.problem("SCHOOL", stage.id() + " again", "each stage of a school once");
      }
    }
    TeacherStaff staff = PlanRows.inFile(FILE, () -> TeacherStaff.of(today.values(), pupils));
    long schools = today.values().stream().map(SchoolStage::school).distinct().count();
    String title =
        "Lærere etter lærernormen i "
            + schools
            + (schools == 1 ? " skole, " : " skoler, ")
            + region.name();
    return Optional.of(table(title, staff, pupils, figures));
  }

  private static MainStage stage(PlanRows.Row row) {
    try {
      return MainStage.parse(row.text("STAGE"));
    } catch (InvalidNotationException e) {
      throw row.problem("STAGE", "\"" + row.text("STAGE") + "\"", e.allowed());
    }
  }

  private static Table table(
      String title, TeacherStaff staff, Map<MainStage, Series> pupils, List<Figure> figures) {
    Table.Builder table = Table.builder(title).column("År", Align.LEFT);
    for (MainStage stage : pupils.keySet()) {
      table.column("Elever " + stage.code(), Align.RIGHT);
      table.column("Lærere " + stage.code(), Align.RIGHT);
    }
    table.column("Lærere i alt", Align.RIGHT);
    Laerernorm norm = Laerernorm.standard();
    for (Period period : staff.teachers(norm).periods()) {
      List<String> row = new ArrayList<>(List.of(period.toString()));
      pupils.forEach(
          (stage, series) -> {
            Figure teachers = staff.teachersAt(norm, stage, period);
            figures.add(teachers);
            row.add(series.indicator().unit().format(series.at(period).value(), 0));
            row.add(teachers.text());
          });
      Figure all = staff.teachersAt(norm, period);
      figures.add(all);
      row.add(all.text());
      table.row(row);
    }
    table.note(
        "Året er det skoleåret begynner i. Årsverk til ordinær undervisning, ikke avrundet, skole for"
            + " skole; spesialundervisning og særskilt norskopplæring kommer i tillegg.");
    return table.build();
  }
}
