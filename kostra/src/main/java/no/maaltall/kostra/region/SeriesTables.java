package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;

/**
 * A data set of series. A ratio whose parts are among them keeps its definition, so that it is
 * computed anew; one without is observed.
 */
final class SeriesTables {
  private SeriesTables() {}

  static DataSet of(List<Series> series) {
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    Map<String, Region> regions = new LinkedHashMap<>();
    for (Series s : series) {
      indicators.putIfAbsent(s.indicator().id(), s.indicator());
      regions.putIfAbsent(s.region().code(), s.region());
    }
    Set<String> ids = ImmutableSet.copyOf(indicators.keySet());
    indicators.replaceAll((id, indicator) -> definedIn(ids, indicator));
    DataSet.Builder builder = DataSet.builder();
    indicators.values().forEach(builder::addIndicator);
    regions.values().forEach(builder::addRegion);
    Set<SeriesBreak> breaks = new LinkedHashSet<>();
    for (Series s : series) {
      for (SeriesBreak b : s.declaredBreaks()) {
        breaks.add(
            new SeriesBreak(
                Optional.of(s.indicator().id()),
                Optional.of(s.region().code()),
                b.from(),
                b.reason()));
      }
      Indicator kept = indicators.getOrDefault(s.indicator().id(), s.indicator());
      for (int i = 0; kept.ratio().isEmpty() && i < s.size(); i++) {
        builder.addObservation(
            kept.id(), s.region().code(), s.period(i), s.valueAt(i), s.statusAt(i));
      }
    }
    breaks.forEach(builder::addBreak);
    return builder.build();
  }

  private static Indicator definedIn(Set<String> ids, Indicator indicator) {
    boolean parts =
        indicator
            .ratio()
            .map(r -> ids.contains(r.numerator()) && ids.contains(r.denominator()))
            .orElse(true);
    boolean parent = indicator.parent().map(ids::contains).orElse(true);
    return parts && parent
        ? indicator
        : Indicator.builder(indicator)
            .ratio(parts ? indicator.ratio() : Optional.empty())
            .parent(parent ? indicator.parent() : Optional.empty())
            .build();
  }
}
