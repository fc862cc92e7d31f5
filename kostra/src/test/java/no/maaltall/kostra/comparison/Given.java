package no.maaltall.kostra.comparison;

import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/** Series and years for the tests. */
final class Given {
  static final Period Y2021 = Period.year(2021);
  static final Period Y2023 = Period.year(2023);
  static final Period Y2024 = Period.year(2024);
  static final Region BAERUM = Region.of("3201", "Bærum");

  private Given() {}

  /** A text with ordinary spaces for those that do not break. */
  static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  static Indicator indicator(String id, Unit unit, int decimals) {
    return Indicator.builder().id(id).name(id).unit(unit).decimals(decimals).build();
  }

  static Indicator wanted(String id, Unit unit, Direction direction) {
    return Indicator.builder().id(id).unit(unit).direction(direction).build();
  }

  /** Values of Bærum over years. */
  static Series years(Indicator indicator, int first, double... values) {
    return Series.ofYears(indicator, BAERUM, first, values);
  }

  /** A value of 2024. */
  static Series in2024(Indicator indicator, String region, double value) {
    return Series.ofYears(indicator, Region.of(region), 2024, value);
  }

  static Series hidden(Indicator indicator, String region) {
    return Series.builder(indicator, Region.of(region))
        .add(Y2024, Observation.missing(ObservationStatus.SUPPRESSED))
        .build();
  }
}
