package no.maaltall.core.norm;

/** A norm that a kindergarten is let off for up to a year at a time. */
public enum Dispensation {
  /** From the number of positions (barnehageloven § 26). */
  BEMANNINGSNORM,
  /** From the number of pedagogical leaders (forskrift om pedagogisk bemanning § 2). */
  PEDAGOGNORM
}
