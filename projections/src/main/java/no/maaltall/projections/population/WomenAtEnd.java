package no.maaltall.projections.population;

/** Whether those who move at the end of a step count among the women at its end. */
public enum WomenAtEnd {
  /** Survivors only: moves at the end have no part in the births of the step. */
  BEFORE_MIGRATION,
  /** Survivors and those who move at the end. */
  AFTER_MIGRATION
}
