package no.maaltall.kostra.klass;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of days as KLASS has it: from a day, to but not including another; either may be open.
 */
final class Validity {
  private Validity() {}

  static void check(String what, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException(
          what + " is valid from " + from.get() + " to " + to.get() + "; allowed: from before to");
    }
  }

  static boolean contains(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate date) {
    return from.map(f -> !date.isBefore(f)).orElse(true) && to.map(date::isBefore).orElse(true);
  }
}
