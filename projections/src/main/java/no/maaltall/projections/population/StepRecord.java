package no.maaltall.projections.population;

/** The components of one step, each an array over regions. */
final class StepRecord {
  /** Per cell, by age at the end of the step. */
  final double[][] deaths;

  /** Per cell, by age at the end of the step; may share arrays with the input. */
  final double[][] moves;

  /** Per sex. */
  final double[][] births = new double[2][];

  /** Per age of the mother, as her fertility is given; empty where nobody gives birth. */
  final double[][] birthsByAge;

  StepRecord(Ages ages) {
    deaths = new double[2 * ages.count()][];
    moves = new double[2 * ages.count()][];
    birthsByAge = new double[ages.count()][0];
  }
}
