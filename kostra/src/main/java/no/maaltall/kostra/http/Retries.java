package no.maaltall.kostra.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a call is tried again: after as long as the service asks for, or else after 1, 2, 4, ...
 * seconds, at most 30; a bounded number of times, and with a bounded wait in all.
 */
final class Retries {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final int maxTries;
  private Duration waitLeft;
  private int tries = 1;

  Retries(int maxTries, Duration maxWait) {
    this.maxTries = maxTries;
    this.waitLeft = maxWait;
  }

  int tries() {
    return tries;
  }

  /**
   * The wait before the next try.
   *
   * @param asked how long the service has asked for, if it has
   * @return the wait; empty when there is no next try
   */
  Optional<Duration> next(Optional<Duration> asked) {
    Duration wait = asked.orElseGet(this::backOff);
    if (tries >= maxTries || wait.compareTo(waitLeft) > 0) {
      return Optional.empty();
    }
    tries++;
    waitLeft = waitLeft.minus(wait);
    return Optional.of(wait);
  }

  private Duration backOff() {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /**
   * Reads a Retry-After header (RFC 9110, section 10.2.3): a number of seconds, or a date.
   *
   * @return the wait, not negative; empty when it is neither
   */
  static Optional<Duration> retryAfter(String header, Instant now) {
    String text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime date =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
      Duration wait = Duration.between(now, date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
