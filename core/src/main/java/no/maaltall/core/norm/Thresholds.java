package no.maaltall.core.norm;

/**
 * Compares a number with a limit, unrounded.
 *
 * <p>A number that is computed of decimals, as (27 · 45 + 3 · 37) / 45, is off its true value by a
 * few units in the last of its 16 digits, and 16.8 positions where 16.8 are required must not be a
 * breach because a double cannot hold 16.8. So numbers that differ by less than one part in 10¹³
 * are equal here. Nothing that a file can state differs by so little.
 */
final class Thresholds {
  private static final double NOISE = 1e-13;

  private Thresholds() {}

  static boolean equal(double a, double b) {
    return Math.abs(a - b) <= NOISE * Math.max(Math.abs(a), Math.abs(b));
  }

  static boolean atMost(double value, double limit) {
    return value <= limit || equal(value, limit);
  }

  static boolean atLeast(double value, double limit) {
    return value >= limit || equal(value, limit);
  }

  /** How much is missing; 0 when nothing is, or only noise. */
  static double missing(double required, double available) {
    return atLeast(available, required) ? 0.0 : required - available;
  }

  /** The whole part, where 7 less noise is 7. */
  static double whole(double value) {
    double nearest = Math.rint(value);
    return equal(value, nearest) ? nearest : Math.floor(value);
  }
}
