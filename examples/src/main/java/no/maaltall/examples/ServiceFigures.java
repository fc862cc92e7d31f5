package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.Optional;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.Trend;

/** Which figures a service analysis computes of each series, and in which order. */
final class ServiceFigures {
  static final String SHARE_OF_PARENT = Ratio.shareOfWhole().id();

  private static final ImmutableList<Measure> PER_PERIOD =
      ImmutableList.of(
          Change.onPrevious(), RelativeChange.onPrevious(), IndexNumber.withFirstAsBase());
  private static final ImmutableList<Measure> AS_OF =
      ImmutableList.of(Trend.meanAnnualChange(3), Trend.totalChange(3), Growth.compound());

  private final Analysis analysis;

  ServiceFigures(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Takes a figure, one at a time. */
  @FunctionalInterface
  interface Sink {
    void accept(Figure figure) throws IOException;
  }

  void writeTo(Sink sink) throws IOException {
    for (Series series : analysis.series()) {
      ImmutableList<Period> periods = analysis.periods(series.frequency());
      for (Period period : periods) {
        sink.accept(value(series, period));
      }
      for (Measure measure : PER_PERIOD) {
        for (Period period : periods) {
          sink.accept(measure.at(series, period));
        }
      }
      Optional<Series> parent = analysis.whole(series);
      if (parent.isPresent()) {
        for (Period period : periods) {
          sink.accept(Ratio.shareOfWhole().at(series, parent.get(), period));
        }
      }
      for (Measure measure : AS_OF) {
        sink.accept(measure.of(series));
      }
    }
  }

  /** The observed value; of an indicator that is defined as a ratio, how it follows. */
  Figure value(Series series, Period period) {
    Indicator indicator = series.indicator();
    if (indicator.ratio().isEmpty()) {
      return Level.observed().at(series, period);
    }
    RatioDefinition ratio = indicator.ratio().get();
    String region = series.region().code();
    return Ratio.defining(indicator)
        .at(
            analysis.series(ratio.numerator(), region),
            analysis.series(ratio.denominator(), region),
            period);
  }

  /** One figure, by the name of its measure, as of the period of the analysis. */
  Figure figure(String indicator, String region, String measure) {
    Series series = analysis.series(indicator, region);
    if (measure.equals(SHARE_OF_PARENT)) {
      Series parent =
          analysis
              .whole(series)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          indicator
                              + " is not a part of an indicator with the same unit and kind of"
                              + " period, so it has no share"));
      return Ratio.shareOfWhole().at(series, parent, series.asOf());
    }
    if (measure.equals(Level.observed().id())) {
      return value(series, series.asOf());
    }
    return Measure.parse(measure).of(series);
  }

  /**
   * How a figure follows; where its inputs are computed themselves, how they do.
   *
   * @param indicator the indicator
   * @param region the region
   * @param measure the id of the measure
   */
  String explain(String indicator, String region, String measure) {
    Figure figure = figure(indicator, region, measure);
    StringBuilder text = new StringBuilder(figure.explain());
    Series series = analysis.series(indicator, region);
    if (series.indicator().ratio().isEmpty() || measure.equals(Level.observed().id())) {
      return text.toString();
    }
    figure.derivation().operands().stream()
        .flatMap(operand -> operand.period().stream())
        .distinct()
        .forEach(p -> text.append('\n').append(p).append(": ").append(value(series, p).explain()));
    return text.toString();
  }
}
