package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The right to a kindergarten place, by birth month and entry year.
 *
 * <pre>{@code
 * first birthday ≤ 31 August of the entry year           → by 31 August
 * first birthday in September or October (from 2016),
 *                or November (from 2017) of that year    → by the end of that month
 * otherwise                                              → no right until the year after
 * }</pre>
 *
 * <p>There was no right before 2009. It ends when school starts, in August of the year that the
 * child turns six. It is a right of those who apply by the deadline of the main admission, in the
 * municipality that they live in.
 *
 * @param table the last birth month with a right, under {@code place_right last_birth_month}, and
 *     {@code place_right school_age}
 */
public record KindergartenRight(@JsonProperty("table") NormTable table) {
  private static final String NORM = "place_right";
  private static final String LAST_MONTH = "last_birth_month";
  private static final int AUGUST = 8;

  /** {@return the right by law} */
  public static KindergartenRight standard() {
    return new KindergartenRight(NormTable.standard());
  }

  /**
   * {@return the right with other numbers}
   *
   * @param newTable a table with {@code place_right last_birth_month} and {@code school_age}
   */
  public KindergartenRight withTable(NormTable newTable) {
    return new KindergartenRight(newTable);
  }

  /**
   * {@return whether a child has a right, and from when}
   *
   * @param birth the month that the child was born in
   * @param entryYear the calendar year of the main admission
   */
  public PlaceRight of(YearMonth birth, int entryYear) {
    LocalDate start = LocalDate.of(entryYear, Month.JANUARY, 1);
    Optional<NormValue> row = table.find(NORM, LAST_MONTH, "", start);
    if (row.isEmpty()) {
      return PlaceRight.refused(
          birth,
          entryYear,
          Optional.empty(),
          table.beforeVersion(NORM, LAST_MONTH, ""),
          "",
          say("retten gjelder fra {0}", "the right is from {0}", firstYear()));
    }
    NormValue rule = row.get();
    int schoolAge = (int) table.require(NORM, "school_age", "", start).value();
    if (birth.getYear() + schoolAge <= entryYear) {
      return PlaceRight.refused(
          birth,
          entryYear,
          Optional.empty(),
          rule.version(),
          rule.legalBasis(),
          say("barnet er i skolealder", "the child is of school age"));
    }
    YearMonth birthday = birth.plusYears(1);
    YearMonth august = YearMonth.of(entryYear, AUGUST);
    if (!birthday.isAfter(august)) {
      return PlaceRight.granted(birth, entryYear, august.atEndOfMonth(), rule);
    }
    if (birthday.getYear() == entryYear && birthday.getMonthValue() <= rule.value()) {
      return PlaceRight.granted(birth, entryYear, birthday.atEndOfMonth(), rule);
    }
    int next = birthday.getYear() == entryYear ? entryYear + 1 : nextFor(birthday);
    return PlaceRight.refused(
        birth,
        entryYear,
        Optional.of(next),
        rule.version(),
        rule.legalBasis(),
        say("først ved opptaket {0}", "not before the admission of {0}", next));
  }

  private int nextFor(YearMonth birthday) {
    return table
            .find(NORM, LAST_MONTH, "", LocalDate.of(birthday.getYear(), Month.JANUARY, 1))
            .map(r -> birthday.getMonthValue() <= Math.max(r.value(), AUGUST))
            .orElse(true)
        ? birthday.getYear()
        : birthday.getYear() + 1;
  }

  /** {@return the first year of entry that there is a right in} */
  public int firstYear() {
    return table.first(NORM, LAST_MONTH, "").getYear();
  }

  /**
   * {@return how many children have a right, by the day that the place is to be had by; days with
   * none are left out}
   *
   * @param births how many children were born in each month; of the months that are not there, none
   *     is counted
   * @param entryYear the calendar year of the main admission
   * @throws IllegalArgumentException if a number of children is negative
   */
  public ImmutableSortedMap<LocalDate, Integer> count(
      Map<YearMonth, Integer> births, int entryYear) {
    TreeMap<LocalDate, Integer> counts = new TreeMap<>();
    births.forEach(
        (month, children) -> {
          Checks.heads("children born", month.toString(), children);
          if (children > 0) {
            of(month, entryYear)
                .from()
                .ifPresent(day -> counts.merge(day, children, Math::addExact));
          }
        });
    return ImmutableSortedMap.copyOf(counts);
  }

  /**
   * {@return how many children have a right in all}
   *
   * @param births how many children were born in each month
   * @param entryYear the calendar year of the main admission
   * @throws IllegalArgumentException if a number of children is negative
   */
  public int total(Map<YearMonth, Integer> births, int entryYear) {
    return count(births, entryYear).values().stream().reduce(0, Math::addExact);
  }

  /** {@return the name of the rule and its table} */
  @Override
  public String toString() {
    return NORM + " [" + table + "]";
  }
}
