package no.maaltall.kostra.comparison;

import java.util.List;
import java.util.function.Function;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;

/** A figure for each of some periods, as a series to compute on with. */
final class SeriesOfFigures {
  private SeriesOfFigures() {}

  static Series of(
      Indicator indicator, Region region, List<Period> periods, Function<Period, Figure> figure) {
    Series.Builder series = Series.builder(indicator, region);
    periods.forEach(p -> series.add(p, figure.apply(p).observation()));
    return series.build();
  }
}
