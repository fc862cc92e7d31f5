package no.maaltall.kostra.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.client.Cancellation;

/**
 * One call at a time, and no more than the limit in any time window.
 *
 * <p>A call counts from its end, not from its start: the service counts when the request arrives,
 * which may be any time in between.
 */
public final class Throttle {
  // How often a thread that waits for another's call looks whether it is cancelled.
  private static final long POLL_MILLIS = 50;

  private final Pace pace;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ArrayDeque<Long> ends = new ArrayDeque<>();
  private final AtomicLong notBefore;
  private volatile CallLimits limits;

  /**
   * A throttle that has seen no call.
   *
   * @param limits the limits
   * @param pace the clock
   */
  public Throttle(CallLimits limits, Pace pace) {
    this.limits = limits;
    this.pace = pace;
    this.notBefore = new AtomicLong(pace.nanoTime());
  }

  /**
   * Keeps to other limits from now on.
   *
   * @param now the limits
   */
  public void limit(CallLimits now) {
    limits = now;
  }

  /** {@return the time window of the limits} */
  Duration window() {
    return limits.window();
  }

  /**
   * Waits for its turn; the caller calls {@link #leave} when its call has ended.
   *
   * @return whether it has the turn; otherwise it is cancelled
   */
  boolean enter(Cancellation cancellation) throws InterruptedException {
    while (!turn.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (cancellation.isCancelled()) {
        return false;
      }
    }
    boolean entered = false;
    try {
      long wait = waitNanos();
      while (wait > 0 && !cancellation.isCancelled()) {
        pace.pause(Duration.ofNanos(wait), cancellation);
        wait = waitNanos();
      }
      entered = !cancellation.isCancelled();
      return entered;
    } finally {
      if (!entered) {
        turn.unlock();
      }
    }
  }

  private long waitNanos() {
    CallLimits now = limits;
    long time = pace.nanoTime();
    long window = now.window().toNanos();
    while (!ends.isEmpty() && time - ends.getFirst() >= window) {
      ends.removeFirst();
    }
    long wait = notBefore.get() - time;
    // The limit may have been lowered, so more than one call may have to leave the window.
    int leaving = ends.size() - now.maxCalls();
    return leaving < 0
        ? wait
        : Math.max(wait, ends.stream().skip(leaving).findFirst().orElse(time) + window - time);
  }

  /** Ends a call that may have been as many requests, and lets the next one have its turn. */
  void leave(int requests) {
    long now = pace.nanoTime();
    for (int i = 0; i < requests; i++) {
      ends.addLast(now);
    }
    turn.unlock();
  }

  /** Lets nobody call for a while: the service has asked for a pause. */
  void hold(Duration length) {
    notBefore.accumulateAndGet(pace.nanoTime() + length.toNanos(), Math::max);
  }
}
