package no.maaltall.kostra.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a number of bytes; never more, whatever the other side sends. */
final class BoundedBody implements BodySubscriber<byte[]> {
  /** What happens when the body is longer. */
  enum Longer {
    /** The body is refused. */
    FAIL,
    /** The rest is not read. */
    CUT
  }

  /** The body is longer than the bound. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(int bound) {
      super("more than " + bound + " bytes");
    }
  }

  private final int bound;
  private final Longer longer;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int bound, Longer longer) {
    this.bound = bound;
    this.longer = longer;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (subscription != null) {
      given.cancel();
      return;
    }
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (whole.isDone()) {
        return;
      }
      add(buffer);
    }
  }

  private void add(ByteBuffer buffer) {
    byte[] chunk = new byte[Math.min(buffer.remaining(), bound - bytes.size())];
    boolean more = buffer.remaining() > chunk.length;
    buffer.get(chunk);
    bytes.writeBytes(chunk);
    if (more) {
      if (longer == Longer.CUT) {
        whole.complete(bytes.toByteArray());
      } else {
        whole.completeExceptionally(new TooLongException(bound));
      }
      if (subscription != null) {
        subscription.cancel();
      }
    }
  }

  @Override
  public void onError(Throwable e) {
    whole.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }
}
