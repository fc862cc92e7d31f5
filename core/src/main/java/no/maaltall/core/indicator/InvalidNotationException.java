package no.maaltall.core.indicator;

/** A text that does not denote what it should: a period, a unit, a status or a number. */
public final class InvalidNotationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  /** The kind of thing. */
  private final String what;

  /** What was got. */
  private final String text;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what was expected, what was got and what is allowed.
   *
   * @param what the kind of thing, such as {@code period}
   * @param text the text that was got
   * @param allowed what would have been accepted, in words
   */
  public InvalidNotationException(String what, String text, String allowed) {
    super("invalid " + what + " \"" + quote(text) + "\"; allowed: " + allowed);
    this.what = what;
    this.text = text;
    this.allowed = allowed;
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, LONGEST_QUOTE) + "... (" + text.length() + " characters)";
  }

  /** {@return the kind of thing that was expected} */
  public String what() {
    return what;
  }

  /** {@return the text that was got} */
  public String text() {
    return text;
  }

  /** {@return what would have been accepted} */
  public String allowed() {
    return allowed;
  }
}
