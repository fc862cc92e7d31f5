package no.maaltall.core.measure;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;

/** Random series, of every frequency, with gaps. */
final class SeriesArbitraries {
  static final Indicator PERCENTAGE =
      Indicator.builder()
          .id("bhg.pedledere")
          .name("Pedagogiske ledere")
          .unit(Unit.PERCENT)
          .direction(Direction.UP)
          .decimals(1)
          .build();

  static final Indicator WITH_TARGET = Indicator.builder(PERCENTAGE).target(42.5).build();

  private static final Region BAERUM = Region.of("3201", "Bærum");
  private static final int MOST = 40;

  private SeriesArbitraries() {}

  /** Ordinary values only, all with status A. */
  static Arbitrary<Series> plain() {
    return series(ordinary().map(Observation::of), Arbitraries.just(List.of()));
  }

  /** Values with every status, missing ones, zeros and breaks. */
  static Arbitrary<Series> mixed() {
    Arbitrary<Double> values = Arbitraries.frequencyOf(List.of(Tuple.of(9, ordinary()), zero()));
    return series(
        Arbitraries.frequencyOf(
            List.of(Tuple.of(7, values.map(Observation::of)), anyStatus(values))),
        breaks().list().ofMaxSize(2));
  }

  /** Values at the ends of what a double can hold. */
  static Arbitrary<Series> extreme() {
    Arbitrary<Double> values =
        Arbitraries.of(
            0.0,
            1.0,
            -1.0,
            1e308,
            -1e308,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            1e-306,
            -1e-306,
            1e154);
    return series(
        Arbitraries.frequencyOf(
            List.of(Tuple.of(7, values.map(Observation::of)), anyStatus(values))),
        breaks().list().ofMaxSize(1));
  }

  private static Tuple.Tuple2<Integer, Arbitrary<Double>> zero() {
    return Tuple.of(1, Arbitraries.just(0.0));
  }

  private static Arbitrary<Double> ordinary() {
    return Arbitraries.integers().between(-100_000, 100_000).map(hundredths -> hundredths / 100.0);
  }

  private static Tuple.Tuple2<Integer, Arbitrary<Observation>> anyStatus(Arbitrary<Double> values) {
    return Tuple.of(
        3,
        Combinators.combine(values, Arbitraries.of(ObservationStatus.class))
            .as((v, s) -> new Observation(s.isMissing() ? Double.NaN : v, s)));
  }

  private static Arbitrary<SeriesBreak> breaks() {
    return Combinators.combine(
            Arbitraries.of(Frequency.class), Arbitraries.integers().between(2000, 2030))
        .as((f, year) -> SeriesBreak.of(Period.ofOrdinal(f, year * f.periodsPerYear()), "reform"));
  }

  /** Without edge cases: there are too many combinations, and the values above are edgy enough. */
  private static Arbitrary<Series> series(
      Arbitrary<Observation> observations, Arbitrary<List<SeriesBreak>> breaks) {
    Arbitrary<Integer> steps =
        Arbitraries.frequency(Tuple.of(12, 1), Tuple.of(1, 2), Tuple.of(1, 5));
    return Combinators.combine(
            Arbitraries.of(Frequency.class),
            Arbitraries.integers().between(2000, 2010),
            Combinators.combine(steps, observations)
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST),
            breaks)
        .as(
            (frequency, year, list, breakList) -> {
              Series.Builder builder = Series.builder(WITH_TARGET, BAERUM);
              int ordinal = year * frequency.periodsPerYear() + 1;
              for (Tuple.Tuple2<Integer, Observation> step : list) {
                ordinal += step.get1();
                builder.add(Period.ofOrdinal(frequency, ordinal), step.get2());
              }
              breakList.forEach(builder::addBreak);
              return builder.build();
            })
        .withoutEdgeCases();
  }
}
