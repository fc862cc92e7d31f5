package no.maaltall.projections.cost;

import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Unit;

/** Checks and indicators of amounts. */
final class Amounts {
  static final double MILLION = 1_000_000;

  private Amounts() {}

  static double require(String what, double kroner) {
    if (!(kroner >= 0 && kroner <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(what + " must be 0 or more, got " + kroner);
    }
    return kroner;
  }

  static Indicator inMillions(String id, String name) {
    return Indicator.builder().id(id).name(name).unit(Unit.MNOK).decimals(1).build();
  }
}
