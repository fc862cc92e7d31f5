package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.maaltall.core.indicator.Series;

/** The value itself, and its distance from a target. */
class LevelContractTest extends MeasureContract {
  private static final double TARGET = SeriesArbitraries.WITH_TARGET.target().orElseThrow();

  @Override
  List<Measure> measures() {
    return List.of(
        Level.observed(),
        TargetDistance.ofIndicator(),
        TargetDistance.from(75),
        TargetDistance.from(-0.1));
  }

  @Override
  boolean isOfOneValue() {
    return true;
  }

  @Override
  double tolerance() {
    return 1e-12;
  }

  private static double subtracted(Measure measure) {
    return switch (measure.id()) {
      case "value" -> 0;
      case "distance_to_target" -> TARGET;
      case "distance_to_target:75" -> 75;
      default -> -0.1;
    };
  }

  @Override
  Expected expected(Measure measure, Series series, int ordinal) {
    return Expected.of(value(series, ordinal) - subtracted(measure), ordinal);
  }

  @Override
  double scaled(Measure measure, double result, double k) {
    return k * (result + subtracted(measure)) - subtracted(measure);
  }

  @Override
  double shifted(Measure measure, double result, double c) {
    return result + c;
  }

  /** The marks of the observations must not be lost on the way. */
  @Property(tries = 100)
  void theLevelsOfASeriesAreTheSeries(@ForAll("mixed") Series series) {
    assertThat(Level.observed().over(series)).isEqualTo(series);
  }
}
