package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.norm.GroupSize;
import no.maaltall.core.norm.MainStage;
import no.maaltall.core.norm.NormAssessment;
import no.maaltall.core.norm.NormReport;
import no.maaltall.core.norm.NormStatus;
import no.maaltall.core.norm.SchoolStage;
import no.maaltall.core.norm.StaffPlan;
import no.maaltall.core.norm.StatusCounts;
import no.maaltall.core.norm.VisitNorm;
import no.maaltall.core.norm.VisitTotal;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/** The printed report: who keeps what, per norm and municipality, then everything that does not. */
final class NormTables {
  private static final ImmutableMap<String, String> NAMES =
      ImmutableMap.<String, String>builder()
          .put("laerernorm", "Lærernorm")
          .put("bemanningsnorm", "Bemanningsnorm")
          .put("pedagognorm", "Pedagognorm")
          .put("school_nurse", "Helsesykepleiere")
          .put("report_deadline", "Frist for meldinger")
          .put("investigation_deadline", "Frist for undersøkelser")
          .put("foster_visits", "Fosterhjemsbesøk")
          .put("supervision_visits", "Tilsynsbesøk")
          .buildOrThrow();

  private static final ImmutableMap<String, String> UNITS =
      ImmutableMap.of(
          "FTE", "årsverk", "positions", "stillinger", "days", "dager", "visits", "besøk");

  private static final String NONE = "-";

  private final NormCheck check;

  NormTables(NormCheck check) {
    this.check = check;
  }

  ImmutableList<Table> tables() {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    tables.add(byNorm());
    if (!check.report().byRegion().isEmpty()) {
      tables.add(byRegion());
    }
    if (!check.files().stages().isEmpty()) {
      tables.add(groupSizes());
    }
    if (!check.plans().isEmpty()) {
      tables.add(positions());
    }
    tables.add(listed("Oppfyller ikke", NormStatus.BREACHES));
    tables.add(listed("Oppfyller med dispensasjon", NormStatus.COMPLIES_WITH_DISPENSATION));
    tables.add(listed("Kan ikke vurderes", NormStatus.UNKNOWN));
    tables.add(listed("Ikke aktuelt", NormStatus.NOT_APPLICABLE));
    return tables.build().stream()
        .filter(t -> !t.rows().isEmpty())
        .collect(ImmutableList.toImmutableList());
  }

  private static String name(String norm) {
    return NAMES.getOrDefault(norm, norm);
  }

  private Table byNorm() {
    Table.Builder table =
        Table.builder("Normer og frister" + check.asOf().map(d -> ", vurdert per " + d).orElse(""));
    table.column("Norm", Align.LEFT);
    addStatusColumns(table);
    table.column("Mangler", Align.RIGHT);
    for (Map.Entry<String, NormReport> norm : check.report().byNorm().entrySet()) {
      List<String> row = new ArrayList<>();
      row.add(name(norm.getKey()));
      addStatusCells(row, norm.getValue().counts());
      row.add(missing(norm.getValue()));
      table.row(row);
    }
    table.note("Andelene er av dem som kan vurderes; mangler er summen av brudd, aldri utjevnet.");
    visitNotes().forEach(table::note);
    return table.build();
  }

  /** Required visits made, with extra ones apart. */
  private Stream<String> visitNotes() {
    return Stream.of(VisitNorm.FOSTER_ID, VisitNorm.SUPERVISION_ID)
        .map(id -> check.report().filter(a -> a.norm().equals(id)))
        .filter(report -> report.counts().judged() > 0)
        .map(
            report ->
                name(report.assessments().get(0).norm()) + ": " + VisitTotal.of(report).text());
  }

  private Table byRegion() {
    Table.Builder table = Table.builder("Per kommune");
    table.column("Kommune", Align.LEFT).column("Norm", Align.LEFT);
    addStatusColumns(table);
    table.column("Mangler", Align.RIGHT);
    for (Map.Entry<String, NormReport> region : check.report().byRegion().entrySet()) {
      for (Map.Entry<String, NormReport> norm : region.getValue().byNorm().entrySet()) {
        List<String> row = new ArrayList<>(List.of(region.getKey(), name(norm.getKey())));
        addStatusCells(row, norm.getValue().counts());
        row.add(missing(norm.getValue()));
        table.row(row);
      }
    }
    return table.build();
  }

  private static void addStatusColumns(Table.Builder table) {
    table
        .column("Oppfyller", Align.RIGHT)
        .column("Med disp.", Align.RIGHT)
        .column("Oppfyller ikke", Align.RIGHT)
        .column("Andel brudd", Align.RIGHT)
        .column("Ukjent", Align.RIGHT)
        .column("Ikke aktuelt", Align.RIGHT);
  }

