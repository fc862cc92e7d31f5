package no.maaltall.kostra.catalog;

/**
 * On which level a concept is meant: the same name has a different account type code for a function
 * and for all functions together, because refunds are deducted on one and not on the other.
 */
public enum Level {
  /** A function or a sum of some, such as a service area. */
  FUNCTION,
  /** All functions. */
  TOTAL
}
