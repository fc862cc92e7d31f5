package no.maaltall.kostra.comparison;

import java.util.List;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * What a service costs per user: {@code f · expenses / denominator}.
 *
 * <p>Missing when the expenses or a count is, and when there are no users (caveat {@code
 * ZERO_DENOMINATOR}). The id of the figures names the denominator: {@code
 * unit_cost_per_full_year_users}.
 *
 * <pre>{@code
 * UnitCost.per(Denominator.fullYearUsers()).at(expenses, year, placeMonths).text();
 *     // 20 878 214 kr / (53 / 12) = "4 727 143 kr per bruker"
 * }</pre>
 */
public final class UnitCost {
  private final Denominator denominator;
  private final double factor;
  private final String word;

  private UnitCost(Denominator denominator, double factor, String word) {
    this.denominator = denominator;
    this.factor = factor;
    this.word = word;
  }

  /**
   * {@return the cost per unit of a denominator}
   *
   * @param denominator how many it is divided by
   */
  public static UnitCost per(Denominator denominator) {
    return new UnitCost(denominator, 1, denominator.word());
  }

  /**
   * {@return the same cost times a factor: 1 000 from thousands of kroner to kroner}
   *
   * @param by the factor, finite and not 0
   * @throws InvalidComparisonException if it is not, or if the product of all factors is not
   */
  public UnitCost times(double by) {
    return new UnitCost(denominator, CostUnits.factor(factor * by), word);
  }

  /**
   * {@return the same cost, called per something else: {@code place}}
   *
   * @param newWord a word for what it is per, in English, singular
   */
  public UnitCost called(String newWord) {
    return new UnitCost(denominator, factor, newWord);
  }

  /**
   * {@return the cost in a year}
   *
   * @param expenses the expenses, yearly
   * @param year the year
   * @param counts the counts that the denominator is made of
   * @throws InvalidComparisonException if they are not money, or the counts are not what the
   *     denominator needs or of another region
   */
  public Figure at(Series expenses, Period year, Series... counts) {
    Indicator indicator = expenses.indicator();
    if (!indicator.unit().kind().isMoney()) {
      throw new InvalidComparisonException(
          Problem.MIXED_BASES, indicator.id() + " (" + indicator.unit() + ") is not money");
    }
    for (Series count : counts) {
      if (!count.region().code().equals(expenses.region().code())) {
        throw new InvalidComparisonException(
            Problem.MIXED_INPUTS,
            "expenses of " + expenses.region().code() + ", users of " + count.region().code());
      }
    }
    Computation computation = new Computation(year).observed("x", expenses);
    Denominator.Divisor divisor = denominator.divisor(computation, year, List.of(counts));
    if (!computation.status().isMissing()) {
      computation.denominator(divisor.value());
    }
    boolean scaled = factor != 1;
    if (scaled) {
      computation.constant("f", factor, Unit.RATIO, CostUnits.decimals(factor));
    }
    return computation.figure(
        new Computation.Result(
            indicator,
            expenses.region(),
            "unit_cost_per_" + denominator.id(),
            CostUnits.unit(indicator.unit(), factor, word),
            0),
        (scaled ? "{f} · " : "") + "{x} / " + divisor.formula(),
        RatioDefinition.value(expenses.at(year).value(), divisor.value(), factor));
  }
}
