package no.maaltall.core.measure;

import java.util.Optional;
import no.maaltall.core.indicator.Caveat;

/** What to say of a base that something is divided by. */
final class Bases {
  private Bases() {}

  static Optional<Caveat.Kind> warning(double base) {
    if (base == 0) {
      return Optional.of(Caveat.Kind.ZERO_BASE);
    }
    return base < 0 ? Optional.of(Caveat.Kind.NEGATIVE_BASE) : Optional.empty();
  }
}
