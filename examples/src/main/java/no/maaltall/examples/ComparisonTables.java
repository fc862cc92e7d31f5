package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.kostra.comparison.Efficiency;
import no.maaltall.kostra.comparison.NetworkComparison;
import no.maaltall.kostra.report.LinePicture;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/** The tables of a municipality beside a network, as a reader gets them. */
final class ComparisonTables {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private final MunicipalComparison comparison;
  private final Period period;

  ComparisonTables(MunicipalComparison comparison) {
    this.comparison = comparison;
    this.period = comparison.period();
  }

  ImmutableList<Table> tables() {
    ImmutableList.Builder<Table> tables = ImmutableList.builder();
    tables.add(comparison.profile().table(), ranks());
    if (!comparison.realGrowths().isEmpty()) {
      tables.add(realGrowth());
    }
    comparison.serviceEfficiencies().forEach(s -> tables.add(efficiency(s)));
    return tables.build();
  }

  private Table ranks() {
    String code = comparison.region().code();
    Table.Builder table =
        Table.builder("Plassering i " + networkAndYear())
            .column("Indikator", Align.LEFT)
            .column("Lavest", Align.RIGHT)
            .column("Høyest", Align.RIGHT)
            .column("Median", Align.RIGHT)
            .column("Spredning", Align.RIGHT)
            .column("Avstand fra snittet", Align.RIGHT)
            .column("Plass", Align.RIGHT)
            .column("Persentil", Align.RIGHT);
    for (NetworkComparison c : comparison.comparisons()) {
      table.row(
          c.indicator().name(),
          where(c.min(period)),
          where(c.max(period)),
          printed(c.median(period)),
          printed(c.spread(period)),
          printed(c.distance(code, period)),
          printed(c.rank(code, period)) + " av " + c.reported(code, period),
          printed(c.percentile(code, period)));
    }
    comparison.comparisons().stream()
        .map(c -> c.notReported(period))
        .filter(missing -> !missing.isEmpty())
        .distinct()
        .forEach(
            missing ->
                table.note(
                    "Blant medlemmene mangler tall fra: "
                        + missing.stream().map(Region::name).collect(Collectors.joining(", "))));
    table.note("Plass 1 er best; uten ønsket retning er den høyeste nr. 1");
    table.note("Spredning: medianen av medlemmenes avstand fra medianen (MAD)");
    return table.build();
  }

  /** Some names of networks have their year already. */
  private String networkAndYear() {
    String name = comparison.network().name();
    return name.contains(period.toString()) ? name : name + " " + period;
  }

  private static String where(Figure figure) {
    return figure.isMissing() ? "-" : printed(figure) + " (" + figure.region().name() + ")";
  }

  private static String printed(Figure figure) {
    return figure.shortText(NORWEGIAN);
  }

  private Table realGrowth() {
    List<Indicator> fixed =
        comparison.realGrowths().stream()
            .map(g -> g.nominal().indicator())
            .filter(i -> !i.hasCurrentPrices())
            .distinct()
            .toList();
    Table.Builder table =
        Table.builder("Realvekst (faste " + period + "-priser)")
            .column("Indikator", Align.LEFT)
            .column("Region", Align.LEFT)
            .column("Fra", Align.RIGHT)
            .column(fixed.isEmpty() ? "Løpende" : "Som oppgitt", Align.RIGHT)
            .column("I faste priser", Align.RIGHT)
            .column(period.toString(), Align.RIGHT)
            .column("Realvekst", Align.RIGHT);
    for (MunicipalComparison.RealGrowth growth : comparison.realGrowths()) {
      Series nominal = growth.nominal();
      table.row(
          nominal.indicator().name(),
          nominal.region().name(),
          growth.from().toString(),
          amount(nominal, growth.from()),
          printed(growth.nominalNow()),
          amount(growth.real(), period),
          printed(growth.growth()));
    }
    fixed.forEach(i -> table.note(i.name() + ": oppgitt i " + i.priceBase().orElse("")));
    Series prices = comparison.deflator().index(period);
    table.note("Deflator: " + prices.indicator().name());
    comparison.realGrowths().stream()
        .filter(g -> g.growth().isMissing() && prices.indexOf(g.from()) < 0)
        .map(g -> "Ingen realvekst fra " + g.from() + ": deflatoren har " + years(prices))
        .distinct()
        .forEach(table::note);
    return table.build();
  }

  private static String years(Series series) {
    return series.period(0) + "–" + series.period(series.size() - 1);
  }

  private static String amount(Series series, Period period) {
    Indicator indicator = series.indicator();
    return indicator.unit().formatShort(series.at(period).value(), indicator.decimals(), NORWEGIAN);
  }

  private Table efficiency(MunicipalComparison.ServiceEfficiency service) {
    return Efficiency.table(List.of(service.production()), List.of(service.resources()), period);
  }

  /** The first amount of the municipality and of the network, in fixed prices. */
  String pricesSvg() {
    ImmutableList<MunicipalComparison.RealGrowth> all = comparison.realGrowths();
    if (all.isEmpty()) {
      return "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";
    }
    Indicator first = all.get(0).nominal().indicator();
    return LinePicture.of(
            first.name() + ", faste " + period + "-priser",
            all.stream()
                .filter(g -> g.nominal().indicator().equals(first))
                .map(MunicipalComparison.RealGrowth::real)
                .toList())
        .toSvg();
  }
}
