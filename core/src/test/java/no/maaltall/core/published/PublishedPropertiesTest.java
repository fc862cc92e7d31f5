package no.maaltall.core.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.indicator.Rounding;

/** What holds for every expression and every number. */
class PublishedPropertiesTest {

  /**
   * An expression as text and as a computation in doubles, which knows nothing of the parser.
   *
   * @param text the text
   * @param compute the value for a, b and c
   */
  private record Formula(String text, ToDoubleFunction<double[]> compute) {}

  @Provide
  Arbitrary<Formula> formulas() {
    Arbitrary<Formula> names =
        Arbitraries.integers()
            .between(0, 2)
            .map(i -> new Formula(String.valueOf((char) ('a' + i)), x -> x[i]));
    Arbitrary<Formula> constants =
        Arbitraries.of("1", "2", "4", "100", "0.389")
            .map(t -> new Formula(t, x -> Double.parseDouble(t)));
    Arbitrary<Formula> leaves = Arbitraries.frequencyOf(Tuple.of(4, names), Tuple.of(1, constants));
    return deeper(deeper(deeper(leaves, leaves), leaves), deeper(leaves, leaves));
  }

  /** Sums and differences, in which a number may come more than once. */
  @Provide
  Arbitrary<Formula> sums() {
    Arbitrary<Formula> names =
        Arbitraries.integers()
            .between(0, 2)
            .map(i -> new Formula(String.valueOf((char) ('a' + i)), x -> x[i]));
    return Combinators.combine(names, names, names, Arbitraries.integers().between(0, 1))
        .as((x, y, z, operation) -> combined(combined(x, y, operation), z, 1 - operation));
  }

  private static Arbitrary<Formula> deeper(Arbitrary<Formula> left, Arbitrary<Formula> right) {
    return Combinators.combine(left, right, Arbitraries.integers().between(0, 8))
        .as(PublishedPropertiesTest::combined);
  }

  private static Formula combined(Formula l, Formula r, int operation) {
    ToDoubleFunction<double[]> x = l.compute();
    ToDoubleFunction<double[]> y = r.compute();
    String both = l.text() + ", " + r.text();
    return switch (operation) {
      case 0 ->
          new Formula(
              "(" + l.text() + " + " + r.text() + ")",
              v -> x.applyAsDouble(v) + y.applyAsDouble(v));
      case 1 ->
          new Formula(
              "(" + l.text() + " - " + r.text() + ")",
              v -> x.applyAsDouble(v) - y.applyAsDouble(v));
      case 2 ->
          new Formula(
              "(" + l.text() + " * " + r.text() + ")",
              v -> x.applyAsDouble(v) * y.applyAsDouble(v));
      case 3 ->
          new Formula(
              "(" + l.text() + ") / (" + r.text() + ")",
              v -> x.applyAsDouble(v) / y.applyAsDouble(v));
      case 4 ->
          new Formula(
              "growth(" + both + ")", v -> 100 * (y.applyAsDouble(v) / x.applyAsDouble(v) - 1));
      case 5 ->
          new Formula("min(" + both + ")", v -> Math.min(x.applyAsDouble(v), y.applyAsDouble(v)));
      case 6 -> new Formula("(" + l.text() + ")^2", v -> x.applyAsDouble(v) * x.applyAsDouble(v));
      case 7 -> new Formula("abs(" + l.text() + ")", v -> Math.abs(x.applyAsDouble(v)));
      default ->
          new Formula("max(" + both + ")", v -> Math.max(x.applyAsDouble(v), y.applyAsDouble(v)));
    };
  }

  @Provide
  Arbitrary<double[]> numbers() {
    Arbitrary<Double> few = Arbitraries.doubles().between(-1_000, 1_000).ofScale(2);
    Arbitrary<Double> many = Arbitraries.doubles().between(-1_000, 1_000).ofScale(9);
    return Arbitraries.oneOf(few, many)
        .array(Double[].class)
        .ofSize(3)
        .map(boxed -> new double[] {boxed[0], boxed[1], boxed[2]});
  }

