package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * How many a cost is divided by. The same cost per user is another number per user at the end of
 * the year, on average over it, or per full year of service; the figure's measure says which.
 *
 * <p>Missing when one of the counts is that it needs.
 */
public final class Denominator {
  private static final int MONTHS = 12;

  private final String id;
  private final String word;
  private final Counting counting;

  private interface Counting {
    double count(Computation computation, List<Series> counts, Period year, Formula formula);
  }

  /** The text of the formula, which a denominator may set. */
  private static final class Formula {
    private String text = "";
    private int decimals;
  }

  private Denominator(String id, String word, Counting counting) {
    this.id = id;
    this.word = word;
    this.counting = counting;
  }

  /** {@return the users at the date that the count is for: {@code n_t}} */
  public static Denominator usersAtDate() {
    return new Denominator(
        "users_at_date",
        "user",
        (computation, counts, year, formula) -> {
          Series users = only("users_at_date", counts);
          computation.observed("n", users, year);
          formula.text = "{n}";
          return users.at(year).value();
        });
  }

  /**
   * {@return the mean of the counts of a year's months or quarters: {@code Σ n_i / m}; of all of
   * them, or it is missing}
   */
  public static Denominator meanOverYear() {
    return new Denominator(
        "mean_users_over_year",
        "user",
        (computation, counts, year, formula) -> {
          Series users = only("mean_users_over_year", counts);
          ImmutableList<Period> parts = partsOf(year, users);
          formula.decimals = 1;
          return sum(computation, parts, p -> users, formula) / over(parts.size(), formula);
        });
  }

  /**
   * {@return the mean of the counts at the ends of a year and of the year before: {@code (n_{t−1} +
   * n_t) / 2}}
   */
  public static Denominator meanOfYearEnds() {
    return new Denominator(
        "mean_users_of_year_ends",
        "user",
        (computation, counts, year, formula) -> {
          Series users = only("mean_users_of_year_ends", counts);
          formula.decimals = 1;
          return sum(computation, List.of(year.minus(1), year), p -> users, formula)
              / over(2, formula);
        });
  }

  /**
   * {@return the users that each had a full year: {@code user-months / 12}, unrounded}
   *
   * <p>"Helårseffekt": users who came during the year count for the months that they were there.
   */
  public static Denominator fullYearUsers() {
    return new Denominator(
        "full_year_users",
        "user",
        (computation, counts, year, formula) -> {
          Series months = only("full_year_users", counts);
          computation.observed("m", months, year);
          formula.text = "({m} / 12)";
          formula.decimals = 2;
          return months.at(year).value() / MONTHS;
        });
  }

  /**
   * {@return the users that each had a full year, rounded before it divides, as documents do that
   * print 3.58}
   *
   * @param decimals how many decimals are kept, 0 to 15
   * @throws InvalidComparisonException if there are not so many
   */
  public static Denominator fullYearUsersRounded(int decimals) {
    if (decimals < 0 || decimals > Rounding.MAX_DECIMALS) {
      throw new InvalidComparisonException(
          Problem.INVALID_PARAMETER,
          "decimals are 0 to " + Rounding.MAX_DECIMALS + ", got " + decimals);
    }
    return new Denominator(
        "full_year_users_rounded_" + decimals,
        "user",
        (computation, counts, year, formula) -> {
          Series months = only("full_year_users_rounded", counts);
          computation.observed("m", months, year);
          formula.text = "avrundet({m} / 12; " + decimals + " des.)";
          formula.decimals = decimals;
          double value = months.at(year).value();
          return Double.isNaN(value) ? value : Rounding.halfUp(value / MONTHS, decimals);
        });
  }

  /**
   * {@return children of the accounting year, from the counts of two Decembers: {@code 7/12 ·
   * n_{t−1} + 5/12 · n_t}}
   *
   * <p>Source: SSB, definitions of unit costs in kindergartens from 2021: those of last December
   * stay until the summer.
   */
  public static Denominator accountingYear() {
    return new Denominator(
        "children_of_accounting_year",
        "child",
        (computation, counts, year, formula) -> {
          Series children = only("children_of_accounting_year", counts);
          Period before = year.minus(1);
          computation.observed("a", children, before).observed("b", children, year);
          formula.text = "(7/12 · {a} + 5/12 · {b})";
          formula.decimals = 1;
          return (7 * children.at(before).value() + 5 * children.at(year).value()) / MONTHS;
        });
  }

