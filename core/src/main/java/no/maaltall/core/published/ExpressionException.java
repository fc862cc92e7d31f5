package no.maaltall.core.published;

/** A text that is no expression: what was got, at which character, and what is allowed there. */
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 30;

  /** The whole text, or the beginning of a long one. */
  private final String expression;

  /** Where it is wrong. */
  private final int position;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what is wrong.
   *
   * @param expression the whole text
   * @param position the character at which it is wrong, the first being 1
   * @param problem what is wrong there, in words
   * @param allowed what would have been accepted
   */
  public ExpressionException(String expression, int position, String problem, String allowed) {
    super(
        "expression, character "
            + position
            + ": "
            + problem
            + " in \""
            + excerpt(expression, position)
            + "\"; allowed: "
            + allowed);
    this.expression = expression.substring(0, Math.min(expression.length(), 10 * SHOWN));
    this.position = position;
    this.allowed = allowed;
  }

  private static String excerpt(String text, int position) {
    int from = Math.max(0, Math.min(position, text.length()) - SHOWN);
    int to = Math.min(text.length(), position + SHOWN);
    return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
  }

  /** {@return the text, or the first 300 characters of a longer one} */
  public String expression() {
    return expression;
  }

  /** {@return the character at which it is wrong, the first being 1} */
  public int position() {
    return position;
  }

  /** {@return what would have been accepted} */
  public String allowed() {
    return allowed;
  }
}
