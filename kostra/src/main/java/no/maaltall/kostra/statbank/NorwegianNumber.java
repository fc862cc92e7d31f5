package no.maaltall.kostra.statbank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;

/**
 * A number as Norwegian tables write it, or the sign that stands in its place.
 *
 * <pre>{@code
 * NorwegianNumber.parse("5 525").value();       // 5525
 * NorwegianNumber.parse("−70,9 %").value();     // -70.9, with Suffix.PERCENT
 * NorwegianNumber.parse(":").status();          // SUPPRESSED
 * NorwegianNumber.parse("1.234");               // InvalidNotationException: 1234 or 1,234?
 * }</pre>
 *
 * <p>A number is digits, or groups of three digits with one and the same space between them
 * (ordinary, non-breaking, narrow non-breaking or thin) and one to three before the first; then, if
 * it has decimals, a comma and digits; before it {@code -}, {@code −} (U+2212) or {@code +}; after
 * it {@code %} and {@code *} (provisional), each with or without a space before. A point is always
 * refused, for it separates thousands to some and decimals to others.
 *
 * <p>Instead of a number there may be nothing or one of {@linkplain StatusSigns the signs}: {@code
 * -} alone is a true zero.
 *
 * @param value the number; that before a percent sign is not divided by 100; NaN when there is none
 * @param status its status
 * @param sign the sign as in the text; empty when there is none
 * @param suffix what stands after the number
 */
public record NorwegianNumber(
    double value, ObservationStatus status, String sign, NorwegianNumber.Suffix suffix) {

  /** What stands after a number. */
  public enum Suffix {
    /** Nothing. */
    NONE,
    /** A percent sign. */
    PERCENT
  }

  private static final int LONGEST = 100;
  private static final String SPACES = " \u00a0\u202f\u2009\u2007";
  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+\u2212]?)"
              + "([0-9]++(?!["
              + SPACES
              + "][0-9])|[0-9]{1,3}(?:(["
              + SPACES
              + "])[0-9]{3}(?:\\3[0-9]{3})*+))"
              + "(?:,([0-9]++))?"
              + "(?:["
              + SPACES
              + "]?(%))?"
              + "(?:["
              + SPACES
              + "]?(\\*))?");
  private static final String ALLOWED =
      "digits, in groups of three with the same space between or without any, a decimal comma, a"
          + " minus before, % and * after, as \"5 525\", \"-70,9 %\"; or one of the signs . .. ..."
          + " : - *";

  /**
   * Takes the parts as they are.
   *
   * @param value the number
   * @param status its status
   * @param sign the sign
   * @param suffix what stands after the number
   */
  public NorwegianNumber {}

  /**
   * {@return the number or sign that a text denotes, with SSB's standard signs}
   *
   * @param text the text; space around it does not count
   * @throws InvalidNotationException if it is neither, or may be read in two ways
   */
  public static NorwegianNumber parse(String text) {
    return parse(text, StatusSigns.standard());
  }

  /**
   * {@return the number or sign that a text denotes}
   *
   * @param text the text; space around it does not count
   * @param signs what signs mean
   * @throws InvalidNotationException if it is neither, or may be read in two ways
   */
  public static NorwegianNumber parse(String text, StatusSigns signs) {
    String trimmed = trim(text);
    if (trimmed.isEmpty()) {
      return ofSign("", signs);
    }
    if (trimmed.length() <= LONGEST) {
      if (signs.isKnown(trimmed)) {
        return ofSign(trimmed, signs);
      }
      Matcher m = NUMBER.matcher(trimmed);
      if (m.matches()) {
        return ofNumber(m, signs);
      }
    }
    throw new InvalidNotationException("Norwegian number", shortened(text), ALLOWED);
  }

  private static NorwegianNumber ofSign(String sign, StatusSigns signs) {
    CellSign meaning = CellSign.of(sign, signs);
    double value = meaning.applyTo(Double.NaN);
    return new NorwegianNumber(value, meaning.status(value), sign, Suffix.NONE);
  }

  private static NorwegianNumber ofNumber(Matcher m, StatusSigns signs) {
    boolean negative = m.group(1).equals("-") || m.group(1).equals("\u2212");
    String whole = m.group(3) == null ? m.group(2) : m.group(2).replace(m.group(3), "");
    String decimals = m.group(4) == null ? "" : "." + m.group(4);
    double size = Double.parseDouble(whole + decimals);
    double value = negative ? 0.0 - size : size;
    String sign = m.group(6) == null ? "" : m.group(6);
    Suffix suffix = m.group(5) == null ? Suffix.NONE : Suffix.PERCENT;
    CellSign meaning = CellSign.of(sign, signs);
    double kept = meaning.applyTo(value);
    return new NorwegianNumber(kept, meaning.status(kept), sign, suffix);
  }

  /** {@return value and status} */
  public Observation observation() {
    return new Observation(value, status);
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || SPACES.indexOf(c) >= 0;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
