package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heading of a column of values: {@code 2024-25.Alle trinn.Begge kjønn.Antall elever}.
 *
 * @param column the number of the column, from 0
 * @param text the whole heading
 * @param year the school year or year, as in the heading
 * @param groups the parts between the year and the last
 * @param measure the last part
 */
record UdirHeading(
    int column, String text, String year, ImmutableList<String> groups, String measure) {
  private static final Pattern WIDE =
      Pattern.compile("([0-9]{4}(?:-[0-9]{2}(?:[0-9]{2})?)?)\\.(.+)");
  private static final Pattern SCHOOL_YEAR = Pattern.compile("([0-9]{4})-(?:[0-9]{2})?([0-9]{2})");
  private static final Pattern WIDE_IN_LINE =
      Pattern.compile("(?:^|[\\t;,\"])[0-9]{4}(?:-[0-9]{2}(?:[0-9]{2})?)?\\.\\p{L}");

  // Not in "1. trinn", "1.-4. trinn" and "kl.)".
  private static final Pattern POINT = Pattern.compile("\\.(?=[\\p{L}\\p{N}])");
  private static final Pattern BREAK =
      Pattern.compile("(.*)\\.brudd", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static boolean findIn(String start) {
    return WIDE_IN_LINE.matcher(start.lines().findFirst().orElse("")).find();
  }

  /** The heading of a column of values; none of one that says what a row is about. */
  static Optional<UdirHeading> of(int column, String text) {
    Matcher m = WIDE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    List<String> parts = Stream.of(POINT.split(m.group(2), -1)).map(String::strip).toList();
    return Optional.of(
        new UdirHeading(
            column,
            text,
            m.group(1),
            ImmutableList.copyOf(parts.subList(0, parts.size() - 1)),
            parts.get(parts.size() - 1)));
  }

  /** What a column of breaks is about; none for another column. */
  Optional<String> brokenHeading() {
    Matcher m = BREAK.matcher(text);
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** Its groups as one, when headings do not have the same number of parts. */
  UdirHeading withOneGroup() {
    String group = String.join(".", groups);
    return new UdirHeading(column, text, year, ImmutableList.of(group), measure);
  }

  /** A code that is a period: 2011-12 would be a month. */
  static String yearCode(String year) {
    Matcher m = SCHOOL_YEAR.matcher(year);
    if (!m.matches()) {
      return year;
    }
    int next = Integer.parseInt(m.group(1)) + 1;
    return Integer.parseInt(m.group(2)) == next % 100 ? m.group(1) + "/" + next : year;
  }
}
