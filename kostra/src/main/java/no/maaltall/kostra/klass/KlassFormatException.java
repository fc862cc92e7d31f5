package no.maaltall.kostra.klass;

/** A response of KLASS that cannot be used: what, where, what was got, what is allowed. */
public final class KlassFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 80;

  /** Where in the response. */
  private final String path;

  /** What was got. */
  private final String got;

  /** What would have been accepted. */
  private final String allowed;

  /**
   * Says what, where, what was got and what is allowed.
   *
   * @param path where: a JSON pointer, as {@code /codes/3/validFrom}, or a line of CSV
   * @param got what was got
   * @param allowed what would have been accepted, in words
   */
  public KlassFormatException(String path, String got, String allowed) {
    super("KLASS response, " + path + ": got " + quote(got) + "; allowed: " + allowed);
    this.path = path;
    this.got = got;
    this.allowed = allowed;
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE
        ? text
        : text.substring(0, LONGEST_QUOTE) + "... (" + text.length() + " characters)";
  }

  /** {@return where: a JSON pointer, as {@code /codes/3/validFrom}, or a line of CSV} */
  public String path() {
    return path;
  }

  /** {@return what was got} */
  public String got() {
    return got;
  }

  /** {@return what would have been accepted, in words} */
  public String allowed() {
    return allowed;
  }
}
