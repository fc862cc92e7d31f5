package no.maaltall.core.indicator;

import java.util.Locale;

/** Numbers as a person writes them: in bokmål unless the language asked for is English. */
final class NumberText {
  static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  static final String MISSING = "-";

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char MINUS = '\u2212';

  private NumberText() {}

  static boolean isEnglish(Locale locale) {
    return "en".equals(locale.getLanguage());
  }

  /** Rounded, with grouped thousands; {@code −} and decimal comma in bokmål; never "−0". */
  static String of(double value, int decimals, Locale locale) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    boolean english = isEnglish(locale);
    String digits = Rounding.toDecimal(Math.abs(value), decimals).toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder text = new StringBuilder();
    if (value < 0 && Rounding.toDecimal(value, decimals).signum() != 0) {
      text.append(english ? '-' : MINUS);
    }
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(english ? ',' : NO_BREAK_SPACE);
      }
      text.append(whole.charAt(i));
    }
    if (point >= 0) {
      text.append(english ? '.' : ',').append(digits, point + 1, digits.length());
    }
    return text.toString();
  }
}