  private static void addStatusCells(List<String> row, StatusCounts counts) {
    row.add(String.valueOf(counts.count(NormStatus.COMPLIES)));
    row.add(String.valueOf(counts.count(NormStatus.COMPLIES_WITH_DISPENSATION)));
    row.add(String.valueOf(counts.count(NormStatus.BREACHES)));
    row.add(text(counts.shareOfJudged(NormStatus.BREACHES), Unit.PERCENT, 1));
    row.add(String.valueOf(counts.count(NormStatus.UNKNOWN)));
    row.add(String.valueOf(counts.count(NormStatus.NOT_APPLICABLE)));
  }

  private static String missing(NormReport report) {
    return report.totalShortfalls().entrySet().stream()
        .map(
            e ->
                Unit.COUNT.format(e.getValue(), e.getKey().equals("FTE") ? 2 : 0)
                    + " "
                    + UNITS.getOrDefault(e.getKey(), e.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String text(OptionalDouble value, Unit unit, int decimals) {
    return value.isPresent() ? unit.format(value.getAsDouble(), decimals) : NONE;
  }

  /** Sums divided by sums, per municipality and in all; public schools with ordinary teaching. */
  private Table groupSizes() {
    List<SchoolStage> stages = check.files().stages();
    Table.Builder table = Table.builder("Gruppestørrelse: elevtimer delt på lærertimer");
    table
        .column("Kommune", Align.LEFT)
        .column("Skoleår", Align.LEFT)
        .column("Trinn", Align.LEFT)
        .column("Gruppestørrelse 2", Align.RIGHT)
        .column("Gruppestørrelse 1", Align.RIGHT);
    List<String> regions =
        stages.stream()
            .flatMap(s -> s.region().stream())
            .map(Region::code)
            .distinct()
            .sorted()
            .toList();
    stages.stream()
        .map(SchoolStage::schoolYear)
        .distinct()
        .sorted()
        .forEach(
            year -> {
              for (MainStage stage : MainStage.values()) {
                List<SchoolStage> same =
                    stages.stream()
                        .filter(s -> s.stage() == stage && s.schoolYear().equals(year))
                        .toList();
                if (!same.isEmpty()) {
                  regions.forEach(r -> addGroupSize(table, r, same, r));
                  addGroupSize(table, "Alle", same, "");
                }
              }
            });
    table.note("Spesialundervisning og særskilt norskopplæring er ikke med i gruppestørrelse 2.");
    return table.build();
  }

  private static void addGroupSize(
      Table.Builder table, String name, List<SchoolStage> same, String region) {
    GroupSize size =
        GroupSize.of(
            same,
            s ->
                region.isEmpty() || s.region().map(Region::code).filter(region::equals).isPresent(),
            GroupSize.MissingHours.LEAVE_OUT);
    if (size.stages() > 0 || !size.leftOut().isEmpty()) {
      String leftOut = size.leftOut().isEmpty() ? "" : " (uten " + size.leftOut().size() + ")";
      table.row(
          name + leftOut,
          same.get(0).schoolYear().toString(),
          same.get(0).stage().text(ServiceTables.NORWEGIAN),
          text(size.groupSize2(), Unit.COUNT, 1),
          text(size.groupSize1(), Unit.COUNT, 1));
    }
  }

  private Table positions() {
    Table.Builder table = Table.builder("Færrest hele stillinger som gjør at alle oppfyller");
    table
        .column("Norm", Align.LEFT)
        .column("Stillinger", Align.RIGHT)
        .column("Enheter som trenger noen", Align.RIGHT)
        .column("Enheter uten svar", Align.RIGHT);
    for (Map.Entry<String, StaffPlan> entry : check.plans().entrySet()) {
      StaffPlan plan = entry.getValue();
      table.row(
          name(entry.getKey()),
          String.valueOf(plan.positions()),
          String.valueOf(plan.needs().stream().filter(n -> n.positions().orElse(0) > 0).count()),
          String.valueOf(plan.unknown().size()));
    }
    return table.build();
  }

  private Table listed(String title, NormStatus status) {
    Table.Builder table = Table.builder(title);
    table.column("Norm", Align.LEFT).column("Hva", Align.LEFT).column("Versjon", Align.LEFT);
    for (NormAssessment a : check.report().with(status).assessments()) {
      table.row(name(a.norm()), a.text(), a.version());
    }
    return table.build();
  }
}
