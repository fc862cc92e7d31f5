package no.maaltall.kostra.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.maaltall.kostra.client.Cancellation;

/** A clock that moves only when somebody waits, and remembers the waits. */
public final class FakePace implements Pace {
  public static final Instant START = Instant.parse("2026-03-16T07:00:00Z");
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private long nanos;

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized void pause(Duration length, Cancellation cancellation) {
    pauses.add(length);
    nanos += length.toNanos();
  }

  /** Lets time pass. */
  public synchronized void pass(Duration length) {
    nanos += length.toNanos();
  }

  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
