package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.measure.Level;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.cost.Alternative;
import no.maaltall.projections.cost.GrowthCost;
import no.maaltall.projections.need.CountForecast;
import no.maaltall.projections.need.GapOpening;
import no.maaltall.projections.need.TrendProjection;
import no.maaltall.projections.population.ProjectionInputException;

/** The tables of a plan; every number that is computed is a figure too. */
final class PlanTables {
  private static final double MILLION = 1_000_000;
  private static final double LEVEL = 0.8;
  private static final int MOST_YEARS = 200;
  private static final String DAMPED = "damped:";

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

  List<Table> growth(TableSource source, DataSet data, List<Figure> figures) throws IOException {
    List<Table> tables = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PlanRows.Row row :
        PlanRows.read(
            source, "growth.csv", false, "INDICATOR", "METHOD", "FROM", "TO", "NOK_PER_USER")) {
      if (!seen.add(row.text("INDICATOR"))) {
        throw row.problem("INDICATOR", row.text("INDICATOR") + " again", "each indicator once");
      }
      tables.add(growth(row, data.series(row.text("INDICATOR"), region.code()), figures));
    }
    return tables;
  }

  private Table growth(PlanRows.Row row, Series users, List<Figure> figures) {
    Period from = Period.year(row.year("FROM"));
    Period to = Period.year(row.year("TO"));
    double price = row.number("NOK_PER_USER", 0, 1e12);
    CountForecast forecast = forecast(row, users, to);
    Series joined = forecast.joined();
    if (joined.at(from).isMissing()) {
      throw row.problem(
          "FROM", from.toString(), "a year with a value of " + users.indicator().id());
    }
    Table.Builder table =
        Table.builder(users.indicator().name() + ", " + region.name() + ": videreført trend")
            .column("År", Align.LEFT)
            .column("Antall", Align.RIGHT)
            .column("80 prosent sannsynlig", Align.RIGHT)
            .column("Merutgift siden " + from + ", mill. kr", Align.RIGHT);
    Series lower = bound(forecast.lower(), ".nedre", ", nedre grense");
    Series upper = bound(forecast.upper(), ".ovre", ", øvre grense");
    for (Period period : joined.periods()) {
      boolean before = period.endDate().isBefore(from.endDate());
      Figure cost = GrowthCost.of(joined, from, period, price);
      if (!before) {
        figures.add(cost);
      }
      String interval = "";
      if (lower.indexOf(period) >= 0) {
        Figure low = Level.observed().at(lower, period);
        Figure high = Level.observed().at(upper, period);
        figures.addAll(List.of(forecast.at(period), low, high));
        interval = low.isMissing() ? NONE : low.text() + "–" + high.text();
      }
      table.row(
          period.toString(),
          users.indicator().unit().format(joined.at(period).value(), 0),
          interval,
          before ? "" : Unit.COUNT.format(cost.value(), 1));
    }
    Figure last = GrowthCost.of(joined, from, to, price);
    table.note(last.explain().lines().findFirst().orElse(""));
    Stream.concat(forecast.caveats().stream(), forecast.at(to).caveats().stream())
        .distinct()
        .filter(k -> k.kind() != Caveat.Kind.FORECAST_INPUT)
        .forEach(k -> table.note("Forbehold: " + k.text(Locale.ROOT)));
    return table.build();
  }

  private static CountForecast forecast(PlanRows.Row row, Series users, Period to) {
    Period last =
        users.periods().stream()
            .filter(p -> !users.at(p).isMissing())
            .reduce((a, b) -> b)
            .orElseThrow(
                () -> row.problem("INDICATOR", users.indicator().id() + " has no value", "two"));
    int years = last.periodsUntil(to);
    if (years < 1 || years > MOST_YEARS) {
      throw row.problem(
          "TO", to.toString(), "a year from " + last.plus(1) + " to " + last.plus(MOST_YEARS));
    }
    try {
      return method(row).project(users, years, LEVEL);
    } catch (ProjectionInputException e) {
      throw row.problem("METHOD", e.where() + ": " + e.got(), e.allowed());
    }
  }

  /** The end of an interval under a name of its own. */
  private static Series bound(Series bound, String id, String name) {
    Indicator indicator =
        Indicator.builder(bound.indicator())
            .id(bound.indicator().id() + id + "-80")
            .name(bound.indicator().name() + name + " (80 prosent)")
            .build();
    Series.Builder renamed = Series.builder(indicator, bound.region());
    bound.periods().forEach(p -> renamed.add(p, bound.at(p)));
    return renamed.build();
  }

  private static TrendProjection method(PlanRows.Row row) {
    String method = row.text("METHOD");
    if (method.startsWith(DAMPED)) {
      return TrendProjection.damped(row.number("METHOD", method.substring(DAMPED.length()), 0, 1));
    }
    return switch (method) {
      case "mean_annual_change" -> TrendProjection.meanAnnualChange();
      case "compound_growth" -> TrendProjection.compoundGrowth();
      case "arithmetic_growth" -> TrendProjection.arithmeticGrowth();
      case "least_squares" -> TrendProjection.leastSquares();
      default ->
          throw row.problem(
              "METHOD",
              "\"" + method + "\"",
              "mean_annual_change, compound_growth, arithmetic_growth, least_squares or damped:0.9");
    };
  }

  List<Table> alternatives(TableSource source, List<Figure> figures) throws IOException {
    List<PlanRows.Row> rows =
        PlanRows.read(source, "alternatives.csv", false, "NAME", "ONCE", "PER_YEAR", "YEARS");
    if (rows.isEmpty()) {
      return List.of();
    }
    int years = rows.get(0).year("YEARS");
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
      if (row.year("YEARS") != years) {
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

  private static Alternative alternative(PlanRows.Row row) {
    return Alternative.of(
        row.text("NAME"), row.number("ONCE", 0, 1e12), row.number("PER_YEAR", 0, 1e12));
  }
}
