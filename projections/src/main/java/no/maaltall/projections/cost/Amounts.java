package no.maaltall.projections.cost;

import java.util.Optional;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Unit;

/** Indicators of amounts, and the prices that they are in. */
final class Amounts {
  static final double MILLION = 1_000_000;

  private Amounts() {}

  static Indicator inMillions(String id, String name, Optional<Period> prices) {
    return Indicator.builder()
        .id(id)
        .name(name + prices.map(p -> ", faste " + p + "-priser").orElse(""))
        .unit(Unit.MNOK)
        .decimals(1)
        .priceBase(prices.map(Period::toString))
        .build();
  }

  /** What a formula of amounts ends with. */
  static String inPrices(Optional<Period> prices) {
    return prices.map(p -> " (faste " + p + "-priser)").orElse("");
  }
}
