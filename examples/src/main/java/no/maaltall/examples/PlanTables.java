package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
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
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.cost.Alternative;
import no.maaltall.projections.cost.GrowthCost;
import no.maaltall.projections.need.CountForecast;
import no.maaltall.projections.need.TrendProjection;

/** The tables of a plan; every number printed is a figure too. */
final class PlanTables {
  private static final double MILLION = 1_000_000;
  private static final double LEVEL = 0.8;

  private final Region region;

  PlanTables(Region region) {
    this.region = region;
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
      Figure gap = named(c.gap().at(period), c);
      Figure coverage = named(c.gap().coverage(c.population(), period), c);
      Figure staff =
          perPlace(c, need, "arsverk", "årsverk", Unit.FTE, c.service().staffPerPlace(), 1);
      Figure cost =
          perPlace(
              c, need, "kostnad", "kostnad", Unit.MNOK, c.service().costPerPlace() / MILLION, 1);
      figures.addAll(List.of(need, gap, coverage, staff, cost));
      boolean shown =
          period.startYear() % 5 == 0
              || period.equals(periods.get(0))
              || period.equals(periods.get(periods.size() - 1));
      if (shown) {
        table.row(
            period.toString(),
            need.text(),
            Unit.COUNT.format(c.service().plan().places(period.startYear()), 0),
            gap.text(),
            coverage.text(),
            Unit.COUNT.format(staff.value(), 0),
            Unit.COUNT.format(cost.value(), 1));
      }
    }
    table.note(
        c.gap()
            .gapYear()
            .map(p -> "Behovet overstiger plassene første gang i " + p + ".")
            .orElse("Plassene dekker behovet i hele perioden."));
    table.note(
        "Årsverk og kostnad er for behovet: "
            + Unit.COUNT.format(c.service().staffPerPlace(), 2)
            + " årsverk og "
            + Unit.NOK.format(c.service().costPerPlace(), 0)
            + " per plass og år, faste priser.");
    return table.build();
  }

  /** The same figure under the name of its scenario. */
  private static Figure named(Figure figure, ServicePlan.Case c) {
    Indicator indicator =
        Indicator.builder(figure.indicator())
            .id(figure.indicator().id() + "@" + c.scenario())
            .name(figure.indicator().name() + " (" + c.scenario() + ")")
            .build();
    return Figure.builder()
        .indicator(indicator)
        .region(figure.region())
        .measure(figure.measure())
        .period(figure.period())
        .observation(figure.observation())
        .unit(figure.unit())
        .decimals(figure.decimals())
        .addAllCaveats(figure.caveats())
        .derivation(figure.derivation())
        .build();
  }

  private static Figure perPlace(
      ServicePlan.Case c,
      Figure need,
      String id,
      String name,
      Unit unit,
      double each,
      int decimals) {
    Observation observation =
        need.isMissing() ? need.observation() : new Observation(need.value() * each, need.status());
    return Figure.builder()
        .indicator(
            Indicator.builder()
                .id(c.service().id() + "." + id + "@" + c.scenario())
                .name(c.service().name() + ": " + name + " (" + c.scenario() + ")")
                .unit(unit)
                .decimals(decimals)
                .build())
        .region(need.region())
        .measure(id)
        .period(need.period())
        .observation(observation)
        .unit(unit)
        .decimals(decimals)
        .addAllCaveats(need.caveats())
        .derivation(
            Derivation.of(
                "{n} · {c}",
                Operand.observed("n", c.gap().need(), need.period()),
                Operand.constant("c", each, unit.per("place"), 2)))
        .build();
  }

  List<Table> growth(TableSource source, DataSet data, List<Figure> figures) throws IOException {
    List<Table> tables = new ArrayList<>();
    for (PlanRows.Row row :
        PlanRows.read(
            source, "growth.csv", false, "INDICATOR", "METHOD", "FROM", "TO", "NOK_PER_USER")) {
      Series users = data.series(row.text("INDICATOR"), region.code());
      Period from = Period.year(row.year("FROM"));
      Period to = Period.year(row.year("TO"));
      double price = row.number("NOK_PER_USER", 0, 1e12);
      int years = users.periods().get(users.size() - 1).periodsUntil(to);
      if (years < 1) {
        throw row.problem("TO", to.toString(), "a year after " + users.period(users.size() - 1));
      }
      CountForecast forecast = method(row).project(users, years, LEVEL);
      Series joined = forecast.joined();
      Table.Builder table =
          Table.builder(users.indicator().name() + ", " + region.name() + ": videreført trend")
              .column("År", Align.LEFT)
              .column("Antall", Align.RIGHT)
              .column("Merutgift siden " + from + ", mill. kr", Align.RIGHT);
      for (Period period : joined.periods()) {
        Figure cost = GrowthCost.of(joined, from, period, price);
        if (!period.endDate().isBefore(from.endDate())) {
          figures.add(cost);
        }
        if (users.indexOf(period) < 0) {
          figures.add(forecast.at(period));
        }
        table.row(
            period.toString(),
            users.indicator().unit().format(joined.at(period).value(), 0),
            period.endDate().isBefore(from.endDate()) ? "" : Unit.COUNT.format(cost.value(), 1));
      }
      Figure last = GrowthCost.of(joined, from, to, price);
      table.note(last.explain().lines().findFirst().orElse(""));
      forecast.caveats().forEach(k -> table.note("Forbehold: " + k.text(Locale.ROOT)));
      tables.add(table.build());
    }
    return tables;
  }

  private static TrendProjection method(PlanRows.Row row) {
    return switch (row.text("METHOD")) {
      case "mean_annual_change" -> TrendProjection.meanAnnualChange();
      case "compound_growth" -> TrendProjection.compoundGrowth();
      case "least_squares" -> TrendProjection.leastSquares();
      default ->
          throw row.problem(
              "METHOD",
              "\"" + row.text("METHOD") + "\"",
              "mean_annual_change, compound_growth or least_squares");
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
    Period start = Period.year(2018);
    Table.Builder table =
        Table.builder("Akkumulert kostnad over " + years + " år, " + region.name() + " (mill. kr)")
            .column("Alternativ", Align.LEFT)
            .column("Kostnad", Align.RIGHT)
            .column("Spart med " + first.name(), Align.RIGHT)
            .column("Går i null etter, år", Align.RIGHT);
    for (PlanRows.Row row : rows) {
      if (row.year("YEARS") != years) {
        throw row.problem("YEARS", row.text("YEARS"), "the years of the first row, " + years);
      }
      Alternative each = alternative(row);
      Figure cost = each.accumulated(years, region, start);
      figures.add(cost);
      if (each.equals(first)) {
        table.row(each.name(), Unit.COUNT.format(cost.value(), 1), "", "");
      } else {
        Figure saving = first.saving(each, years, region, start);
        figures.add(saving);
        OptionalInt even = first.breakEven(each);
        table.row(
            each.name(),
            Unit.COUNT.format(cost.value(), 1),
            Unit.COUNT.format(saving.value(), 1),
            even.isPresent() ? Integer.toString(even.getAsInt()) : "aldri");
      }
    }
    return List.of(table.build());
  }

  private static Alternative alternative(PlanRows.Row row) {
    return Alternative.of(
        row.text("NAME"), row.number("ONCE", 0, 1e12), row.number("PER_YEAR", 0, 1e12));
  }
}
