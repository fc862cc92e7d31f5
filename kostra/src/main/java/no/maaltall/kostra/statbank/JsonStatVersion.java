package no.maaltall.kostra.statbank;

/** The two generations of JSON-stat. */
public enum JsonStatVersion {
  /** 1.x: dimensions, {@code id}, {@code size} and {@code role} together; datasets in bundles. */
  V1,
  /**
   * 2.0: {@code id} and {@code size} beside {@code dimension}; datasets, dimensions, collections.
   */
  V2
}