  private static Rounded printed(double value, int decimals) {
    return Rounded.of(Rounding.toDecimal(value, decimals), decimals);
  }

  private static PublishedCheck check(Expression expression, double[] values, int decimals) {
    PublishedCheck check = PublishedCheck.of(expression);
    for (String name : expression.names()) {
      check = check.given(name, printed(values[name.charAt(0) - 'a'], decimals));
    }
    return check;
  }

  /** The promise: figures that come from real numbers never contradict them. */
  @Property(tries = 400)
  void whatWasComputedFromRealNumbersIsNoContradiction(
      @ForAll("formulas") Formula formula,
      @ForAll("numbers") double[] numbers,
      @ForAll @IntRange(max = 2) int inputDecimals,
      @ForAll @IntRange(max = 3) int decimals) {
    double value = formula.compute().applyAsDouble(numbers);
    Assume.that(Double.isFinite(value) && Math.abs(value) < 1e12);

    CheckedFigure found =
        check(Expression.parse(formula.text()), numbers, inputDecimals)
            .against(printed(value, decimals));

    assertThat(found.isContradiction()).as(found::explain).isFalse();
  }

  /** The same where nothing was lost in the inputs, and only binary arithmetic blurs ties. */
  @Property(tries = 300)
  void whatWasComputedFromExactNumbersIsNoContradiction(
      @ForAll("formulas") Formula formula, @ForAll("numbers") double[] numbers) {
    double value = formula.compute().applyAsDouble(numbers);
    Assume.that(Double.isFinite(value) && Math.abs(value) < 1e12);
    Expression expression = Expression.parse(formula.text());
    PublishedCheck check = PublishedCheck.of(expression);
    for (String name : expression.names()) {
      BigDecimal exact = BigDecimal.valueOf(numbers[name.charAt(0) - 'a']);
      check = check.given(name, Rounded.of(exact, 2).exact());
    }

    CheckedFigure found = check.against(printed(value, 1));

    assertThat(found.isContradiction()).as(found::explain).isFalse();
  }

  /** Rows of a table that come from the same real numbers are no contradiction together. */
  @Property(tries = 200)
  void aTableOfRealNumbersIsNoContradiction(
      @ForAll("formulas") Formula first,
      @ForAll("formulas") Formula second,
      @ForAll("formulas") Formula third,
      @ForAll("numbers") double[] numbers,
      @ForAll boolean exact) {
    PublishedTable.Builder table = PublishedTable.builder();
    for (int i = 0; i < 3; i++) {
      Rounded input =
          exact ? Rounded.of(BigDecimal.valueOf(numbers[i]), 9).exact() : printed(numbers[i], 1);
      table.number(String.valueOf((char) ('a' + i)), input);
    }
    int row = 0;
    for (Formula formula : List.of(first, second, third)) {
      double value = formula.compute().applyAsDouble(numbers);
      Assume.that(Double.isFinite(value) && Math.abs(value) < 1e12);
      String id = "f" + row++;
      table.number(id, printed(value, 1));
      table.figure(id, formula.text());
    }

    CheckReport report = table.build().check();

    assertThat(report.with(CheckStatus.CONTRADICTION)).as(report::text).isEmpty();
  }

  @Property(tries = 100)
  void exactImpliesPossible(
      @ForAll("formulas") Formula formula,
      @ForAll("numbers") double[] numbers,
      @ForAll @IntRange(max = 2) int decimals) {
    Expression expression = Expression.parse(formula.text());
    PublishedCheck check = check(expression, numbers, decimals);
    Optional<BigDecimal> computed = check.implied().computed();
    Assume.that(
        computed.isPresent() && computed.get().abs().compareTo(BigDecimal.valueOf(1e12)) < 0);

    CheckedFigure found = check.against(printed(computed.orElseThrow().doubleValue(), 12));

    assertThat(
            found
                .possible()
                .orElseThrow()
                .contains(computed.orElseThrow().round(new MathContext(25))))
        .as(found::explain)
        .isTrue();
  }

