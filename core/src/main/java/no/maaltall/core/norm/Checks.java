package no.maaltall.core.norm;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The checks that every subject makes of its numbers. */
final class Checks {
  /** More heads than any unit, municipality or country of ours has. */
  static final int MOST_HEADS = 100_000_000;

  /** More hours, places or positions than any has; sums of them stay exact enough. */
  static final double MOST = 1e9;

  private Checks() {}

  static String id(String what, String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException(what + " needs an id, got \"" + id + "\"");
    }
    return id;
  }

  static void heads(String what, String subject, int value) {
    if (value < 0 || value > MOST_HEADS) {
      throw new IllegalArgumentException(
          what + " of " + subject + " must be 0 to " + MOST_HEADS + ", got " + value);
    }
  }

  static void heads(String what, String subject, OptionalInt value) {
    value.ifPresent(v -> heads(what, subject, v));
  }

  static void amount(String what, String subject, double value) {
    if (!(value >= 0 && value <= MOST)) {
      throw new IllegalArgumentException(
          what + " of " + subject + " must be 0 to " + (long) MOST + ", got " + value);
    }
  }

  static void amount(String what, String subject, OptionalDouble value) {
    value.ifPresent(v -> amount(what, subject, v));
  }

  /** Whether a number of bulk input is one that a single subject would accept. */
  static boolean isAmount(double value) {
    return value >= 0 && value <= MOST;
  }

  static boolean isHeads(int value) {
    return value >= 0 && value <= MOST_HEADS;
  }
}
