package no.maaltall.kostra.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.client.ClientOptions;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: throttled, bounded in time and length, tried again when that may help, checked to be
 * JSON.
 *
 * <p>Tried again: 429, 5xx, a cut connection, a body that ends too early, a time-out, no
 * connection. Not tried again: any other status, and an answer that is not JSON.
 */
public final class Transport {
  private static final String USER_AGENT = "maaltall (Java)";
  private static final int ERROR_BYTES = 64 << 10;
  private static final long POLL_MILLIS = 50;
  private static final int MOST_CAUSES = 10;

  /** Started with the first call, and shared: each has threads of its own. */
  private static final class Shared {
    static final HttpClient HTTP =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
  }

  private final ClientOptions options;
  private final Throttle throttle;
  private final Pace pace;

  /**
   * A transport.
   *
   * @param options its bounds
   * @param throttle the throttle, which all transports to the same service share
   * @param pace the clock
   */
  public Transport(ClientOptions options, Throttle throttle, Pace pace) {
    this.options = options;
    this.throttle = throttle;
    this.pace = pace;
  }

  /** A try that failed: what is wrong, and how long the service wants us to wait. */
  private record FailedTry(CallException failure, boolean again, Optional<Duration> asked) {
    static FailedTry atOnce(CallException failure) {
      return new FailedTry(failure, false, Optional.empty());
    }

    static FailedTry passing(CallException failure) {
      return new FailedTry(failure, true, Optional.empty());
    }
  }

  /** A call under way: the body, when a try has given it. */
  private static final class Call {
    final Request request;
    final Cancellation cancellation;
    byte[] body = new byte[0];

    Call(Request request, Cancellation cancellation) {
      this.request = request;
      this.cancellation = cancellation;
    }

    CallException failure(Problem problem, String detail, @Nullable Throwable cause) {
      return failure(problem, 0, detail, new byte[0], cause);
    }

    CallException failure(
        Problem problem, int status, String detail, byte[] answer, @Nullable Throwable cause) {
      return new CallException(
          problem,
          request.subject(),
          request.uri(),
          status,
          detail,
          Answers.excerpt(answer),
          cause);
    }
  }

  /**
   * Makes a call.
   *
   * @param request what to ask for
   * @param cancellation stops it
   * @return the body: it begins and ends like JSON
   * @throws CallException when there is no usable answer
   */
  public byte[] call(Request request, Cancellation cancellation) {
    Call call = new Call(request, cancellation);
    Retries retries = new Retries(options.maxTries(), options.maxWait());
    try {
      for (Optional<FailedTry> failed = tryOnce(call); failed.isPresent(); failed = tryOnce(call)) {
        FailedTry one = failed.get();
        Optional<Duration> wait = one.again() ? retries.next(one.asked()) : Optional.empty();
        throttle.hold(wait.orElseThrow(one::failure));
      }
      return call.body;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw call.failure(Problem.CANCELLED, "interrupted", e);
    }
  }

  private Optional<FailedTry> tryOnce(Call call) throws InterruptedException {
    if (!throttle.enter(call.cancellation)) {
      throw call.failure(Problem.CANCELLED, "", null);
    }
    int requests = 1;
    try {
      return answer(call, exchange(call));
    } catch (TimeoutException e) {
      return Optional.of(timedOut(call, e));
    } catch (ExecutionException e) {
      // The JDK repeats a GET by itself when the other side hangs up without an answer.
      requests = 2;
      return Optional.of(failed(call, e.getCause() == null ? e : e.getCause()));
    } finally {
      throttle.leave(requests);
    }
  }

  private HttpResponse<byte[]> exchange(Call call)
      throws InterruptedException, TimeoutException, ExecutionException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        Shared.HTTP.sendAsync(httpRequest(call.request), this::bounded);
    try {
      long deadline = System.nanoTime() + options.timeout().toNanos();
      while (true) {
        try {
          return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (call.cancellation.isCancelled()) {
            throw call.failure(Problem.CANCELLED, "", e);
          }
          if (System.nanoTime() - deadline >= 0) {
            throw e;
          }
        }
      }
    } finally {
      // Closes the connection when the answer is no longer waited for; otherwise does nothing.
      answer.cancel(true);
    }
  }

  private HttpRequest httpRequest(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .header("Accept", "application/json")
            .header("User-Agent", USER_AGENT)
            .timeout(options.timeout());
    request
        .body()
        .ifPresent(
            json ->
                builder
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString(json)));
    return builder.build();
  }

  private HttpResponse.BodySubscriber<byte[]> bounded(HttpResponse.ResponseInfo info) {
    return info.statusCode() == 200
        ? new BoundedBody(options.maxBytes(), BoundedBody.Longer.FAIL)
        : new BoundedBody(ERROR_BYTES, BoundedBody.Longer.CUT);
  }

  private Optional<FailedTry> answer(Call call, HttpResponse<byte[]> response) {
    byte[] body = response.body();
    Optional<Problem> problem = Answers.problemOf(response.statusCode());
    if (problem.isPresent()) {
      return Optional.of(refused(call, problem.get(), response));
    }
    Optional<Problem> notJson = Answers.problemOf(response.headers(), body);
    if (notJson.isPresent()) {
      String type = response.headers().firstValue("Content-Type").orElse("no content type");
      CallException failure = call.failure(notJson.get(), 200, type, body, null);
      return Optional.of(
          new FailedTry(failure, notJson.get() == Problem.TRUNCATED, Optional.empty()));
    }
    call.body = body;
    return Optional.empty();
  }

  private FailedTry refused(Call call, Problem problem, HttpResponse<byte[]> response) {
    Optional<Duration> asked =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(header -> Retries.retryAfter(header, pace.now()));
    if (problem == Problem.TOO_MANY_CALLS && asked.isEmpty()) {
      asked = Optional.of(throttle.window());
    }
    String detail = asked.map(wait -> "it asks for a pause of " + wait).orElse("");
    return new FailedTry(
        call.failure(problem, response.statusCode(), detail, response.body(), null),
        problem == Problem.TOO_MANY_CALLS || problem == Problem.SERVER_ERROR,
        asked);
  }

  private FailedTry timedOut(Call call, Throwable cause) {
    return FailedTry.passing(
        call.failure(Problem.TIMED_OUT, "allowed: " + options.timeout(), cause));
  }

  private FailedTry failed(Call call, Throwable cause) {
    if (causes(cause).anyMatch(BoundedBody.TooLongException.class::isInstance)) {
      String allowed = "allowed: " + options.maxBytes() + " bytes";
      return FailedTry.atOnce(call.failure(Problem.TOO_LONG, 200, allowed, new byte[0], cause));
    }
    if (causes(cause).anyMatch(HttpTimeoutException.class::isInstance)) {
      return timedOut(call, cause);
    }
    boolean connected =
        causes(cause).noneMatch(e -> e instanceof ConnectException || e instanceof SSLException);
    return FailedTry.passing(
        call.failure(
            connected ? Problem.TRUNCATED : Problem.NOT_REACHED,
            // The JDK's exceptions of connections often have no message; their class says enough.
            Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()),
            cause));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
  }
}
