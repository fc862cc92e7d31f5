package no.maaltall.core.panel;

import com.google.common.base.Throwables;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * On how many threads something is computed. The results are the same to the last bit on any
 * number.
 *
 * <p>The default is {@link #none}: the caller's thread alone.
 */
public final class Parallelism {
  private static final int MOST_THREADS = 1_024;
  private static final Parallelism NONE = new Parallelism(Runnable::run, 1);

  private final Executor executor;
  private final int threads;

  private Parallelism(Executor executor, int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "the number of threads is 1 to " + MOST_THREADS + ", got " + threads);
    }
    this.executor = executor;
    this.threads = threads;
  }

  /** {@return the caller's thread alone} */
  public static Parallelism none() {
    return NONE;
  }

  /**
   * {@return the caller's thread, and others of the common pool}
   *
   * @param threads how many at most, the caller's own included; 1 to 1 024
   * @throws IllegalArgumentException if it is outside
   */
  public static Parallelism threads(int threads) {
    return new Parallelism(ForkJoinPool.commonPool(), threads);
  }

  /**
   * {@return the caller's thread, and others of an executor}
   *
   * <p>When the executor is busy or refuses, the caller computes what is left itself.
   *
   * @param executor runs the other threads
   * @param threads how many at most, the caller's own included; 1 to 1 024
   * @throws IllegalArgumentException if the number is outside
   */
  public static Parallelism on(Executor executor, int threads) {
    return new Parallelism(executor, threads);
  }

  /** {@return how many threads at most} */
  public int threads() {
    return threads;
  }

  /** What is done with blocks of work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does blocks, one after the other, until there are none left.
     *
     * @param blocks gives the number of the next block, or a number of at least the count when all
     *     are taken
     */
    void run(Blocks blocks);
  }

  /** Gives out blocks, each to one thread. */
  public static final class Blocks {
    private final AtomicInteger next = new AtomicInteger();
    private final int count;

    private Blocks(int count) {
      this.count = count;
    }

    /** {@return the number of the next block; −1 when all are taken} */
    public int next() {
      // Not past the count by more than one per thread, so it cannot overflow.
      int taken = next.get() >= count ? count : next.getAndIncrement();
      return taken < count ? taken : -1;
    }
  }

  /**
   * Runs work on blocks, and returns when all are done.
   *
   * @param blocks how many blocks
   * @param work takes blocks; it runs once on each thread
   * @throws RuntimeException the first that the work throws
   */
  public void forEach(int blocks, Work work) {
    Blocks left = new Blocks(blocks);
    int others = Math.min(threads, blocks) - 1;
    if (others <= 0) {
      work.run(left);
      return;
    }
    AtomicReference<Throwable> failure = new AtomicReference<>();
    // One that has not started when the caller is done finds it terminated, and does nothing.
    Phaser running = new Phaser(1);
    for (int i = 0; i < others; i++) {
      try {
        executor.execute(() -> help(left, work, running, failure));
      } catch (RejectedExecutionException e) {
        break;
      }
    }
    try {
      work.run(left);
    } finally {
      running.arriveAndAwaitAdvance();
      running.forceTermination();
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      Throwables.throwIfUnchecked(thrown);
      throw new IllegalStateException(thrown);
    }
  }

  private static void help(
      Blocks left, Work work, Phaser running, AtomicReference<Throwable> failure) {
    if (running.register() != 0) {
      return;
    }
    try {
      work.run(left);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      running.arriveAndDeregister();
    }
  }

  /** {@return the number of threads} */
  @Override
  public String toString() {
    return threads == 1 ? "the caller's thread" : threads + " threads";
  }
}
