package no.maaltall.kostra.statbank;

/** Masks: {@code *} stands for any characters, also none, and {@code ?} for exactly one. */
final class Glob {
  private Glob() {}

  /** Whether a code matches; in time proportional to the product of the lengths at most. */
  static boolean matches(String mask, String code) {
    int m = 0;
    int c = 0;
    int star = -1;
    int retry = 0;
    while (c < code.length()) {
      if (m < mask.length() && mask.charAt(m) == '*') {
        star = m++;
        retry = c;
      } else if (m < mask.length() && (mask.charAt(m) == '?' || mask.charAt(m) == code.charAt(c))) {
        m++;
        c++;
      } else if (star >= 0) {
        m = star + 1;
        c = ++retry;
      } else {
        return false;
      }
    }
    while (m < mask.length() && mask.charAt(m) == '*') {
      m++;
    }
    return m == mask.length();
  }
}
