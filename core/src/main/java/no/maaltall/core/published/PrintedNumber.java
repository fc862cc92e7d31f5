package no.maaltall.core.published;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Unit;
import org.jspecify.annotations.Nullable;

/** Reads a printed number from its text. */
final class PrintedNumber {
  private static final int LONGEST = 100;
  private static final int MOST_DIGITS = 18;
  private static final String ALLOWED =
      "a number as printed: 1 577,2 or 35,1 % or −1,7 prosentpoeng or ca. 38 mill or 880 ± 0";
  private static final String TWO_READINGS =
      "1 577 or 1,577: with three digits after it the point can mean either";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<near>~|ca\\.?|cirka|circa|om lag|omlag|omtrent|rundt|omkring|anslagsvis|nær|nesten"
              + "|knapt|snaut|vel|drøyt|godt|i underkant av|i overkant av)?"
              + " ?(?:kr )?(?<sign>[-+])? ?(?<number>[0-9][0-9 .,]*?)(?:,-)?"
              + "(?: ?(?:±|\\+/-) ?(?<early>[0-9][0-9 .,]*?))?"
              + " ?(?<scale>tusen|millioner|million|milliarder|milliard|mill\\.?|mrd\\.?)?"
              + " ?(?<unit>[%a-zæøå]+\\.?)?"
              + "(?: ?(?:±|\\+/-) ?(?<off>[0-9][0-9 .,]*))?");
  private static final Pattern GROUPED =
      Pattern.compile("[1-9][0-9]{0,2}(?:( [0-9]{3})+|(\\.[0-9]{3})+)(?:,[0-9]+)?");
  private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:,[0-9]+)?");
  private static final Pattern WITH_POINT = Pattern.compile("[0-9]+\\.[0-9]+");
  private static final Pattern EITHER = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");

  private static final ImmutableMap<String, Integer> WORDS =
      ImmutableMap.<String, Integer>builder()
          .put("ingen", 0)
          .put("null", 0)
          .put("en", 1)
          .put("én", 1)
          .put("ett", 1)
          .put("ei", 1)
          .put("to", 2)
          .put("tre", 3)
          .put("fire", 4)
          .put("fem", 5)
          .put("seks", 6)
          .put("sju", 7)
          .put("syv", 7)
          .put("åtte", 8)
          .put("ni", 9)
          .put("ti", 10)
          .put("elleve", 11)
          .put("tolv", 12)
          .buildOrThrow();

  private static final ImmutableMap<String, Unit> UNITS =
      ImmutableMap.<String, Unit>builder()
          .put("%", Unit.PERCENT)
          .put("prosent", Unit.PERCENT)
          .put("pst", Unit.PERCENT)
          .put("prosentpoeng", Unit.PERCENTAGE_POINT)
          .put("kr", Unit.NOK)
          .put("kroner", Unit.NOK)
          .put("nok", Unit.NOK)
          .put("årsverk", Unit.FTE)
          .put("timer", Unit.HOURS)
          .put("måneder", Unit.MONTHS)
          .put("poeng", Unit.POINTS)
          .buildOrThrow();

  private final String text;
  private final Rounded.Point point;
  private final Rounded.Approximation approximation;

  PrintedNumber(String text, Rounded.Point point, Rounded.Approximation approximation) {
    this.text = text;
    this.point = point;
    this.approximation = approximation;
  }

  Rounded rounded() {
    if (text.length() > LONGEST) {
      throw failure(ALLOWED);
    }
    String plain = normalized();
    Integer word = WORDS.get(plain);
    if (word != null) {
      return Rounded.halfUp(text, BigDecimal.valueOf(word), 0, false, Optional.empty()).exact();
    }
    Matcher parts = SHAPE.matcher(plain);
    if (!parts.matches()) {
      throw failure(ALLOWED);
    }
    return rounded(parts);
  }

  /** One kind of space and minus, and small letters. */
  private String normalized() {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case '\u00a0', '\u202f', '\u2009', '\u2007', '\t' -> plain.append(' ');
        case '\u2212', '\u2013', '\u2011' -> plain.append('-');
        default -> plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  private Rounded rounded(Matcher parts) {
    String number = parts.group("number").strip();
    BigDecimal digits = decimal(number);
    int scale = zeros(parts.group("scale"));
    BigDecimal size = digits.movePointRight(scale);
    boolean negative = "-".equals(parts.group("sign"));
    BigDecimal value = negative ? size.negate() : size;
    boolean near = parts.group("near") != null;
    int decimals = (near ? nearDecimals(digits) : Math.max(0, digits.scale())) - scale;
    if (decimals < -Rounded.MOST_ZEROS) {
      throw failure("at most " + Rounded.MOST_ZEROS + " zeros that are not digits");
    }
    Rounded read = Rounded.halfUp(text, value, decimals, near, unit(parts.group("unit")));
    String early = parts.group("early");
    String off = early == null ? parts.group("off") : early;
    if (off != null) {
      return read.withTolerance(decimal(off.strip()).movePointRight(scale));
    }
    boolean whole = near && approximation == Rounded.Approximation.WHOLE_DIGIT;
    return whole ? read.withTolerance(BigDecimal.ONE.movePointLeft(read.decimals())) : read;
  }

  private int nearDecimals(BigDecimal digits) {
    boolean whole = digits.scale() <= 0 && digits.signum() != 0;
    return whole && approximation != Rounded.Approximation.AS_PRINTED
        ? digits.stripTrailingZeros().scale()
        : Math.max(0, digits.scale());
  }

  private BigDecimal decimal(String number) {
    boolean either = EITHER.matcher(number).matches();
    if (either && point == Rounded.Point.UNAMBIGUOUS) {
      throw failure(TWO_READINGS);
    }
    boolean grouped = GROUPED.matcher(number).matches();
    String plain;
    if (grouped && !(either && point == Rounded.Point.DECIMAL)) {
      plain = number.replace(" ", "").replace(".", "").replace(',', '.');
    } else if (PLAIN.matcher(number).matches()) {
      plain = number.replace(',', '.');
    } else if (WITH_POINT.matcher(number).matches() && point != Rounded.Point.THOUSANDS) {
      plain = number;
    } else {
      throw failure(ALLOWED);
    }
    if (plain.length() > MOST_DIGITS) {
      throw failure("at most " + (MOST_DIGITS - 1) + " digits");
    }
    BigDecimal value = new BigDecimal(plain);
    if (value.scale() > Rounded.MOST_DECIMALS) {
      throw failure("at most " + Rounded.MOST_DECIMALS + " decimals");
    }
    return value;
  }

  private static int zeros(@Nullable String scale) {
    if (scale == null) {
      return 0;
    }
    if (scale.equals("tusen")) {
      return 3;
    }
    return scale.startsWith("mill") && !scale.startsWith("milliard") ? 6 : 9;
  }

  private Optional<Unit> unit(@Nullable String word) {
    if (word == null) {
      return Optional.empty();
    }
    String known = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    Unit unit = UNITS.get(known);
    if (unit == null) {
      throw failure(ALLOWED + "; units: " + String.join(", ", UNITS.keySet()));
    }
    return Optional.of(unit);
  }

  private InvalidNotationException failure(String allowed) {
    return new InvalidNotationException("printed number", text, allowed);
  }
}
