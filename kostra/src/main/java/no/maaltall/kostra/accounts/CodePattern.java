package no.maaltall.kostra.accounts;

import java.util.List;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * A pattern that codes match or not: {@code *} any characters, {@code ?} one, {@code !} in front
 * for the codes that do not match, {@code 010..285} for a range.
 *
 * <p>A range has codes of one length and is of all codes of that length that sort between its ends,
 * the ends included.
 */
final class CodePattern {
  private static final String RANGE = "..";
  private static final int LONGEST = 100;

  private final boolean inverted;
  private final String from;
  private final String to;
  private final boolean range;

  private CodePattern(boolean inverted, String from, String to, boolean range) {
    this.inverted = inverted;
    this.from = from;
    this.to = to;
    this.range = range;
  }

  static CodePattern parse(String text) {
    boolean inverted = text.startsWith("!");
    String body = inverted ? text.substring(1) : text;
    List<String> ends = List.of(body.split("\\.\\.", -1));
    boolean range = body.contains(RANGE);
    boolean valid =
        range
            ? ends.size() == 2
                && ends.get(0).length() == ends.get(1).length()
                && ends.get(0).compareTo(ends.get(1)) <= 0
                && (ends.get(0) + ends.get(1)).chars().noneMatch(c -> c == '*' || c == '?')
            : true;
    if (body.isEmpty() || body.length() > LONGEST || body.startsWith("!") || !valid) {
      throw new InvalidNotationException(
          "pattern",
          text,
          "a code with * (any characters) and ? (one), or a range 010..285 of equally long codes"
              + " in order; ! in front for all others; at most "
              + LONGEST
              + " characters");
    }
    return new CodePattern(inverted, ends.get(0), range ? ends.get(1) : "", range);
  }

  boolean matches(String code) {
    return inverted != (range ? inRange(code) : glob(code));
  }

  private boolean inRange(String code) {
    return code.length() == from.length() && code.compareTo(from) >= 0 && code.compareTo(to) <= 0;
  }

  /** Goes back to the last star only, so that it takes length × length steps at the most. */
  private boolean glob(String code) {
    int p = 0;
    int c = 0;
    int star = -1;
    int starAt = 0;
    while (c < code.length()) {
      if (p < from.length() && from.charAt(p) == '*') {
        star = p++;
        starAt = c;
      } else if (p < from.length() && (from.charAt(p) == '?' || from.charAt(p) == code.charAt(c))) {
        p++;
        c++;
      } else if (star >= 0) {
        p = star + 1;
        c = ++starAt;
      } else {
        return false;
      }
    }
    while (p < from.length() && from.charAt(p) == '*') {
      p++;
    }
    return p == from.length();
  }
}
