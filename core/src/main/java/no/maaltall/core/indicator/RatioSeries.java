package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/** Computes a series from its definition as a ratio of two others. */
final class RatioSeries {
  private RatioSeries() {}

  static Series of(
      Indicator indicator,
      RatioDefinition ratio,
      Series numerator,
      Series denominator,
      ImmutableList<SeriesBreak> breaks) {
    if (denominator.frequency() != numerator.frequency()) {
      throw new FrequencyMismatchException(
          "ratio " + indicator.id() + " in " + numerator.region().code(),
          numerator.frequency(),
          denominator.asOf());
    }
    PeriodAxis axis = union(numerator, denominator);
    double[] values = new double[axis.size()];
    byte[] statuses = new byte[axis.size()];
    for (int i = 0; i < values.length; i++) {
      Period period = axis.period(i);
      Observation above = numerator.at(period);
      Observation below = denominator.at(period);
      values[i] = RatioDefinition.value(above.value(), below.value(), ratio.factor());
      ObservationStatus status = above.status().combine(below.status());
      boolean undefined = Double.isNaN(values[i]) && !status.isMissing();
      statuses[i] = (byte) (undefined ? ObservationStatus.MISSING : status).ordinal();
    }
    Period asOf =
        numerator.asOf().compareTo(denominator.asOf()) >= 0 ? numerator.asOf() : denominator.asOf();
    return new Series(
        indicator,
        numerator.region(),
        axis,
        values,
        DataSet.plainOrNull(statuses),
        0,
        asOf,
        breaks);
  }

  private static PeriodAxis union(Series a, Series b) {
    int[] ordinals =
        IntStream.concat(
                IntStream.range(0, a.size()).map(a::ordinalAt),
                IntStream.range(0, b.size()).map(b::ordinalAt))
            .sorted()
            .distinct()
            .toArray();
    return new PeriodAxis(a.frequency(), ordinals);
  }
}
