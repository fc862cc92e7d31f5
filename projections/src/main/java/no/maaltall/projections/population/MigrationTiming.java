package no.maaltall.projections.population;

/** When in a step people move. */
public enum MigrationTiming {
  /** All at the end: who moves in neither dies nor bears children in the step. */
  END,
  /**
   * All at the start; a mover has the age group of the input then, and is one group older after.
   */
  START,
  /** Half at the start and half at the end, each with the age group of the input then. */
  HALF_AND_HALF
}
