package no.maaltall.kostra.comparison;

import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * Hours per user and week from hours per month: {@code hours / users / weeks}, with id {@code
 * hours_per_user_week}.
 *
 * <p>How many weeks a month has is for the one who computes to say: documents use 4, the calendar
 * has 52/12 = 4.33. 5 110 hours for 410 users are 3.1 hours a week with the first, 2.9 with the
 * other. Missing when the hours or the users are, and without users.
 */
public final class HoursPerWeek {
  private final double weeks;

  private HoursPerWeek(double weeks) {
    this.weeks = weeks;
  }

  /**
   * {@return the measure with so many weeks in a month}
   *
   * @param weeks 4 to 5, as a month has between 28 and 31 days
   * @throws InvalidComparisonException if it is outside
   */
  public static HoursPerWeek withWeeksPerMonth(double weeks) {
    if (!(weeks >= 4 && weeks <= 5)) {
      throw new InvalidComparisonException(
          Problem.INVALID_PARAMETER, "a month has 4 to 5 weeks, got " + weeks);
    }
    return new HoursPerWeek(weeks);
  }

  /** {@return the measure with 52/12 weeks in a month} */
  public static HoursPerWeek calendar() {
    return new HoursPerWeek(52.0 / 12);
  }

  /**
   * The formula: {@code hours / users / weeks}.
   *
   * @param hours hours per month, or NaN
   * @param users users, or NaN
   * @param weeks weeks per month
   * @return hours per user and week; NaN when one is missing or there are no users
   */
  public static double value(double hours, double users, double weeks) {
    double value = hours / users / weeks;
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /**
   * {@return the hours per user and week}
   *
   * @param hours hours per month
   * @param users users
   * @param period the period
   * @throws InvalidComparisonException if they are of different regions
   */
  public Figure at(Series hours, Series users, Period period) {
    if (!hours.region().code().equals(users.region().code())) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS,
          "hours of " + hours.region().code() + ", users of " + users.region().code());
    }
    Indicator indicator = hours.indicator();
    double count = users.at(period).value();
    return new Computation(period)
        .observed("t", hours)
        .observed("n", users)
        .constant("u", weeks, Unit.RATIO, weeks == Math.rint(weeks) ? 0 : 2)
        .denominator(count)
        .figure(
            new Computation.Result(
                indicator, hours.region(), "hours_per_user_week", Unit.HOURS.per("week"), 1),
            "{t} / {n} / {u}",
            value(hours.at(period).value(), count, weeks));
  }

  /** {@return how many weeks a month has} */
  @Override
  public String toString() {
    return "hours per user and week, with " + weeks + " weeks in a month";
  }
}
