package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.measure.Level;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;
import no.maaltall.projections.cost.GrowthCost;
import no.maaltall.projections.need.CountForecast;
import no.maaltall.projections.need.TrendProjection;
import no.maaltall.projections.population.ProjectionInputException;

/** Users that follow their trend, year by year, and what the growth costs. */
final class GrowthTable {
  private static final double LEVEL = 0.8;
  private static final int MOST_YEARS = 200;
  private static final String DAMPED = "damped:";

  private final PlanRows.Row row;
  private final Series users;
  private final Period from;
  private final Period to;
  private final double price;
  private final CountForecast forecast;
  private final Series joined;

  private GrowthTable(PlanRows.Row row, Series users) {
    this.row = row;
    this.users = users;
    from = Period.year(row.year("FROM"));
    to = Period.year(row.year("TO"));
    price = row.number("NOK_PER_USER", 0, 1e12);
    forecast = forecast();
    joined = forecast.joined();
    if (joined.at(from).isMissing()) {
      throw row.problem(
          "FROM", from.toString(), "a year with a value of " + users.indicator().id());
    }
  }

  /** A table for each row of {@code growth.csv}; none without it. */
  static ImmutableList<Table> of(
      TableSource source, DataSet data, String region, List<Figure> figures) throws IOException {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    Set<String> seen = new HashSet<>();
    for (PlanRows.Row row :
        PlanRows.read(
            source, "growth.csv", false, "INDICATOR", "METHOD", "FROM", "TO", "NOK_PER_USER")) {
      String indicator = row.text("INDICATOR");
      if (!seen.add(indicator)) {
        throw row.problem("INDICATOR", indicator + " again", "each indicator once");
      }
      tables.add(
          new GrowthTable(row, row.series("INDICATOR", data, indicator, region)).table(figures));
    }
    return tables.build();
  }

  private CountForecast forecast() {
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
      return method().project(users, years, LEVEL);
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

  private TrendProjection method() {
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

  private Table table(List<Figure> figures) {
    Table.Builder table =
        Table.builder(
                users.indicator().name() + ", " + users.region().name() + ": videreført trend")
            .column("År", Align.LEFT)
            .column("Antall", Align.RIGHT)
            .column("80 prosent sannsynlig", Align.RIGHT)
            .column("Merutgift siden " + from + ", mill. kr", Align.RIGHT);
    Series lower = bound(forecast.lower(), ".nedre", ", nedre grense");
    Series upper = bound(forecast.upper(), ".ovre", ", øvre grense");
    for (Period period : joined.periods()) {
      String count = users.indicator().unit().format(joined.at(period).value(), 0);
      String interval = "";
      if (lower.indexOf(period) >= 0) {
        figures.add(forecast.at(period));
        interval = interval(lower, upper, period, figures);
      }
      table.row(period.toString(), count, interval, cost(period, figures));
    }
    Figure last = GrowthCost.of(joined, from, to, price);
    table.note(last.explain().lines().findFirst().orElse(""));
    Stream.concat(forecast.caveats().stream(), forecast.at(to).caveats().stream())
        .distinct()
        .filter(k -> k.kind() != Caveat.Kind.FORECAST_INPUT)
        .forEach(k -> table.note("Forbehold: " + k.text(Locale.ROOT)));
    return table.build();
  }

  private static String interval(Series lower, Series upper, Period period, List<Figure> figures) {
    Figure low = Level.observed().at(lower, period);
    Figure high = Level.observed().at(upper, period);
    figures.addAll(List.of(low, high));
    return low.isMissing() ? "-" : low.text() + "–" + high.text();
  }

  /** What the growth since the first year costs; nothing before it. */
  private String cost(Period period, List<Figure> figures) {
    if (period.endDate().isBefore(from.endDate())) {
      return "";
    }
    Figure cost = GrowthCost.of(joined, from, period, price);
    figures.add(cost);
    return Unit.COUNT.format(cost.value(), 1);
  }
}
