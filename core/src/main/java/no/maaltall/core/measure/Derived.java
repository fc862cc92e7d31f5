package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Indicator;

/** The indicator that the results of a measure are. */
final class Derived {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private Derived() {}

  /** Its id is {@code ID:MEASURE}; a definition, parent or target does not carry over. */
  static Indicator indicator(Indicator indicator, Measure measure) {
    if (measure instanceof Level) {
      return indicator;
    }
    return Indicator.builder()
        .id(indicator.id() + ":" + measure.id())
        .name(indicator.name() + ": " + measure.name(NORWEGIAN))
        .unit(measure.unit(indicator))
        .direction(indicator.direction())
        .decimals(measure.decimals(indicator))
        .area(indicator.area())
        .source(indicator.source())
        .priceBase(indicator.priceBase())
        .build();
  }
}
