package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a number counts, what it is per, and how a person writes it.
 *
 * <p>The notation is one of {@link Kind}'s codes, or one of them with {@code /} and what it is per:
 * {@code percent}, {@code NOK/child}, {@code count/school}. Percent and percentage point are
 * different units: the difference of two percentages is in percentage points, a relative change of
 * anything is in percent.
 */
public final class Unit {
  /** Percent. */
  public static final Unit PERCENT = new Unit(Kind.PERCENT, "");

  /** Percentage points: the difference of two percentages. */
  public static final Unit PERCENTAGE_POINT = new Unit(Kind.PERCENTAGE_POINT, "");

  /** A count of persons, places or things. */
  public static final Unit COUNT = new Unit(Kind.COUNT, "");

  /** Norwegian kroner. */
  public static final Unit NOK = new Unit(Kind.NOK, "");

  /** Thousands of kroner. */
  public static final Unit KNOK = new Unit(Kind.KNOK, "");

  /** Millions of kroner. */
  public static final Unit MNOK = new Unit(Kind.MNOK, "");

  /** Full-time equivalents: årsverk. */
  public static final Unit FTE = new Unit(Kind.FTE, "");

  /** Hours. */
  public static final Unit HOURS = new Unit(Kind.HOURS, "");

  /** Months. */
  public static final Unit MONTHS = new Unit(Kind.MONTHS, "");

  /** A pure number. */
  public static final Unit RATIO = new Unit(Kind.RATIO, "");

  /** An index number, with some base = 100. */
  public static final Unit INDEX = new Unit(Kind.INDEX, "");

  /** Points: the difference of two index numbers, or a score. */
  public static final Unit POINTS = new Unit(Kind.POINTS, "");

  private static final int LONGEST_WORD = 200;
  private static final String ALLOWED = "one of " + Kind.BY_CODE.keySet() + ", or one with /word";

  /** The kinds of units, with their codes. */
  public enum Kind {
    /** {@code percent}. */
    PERCENT("percent", "\u00a0%", "\u00a0%", "prosent", "percent"),
    /** {@code percentage_point}. */
    PERCENTAGE_POINT(
        "percentage_point",
        "\u00a0prosentpoeng",
        " percentage points",
        "prosentpoeng",
        "percentage points"),
    /** {@code count}. */
    COUNT("count", "", "", "antall", "number"),
    /** {@code NOK}. */
    NOK("NOK", "\u00a0kr", " NOK", "kr", "NOK"),
    /** {@code kNOK}. */
    KNOK("kNOK", "\u00a0tusen kr", " thousand NOK", "1\u00a0000 kr", "thousand NOK"),
    /** {@code MNOK}. */
    MNOK("MNOK", "\u00a0mill. kr", " million NOK", "mill. kr", "million NOK"),
    /** {@code FTE}. */
    FTE("FTE", "\u00a0årsverk", " FTE", "årsverk", "FTE"),
    /** {@code hours}. */
    HOURS("hours", "\u00a0timer", " hours", "timer", "hours"),
    /** {@code months}. */
    MONTHS("months", "\u00a0måneder", " months", "måneder", "months"),
    /** {@code ratio}. */
    RATIO("ratio", "", "", "forholdstall", "ratio"),
    /** {@code index}. */
    INDEX("index", "", "", "indeks", "index"),
    /** {@code points}. */
    POINTS("points", "\u00a0poeng", " points", "poeng", "points");

    private static final ImmutableMap<String, Kind> BY_CODE =
        Maps.uniqueIndex(Arrays.asList(values()), Kind::code);

    private final String code;
    private final String norwegianSuffix;
    private final String englishSuffix;
    private final String norwegianName;
    private final String englishName;

    Kind(
        String code,
        String norwegianSuffix,
        String englishSuffix,
        String norwegianName,
        String englishName) {
      this.code = code;
      this.norwegianSuffix = norwegianSuffix;
      this.englishSuffix = englishSuffix;
      this.norwegianName = norwegianName;
      this.englishName = englishName;
    }

    /** {@return the code, as in {@code UNIT_MEASURE}} */
    public String code() {
      return code;
    }

    /** {@return whether it counts money} */
    public boolean isMoney() {
      return this == NOK || this == KNOK || this == MNOK;
    }
  }

  private static final ImmutableMap<String, String> NORWEGIAN_PER =
      ImmutableMap.<String, String>builder()
          .put("child", "barn")
          .put("school", "skole")
          .put("kindergarten", "barnehage")
          .put("pupil", "elev")
          .put("student", "elev")
          .put("inhabitant", "innbygger")
          .put("user", "bruker")
          .put("recipient", "mottaker")
          .put("resident", "beboer")
          .put("place", "plass")
          .put("position", "stilling")
          .put("FTE", "årsverk")
          .put("teacher", "lærer")
          .put("leader", "leder")
          .put("nurse", "helsesykepleier")
          .put("unit", "enhet")
          .put("count", "enhet")
          .put("household", "husholdning")
          .put("case", "sak")
          .put("report", "melding")
          .put("hour", "time")
          .put("week", "uke")
          .put("month", "måned")
          .put("year", "år")
          .put("1000", "1\u00a0000")
          .buildOrThrow();

  private final Kind kind;
  private final String per;

  private Unit(Kind kind, String per) {
    this.kind = kind;
    this.per = per;
  }

