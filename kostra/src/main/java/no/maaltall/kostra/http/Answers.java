package no.maaltall.kostra.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import org.jspecify.annotations.Nullable;

/** What can be told of an answer before anybody knows what it is about. */
public final class Answers {
  private static final int EXCERPT = 300;

  private Answers() {}

  /** What is wrong with an answer by its status; empty for 200. */
  static Optional<Problem> problemOf(int status) {
    return switch (status) {
      case 200 -> Optional.empty();
      case 400 -> Optional.of(Problem.BAD_REQUEST);
      case 403 -> Optional.of(Problem.FORBIDDEN);
      case 404 -> Optional.of(Problem.NOT_FOUND);
      case 429 -> Optional.of(Problem.TOO_MANY_CALLS);
      default ->
          Optional.of(
              status >= 500 && status < 600 ? Problem.SERVER_ERROR : Problem.UNEXPECTED_STATUS);
    };
  }

  /** What is wrong with a body that should be JSON; empty when it may well be. */
  static Optional<Problem> problemOf(HttpHeaders headers, byte[] body) {
    boolean json = headers.firstValue("Content-Type").map(Answers::isJson).orElse(true);
    int first = first(body);
    if (!json || first == body.length || (body[first] != '{' && body[first] != '[')) {
      return Optional.of(Problem.NOT_JSON);
    }
    byte last = body[last(body)];
    return last == '}' || last == ']' ? Optional.empty() : Optional.of(Problem.TRUNCATED);
  }

  private static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || type.equals("text/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private static int first(byte[] body) {
    boolean mark =
        body.length >= 3
            && body[0] == (byte) 0xEF
            && body[1] == (byte) 0xBB
            && body[2] == (byte) 0xBF;
    int at = mark ? 3 : 0;
    while (at < body.length && isSpace(body[at])) {
      at++;
    }
    return at;
  }

  private static int last(byte[] body) {
    int at = body.length - 1;
    while (isSpace(body[at])) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /**
   * What reads a body.
   *
   * @param <T> what it reads
   */
  public interface Reader<T> {
    /**
     * {@return what the body says}
     *
     * @param body the body
     * @throws IOException when it is not JSON
     */
    T read(byte[] body) throws IOException;
  }

  /**
   * Reads a body.
   *
   * @param <T> what it says
   * @param request what it is the answer to
   * @param body the body
   * @param reader what reads it
   * @return what it says
   * @throws CallException with {@link Problem#UNREADABLE} when the reader cannot read it
   */
  public static <T> T read(Request request, byte[] body, Reader<T> reader) {
    try {
      return reader.read(body);
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      throw failure(Problem.UNREADABLE, request, String.valueOf(e.getMessage()), body, e);
    }
  }

  /**
   * {@return what is wrong with an answer that came with status 200}
   *
   * @param problem what is wrong
   * @param request what it is the answer to
   * @param detail more about it
   * @param body the body
   * @param cause the cause, if any
   */
  public static CallException failure(
      Problem problem, Request request, String detail, byte[] body, @Nullable Throwable cause) {
    return new CallException(
        problem, request.subject(), request.uri(), 200, detail, excerpt(body), cause);
  }

  /**
   * {@return the beginning of a body on one line, without characters that a terminal would obey}
   *
   * @param body the body
   */
  static String excerpt(byte[] body) {
    int length = Math.min(body.length, EXCERPT);
    String text = new String(body, 0, length, StandardCharsets.UTF_8);
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return body.length > length ? line + "..." : line;
  }
}
