package no.maaltall.core.published;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;

/**
 * The check of one printed figure: can it follow from the printed numbers?
 *
 * <pre>{@code
 * CheckedFigure growth =
 *     PublishedCheck.of("growth(a, b)").given("a", "282,5").given("b", "317,1").against("12,3 %");
 * growth.status();    // CONSISTENT: 12.25 prints as 12,2, but 282.46 and 317.14 give 12.28
 * growth.possible();  // (12.210..., 12.285...)
 *
 * PublishedCheck.of("share(a, b)").givenExactly("a", "170").givenExactly("b", "825").against("20,6 %");
 * PublishedCheck.of("a+b+c").given("a", "1,0").given("b", "2,0").given("c", "3,0").against("6,2"); // CONTRADICTION
 * }</pre>
 *
 * <p>A check never finds a contradiction where the figure was computed from real numbers, exactly
 * or in binary arithmetic, and all were printed with half rounded away from zero: intervals are
 * rounded outward. Immutable; for figures that share inputs see {@link PublishedTable}.
 */
public final class PublishedCheck {
  private final Expression expression;
  private final ImmutableMap<String, Rounded> inputs;

  private PublishedCheck(Expression expression, ImmutableMap<String, Rounded> inputs) {
    this.expression = expression;
    this.inputs = inputs;
  }

  /**
   * {@return a check of a figure that follows by an expression, without inputs as yet}
   *
   * @param expression the expression; see {@link Expression}
   * @throws ExpressionException if it is none
   */
  public static PublishedCheck of(String expression) {
    return of(Expression.parse(expression));
  }

  /**
   * {@return a check of a figure that follows by an expression, without inputs as yet}
   *
   * @param expression the expression
   */
  public static PublishedCheck of(Expression expression) {
    return new PublishedCheck(expression, ImmutableMap.of());
  }

  /**
   * {@return a check of a measure of printed numbers, which are named a, b, c ... in their order}
   *
   * @param measure the id of the measure; see {@link Expression#ofMeasure}
   * @param printed the numbers as printed
   * @throws no.maaltall.core.indicator.UnknownCodeException if there is no such measure
   * @throws no.maaltall.core.indicator.InvalidNotationException if one is no printed number
   */
  public static PublishedCheck ofMeasure(String measure, String... printed) {
    List<String> names = InputNames.first(printed.length);
    PublishedCheck check = of(Expression.ofMeasure(measure, names));
    for (int i = 0; i < printed.length; i++) {
      check = check.given(names.get(i), printed[i]);
    }
    return check;
  }

  /**
   * {@return the same with an input}
   *
   * @param name its name in the expression
   * @param printed the number as printed; see {@link Rounded#parse(String)}
   * @throws no.maaltall.core.indicator.InvalidNotationException if it is no printed number
   */
  public PublishedCheck given(String name, String printed) {
    return given(name, Rounded.parse(printed));
  }

  /**
   * {@return the same with an input that was not rounded: a count, a parameter}
   *
   * @param name its name in the expression
   * @param printed the number as printed
   * @throws no.maaltall.core.indicator.InvalidNotationException if it is no printed number
   */
  public PublishedCheck givenExactly(String name, String printed) {
    return given(name, Rounded.parse(printed).exact());
  }

  /**
   * {@return the same with an input}
   *
   * @param name its name in the expression
   * @param number the number
   * @throws IllegalArgumentException if the expression has no such name
   */
  public PublishedCheck given(String name, Rounded number) {
    if (!expression.names().contains(name)) {
      throw new IllegalArgumentException(
          "no " + name + " in " + expression + "; names: " + expression.names());
    }
    return new PublishedCheck(
        expression,
        ImmutableMap.<String, Rounded>builder()
            .putAll(inputs)
            .put(name, number)
            .buildKeepingLast());
  }

  /**
   * {@return the finding}
   *
   * @param printed the figure as printed
   * @throws no.maaltall.core.indicator.InvalidNotationException if it is no printed number
   * @throws IllegalArgumentException if an input is missing
   */
  public CheckedFigure against(String printed) {
    return against(Rounded.parse(printed));
  }

  /**
   * {@return the finding}
   *
   * @param printed the figure
   * @throws IllegalArgumentException if an input is missing
   */
  public CheckedFigure against(Rounded printed) {
    return check(Optional.of(printed));
  }

  /**
   * {@return what the figure must be, when it is not printed: status {@code IMPLIED}}
   *
   * @throws IllegalArgumentException if an input is missing
   */
  public CheckedFigure implied() {
    return check(Optional.empty());
  }

  private CheckedFigure check(Optional<Rounded> printed) {
    PublishedTable.requireInputs("the check", expression.names(), inputs.keySet());
    return new SingleCheck("", "", inputs).figure(expression, printed);
  }
}
