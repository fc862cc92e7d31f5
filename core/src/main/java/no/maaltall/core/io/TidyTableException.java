package no.maaltall.core.io;

import org.jspecify.annotations.Nullable;

/** Thrown by the strict form at the first thing in a tidy table that cannot be read. */
public final class TidyTableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and where. */
  @SuppressWarnings("serial") // A record of strings, a long and an enum, which is never sent.
  private final TableProblem problem;

  /**
   * Says what is wrong, with the message of the problem.
   *
   * @param problem what is wrong, and where
   * @param cause the exception that tells more, such as {@link
   *     no.maaltall.core.indicator.UnknownCodeException}; null when there is none
   */
  public TidyTableException(TableProblem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** {@return what is wrong, and where} */
  public TableProblem problem() {
    return problem;
  }
}
