package no.maaltall.core.norm;

import java.time.LocalDate;
import java.util.Locale;
import no.maaltall.core.indicator.Unit;

/** Writes sentences in both languages at once: a pattern in each, and numbers to put in. */
final class Words {
  static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  // Past this a number that differs from its limit is printed as equal to it.
  private static final int MOST_DECIMALS = 12;

  /** A number with its decimals and unit, written as each language writes it. */
  record Num(double value, int decimals, Unit unit) {}

  private Words() {}

  static boolean isEnglish(Locale locale) {
    return "en".equals(locale.getLanguage());
  }

  static Num num(double value, int decimals) {
    return new Num(value, decimals, Unit.COUNT);
  }

  /** Whole numbers here are far below 2⁵³. */
  static Num num(long value, int decimals) {
    return num((double) value, decimals);
  }

  static Num count(double value) {
    return num(value, isWhole(value) ? 0 : 2);
  }

  /** A number with one decimal, unless it is whole. */
  static Num hours(double value) {
    return num(value, isWhole(value) ? 0 : 1);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value);
  }

  /** A number with as many more decimals as it takes not to look equal to its limit. */
  static Num apart(double value, double limit, int decimals) {
    return num(value, decimalsApart(value, limit, decimals));
  }

  static int decimalsApart(double value, double limit, int decimals) {
    int enough = decimals;
    while (enough < MOST_DECIMALS
        && value != limit
        && Unit.COUNT.format(value, enough).equals(Unit.COUNT.format(limit, enough))) {
      enough++;
    }
    return enough;
  }

  /**
   * A sentence: {@code {0}}, {@code {1}} ... in the patterns stand for the arguments, each a {@link
   * Num}, a date, a {@link NormText} or a text.
   */
  static NormText say(String norwegian, String english, Object... arguments) {
    return new NormText(
        filled(norwegian, arguments, NORWEGIAN), filled(english, arguments, Locale.ENGLISH));
  }

  /** A formula, which is the same in both languages but for the numbers. */
  static NormText formula(String pattern, Object... arguments) {
    return say(pattern, pattern, arguments);
  }

  private static String filled(String pattern, Object[] arguments, Locale locale) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '{') {
        int close = pattern.indexOf('}', at);
        int index = Integer.parseInt(pattern.substring(at + 1, close));
        text.append(written(arguments[index], locale));
        at = close + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static String written(Object argument, Locale locale) {
    if (argument instanceof Num n) {
      return n.unit().format(n.value(), n.decimals(), locale);
    }
    if (argument instanceof NormText t) {
      return t.text(locale);
    }
    if (argument instanceof LocalDate d) {
      return isEnglish(locale)
          ? d.toString()
          : d.getDayOfMonth() + "." + d.getMonthValue() + "." + d.getYear();
    }
    return argument.toString();
  }
}
