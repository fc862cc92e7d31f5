package no.maaltall.kostra.region;

import no.maaltall.core.indicator.Unit;

/** Which units add up over regions. */
final class Additivity {
  private Additivity() {}

  /** Amounts and counts, unless they are per something. Months are how long something took. */
  static boolean of(Unit unit) {
    return switch (unit.kind()) {
      case COUNT, NOK, KNOK, MNOK, FTE, HOURS -> unit.per().isEmpty();
      case PERCENT, PERCENTAGE_POINT, MONTHS, RATIO, INDEX, POINTS -> false;
    };
  }
}
