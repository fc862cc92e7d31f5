package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.json.MaaltallModule;

/**
 * What holds for every measure. A subclass says for one kind which measures there are, what each
 * should give, computed in another way, and how far from that it may be.
 */
abstract class MeasureContract {
  /**
   * What a measure should give.
   *
   * @param value NaN when there is no answer
   * @param inputs the ordinals of the observations that it needs, there or not
   * @param lack whether it needs more that cannot even be named
   */
  record Expected(double value, Set<Integer> inputs, Lack lack) {
    static Expected of(double value, Integer... inputs) {
      return new Expected(value, new TreeSet<>(List.of(inputs)), Lack.NOTHING);
    }

    static Expected lacking(Integer... inputs) {
      return new Expected(Double.NaN, new TreeSet<>(List.of(inputs)), Lack.BASE);
    }

    static Expected tooFew(Integer... inputs) {
      return new Expected(Double.NaN, new TreeSet<>(List.of(inputs)), Lack.VALUES);
    }
  }

  /** What a measure may need that cannot be named. */
  enum Lack {
    /** Nothing. */
    NOTHING,
    /** The value that is compared with: it lies before time, or nowhere. */
    BASE,
    /** Enough values, whichever: then the status of no particular one is the reason. */
    VALUES
  }

  /** The measures of this kind. */
  abstract List<Measure> measures();

  /** How far a result may be from the expected one, relative to the larger of it and the values. */
  abstract double tolerance();

  /** The result for an ordinal of the series, computed in another way. */
  abstract Expected expected(Measure measure, Series series, int ordinal);

  /** What becomes of a result when all values are multiplied with k. */
  abstract double scaled(Measure measure, double result, double k);

  /** What becomes of a result when c is added to all values; NaN when there is no law. */
  abstract double shifted(Measure measure, double result, double c);

  /** Whether a result is of one value, and so has that value's status whatever it is. */
  boolean isOfOneValue() {
    return false;
  }

  @Provide
  Arbitrary<Measure> anyMeasure() {
    return Arbitraries.of(measures());
  }

  @Provide
  Arbitrary<Series> mixed() {
    return SeriesArbitraries.mixed();
  }

  @Provide
  Arbitrary<Series> plain() {
    return SeriesArbitraries.plain();
  }

  @Provide
  Arbitrary<Series> extreme() {
    return SeriesArbitraries.extreme();
  }

  // The observations that a measure may need, found without the series' own search.

  static double value(Series series, int ordinal) {
    return observation(series, ordinal).value();
  }

  static Observation observation(Series series, int ordinal) {
    for (int i = 0; i < series.size(); i++) {
      if (series.period(i).ordinal() == ordinal) {
        return new Observation(series.valueAt(i), series.statusAt(i));
      }
    }
    return Observation.missing();
  }

  static List<Integer> withValue(Series series, int from, int to) {
    return series.periods().stream()
        .map(Period::ordinal)
        .filter(o -> o >= from && o <= to && !Double.isNaN(value(series, o)))
        .toList();
  }

  static int perYear(Series series) {
    return series.frequency().periodsPerYear();
  }

  /** The number at the end of the id, or another one when it has none. */
  static int number(Measure measure, int otherwise) {
    String digits = measure.id().replaceFirst("^.*?([0-9]*)$", "$1");
    return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }

  // The contract.

  @Property
  void givesWhatAnotherComputationGives(
      @ForAll("anyMeasure") Measure measure, @ForAll("mixed") Series series) {
    for (Period period : periodsAround(series)) {
      verify(measure, series, period);
    }
  }

  @Example
  void holdsForSeriesOfNextToNothing() {
    for (Measure measure : measures()) {
      for (String text :
          List.of(
              "2018=M",
              "2018=Q",
              "2018=5",
              "2018=0",
              "2018=-5",
              "2018=5B",
              "2017=M 2018=5",
              "2017=5 2018=M",
              "2016=Q 2017=5 2018=6 2019=L",
              "2017=0 2018=0",
              "2017=5 2018=5",
              "2014=1 2018=2",
              "2018-01=1",
              "2018-Q1=1 2018-Q2=2",
              "2018/2019=5 2019/2020=Q",
              "0001=1 0002=2",
              "9997=1 9998=2",
              "2017=1 2018=Q 2019=3 2020=M 2021=5")) {
        Series series = SeriesText.parse(SeriesArbitraries.WITH_TARGET, text);
        for (Period period : periodsAround(series)) {
          verify(measure, series, period);
        }
      }
    }
  }

