package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar year, school year, quarter or month.
 *
 * <p>{@link #parse} accepts SDMX's notations and SSB's:
 *
 * <ul>
 *   <li>calendar year: {@code 2018}, or {@code 2018-A1} (SDMX)
 *   <li>school year: {@code 2018/2019} or {@code 2018/19}
 *   <li>quarter: {@code 2018-Q1} (SDMX) or {@code 2018K1} (SSB)
 *   <li>month: {@code 2018-01} or {@code 2018-M01} (SDMX), or {@code 2018M01} (SSB)
 * </ul>
 *
 * <p>{@link #toString} writes the first form of each, and {@code parse(p.toString())} is {@code p}.
 * Years go from 1 to 9998. Periods are ordered by when they start; of two that start on the same
 * day, the shorter comes first.
 */
public final class Period implements Comparable<Period> {
  /** The first year that a period may lie in. */
  public static final int MIN_YEAR = 1;

  /** The last year that a period may start in. */
  public static final int MAX_YEAR = 9998;

  private static final int SCHOOL_YEAR_STARTS = 8;
  private static final int LONGEST_NOTATION = 9;
  private static final String ALLOWED =
      "a calendar year (2018), school year (2018/2019), quarter (2018-Q1 or 2018K1)"
          + " or month (2018-01 or 2018M01), years 0001 to 9998";
  private static final Pattern NOTATION =
      Pattern.compile(
          "([0-9]{4})(?:-A1|/([0-9]{4}|[0-9]{2})|(?:-Q|K)([1-4])|(?:-M?|M)(0[1-9]|1[0-2]))?");

  private final Frequency frequency;
  private final int ordinal;

  /** Takes a long, so that a number far out of range is refused as any other. */
  private Period(Frequency frequency, long ordinal) {
    long year = Math.floorDiv(ordinal, (long) frequency.periodsPerYear());
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw new InvalidNotationException("year", Long.toString(year), "0001 to 9998");
    }
    this.frequency = frequency;
    this.ordinal = (int) ordinal;
  }

  /**
   * {@return the calendar year}
   *
   * @param year from {@value #MIN_YEAR} to {@value #MAX_YEAR}
   * @throws InvalidNotationException if the year is outside that range
   */
  public static Period year(int year) {
    return new Period(Frequency.YEAR, year);
  }

  /**
   * {@return the school year that starts in August of a year}
   *
   * @param startYear the calendar year that it starts in
   * @throws InvalidNotationException if the year is outside the range
   */
  public static Period schoolYear(int startYear) {
    return new Period(Frequency.SCHOOL_YEAR, startYear);
  }

  /**
   * {@return a quarter}
   *
   * @param year the calendar year
   * @param quarter 1 to 4
   * @throws InvalidNotationException if either is outside its range
   */
  public static Period quarter(int year, int quarter) {
    requireBetween("quarter", quarter, 4);
    return new Period(Frequency.QUARTER, 4L * year + quarter - 1);
  }

  /**
   * {@return a month}
   *
   * @param year the calendar year
   * @param month 1 to 12
   * @throws InvalidNotationException if either is outside its range
   */
  public static Period month(int year, int month) {
    requireBetween("month", month, 12);
    return new Period(Frequency.MONTH, 12L * year + month - 1);
  }

  private static void requireBetween(String what, int value, int last) {
    if (value < 1 || value > last) {
      throw new InvalidNotationException(what, Integer.toString(value), "1 to " + last);
    }
  }

  /**
   * {@return the period that a text denotes, in one of the notations above}
   *
   * @param text the text, without surrounding space
   * @throws InvalidNotationException if it denotes no period; it says what is allowed
   */
  @JsonCreator
  public static Period parse(String text) {
    // The length is tested first so that no hostile text reaches the pattern.
    if (text.length() <= LONGEST_NOTATION) {
      Matcher m = NOTATION.matcher(text);
      if (m.matches()) {
        return ofParts(text, m);
      }
    }
    throw new InvalidNotationException("period", text, ALLOWED);
  }

  private static Period ofParts(String text, Matcher m) {
    int year = Integer.parseInt(m.group(1));
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw new InvalidNotationException("period", text, ALLOWED);
    }
    if (m.group(2) != null) {
      String end = m.group(2);
      int next = year + 1;
      int expected = end.length() == 2 ? next % 100 : next;
      if (Integer.parseInt(end) != expected) {
        throw new InvalidNotationException(
            "school year",
            text,
            "a school year ends the year after it starts: " + pad4(year) + "/" + pad4(next));
      }
      return schoolYear(year);
    }
    if (m.group(3) != null) {
      return quarter(year, Integer.parseInt(m.group(3)));
    }
    return m.group(4) != null ? month(year, Integer.parseInt(m.group(4))) : year(year);
  }

  /**
   * {@return the period of a frequency with an ordinal}
   *
   * @param frequency the frequency
   * @param ordinal as {@link #ordinal} gives it
   * @throws InvalidNotationException if its year is outside the range
   */
  public static Period ofOrdinal(Frequency frequency, int ordinal) {
    return new Period(frequency, ordinal);
  }

  /** {@return the kind of period} */
  public Frequency frequency() {
    return frequency;
  }

  /**
   * {@return its number among periods of the same frequency: consecutive periods have consecutive
   * ordinals, and a calendar or school year has its starting year}
   */
  public int ordinal() {
    return ordinal;
  }

  /** {@return the calendar year that it starts in} */
  public int startYear() {
    return ordinal / frequency.periodsPerYear();
  }

  /** {@return its first day} */
  public LocalDate startDate() {
    int month =
        switch (frequency) {
          case YEAR -> 1;
          case SCHOOL_YEAR -> SCHOOL_YEAR_STARTS;
          case QUARTER -> 1 + 3 * (ordinal % 4);
          case MONTH -> 1 + ordinal % 12;
        };
    return LocalDate.of(startYear(), month, 1);
  }

  /** {@return its last day} */
  public LocalDate endDate() {
    return startDate().plusMonths(12 / frequency.periodsPerYear()).minusDays(1);
  }

  /**
   * {@return the period a number of periods later}
   *
   * @param periods how many, may be negative
   * @throws InvalidNotationException if the result is outside the range of years
   */
  public Period plus(int periods) {
    return new Period(frequency, (long) ordinal + periods);
  }

  /**
   * {@return the period a number of periods earlier}
   *
   * @param periods how many, may be negative
   * @throws InvalidNotationException if the result is outside the range of years
   */
  public Period minus(int periods) {
    return new Period(frequency, (long) ordinal - periods);
  }

  /**
   * {@return the same period of an earlier year: 2015 for 2018 and 3, 2015-Q2 for 2018-Q2 and 3}
   *
   * @param years how many years earlier
   * @throws InvalidNotationException if the result is outside the range of years
   */
  public Period minusYears(int years) {
    return new Period(frequency, ordinal - (long) years * frequency.periodsPerYear());
  }

  /**
   * {@return how many periods later another one is; negative when it is earlier}
   *
   * @param other a period of the same frequency
   * @throws FrequencyMismatchException if the other is of another frequency
   */
  public int periodsUntil(Period other) {
    if (other.frequency != frequency) {
      throw new FrequencyMismatchException("distance from " + this, frequency, other);
    }
    return other.ordinal - ordinal;
  }

  @Override
  public int compareTo(Period other) {
    if (frequency == other.frequency) {
      return Integer.compare(ordinal, other.ordinal);
    }
    int byStart = startDate().compareTo(other.startDate());
    if (byStart != 0) {
      return byStart;
    }
    return other.frequency.compareTo(frequency);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Period p && p.frequency == frequency && p.ordinal == ordinal;
  }

  @Override
  public int hashCode() {
    return 31 * ordinal + frequency.ordinal();
  }

  /** {@return its SDMX notation; a school year as {@code 2018/2019}} */
  @Override
  @JsonValue
  public String toString() {
    int year = startYear();
    return switch (frequency) {
      case YEAR -> pad4(year);
      case SCHOOL_YEAR -> pad4(year) + "/" + pad4(year + 1);
      case QUARTER -> pad4(year) + "-Q" + (1 + ordinal % 4);
      case MONTH -> pad4(year) + "-" + pad2(1 + ordinal % 12);
    };
  }

  private static String pad4(int year) {
    String digits = Integer.toString(year);
    return "0".repeat(4 - digits.length()) + digits;
  }

  private static String pad2(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
