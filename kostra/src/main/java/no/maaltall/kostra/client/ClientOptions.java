package no.maaltall.kostra.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The bounds that a client keeps to.
 *
 * @param timeout the longest that one call may take, from the request to the last byte; positive
 * @param maxBytes the longest body of an answer, in bytes; 1 to 1 GiB
 * @param maxTries how many times a call is tried, the first included; 1 to 20
 * @param maxWait the longest that a call may wait between its tries, all waits added up
 * @param maxCells the most cells in a cube that is joined from parts; at least 1
 * @param cache the directory where answers are kept; none unless it is given
 */
public record ClientOptions(
    Duration timeout,
    int maxBytes,
    int maxTries,
    Duration maxWait,
    long maxCells,
    Optional<Path> cache) {
  private static final int MOST_BYTES = 1 << 30;
  private static final int MOST_TRIES = 20;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final ClientOptions DEFAULTS =
      new ClientOptions(
          Duration.ofMinutes(2), 128 << 20, 5, Duration.ofMinutes(5), 20_000_000, Optional.empty());

  /**
   * Checks the bounds.
   *
   * @param timeout the longest that one call may take
   * @param maxBytes the longest body of an answer
   * @param maxTries how many times a call is tried
   * @param maxWait the longest that a call may wait between its tries
   * @param maxCells the most cells in a joined cube
   * @param cache the directory where answers are kept
   * @throws IllegalArgumentException when one of them is out of range
   */
  public ClientOptions {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "timeout is " + timeout + "; allowed: longer than nothing, at most " + LONGEST);
    }
    if (maxBytes < 1 || maxBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "maxBytes is " + maxBytes + "; allowed: 1 to " + MOST_BYTES);
    }
    if (maxTries < 1 || maxTries > MOST_TRIES) {
      throw new IllegalArgumentException(
          "maxTries is " + maxTries + "; allowed: 1 to " + MOST_TRIES);
    }
    if (maxWait.isNegative() || maxWait.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "maxWait is " + maxWait + "; allowed: nothing to " + LONGEST);
    }
    if (maxCells < 1) {
      throw new IllegalArgumentException("maxCells is " + maxCells + "; allowed: at least 1");
    }
  }

  /**
   * {@return two minutes and 128 MiB for an answer, 5 tries with at most five minutes of waiting
   * between them, 20 million cells, no cache}
   */
  public static ClientOptions defaults() {
    return DEFAULTS;
  }

  /**
   * The same with another time-out.
   *
   * @param timeout the longest that one call may take
   * @return the options
   */
  public ClientOptions withTimeout(Duration timeout) {
    return new ClientOptions(timeout, maxBytes, maxTries, maxWait, maxCells, cache);
  }

  /**
   * The same with another length of an answer.
   *
   * @param maxBytes the longest body of an answer, in bytes
   * @return the options
   */
  public ClientOptions withMaxBytes(int maxBytes) {
    return new ClientOptions(timeout, maxBytes, maxTries, maxWait, maxCells, cache);
  }

  /**
   * The same with other tries.
   *
   * @param maxTries how many times a call is tried, the first included
   * @param maxWait the longest that it may wait between them, all waits added up
   * @return the options
   */
  public ClientOptions withTries(int maxTries, Duration maxWait) {
    return new ClientOptions(timeout, maxBytes, maxTries, maxWait, maxCells, cache);
  }

  /**
   * The same with another size of a joined cube.
   *
   * @param maxCells the most cells
   * @return the options
   */
  public ClientOptions withMaxCells(long maxCells) {
    return new ClientOptions(timeout, maxBytes, maxTries, maxWait, maxCells, cache);
  }

  /**
   * The same with a directory where answers are kept. It is made when it is not there. Several
   * threads and processes may share it; an entry that is damaged is fetched again.
   *
   * @param cache the directory
   * @return the options
   */
  public ClientOptions withCache(Path cache) {
    return new ClientOptions(timeout, maxBytes, maxTries, maxWait, maxCells, Optional.of(cache));
  }
}
