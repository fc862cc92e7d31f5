package no.maaltall.core.norm;

import java.time.LocalDate;

/**
 * When a child counts as over three: from August of the calendar year that it turns three, whatever
 * its birthday.
 *
 * <pre>{@code
 * over three on a date  ⇔  date ≥ 1 August of (birth year + 3)
 * }</pre>
 *
 * <p>The same rule holds for staff, leaders, area and financing (barnehageloven § 26). Age and
 * month are dated data ({@code over_three} in the norm table).
 */
public final class AgeRule {
  private static final String NORM = "over_three";

  private AgeRule() {}

  /**
   * {@return whether a child counts as over three, by the rule of the law}
   *
   * @param birthYear the calendar year that it was born in
   * @param date the day
   */
  public static boolean isOverThree(int birthYear, LocalDate date) {
    return isOverThree(birthYear, date, NormTable.standard());
  }

  /**
   * {@return whether a child counts as over three}
   *
   * @param birthYear the calendar year that it was born in
   * @param date the day
   * @param table a table with {@code over_three age} and {@code over_three month}
   * @throws IllegalArgumentException if the table has no rule for so early a day
   */
  public static boolean isOverThree(int birthYear, LocalDate date, NormTable table) {
    int age = (int) number("age", date, table);
    int month = (int) number("month", date, table);
    return !date.isBefore(LocalDate.of(birthYear + age, month, 1));
  }

  private static double number(String parameter, LocalDate date, NormTable table) {
    return table
        .find(NORM, parameter, "", date)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "when a child counts as over three is not known on "
                        + date
                        + "; allowed: from "
                        + table.first(NORM, parameter, "")))
        .value();
  }
}
