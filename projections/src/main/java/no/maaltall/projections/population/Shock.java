package no.maaltall.projections.population;

import java.util.Arrays;

/** What a draw changes in one step; the same object is filled anew for each step. */
final class Shock {
  /** Births are so many times as many. */
  double fertility = 1;

  /** Moves are more by this share of the size of each net number. */
  double migration;

  /** Deaths are so many times as many, per cell of {@link Mortality}. */
  final double[] mortality;

  Shock(Ages ages) {
    mortality = new double[2 * (ages.count() + 1)];
    Arrays.fill(mortality, 1);
  }
}
