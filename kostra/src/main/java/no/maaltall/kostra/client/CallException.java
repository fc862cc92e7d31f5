package no.maaltall.kostra.client;

import java.net.URI;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call to a service that gave no usable answer: what is wrong, what was asked for, where, and the
 * beginning of what came back.
 */
public final class CallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The service does not understand the request (400). */
    BAD_REQUEST("the service does not understand the request"),
    /** The service refuses, most often because the answer would be too large (403). */
    FORBIDDEN("the service refuses, most often because the answer would have too many cells"),
    /** There is no such table, code list or classification (404). */
    NOT_FOUND("there is no such thing"),
    /** Too many calls, also after waiting (429). */
    TOO_MANY_CALLS("too many calls, also after waiting"),
    /** The service has failed, also when asked again (5xx). */
    SERVER_ERROR("the service has failed"),
    /** Any other status than 200. */
    UNEXPECTED_STATUS("the status is not 200"),
    /** The answer is not JSON: an HTML page, say. */
    NOT_JSON("the answer is not JSON"),
    /** The answer ended before its end. */
    TRUNCATED("the answer ended before its end"),
    /** The answer is longer than the options allow. */
    TOO_LONG("the answer is too long"),
    /** The answer took longer than the options allow. */
    TIMED_OUT("the answer took too long"),
    /** There is no connection. */
    NOT_REACHED("the service could not be reached"),
    /** The answer is JSON, but not of the form that it should have. */
    UNREADABLE("the answer has not the form that it should have"),
    /** The answer is well formed, but not about what was asked for. */
    OTHER_THAN_ASKED("the answer is not about what was asked for"),
    /** The caller has cancelled. */
    CANCELLED("cancelled");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  /** What is wrong. */
  private final Problem problem;

  /** What was asked for. */
  private final String subject;

  /** Where. */
  private final URI uri;

  /** The status, or 0. */
  private final int status;

  /** The beginning of the answer. */
  private final String excerpt;

  /**
   * Says what is wrong with a call.
   *
   * @param problem what is wrong
   * @param subject what was asked for, such as {@code table 12362}
   * @param uri where
   * @param status the status of the answer, or 0 when there was none
   * @param detail more about it, for a developer; may be empty
   * @param excerpt the beginning of the answer; may be empty
   * @param cause the cause, if any
   */
  public CallException(
      Problem problem,
      String subject,
      URI uri,
      int status,
      String detail,
      String excerpt,
      @Nullable Throwable cause) {
    super(
        subject
            + ": "
            + problem.text
            + (detail.isEmpty() ? "" : " (" + detail + ")")
            + "; "
            + (status == 0 ? "no status" : "status " + status)
            + " from "
            + uri
            + (excerpt.isEmpty() ? "" : "; it begins: " + excerpt),
        cause);
    this.problem = problem;
    this.subject = subject;
    this.uri = uri;
    this.status = status;
    this.excerpt = excerpt;
  }

  /** {@return what is wrong} */
  public Problem problem() {
    return problem;
  }

  /** {@return what was asked for: {@code table 12362}} */
  public String subject() {
    return subject;
  }

  /** {@return where} */
  public URI uri() {
    return uri;
  }

  /** {@return the status of the answer, if there was one} */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** {@return the beginning of the answer on one line; empty when there was none} */
  public String excerpt() {
    return excerpt;
  }
}
