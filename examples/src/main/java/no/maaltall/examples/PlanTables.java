package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.io.TableSource;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.cost.Alternative;
import no.maaltall.projections.need.GapOpening;

/** The tables of a plan; every number that is computed is a figure too. */
final class PlanTables {
  private static final double MILLION = 1_000_000;
  private static final int MOST_YEARS = 200;

  private static final String NONE = "-";

  private final Region region;
  private final Period prices;

  /** The tables for a region, with unit costs in the prices of a year. */
  PlanTables(Region region, Period prices) {
    this.region = region;
    this.prices = prices;
  }

  Table of(ServicePlan.Case c, List<Figure> figures) {
    String title = c.service().name() + ", " + region.name() + ": " + c.scenario();
    Table.Builder table = Table.builder(title).column("År", Align.LEFT);
    for (String heading :
        List.of("Behov", "Plasser", "Udekket", "Dekning", "Årsverk", "Kostnad, mill. kr")) {
      table.column(heading, Align.RIGHT);
    }
    ImmutableList<Period> periods = c.need().series().periods();
    for (Period period : periods) {
      Figure need = named(c.need().at(period), c);
      Figure places = named(c.gap().capacityAt(period), c);
      Figure gap = named(c.gap().at(period), c);
      Optional<Figure> coverage =
          c.population().map(persons -> named(c.gap().coverage(persons, period), c));
      Figure staff = perPlace(c, need, "arsverk", "årsverk", Unit.FTE, c.service().staffPerPlace());
      Figure cost =
          perPlace(c, need, "kostnad", "kostnad", Unit.MNOK, c.service().costPerPlace() / MILLION);
      figures.addAll(List.of(need, places, gap));
      coverage.ifPresent(figures::add);
      figures.addAll(List.of(staff, cost));
      boolean shown =
          period.startYear() % 5 == 0
              || period.equals(periods.get(0))
              || period.equals(last(periods));
      if (shown) {
        table.row(
            period.toString(),
            need.text(),
            places.text(),
            gap.text(),
            coverage.map(Figure::text).orElse(NONE),
            Unit.COUNT.format(staff.value(), 0),
            Unit.COUNT.format(cost.value(), 1));
      }
    }
    boolean hasHoles = periods.get(0).plus(periods.size() - 1).compareTo(last(periods)) < 0;
    opening(c.gap().opening(), hasHoles).forEach(table::note);
    if (c.population().isEmpty()) {
      table.note("Dekning er av én befolkning; behovet er her av flere.");
    }
    table.note(
        "Årsverk og kostnad er for behovet: "
            + Unit.COUNT.format(c.service().staffPerPlace(), 2)
            + " årsverk og "
            + Unit.NOK.format(c.service().costPerPlace(), 0)
            + " per plass og år, faste "
            + prices
            + "-priser.");
    return table.build();
  }

  private static Period last(List<Period> periods) {
    return periods.get(periods.size() - 1);
  }

  /** What can be said; nothing is said of years that the need is not given for. */
  private static List<String> opening(GapOpening opening, boolean hasHoles) {
    String first = opening.firstGap().map(Period::toString).orElse("");
    return switch (opening.answer()) {
      case OPENS ->
          List.of(
              hasHoles
                  ? "Av årene med tall er " + first + " det første med behov over plassene."
                  : "Behovet overstiger plassene første gang i " + first + ".");
      case NEVER ->
          List.of("Plassene dekker behovet i " + (hasHoles ? "årene med tall." : "hele perioden."));
      case UNKNOWN ->
          List.of(
              "Behovet mangler i "
                  + opening.firstMissing().map(Period::toString).orElse("")
                  + ", så det kan ikke sies når det først overstiger plassene.",
              first.isEmpty()
                  ? "I årene med kjent behov dekker plassene det."
                  : "Første år med kjent behov over plassene er " + first + ".");
    };
  }

  /** The same figure under the name of its scenario. */
  private static Figure named(Figure figure, ServicePlan.Case c) {
    return renamed(figure, "@" + c.scenario(), " (" + c.scenario() + ")");
  }

  /** The same figure with more to its id and name. */
  static Figure renamed(Figure figure, String id, String name) {
    Indicator indicator =
        Indicator.builder(figure.indicator())
            .id(figure.indicator().id() + id)
            .name(figure.indicator().name() + name)
            .build();
    return Figure.builder().from(figure).indicator(indicator).build();
  }

  private Figure perPlace(
      ServicePlan.Case c, Figure need, String id, String name, Unit unit, double each) {
    Observation observation =
        need.isMissing() ? need.observation() : new Observation(need.value() * each, need.status());
    Optional<String> priceBase =
        unit.kind().isMoney() ? Optional.of(prices.toString()) : Optional.empty();
    return Figure.builder()
        .indicator(
            Indicator.builder()
                .id(c.service().id() + "." + id + "@" + c.scenario())
                .name(c.service().name() + ": " + name + " (" + c.scenario() + ")")
                .unit(unit)
                .decimals(1)
                .priceBase(priceBase)
                .build())
        .region(need.region())
        .measure(id)
        .period(need.period())
        .observation(observation)
        .unit(unit)
        .decimals(1)
        .addAllCaveats(need.caveats())
        .derivation(
            Derivation.of(
                "{n} · {c}" + priceBase.map(p -> " (faste " + p + "-priser)").orElse(""),
                Operand.observed("n", c.gap().need(), need.period()),
                Operand.constant("c", each, unit.per("place"), 2)))
        .build();
  }

  List<Table> alternatives(TableSource source, List<Figure> figures) throws IOException {
    List<PlanRows.Row> rows =
        PlanRows.read(source, "alternatives.csv", false, "NAME", "ONCE", "PER_YEAR", "YEARS");
    if (rows.isEmpty()) {
      return List.of();
    }
    int years = years(rows.get(0));
    Alternative first = alternative(rows.get(0));
    Table.Builder table =
        Table.builder("Akkumulert kostnad over " + years + " år, " + region.name() + " (mill. kr)")
            .column("Alternativ", Align.LEFT)
            .column("Kostnad", Align.RIGHT)
            .column("Spart med " + first.name(), Align.RIGHT)
            .column("Går i null etter, år", Align.RIGHT);
    Set<String> seen = new HashSet<>();
    for (PlanRows.Row row : rows) {
      if (!seen.add(row.text("NAME"))) {
        throw row.problem("NAME", row.text("NAME") + " again", "each alternative once");
      }
      if (years(row) != years) {
        throw row.problem("YEARS", row.text("YEARS"), "the years of the first row, " + years);
      }
      Alternative each = alternative(row);
      Figure cost = each.accumulated(years, region, prices);
      figures.add(cost);
      if (each.equals(first)) {
        table.row(each.name(), Unit.COUNT.format(cost.value(), 1), "", "");
      } else {
        Figure saving = first.saving(each, years, region, prices);
        Figure even = first.breakEven(each, region, prices);
        figures.addAll(List.of(saving, even));
        table.row(
            each.name(),
            Unit.COUNT.format(cost.value(), 1),
            Unit.COUNT.format(saving.value(), 1),
            even.isMissing() ? "aldri" : even.text());
      }
    }
    table.note("Faste " + prices + "-priser.");
    return List.of(table.build());
  }

  private static int years(PlanRows.Row row) {
    return row.whole("YEARS", 1, MOST_YEARS);
  }

  private static Alternative alternative(PlanRows.Row row) {
    return Alternative.of(
        row.text("NAME"), row.number("ONCE", 0, 1e12), row.number("PER_YEAR", 0, 1e12));
  }
}
