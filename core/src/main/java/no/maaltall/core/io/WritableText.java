package no.maaltall.core.io;

/** Texts that a tidy table can hold, so that they read back the same. */
final class WritableText {
  private WritableText() {}

  /** The text, which may be empty. */
  static String of(String what, String text) {
    if (text.length() > RowHandler.LONGEST_FIELD) {
      throw refused(what, text, "at most " + RowHandler.LONGEST_FIELD + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw refused(what, text.replace('\0', '\u2400'), "text without NUL characters");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw refused(what, text, "text without half surrogate pairs, which UTF-8 cannot hold");
      }
    }
    return text;
  }

  /** The text of something that may be absent, which an empty text would read back as. */
  static String ofPresent(String what, String text) {
    if (text.isEmpty()) {
      throw refused(what, text, "a text that is not empty, or none");
    }
    return of(what, text);
  }

  /** The code of something, which a blank text would not read back as. */
  static String ofCode(String what, String text) {
    if (text.isBlank()) {
      throw refused(what, text, "a code that is not blank, or none");
    }
    return of(what, text);
  }

  private static IllegalArgumentException refused(String what, String text, String allowed) {
    return new IllegalArgumentException(
        what + " cannot be written: \"" + TableProblem.excerpt(text) + "\"; allowed: " + allowed);
  }
}
