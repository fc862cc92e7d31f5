package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.Deflator;
import no.maaltall.kostra.comparison.Efficiency;
import no.maaltall.kostra.comparison.Network;
import no.maaltall.kostra.comparison.NetworkComparison;
import no.maaltall.kostra.comparison.NetworkMean;
import no.maaltall.kostra.comparison.ProductionIndex;
import no.maaltall.kostra.comparison.ServiceProfile;

/** What is computed of a municipality beside a network. */
record MunicipalComparison(
    DataSet data,
    Region region,
    Network network,
    NetworkMean mean,
    Period period,
    Deflator deflator,
    ImmutableList<EfficiencyRow> efficiencies,
    ImmutableList<ProductionIndex> productions) {

  /** Amounts of one region in fixed prices, and how they grew from the first year on. */
  record RealGrowth(Series nominal, Series real, Period from, Figure nominalNow, Figure growth) {}

  /** The efficiency of a service over years. */
  record ServiceEfficiency(String service, Series production, Series resources) {}

  /** The yearly indicators that the municipality has; index numbers have their own table. */
  ImmutableList<Indicator> indicators() {
    return data.indicators().stream()
        .filter(i -> !i.unit().equals(Unit.INDEX))
        .filter(i -> data.has(i.id(), region.code()))
        .filter(i -> data.series(i.id(), region.code()).frequency() == Frequency.YEAR)
        .collect(ImmutableList.toImmutableList());
  }

  ServiceProfile profile() {
    return ServiceProfile.of(
        data,
        network,
        mean,
        region.code(),
        period,
        indicators().stream().map(Indicator::id).toList());
  }

  ImmutableList<NetworkComparison> comparisons() {
    return indicators().stream()
        .map(i -> NetworkComparison.of(data, network, mean, i.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Of the municipality and of the network where the data have it, for each amount. */
  ImmutableList<RealGrowth> realGrowths() {
    ImmutableList.Builder<RealGrowth> growths = ImmutableList.builder();
    for (Indicator indicator : indicators()) {
      if (indicator.unit().kind().isMoney()) {
        Stream.of(region.code(), network.code())
            .distinct()
            .filter(this::isKnown)
            .filter(code -> data.has(indicator.id(), code))
            .map(code -> data.series(indicator.id(), code))
            .forEach(s -> realGrowth(s).ifPresent(growths::add));
      }
    }
    return growths.build();
  }

  private boolean isKnown(String code) {
    return data.regions().stream().anyMatch(r -> r.code().equals(code));
  }

  /** From the first year with a value; empty when that is not before the period. */
  private Optional<RealGrowth> realGrowth(Series nominal) {
    return nominal.periods().stream()
        .filter(p -> !nominal.at(p).isMissing() && p.compareTo(period) < 0)
        .findFirst()
        .map(
            first ->
                new RealGrowth(
                    nominal,
                    deflator.toPricesOf(nominal, period),
                    first,
                    deflator.amount(nominal, first, period),
                    deflator.realGrowth(nominal, first, period)));
  }

  ImmutableList<ServiceEfficiency> serviceEfficiencies() {
    return efficiencies.stream()
        .map(
            row ->
                new ServiceEfficiency(
                    row.service(), production(row), data.series(row.resources(), region.code())))
        .collect(ImmutableList.toImmutableList());
  }

  private Series production(EfficiencyRow row) {
    return productions.stream()
        .filter(p -> p.name().equals(row.production()))
        .findFirst()
        .map(
            p ->
                p.over(data, network, mean, region.code(), data.periods(Frequency.YEAR))
                    .asOf(period))
        .orElseGet(() -> data.series(row.production(), region.code()));
  }

  /** All figures, for the file. */
  ImmutableList<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    String code = region.code();
    for (NetworkComparison comparison : comparisons()) {
      figures.add(comparison.observed(code, period));
      figures.add(comparison.mean(period));
      figures.add(comparison.index(code, period));
      figures.add(comparison.distance(code, period));
      figures.add(comparison.rank(code, period));
      figures.add(comparison.percentile(code, period));
      figures.add(comparison.min(period));
      figures.add(comparison.max(period));
      figures.add(comparison.median(period));
      figures.add(comparison.spread(period));
    }
    for (RealGrowth growth : realGrowths()) {
      for (Period p : growth.nominal().periods()) {
        figures.add(deflator.amount(growth.nominal(), p, period));
      }
      figures.add(growth.growth());
    }
    for (ServiceEfficiency service : serviceEfficiencies()) {
      Figure efficiency = Efficiency.at(service.production(), service.resources(), period);
      Series years = Efficiency.over(service.production(), service.resources());
      figures.add(efficiency);
      figures.add(Efficiency.distance(efficiency));
      figures.add(Efficiency.changeInPoints(years, period));
      figures.add(Efficiency.changeInPercent(years, period));
    }
    return ImmutableList.copyOf(figures);
  }
}