  /** {@return the inhabitants of some ages: the sum of one count for each} */
  public static Denominator inhabitants() {
    return new Denominator(
        "inhabitants",
        "inhabitant",
        (computation, counts, year, formula) -> {
          if (counts.isEmpty()) {
            throw new InvalidComparisonException(
                Problem.MIXED_INPUTS, "inhabitants are of one age group at least, got none");
          }
          List<Integer> groups = IntStream.range(0, counts.size()).boxed().toList();
          double sum = 0;
          for (int g : groups) {
            computation.observed("n" + (g + 1), counts.get(g), year);
            sum += counts.get(g).at(year).value();
          }
          formula.text =
              groups.stream()
                  .map(g -> "{n" + (g + 1) + "}")
                  .collect(Collectors.joining(" + ", "(", ")"));
          return sum;
        });
  }

  private static Series only(String id, List<Series> counts) {
    if (counts.size() != 1) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS, id + " is of one series of counts, got " + counts.size());
    }
    return counts.get(0);
  }

  private static ImmutableList<Period> partsOf(Period year, Series counts) {
    int start = year.startYear();
    return switch (counts.frequency()) {
      case MONTH ->
          IntStream.rangeClosed(1, MONTHS)
              .mapToObj(m -> Period.month(start, m))
              .collect(ImmutableList.toImmutableList());
      case QUARTER ->
          IntStream.rangeClosed(1, 4)
              .mapToObj(q -> Period.quarter(start, q))
              .collect(ImmutableList.toImmutableList());
      default ->
          throw new InvalidComparisonException(
              Problem.MIXED_INPUTS,
              counts.indicator().id()
                  + " has "
                  + counts.frequency()
                  + "s; a mean over the year is of months or quarters");
    };
  }

  private static double sum(
      Computation computation,
      List<Period> periods,
      Function<Period, Series> counts,
      Formula formula) {
    double sum = 0;
    int n = 0;
    for (Period period : periods) {
      computation.observed("n" + ++n, counts.apply(period), period);
      sum += counts.apply(period).at(period).value();
    }
    formula.text =
        IntStream.rangeClosed(1, n)
            .mapToObj(i -> "{n" + i + "}")
            .collect(Collectors.joining(" + ", "(", ")"));
    return sum;
  }

  private static int over(int n, Formula formula) {
    formula.text = "(" + formula.text + " / " + n + ")";
    return n;
  }

  /** {@return the id, which is part of that of the cost: {@code full_year_users}} */
  public String id() {
    return id;
  }

  /** What the cost is per. */
  String word() {
    return word;
  }

  /**
   * {@return how many they are in a year, with this id}
   *
   * @param year the year
   * @param counts the counts that it is made of: one series, but for {@link #inhabitants}
   * @throws InvalidComparisonException if there are too few or too many counts, or of a kind of
   *     period that it cannot be made of
   */
  public Figure at(Period year, Series... counts) {
    Computation computation = new Computation(year);
    Formula formula = new Formula();
    double value = counting.count(computation, List.of(counts), year, formula);
    Indicator indicator = counts[0].indicator();
    return computation.figure(
        new Computation.Result(
            indicator,
            counts[0].region(),
            id,
            Unit.COUNT,
            Math.max(formula.decimals, indicator.decimals())),
        formula.text,
        value);
  }

  /** Adds what it is made of to a computation. */
  Divisor divisor(Computation computation, Period year, List<Series> counts) {
    Formula formula = new Formula();
    double value = counting.count(computation, counts, year, formula);
    return new Divisor(value, formula.text);
  }

  record Divisor(double value, String formula) {}

  /** {@return the id} */
  @Override
  public String toString() {
    return id;
  }
}
