package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import no.maaltall.core.indicator.Indicator;

/**
 * The indicator that the results of a measure are.
 *
 * <p>Its id is {@code ID:MEASURE}; a definition, parent or target does not carry over. A measure
 * keeps the last one it made: series mostly come indicator by indicator, and making one costs more
 * than measuring ten periods.
 */
final class Derived {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private final Indicator from;
  private final Indicator result;

  private Derived(Indicator from, Indicator result) {
    this.from = from;
    this.result = result;
  }

  static Derived of(Indicator indicator, Measure measure) {
    return new Derived(
        indicator, measure instanceof Level ? indicator : derive(indicator, measure));
  }

  static ImmutableList<Indicator> all(List<Indicator> indicators, Measure measure) {
    return indicators.stream()
        .map(i -> of(i, measure).result())
        .collect(ImmutableList.toImmutableList());
  }

  @SuppressWarnings("ReferenceEquality") // Equal but other indicators are only made anew.
  boolean isFrom(Indicator indicator) {
    return from == indicator;
  }

  Indicator result() {
    return result;
  }

  private static Indicator derive(Indicator indicator, Measure measure) {
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
