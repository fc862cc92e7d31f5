package no.maaltall.kostra.http;

import java.time.Duration;
import java.time.Instant;
import no.maaltall.kostra.client.Cancellation;

/** The clock and the waits of a transport, so that its tests need not wait. */
public interface Pace {
  /** The system's. */
  Pace SYSTEM =
      new Pace() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration length, Cancellation cancellation) throws InterruptedException {
          cancellation.await(length);
        }
      };

  /** {@return the time of day, which a service's date is compared to} */
  Instant now();

  /** {@return a time that never goes back, in nanoseconds from some origin} */
  long nanoTime();

  /**
   * Waits, or less when it is cancelled.
   *
   * @param length how long
   * @param cancellation ends the wait
   * @throws InterruptedException when the thread is interrupted
   */
  void pause(Duration length, Cancellation cancellation) throws InterruptedException;
}
