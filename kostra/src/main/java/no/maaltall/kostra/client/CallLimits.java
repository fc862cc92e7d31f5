package no.maaltall.kostra.client;

import java.time.Duration;

/**
 * What a service allows: cells in one answer, and calls in a time window.
 *
 * @param maxCells the most cells in one answer; at least 1
 * @param maxCalls the most calls in a window; at least 1
 * @param window the window; positive, and at most a day
 */
public record CallLimits(long maxCells, int maxCalls, Duration window) {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  /**
   * Statistics Norway's: 800,000 cells in one answer and 30 calls in 60 seconds from one address.
   *
   * <p>Source: "API mot statistikkbanken - brukerveiledning", ssb.no/api.
   */
  public static final CallLimits SSB = new CallLimits(800_000, 30, Duration.ofSeconds(60));

  /**
   * Checks the limits.
   *
   * @param maxCells the most cells in one answer
   * @param maxCalls the most calls in a window
   * @param window the window
   * @throws IllegalArgumentException when one of them is out of range
   */
  public CallLimits {
    if (maxCells < 1) {
      throw new IllegalArgumentException("maxCells is " + maxCells + "; allowed: at least 1");
    }
    if (maxCalls < 1) {
      throw new IllegalArgumentException("maxCalls is " + maxCalls + "; allowed: at least 1");
    }
    if (window.isNegative() || window.isZero() || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "window is " + window + "; allowed: longer than nothing, at most " + LONGEST_WINDOW);
    }
  }
}