  /**
   * {@return the unit that a notation denotes}
   *
   * @param notation a code, or a code with {@code /} and what it is per
   * @throws InvalidNotationException for any other text; it lists the codes
   */
  @JsonCreator
  public static Unit parse(String notation) {
    int slash = notation.indexOf('/');
    Kind kind = Kind.BY_CODE.get(slash < 0 ? notation : notation.substring(0, slash));
    if (kind == null) {
      throw new InvalidNotationException("unit", notation, ALLOWED);
    }
    return slash < 0 ? new Unit(kind, "") : of(kind).per(notation.substring(slash + 1));
  }

  /**
   * {@return the unit of a kind, per nothing}
   *
   * @param kind the kind
   */
  public static Unit of(Kind kind) {
    return new Unit(kind, "");
  }

  /**
   * {@return this unit per something}
   *
   * @param word what it is per, in English, singular: {@code child}
   * @throws InvalidNotationException if the word is blank, has space around it or is too long
   */
  public Unit per(String word) {
    if (word.isEmpty() || !word.strip().equals(word) || word.length() > LONGEST_WORD) {
      throw new InvalidNotationException(
          "unit", kind.code + "/" + word, "a word after the /, as in NOK/child");
    }
    return new Unit(kind, word);
  }

  /** {@return the kind of unit} */
  public Kind kind() {
    return kind;
  }

  /** {@return what it is per, if anything} */
  public Optional<String> per() {
    return per.isEmpty() ? Optional.empty() : Optional.of(per);
  }

  /**
   * {@return the unit of the difference of two values in this unit: percentage points for percent,
   * points for an index, otherwise the same}
   */
  public Unit ofDifference() {
    return switch (kind) {
      case PERCENT -> new Unit(Kind.PERCENTAGE_POINT, per);
      case INDEX -> new Unit(Kind.POINTS, per);
      default -> this;
    };
  }

  /** {@return the unit of a relative change: percent, whatever the unit} */
  public Unit ofRelativeChange() {
    return PERCENT;
  }

  /**
   * {@return the unit of a value in this unit divided by one in another, times a factor}
   *
   * <ul>
   *   <li>the same unit: {@code percent} with factor 100, otherwise {@code ratio};
   *   <li>thousands of kroner times 1 000, or millions times 1 000 000: kroner per what the
   *       denominator counts; millions times 1 000: thousands of kroner;
   *   <li>otherwise this kind per what the denominator counts, with the factor when it is not 1:
   *       {@code FTE/1000 count}. What this unit is per already comes first: {@code hours/week} per
   *       FTE is {@code hours/week FTE}.
   * </ul>
   *
   * @param denominator the unit divided by
   * @param factor the factor, as 100 or 1000
   */
  public Unit ofRatio(Unit denominator, double factor) {
    if (equals(denominator)) {
      return factor == 100 ? PERCENT : RATIO;
    }
    String counted = (per.isEmpty() ? "" : per + " ") + denominator.toString().replace('/', ' ');
    if ((kind == Kind.KNOK && factor == 1_000) || (kind == Kind.MNOK && factor == 1_000_000)) {
      return NOK.per(counted);
    }
    if (kind == Kind.MNOK && factor == 1_000) {
      return KNOK.per(counted);
    }
    return of(kind).per(factor == 1 ? counted : Rounding.shortest(factor) + " " + counted);
  }

  /**
   * {@return the value as a person writes it in bokmål, with the unit: {@code 76,6 %}, {@code −1,7
   * prosentpoeng}, {@code 3 726 kr}; {@code -} when there is none}
   *
   * @param value the value, finite or NaN
   * @param decimals how many decimals to print, 0 to 15
   */
  public String format(double value, int decimals) {
    return format(value, decimals, NumberText.NORWEGIAN);
  }

  /**
   * {@return the value as a person writes it, with the unit}
   *
   * @param value the value, finite or NaN
   * @param decimals how many decimals to print, 0 to 15
   * @param locale English for any English locale, bokmål for every other
   */
  public String format(double value, int decimals, Locale locale) {
    if (Double.isNaN(value)) {
      return NumberText.MISSING;
    }
    boolean english = NumberText.isEnglish(locale);
    String number = NumberText.of(value, decimals, locale);
    return number + (english ? kind.englishSuffix : kind.norwegianSuffix) + perText(english);
  }

  /**
   * {@return the value as a person writes it, without the unit but with its percent sign}
   *
   * @param value the value, finite or NaN
   * @param decimals how many decimals to print, 0 to 15
   * @param locale English for any English locale, bokmål for every other
   */
  public String formatShort(double value, int decimals, Locale locale) {
    String number = NumberText.of(value, decimals, locale);
    return kind == Kind.PERCENT && !Double.isNaN(value) ? number + kind.norwegianSuffix : number;
  }

  /**
   * {@return the unit's name for a table heading: {@code prosent}, {@code kr per barn}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    boolean english = NumberText.isEnglish(locale);
    return (english ? kind.englishName : kind.norwegianName) + perText(english);
  }

  private String perText(boolean english) {
    if (per.isEmpty()) {
      return "";
    }
    return " per " + (english ? per : NORWEGIAN_PER.getOrDefault(per, per));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Unit u && u.kind == kind && u.per.equals(per);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + per.hashCode();
  }

  /** {@return the notation that {@link #parse} reads} */
  @Override
  @JsonValue
  public String toString() {
    return per.isEmpty() ? kind.code : kind.code + "/" + per;
  }
}
