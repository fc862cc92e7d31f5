package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableSet;

/** Codes beside the municipalities: Svalbard and the rest outside them, and not stated. */
final class SpecialRegions {
  // Longyearbyen reports to KOSTRA, but is kept out of every average.
  private static final ImmutableSet<String> CODES =
      ImmutableSet.of("2111", "2121", "2131", "2211", "2311", "2321", "9999");

  private SpecialRegions() {}

  static boolean isSpecial(String code) {
    return CODES.contains(code);
  }
}
