package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * How a figure follows from others: {@code 100*(b/a-1)}.
 *
 * <p>Numbers with a decimal point, names ({@code a}, {@code b}, {@code total}), {@code + - * / ^ (
 * )}, and functions:
 *
 * <ul>
 *   <li>{@code sum(a, b, ...)}, {@code mean(a, b, ...)}, {@code min(a, b, ...)}, {@code max(a, b,
 *       ...)}, {@code abs(a)}, {@code round(a, decimals)} (half away from zero)
 *   <li>{@code change(from, to)} = to − from; {@code growth(from, to)} = 100 · (to / from − 1);
 *       {@code mean_annual_change(from, to, years)} = (to − from) / years; {@code
 *       mean_annual_growth(from, to, years)} = 100 · ((to / from)^(1/years) − 1)
 *   <li>{@code share(part, whole)} = 100 · part / whole; {@code index(base, value)} = 100 · value /
 *       base; {@code nearest_share(share, whole)} = the share of the whole number of things whose
 *       share is nearest: 100 · round(share · whole / 100, 0) / whole
 * </ul>
 *
 * <p>{@code ^} binds tightest and to the right, then signs, then {@code * /}, then {@code + -}. A
 * text is at most 10 000 characters, 100 levels and 2 000 operations. Two expressions are equal
 * when their texts are.
 */
public final class Expression {
  private final String text;
  private final ImmutableList<Step> steps;
  private final ImmutableSet<String> names;

  private Expression(String text, ExpressionParser parser) {
    this.text = text;
    this.steps = parser.steps();
    this.names = parser.names();
  }

  /**
   * {@return the expression that a text denotes}
   *
   * @param text the text
   * @throws ExpressionException if it denotes none; it says at which character
   */
  @JsonCreator
  public static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    parser.parse();
    return new Expression(text, parser);
  }

  /**
   * {@return the expression of a measure}
   *
   * <p>{@code value}, {@code sum}, {@code difference} (a − b), {@code change[_K]}, {@code
   * total_change_N}, {@code relative_change[_K]}, {@code growth}, {@code mean_annual_change_N},
   * {@code mean_annual_growth_N}, {@code arithmetic_mean_annual_growth} (of all inputs, in order),
   * {@code index[_PERIOD]}, {@code share}, {@code coverage}, {@code ratio}, {@code complement} (100
   * − a), {@code distance_to_target:VALUE}, {@code efficiency_gap} (how many per cent a production
   * that is a per cent below and expenses that are b per cent below make the efficiency lower).
   *
   * @param measure the id of the measure
   * @param inputs the names of the inputs, in order
   * @throws no.maaltall.core.indicator.UnknownCodeException if there is no such measure
   * @throws IllegalArgumentException if it takes another number of inputs
   */
  public static Expression ofMeasure(String measure, List<String> inputs) {
    return parse(MeasureExpressions.text(measure, inputs));
  }

  /** {@return the names in it, in the order that they come} */
  public ImmutableSet<String> names() {
    return names;
  }

  ImmutableList<Step> steps() {
    return steps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression e && e.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the text} */
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