  /** All its periods, those in its gaps, and one before and after where time has them. */
  private static List<Period> periodsAround(Series series) {
    Period first = series.period(0);
    Period last = series.period(series.size() - 1);
    int from = Math.max(first.ordinal() - 1, perYear(series));
    int to = Math.min(last.ordinal() + 1, (Period.MAX_YEAR + 1) * perYear(series) - 1);
    return IntStream.rangeClosed(from, to)
        .mapToObj(o -> Period.ofOrdinal(series.frequency(), o))
        .toList();
  }

  private void verify(Measure measure, Series series, Period period) {
    Figure figure = measure.at(series, period);
    Expected expected = expected(measure, series, period.ordinal());
    String what = measure + " at " + period + " of " + series;

    assertClose(what, figure.value(), expected.value(), largest(series));
    assertThat(figure.status()).as(what).isEqualTo(expectedStatus(series, expected));
    assertThat(figure.measure()).isEqualTo(measure.id());
    assertThat(figure.period()).isEqualTo(period);
    assertThat(figure.unit()).isEqualTo(measure.unit(series.indicator()));
    assertThat(figure.decimals()).isEqualTo(measure.decimals(series.indicator()));
    verifyCaveats(what, figure, series, expected);
    verifyExplanation(what, figure, series, expected);
  }

  /** Heaviest of the inputs; B only when they lie on both sides of a break, unless it is one. */
  private ObservationStatus expectedStatus(Series series, Expected expected) {
    if (expected.lack() == Lack.VALUES) {
      return ObservationStatus.MISSING;
    }
    ObservationStatus status = ObservationStatus.NORMAL;
    for (int ordinal : expected.inputs()) {
      ObservationStatus input = observation(series, ordinal).status();
      boolean mark = input == ObservationStatus.BREAK && !isOfOneValue();
      status = status.combine(mark ? ObservationStatus.NORMAL : input);
    }
    if (expected.lack() == Lack.BASE || (Double.isNaN(expected.value()) && !status.isMissing())) {
      return status.combine(ObservationStatus.MISSING);
    }
    if (crossesBreak(series, expected.inputs()) && !status.isMissing()) {
      return status.combine(ObservationStatus.BREAK);
    }
    return status;
  }

  private static boolean crossesBreak(Series series, Set<Integer> inputs) {
    if (inputs.isEmpty()) {
      return false;
    }
    Period first = Period.ofOrdinal(series.frequency(), Collections.min(inputs));
    Period last = Period.ofOrdinal(series.frequency(), Collections.max(inputs));
    return series.breaks().stream().map(SeriesBreak::from).anyMatch(b -> isBetween(b, first, last))
        || series.periods().stream()
            .filter(p -> observation(series, p.ordinal()).status() == ObservationStatus.BREAK)
            .anyMatch(b -> isBetween(b, first, last));
  }

  private static boolean isBetween(Period from, Period first, Period last) {
    return from.startDate().isAfter(first.startDate())
        && !from.startDate().isAfter(last.startDate());
  }

  private static void verifyCaveats(String what, Figure figure, Series series, Expected expected) {
    assertThat(figure.caveats()).as(what).doesNotHaveDuplicates();
    assertThat(figure.caveats()).map(Caveat::kind).as(what).isSorted();
    if (figure.isMissing()) {
      assertThat(figure.caveats()).as("a missing figure says why: " + what).isNotEmpty();
    } else {
      assertThat(figure.has(Caveat.Kind.BREAK_IN_SERIES))
          .as(what)
          .isEqualTo(crossesBreak(series, expected.inputs()));
      assertThat(figure.has(Caveat.Kind.MISSING_INPUT)).as(what).isFalse();
    }
    for (int ordinal : expected.inputs()) {
      if (observation(series, ordinal).status() == ObservationStatus.PROVISIONAL
          && expected.lack() == Lack.NOTHING
          && !figure.has(Caveat.Kind.TOO_FEW_VALUES)) {
        Period period = Period.ofOrdinal(series.frequency(), ordinal);
        assertThat(figure.caveats())
            .as(what)
            .contains(Caveat.of(Caveat.Kind.PROVISIONAL_INPUT, period));
      }
    }
  }