  /** Knowing less cannot make a figure impossible. */
  @Property(tries = 100)
  void widerInputsContradictNoMore(
      @ForAll("formulas") Formula formula,
      @ForAll("numbers") double[] numbers,
      @ForAll @IntRange(min = -300, max = 300) int off) {
    Expression expression = Expression.parse(formula.text());
    PublishedCheck narrow = check(expression, numbers, 1);
    Optional<BigDecimal> computed = narrow.implied().computed();
    Assume.that(
        computed.isPresent() && computed.get().abs().compareTo(BigDecimal.valueOf(1e12)) < 0);
    double shown = computed.orElseThrow().doubleValue() * (1 + off / 1e4);
    CheckedFigure before = narrow.against(printed(shown, 1));

    for (String tolerance : new String[] {"0.0500001", "0.07", "0.5", "30"}) {
      PublishedCheck wide = PublishedCheck.of(expression);
      for (String name : expression.names()) {
        Rounded input = printed(numbers[name.charAt(0) - 'a'], 1);
        wide = wide.given(name, input.withTolerance(new BigDecimal(tolerance)));
      }
      CheckedFigure after = wide.against(printed(shown, 1));
      if (!before.isContradiction()) {
        assertThat(after.isContradiction()).as(after::explain).isFalse();
      }
    }
  }

  /** What a sum can be is within the sum of what its parts can be. */
  @Property(tries = 300)
  void theIntervalOfASumIsWithinTheSumOfIntervals(
      @ForAll("sums") Formula first,
      @ForAll("sums") Formula second,
      @ForAll("numbers") double[] numbers) {
    Optional<Interval> a = possible(first.text(), numbers);
    Optional<Interval> b = possible(second.text(), numbers);
    Optional<Interval> sum = possible(first.text() + " + " + second.text(), numbers);
    Assume.that(a.isPresent() && b.isPresent() && sum.isPresent());

    // Every operation widens what is reached by a little, so that a longer formula has more of it.
    BigDecimal noise = new BigDecimal("1E-9");
    Interval parts = IntervalMath.add(a.get(), b.get());
    Assume.that(parts.low().isPresent() && parts.high().isPresent());
    Interval loose =
        Interval.closed(
            parts.low().orElseThrow().subtract(noise), parts.high().orElseThrow().add(noise));

    assertThat(loose.contains(sum.get())).as(() -> loose + " " + sum.get()).isTrue();
  }

  private static Optional<Interval> possible(String text, double[] numbers) {
    return check(Expression.parse(text), numbers, 1).implied().possible();
  }

  /** Text in Norwegian and English habits alike comes to the same number. */
  @Property(tries = 100)
  void inlineInputsAreAsTheirIds(
      @ForAll("numbers") double[] numbers, @ForAll("formulas") Formula formula) {
    Expression expression = Expression.parse(formula.text());
    PublishedTable.Builder table = PublishedTable.builder();
    ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
    for (String name : expression.names()) {
      String text = String.format(Locale.ROOT, "%.1f", numbers[name.charAt(0) - 'a']);
      table.number("row:" + name, text.replace('.', ','));
      inputs.put(name, "row:" + name);
    }
    table.figure(new PublishedFigure("f", "", expression, inputs.buildOrThrow(), Optional.empty()));

    CheckedFigure found = table.build().check().figure("f");

    assertThat(found.status()).isIn(CheckStatus.IMPLIED, CheckStatus.UNDECIDED);
    found
        .computed()
        .ifPresent(
            c ->
                assertThat(found.possible().orElseThrow().contains(c.round(new MathContext(25))))
                    .isTrue());
  }
}
