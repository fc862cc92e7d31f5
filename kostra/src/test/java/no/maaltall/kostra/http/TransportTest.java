package no.maaltall.kostra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.client.ClientOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transport makes of a real server that throttles, fails, cuts and lies. */
@Timeout(60)
class TransportTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String BODY = "{\"a\":[1,2,3]}";
  private final FakePace pace = new FakePace();

  private Transport transport(ClientOptions options) {
    return new Transport(options, new Throttle(CallLimits.SSB, pace), pace);
  }

  private String call(LocalServer server, ClientOptions options) {
    byte[] body =
        transport(options)
            .call(Request.get("table 1", server.uri().resolve("/t")), Cancellation.create());
    return new String(body, UTF_8);
  }

  private String call(LocalServer server) {
    return call(server, ClientOptions.defaults());
  }

  private CallException failure(LocalServer server, ClientOptions options) {
    return catchThrowableOfType(CallException.class, () -> call(server, options));
  }

  private CallException failure(LocalServer server) {
    return failure(server, ClientOptions.defaults());
  }

  @Test
  void asksForJsonAndReturnsTheBodyAsItIs() {
    try (LocalServer server = LocalServer.replying(LocalServer.json(" \n" + BODY + "\n"))) {
      assertThat(call(server)).isEqualTo(" \n" + BODY + "\n");
      LocalServer.Received received = server.received().get(0);
      assertThat(received.method()).isEqualTo("GET");
      assertThat(received.path()).isEqualTo("/t");
      assertThat(received.headers()).containsEntry("accept", "application/json");
      assertThat(pace.pauses()).isEmpty();
    }
  }

  @Test
  void postsJsonInUtf8() {
    try (LocalServer server = LocalServer.replying(LocalServer.json(BODY))) {
      Request request = Request.post("table 1", server.uri(), "{\"æ\":1}");
      transport(ClientOptions.defaults()).call(request, Cancellation.create());
      assertThat(server.received().get(0).body()).isEqualTo("{\"æ\":1}");
      assertThat(server.received().get(0).method()).isEqualTo("POST");
      assertThat(server.received().get(0).headers())
          .containsEntry("content-type", "application/json; charset=utf-8");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        "0 | ",
        "Mon, 16 Mar 2026 07:00:42 GMT | PT42S",
        "Mon, 16 Mar 2026 06:00:00 GMT | ",
      })
  void waitsAsLongAsTheServiceAsksFor(String header, Duration wait) {
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.status("429 Too Many", "Retry-After: " + header, ""),
            LocalServer.json(BODY))) {
      assertThat(call(server)).isEqualTo(BODY);
      assertThat(server.received()).hasSize(2);
      assertThat(pace.pauses()).isEqualTo(wait == null ? List.of() : List.of(wait));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "1e9", "99999999999999999999", "Mon, 99 Mar 2026"})
  void anUnreadableRetryAfterAfter429IsAWholeWindow(String header) {
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.status("429 Too Many", "Retry-After: " + header, ""),
            LocalServer.json(BODY))) {
      assertThat(call(server)).isEqualTo(BODY);
      assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(60));
    }
  }

  @Test
  void aFailingServiceIsAskedAgainWithLongerAndLongerWaits() {
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.status("503 Unavailable", JSON, "{}"),
            LocalServer.status("500 Error", JSON, "{}"),
            LocalServer.status("502 Bad Gateway", "Content-Type: text/html", "<html>"),
            LocalServer.json(BODY))) {
      assertThat(call(server)).isEqualTo(BODY);
      assertThat(pace.pauses())
          .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  void triesAreBounded() {
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("503 Unavailable", JSON, "{\"detail\":\"ned\"}"))) {
      CallException e = failure(server, ClientOptions.defaults().withTries(3, Duration.ofHours(1)));
      assertThat(e.problem()).isEqualTo(Problem.SERVER_ERROR);
      assertThat(e.status()).hasValue(503);
      assertThat(e.subject()).isEqualTo("table 1");
      assertThat(e.excerpt()).isEqualTo("{\"detail\":\"ned\"}");
      assertThat(e.uri()).isEqualTo(server.uri().resolve("/t"));
      assertThat(server.received()).hasSize(3);
    }
  }

  @Test
  void aPauseLongerThanTheBoundIsNotWaitedFor() {
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("429 Too Many", "Retry-After: 86400", ""))) {
      CallException e = failure(server);
      assertThat(e.problem()).isEqualTo(Problem.TOO_MANY_CALLS);
      assertThat(e).hasMessageContaining("it asks for a pause of PT24H");
      assertThat(server.received()).hasSize(1);
      assertThat(pace.pauses()).isEmpty();
    }
  }

  @Test
  void allWaitsTogetherAreBounded() {
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("503 No", "Retry-After: 40", ""))) {
      failure(server, ClientOptions.defaults().withTries(20, Duration.ofSeconds(100)));
      assertThat(server.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400 Bad Request, BAD_REQUEST",
    "403 Forbidden, FORBIDDEN",
    "404 Not Found, NOT_FOUND",
    "418 Teapot, UNEXPECTED_STATUS",
    "204 No Content, UNEXPECTED_STATUS",
  })
  void whatWillNotPassIsNotTriedAgain(String status, Problem problem) {
    String body =
        status.startsWith("204") ? "" : "{\"title\":\"Bad\",\n\"detail\":\"\u001b[31mfor stort\"}";
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.status(status, "Content-Type: application/problem+json", body))) {
      CallException e = failure(server);
      assertThat(e.problem()).isEqualTo(problem);
      assertThat(e.status()).hasValue(Integer.parseInt(status.substring(0, 3)));
      assertThat(e.excerpt()).doesNotContain("\n", "\u001b");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void anErrorPageWithStatus200IsAnError() {
    String page = "<html><body>Tjenesten er nede</body></html>";
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("200 OK", "Content-Type: text/html", page))) {
      CallException e = failure(server);
      assertThat(e.problem()).isEqualTo(Problem.NOT_JSON);
      assertThat(e.status()).hasValue(200);
      assertThat(e.excerpt()).isEqualTo(page);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>{}", "", "   ", "12", "\"{}\""})
  void whatIsNotAnObjectOrArrayIsAnErrorWhateverItCallsItself(String body) {
    try (LocalServer server = LocalServer.replying(LocalServer.json(body))) {
      assertThat(failure(server).problem()).isEqualTo(Problem.NOT_JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/csv", "application/octet-stream", "jsonx"})
  void anotherContentTypeIsAnError(String type) {
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("200 OK", "Content-Type: " + type, BODY))) {
      assertThat(failure(server).problem()).isEqualTo(Problem.NOT_JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Application/JSON;charset=UTF-8", "application/vnd.x+json", "text/json"})
  void jsonHasSeveralContentTypes(String type) {
    try (LocalServer server =
        LocalServer.replying(LocalServer.status("200 OK", "Content-Type: " + type, BODY))) {
      assertThat(call(server)).isEqualTo(BODY);
    }
  }

  @Test
  void aConnectionCutHalfWayIsTriedAgain() {
    byte[] half = "{\"a\":[1,".getBytes(UTF_8);
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.whole("200 OK", JSON + "\r\nContent-Length: 13", half),
            LocalServer.whole(
                "200 OK", JSON + "\r\nTransfer-Encoding: chunked", "5\r\n{\"a".getBytes(UTF_8)),
            LocalServer.whole("200 OK", JSON, half),
            LocalServer.json(BODY))) {
      assertThat(call(server)).isEqualTo(BODY);
      assertThat(server.received()).hasSize(4);
    }
  }

  @Test
  void aConnectionThatIsAlwaysCutIsAnError() {
    byte[] half = "{\"a\":[1,".getBytes(UTF_8);
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.whole("200 OK", JSON + "\r\nContent-Length: 1000000", half))) {
      CallException e = failure(server);
      assertThat(e.problem()).isEqualTo(Problem.TRUNCATED);
      assertThat(server.received()).hasSize(5);
    }
  }

  @Test
  void aLengthThatIsTooShortIsACutAnswer() {
    try (LocalServer server =
        LocalServer.replying(
            LocalServer.whole("200 OK", JSON + "\r\nContent-Length: 7", BODY.getBytes(UTF_8)))) {
      assertThat(failure(server).problem()).isEqualTo(Problem.TRUNCATED);
    }
  }

  @Test
  void hangingUpAtOnceIsAnError() {
    try (LocalServer server = LocalServer.replying(out -> {})) {
      Throttle throttle = new Throttle(new CallLimits(1, 10, Duration.ofHours(1)), pace);
      Transport transport = new Transport(ClientOptions.defaults(), throttle, pace);
      Request request = Request.get("table 1", server.uri());
      CallException e =
          catchThrowableOfType(
              CallException.class, () -> transport.call(request, Cancellation.create()));
      assertThat(e.problem()).isEqualTo(Problem.TRUNCATED);
      // Five tries, each of which the JDK repeats: all ten count.
      assertThat(server.received()).hasSizeBetween(5, 10);
      assertThat(pace.pauses()).allMatch(p -> p.compareTo(Duration.ofSeconds(8)) <= 0);
      assertThatThrownBy(() -> transport.call(request, Cancellation.create()))
          .isInstanceOf(CallException.class);
      assertThat(pace.pauses()).anyMatch(p -> p.compareTo(Duration.ofMinutes(59)) > 0);
    }
  }

  @Test
  void anEndlessAnswerIsCutOffAtTheBound() {
    try (LocalServer server =
        LocalServer.replying(LocalServer.endless("200 OK", JSON, "[[[[[[[[[[[[[[[["))) {
      CallException e = failure(server, ClientOptions.defaults().withMaxBytes(100_000));
      assertThat(e.problem()).isEqualTo(Problem.TOO_LONG);
      assertThat(e).hasMessageContaining("allowed: 100000 bytes");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void anEndlessErrorPageIsCutOffToo() {
    try (LocalServer server =
        LocalServer.replying(LocalServer.endless("404 Not Found", JSON, "finnes ikke "))) {
      CallException e = failure(server);
      assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
      assertThat(e.excerpt()).startsWith("finnes ikke").hasSizeLessThan(400);
    }
  }

  @Test
  void aSlowAnswerIsTimedOut() {
    try (LocalServer server = LocalServer.replying(LocalServer.slow(JSON))) {
      CallException e =
          failure(
              server,
              ClientOptions.defaults()
                  .withTimeout(Duration.ofMillis(200))
                  .withTries(2, Duration.ofSeconds(10)));
      assertThat(e.problem()).isEqualTo(Problem.TIMED_OUT);
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void noServerIsAnError() throws Exception {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    CallException e =
        catchThrowableOfType(
            CallException.class,
            () ->
                transport(ClientOptions.defaults())
                    .call(Request.get("table 1", nobody), Cancellation.create()));
    assertThat(e.problem()).isEqualTo(Problem.NOT_REACHED);
    assertThat(e.status()).isEmpty();
    assertThat(e.getMessage()).contains("could not be reached (").doesNotContain("(null)");
  }

  @Test
  void aCallThatIsUnderWayIsCancelled() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    Cancellation cancellation = Cancellation.create();
    try (LocalServer server =
        LocalServer.answering(
            request -> {
              arrived.countDown();
              return LocalServer.slow(JSON);
            })) {
      CompletableFuture<CallException> call =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowableOfType(
                      CallException.class,
                      () ->
                          transport(ClientOptions.defaults())
                              .call(Request.get("table 1", server.uri()), cancellation)));
      arrived.await();
      cancellation.cancel();
      assertThat(call.get().problem()).isEqualTo(Problem.CANCELLED);
    }
  }

  @Test
  void aCancelledCallIsNotMade() {
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    try (LocalServer server = LocalServer.replying(LocalServer.json(BODY))) {
      CallException e =
          catchThrowableOfType(
              CallException.class,
              () ->
                  transport(ClientOptions.defaults())
                      .call(Request.get("table 1", server.uri()), cancellation));
      assertThat(e.problem()).isEqualTo(Problem.CANCELLED);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void anInterruptCancelsAndIsKept() {
    try (LocalServer server = LocalServer.replying(LocalServer.slow(JSON))) {
      Thread.currentThread().interrupt();
      CallException e = failure(server);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.problem()).isEqualTo(Problem.CANCELLED);
    }
  }

  @Test
  void noMoreCallsThanTheLimitInAnyWindow() {
    try (LocalServer server = LocalServer.replying(LocalServer.json(BODY))) {
      Throttle throttle = new Throttle(new CallLimits(1, 3, Duration.ofSeconds(60)), pace);
      Transport transport = new Transport(ClientOptions.defaults(), throttle, pace);
      Request request = Request.get("table 1", server.uri());
      for (int i = 0; i < 7; i++) {
        transport.call(request, Cancellation.create());
        pace.pass(Duration.ofSeconds(10));
      }
      // The fourth at 30 s waits until 60 s, the seventh until 120 s.
      assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }
  }
}