  private static void verifyExplanation(
      String what, Figure figure, Series series, Expected expected) {
    Set<Integer> observed =
        figure.derivation().operands().stream()
            .filter(o -> o.role() == Operand.Role.OBSERVED)
            .map(o -> o.period().orElseThrow().ordinal())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(observed).as(what).isEqualTo(expected.inputs());
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      String explanation = figure.explain(locale);
      for (int ordinal : expected.inputs()) {
        Period period = Period.ofOrdinal(series.frequency(), ordinal);
        assertThat(explanation)
            .as(what)
            .containsPattern("\n  [^\n]+ \\[" + period + "]: Pedagogiske ledere, Bærum");
      }
      for (Caveat caveat : figure.caveats()) {
        assertThat(explanation).endsWith(figure.caveats().isEmpty() ? "" : lastOf(figure, locale));
        assertThat(explanation).contains(": " + caveat.text(locale));
      }
    }
  }

  private static String lastOf(Figure figure, Locale locale) {
    return figure.caveats().get(figure.caveats().size() - 1).text(locale);
  }

  @Property
  void theSeriesOfResultsIsTheFiguresToTheLastBit(
      @ForAll("anyMeasure") Measure measure, @ForAll("mixed") Series series) {
    verifySeriesOfResults(measure, series);
  }

  @Property
  void extremeValuesAreNeverInfiniteAndNeverDiffer(
      @ForAll("anyMeasure") Measure measure, @ForAll("extreme") Series series) {
    verifySeriesOfResults(measure, series);
  }

  private static void verifySeriesOfResults(Measure measure, Series series) {
    Series results = measure.over(series);

    assertThat(results.periods()).isEqualTo(series.periods());
    assertThat(results.asOf()).isEqualTo(series.asOf());
    assertThat(results.indicator().unit()).isEqualTo(measure.unit(series.indicator()));
    assertThat(results.indicator().decimals()).isEqualTo(measure.decimals(series.indicator()));
    for (int i = 0; i < series.size(); i++) {
      Figure figure = measure.at(series, series.period(i));
      double result = results.valueAt(i);
      String what = measure + " at " + series.period(i) + " of " + series;

      assertThat(Double.doubleToLongBits(result))
          .as("%s: %s and %s", what, result, figure.value())
          .isEqualTo(Double.doubleToLongBits(figure.value()));
      assertThat(results.statusAt(i)).as(what).isEqualTo(figure.status());
      assertThat(Double.isInfinite(result)).as(what).isFalse();
      assertThat(Double.isNaN(result)).as(what).isEqualTo(results.statusAt(i).isMissing());
      if (figure.isMissing()) {
        assertThat(figure.caveats()).as("a missing figure says why: " + what).isNotEmpty();
      }
    }
  }

  @Property(tries = 50)
  void theFigureOfASeriesIsThatAsOfItsPeriod(
      @ForAll("anyMeasure") Measure measure, @ForAll("mixed") Series series) {
    assertThat(measure.of(series)).isEqualTo(measure.at(series, series.asOf()));
    Series earlier = series.asOf(series.period(0));
    assertThat(measure.of(earlier)).isEqualTo(measure.at(series, series.period(0)));
  }

  @Property(tries = 50)
  void theOrderOfInsertionDoesNotMatter(
      @ForAll("anyMeasure") Measure measure,
      @ForAll("mixed") Series series,
      @ForAll Random random) {
    List<Period> periods = new ArrayList<>(series.periods());
    Collections.shuffle(periods, random);
    Series.Builder builder = Series.builder(series.indicator(), series.region());
    periods.forEach(p -> builder.add(p, series.at(p)));
    series.breaks().forEach(builder::addBreak);

    assertThat(measure.of(builder.build())).isEqualTo(measure.of(series));
  }

  @Property
  void scalingTheValuesMovesTheResultAsTheFormulaSays(
      @ForAll("anyMeasure") Measure measure, @ForAll("plain") Series series) {
    for (double k : new double[] {-3, -1, 0.5, 1000}) {
      verifyLaw(measure, series, x -> k * x, r -> scaled(measure, r, k));
    }
  }

  @Property
  void shiftingTheValuesMovesTheResultAsTheFormulaSays(
      @ForAll("anyMeasure") Measure measure, @ForAll("plain") Series series) {
    for (double c : new double[] {-100, 0.25, 1000}) {
      if (!Double.isNaN(shifted(measure, 1, c))) {
        verifyLaw(measure, series, x -> x + c, r -> shifted(measure, r, c));
      }
    }
  }

  private void verifyLaw(
      Measure measure, Series series, DoubleUnaryOperator ofValues, DoubleUnaryOperator ofResult) {
    Series.Builder builder = Series.builder(series.indicator(), series.region());
    for (int i = 0; i < series.size(); i++) {
      builder.add(series.period(i), Observation.of(ofValues.applyAsDouble(series.valueAt(i))));
    }
    Series moved = builder.build();
    Series before = measure.over(series);
    Series after = measure.over(moved);
    for (int i = 0; i < series.size(); i++) {
      double expected = ofResult.applyAsDouble(before.valueAt(i));
      assertClose(
          measure + " at " + series.period(i) + " of " + moved,
          after.valueAt(i),
          expected,
          Math.max(largest(series), largest(moved)));
    }
  }

  private static double largest(Series series) {
    return IntStream.range(0, series.size())
        .mapToDouble(i -> Math.abs(series.valueAt(i)))
        .filter(v -> !Double.isNaN(v))
        .max()
        .orElse(1);
  }

  private void assertClose(String what, double actual, double expected, double size) {
    if (Double.isNaN(expected) || Double.isNaN(actual)) {
      assertThat(Double.isNaN(actual))
          .as("%s: expected %s, got %s", what, expected, actual)
          .isEqualTo(Double.isNaN(expected));
      return;
    }
    double allowed = tolerance() * Math.max(size, Math.abs(expected));
    assertThat(Math.abs(actual - expected))
        .as("%s: expected %s, got %s", what, expected, actual)
        .isLessThanOrEqualTo(allowed);
  }

  @Property(tries = 50)
  void aFigureReadsBackFromJson(
      @ForAll("anyMeasure") Measure measure, @ForAll("mixed") Series series)
      throws JsonProcessingException {
    Figure figure = measure.of(series);
    String json = MaaltallModule.mapper().writeValueAsString(figure);

    assertThat(MaaltallModule.mapper().readValue(json, Figure.class)).isEqualTo(figure);
    assertThat(json).doesNotContain("NaN");
  }

  @Example
  void theIdDenotesTheMeasure() {
    for (Measure measure : measures()) {
      assertThat(Measure.parse(measure.id())).isEqualTo(measure).hasSameHashCodeAs(measure);
      assertThat(Measure.parse(measure.id()).getClass()).isEqualTo(measure.getClass());
      assertThat(measure).hasToString(measure.id());
      assertThat(measure.name(Locale.ROOT)).isNotBlank();
      assertThat(measure.name(Locale.ENGLISH)).isNotBlank();
    }
  }

  @Example
  void refusesAPeriodOfAnotherKind() {
    Series series = Series.ofYears(SeriesArbitraries.PERCENTAGE, Region.of("3201"), 2018, 1, 2);
    for (Measure measure : measures()) {
      assertThatExceptionOfType(FrequencyMismatchException.class)
          .as(measure.id())
          .isThrownBy(() -> measure.at(series, Period.schoolYear(2018)))
          .withMessage(
              "series bhg.pedledere in 3201: expected a calendar year, got the school year"
                  + " 2018/2019");
    }
  }
}
