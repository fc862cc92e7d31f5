package no.maaltall.kostra.statbank;

/** What the categories of a dimension are. */
public enum DimensionRole {
  /** Periods. */
  TIME,
  /** Regions. */
  GEO,
  /** What is measured: statistical variables, each with its unit. */
  METRIC,
  /** Anything else: age, sex, ownership. */
  NONE
}
