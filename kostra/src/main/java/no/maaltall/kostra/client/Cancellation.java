package no.maaltall.kostra.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A handle to stop what runs in another thread: a call that is under way is cut off, a wait ends,
 * and the method throws {@link CallException} with {@link CallException.Problem#CANCELLED}.
 * Interrupting the thread does the same.
 */
public final class Cancellation {
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private Cancellation() {}

  /** {@return a handle that is not cancelled yet} */
  public static Cancellation create() {
    return new Cancellation();
  }

  /** Stops what was started with this handle, for good; a second time does nothing. */
  public void cancel() {
    cancelled.countDown();
  }

  /** {@return whether it is cancelled} */
  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /**
   * Waits until it is cancelled or the time has passed.
   *
   * @param longest the longest wait; none when it is zero or negative
   * @return whether it is cancelled
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean await(Duration longest) throws InterruptedException {
    return cancelled.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }
}
