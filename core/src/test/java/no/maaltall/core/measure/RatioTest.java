package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One series over another, in a region and over regions. */
class RatioTest {
  private static final Period YEAR = Period.year(2018);
  private static final Indicator PLACES =
      Indicator.builder().id("bhg.plasser").name("Barn med plass").build();
  private static final Indicator CHILDREN =
      Indicator.builder().id("bhg.barn").name("Barn 1–5 år").build();
  private static final Indicator EXPENSES =
      Indicator.builder().id("bhg.utgifter").name("Utgifter").unit(Unit.KNOK).build();

  private static Series series(Indicator indicator, String region, double value) {
    return Series.ofYears(indicator, Region.of(region), 2018, value);
  }

  private static Series suppressed(Indicator indicator, String region) {
    return Series.builder(indicator, Region.of(region))
        .add("2018", Double.NaN, ObservationStatus.SUPPRESSED)
        .build();
  }

  private static List<String> codes(Figure figure) {
    return figure.caveats().stream().map(Caveat::code).toList();
  }

  @Test
  void aCoverageIsInPercentAndMayExceedAHundred() {
    Figure coverage = Ratio.percent().of(series(PLACES, "3201", 51), series(CHILDREN, "3201", 50));

    assertThat(coverage.value()).isEqualTo(102);
    assertThat(coverage.text()).isEqualTo("102,0\u00a0%");
    assertThat(coverage.measure()).isEqualTo("ratio");
    assertThat(coverage.caveats()).isEmpty();
    assertThat(coverage.explain().replace('\u00a0', ' '))
        .isEqualTo(
            """
            100 · 51 [2018] / 50 [2018] = 102,00 %
              51 [2018]: Barn med plass, 3201
              50 [2018]: Barn 1–5 år, 3201\
            """);
  }

  @Test
  void aUnitCostIsInKronerPerWhatIsCounted() {
    Figure cost =
        Ratio.times(1000).of(series(EXPENSES, "3201", 7500), series(CHILDREN, "3201", 50));

    assertThat(cost.value()).isEqualTo(150_000);
    assertThat(cost.unit()).isEqualTo(Unit.parse("NOK/count"));
  }

  @Test
  void aShareIsOfTheSameUnit() {
    Indicator wages = Indicator.builder().id("lonn").unit(Unit.KNOK).build();

    Figure share = Ratio.shareOfWhole().of(series(wages, "3201", 30), series(EXPENSES, "3201", 40));

    assertThat(share.value()).isEqualTo(75);
    assertThat(share.unit()).isEqualTo(Unit.PERCENT);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ratio.shareOfWhole().of(series(PLACES, "3201", 1), series(EXPENSES, "3201", 1)))
        .withMessage(
            "share_of_parent of bhg.plasser (count) and bhg.utgifter (kNOK):"
                + " the units must be the same");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ratio.relativeTo().over(series(PLACES, "3201", 1), series(EXPENSES, "EKA", 1)));
  }

  @Test
  void aComparisonIsAnIndexAndMayBeWithAnotherRegion() {
    Figure index = Ratio.relativeTo().of(series(PLACES, "3201", 45), series(PLACES, "ASSS", 50));

    assertThat(index.value()).isEqualTo(90);
    assertThat(index.unit()).isEqualTo(Unit.INDEX);
    assertThat(index.region()).isEqualTo(Region.of("3201"));
    assertThat(index.explain()).contains("Barn med plass, 3201").contains("Barn med plass, ASSS");
  }

  @Test
  void aDefiningRatioGivesTheIndicatorsOwnFigure() {
    Indicator coverage =
        Indicator.builder()
            .id("bhg.dekning")
            .unit(Unit.PERCENT)
            .decimals(2)
            .ratio(new RatioDefinition("bhg.plasser", "bhg.barn", 100))
            .build();

    Figure figure =
        Ratio.defining(coverage).of(series(PLACES, "3201", 1), series(CHILDREN, "3201", 3));

    assertThat(figure.indicator()).isEqualTo(coverage);
    assertThat(figure.measure()).isEqualTo("value");
    assertThat(figure.text()).isEqualTo("33,33\u00a0%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratio.defining(PLACES))
        .withMessage("bhg.plasser is not defined as a ratio");
  }

  @Test
  void aDenominatorOfZeroGivesNoValue() {
    for (double numerator : new double[] {0, 5, -5}) {
      Figure figure =
          Ratio.percent().of(series(PLACES, "3201", numerator), series(CHILDREN, "3201", 0));

      assertThat(figure.value()).isNaN();
      assertThat(figure.status()).isEqualTo(ObservationStatus.MISSING);
      assertThat(codes(figure)).containsExactly("zero_denominator: 2018");
    }
  }

  @Test
  void anOverflowGivesNoValueWhereverItIs() {
    Figure above = Ratio.percent().of(series(PLACES, "1", 1e308), series(CHILDREN, "1", 1));
    List<Series> ones = List.of(series(PLACES, "1", 1), series(PLACES, "2", 1));
    List<Series> huge = List.of(series(CHILDREN, "1", 1.7e308), series(CHILDREN, "2", 1.7e308));
    Figure below = Ratio.percent().total(ones, huge, Region.of("A"), YEAR, MissingRegions.REFUSE);

    for (Figure figure : List.of(above, below)) {
      assertThat(figure.value()).isNaN();
      assertThat(codes(figure)).containsExactly("overflow: 2018");
    }
  }

  @Test
  void refusesAFactorOfNothing() {
    for (double factor : new double[] {0, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Ratio.times(factor))
          .withMessage("a factor is finite and not 0, got " + factor);
    }
  }

  @Test
  void refusesPeriodsOfTwoKinds() {
    Series years = series(PLACES, "3201", 1);
    Series schoolYears = Series.builder(CHILDREN, Region.of("3201")).add("2018/2019", 1).build();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> Ratio.percent().of(years, schoolYears),
            () -> Ratio.percent().at(years, schoolYears, YEAR),
            () -> Ratio.percent().over(years, schoolYears))) {
      assertThatExceptionOfType(FrequencyMismatchException.class)
          .isThrownBy(call)
          .withMessage(
              "ratio of bhg.plasser to bhg.barn: expected a calendar year,"
                  + " got the school year 2018/2019");
    }
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> Ratio.percent().at(years, years, Period.month(2018, 1)));
  }

  @Test
  void refusesTwoRegionsUnlessItComparesThem() {
    Series here = series(PLACES, "3201", 1);
    Series there = series(CHILDREN, "3205", 1);

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> Ratio.percent().of(here, there), () -> Ratio.percent().over(here, there))) {
      assertThatIllegalArgumentException()
          .isThrownBy(call)
          .withMessage("region 3201 above the line, 3205 below it");
    }
  }

  @Test
  void aTotalIsTheSumOverTheSumAndNotTheMeanOfRatios() {
    List<Series> places = List.of(series(PLACES, "1", 90), series(PLACES, "2", 1));
    List<Series> children = List.of(series(CHILDREN, "1", 100), series(CHILDREN, "2", 10));

    Figure total =
        Ratio.percent().total(places, children, Region.of("A"), YEAR, MissingRegions.REFUSE);

    assertThat(total.value()).isCloseTo(100 * 91 / 110.0, within(1e-12)).isNotEqualTo(50);
    assertThat(total.region()).isEqualTo(Region.of("A"));
    assertThat(total.explain().replace('\u00a0', ' '))
        .isEqualTo(
            """
            100 · (90 [2018] + 1 [2018]) / (100 [2018] + 10 [2018]) = 82,73 %
              90 [2018]: Barn med plass, 1
              100 [2018]: Barn 1–5 år, 1
              1 [2018]: Barn med plass, 2
              10 [2018]: Barn 1–5 år, 2\
            """);
  }

  @Test
  void aMissingRegionMakesTheTotalMissingOrIsLeftOutAndNamed() {
    List<Series> places =
        List.of(series(PLACES, "1", 90), suppressed(PLACES, "2"), series(PLACES, "3", 5));
    List<Series> children =
        List.of(series(CHILDREN, "1", 100), series(CHILDREN, "2", 10), suppressed(CHILDREN, "3"));
    Region all = Region.of("A");

    Figure refused = Ratio.percent().total(places, children, all, YEAR, MissingRegions.REFUSE);
    Figure leftOut = Ratio.percent().total(places, children, all, YEAR, MissingRegions.LEAVE_OUT);

    assertThat(refused.value()).isNaN();
    assertThat(refused.status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(codes(refused)).containsExactly("missing_input: 2018 Q");
    assertThat(leftOut.value()).isEqualTo(90);
    assertThat(leftOut.status()).isEqualTo(ObservationStatus.NORMAL);
    assertThat(codes(leftOut)).containsExactly("regions_left_out: 2, 3");
  }

  @Test
  void aTotalOfNothingIsMissingAndNeverZero() {
    Figure total =
        Ratio.percent()
            .total(
                List.of(suppressed(PLACES, "1")),
                List.of(series(CHILDREN, "1", 10)),
                Region.of("A"),
                YEAR,
                MissingRegions.LEAVE_OUT);

    assertThat(total.value()).isNaN();
    assertThat(total.status()).isEqualTo(ObservationStatus.MISSING);
    assertThat(codes(total)).containsExactly("regions_left_out: 1");
    assertThat(total.explain(Locale.ENGLISH))
        .isEqualTo("100 · a / b = -\n  Note: regions without values are left out: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ratio.percent()
                    .total(List.of(), List.of(), Region.of("A"), YEAR, MissingRegions.REFUSE))
        .withMessage("a total needs at least one region");
  }

  @Test
  void refusesRegionsThatDoNotMatch() {
    List<Series> one = List.of(series(PLACES, "1", 1));
    List<Series> two = List.of(series(CHILDREN, "1", 1), series(CHILDREN, "2", 1));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Ratio.percent().total(one, two, Region.of("A"), YEAR, MissingRegions.REFUSE))
        .withMessage("1 regions above the line, 2 below it");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ratio.percent()
                    .total(one, List.of(two.get(1)), Region.of("A"), YEAR, MissingRegions.REFUSE))
        .withMessage("region 1 above the line, 2 below it");
  }

  /** Kroner and thousands of kroner have no sum. */
  @Test
  void refusesToAddUnitsThatDiffer() {
    Indicator kroner = Indicator.builder().id("kr").unit(Unit.NOK).build();
    List<Series> amounts = List.of(series(EXPENSES, "1", 7500), series(kroner, "2", 7_500_000));
    List<Series> children = List.of(series(CHILDREN, "1", 50), series(CHILDREN, "2", 50));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ratio.times(1000)
                    .total(amounts, children, Region.of("A"), YEAR, MissingRegions.REFUSE))
        .withMessage("cannot add kr (NOK) in 2 to bhg.utgifter (kNOK)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Ratio.times(1)
                    .total(children, amounts, Region.of("A"), YEAR, MissingRegions.REFUSE))
        .withMessage("cannot add kr (NOK) in 2 to bhg.utgifter (kNOK)");
  }

  @Test
  void theBreaksOfBothAreTheBreaksOfTheSeriesOfResults() {
    SeriesBreak inChildren = SeriesBreak.of(YEAR, "ny telling");
    Series places = Series.ofYears(PLACES, Region.of("3201"), 2017, 40, 45);
    Series children =
        Series.builder(CHILDREN, Region.of("3201"))
            .add("2017", 50)
            .add("2018", 50)
            .addBreak(inChildren)
            .build();

    Series coverage = Ratio.percent().over(places, children);

    assertThat(coverage.breaks()).containsExactly(inChildren);
    assertThat(codes(Change.onPrevious().of(coverage)))
        .containsExactly("break_in_series: 2018 ny telling");
  }

  @Provide
  Arbitrary<Series> mixed() {
    return Arbitraries.oneOf(SeriesArbitraries.mixed(), SeriesArbitraries.extreme())
        .filter(s -> s.frequency() == Frequency.YEAR);
  }

  @Property
  void theSeriesOfResultsIsTheFiguresToTheLastBit(
      @ForAll("mixed") Series numerator, @ForAll("mixed") Series denominator) {
    Series results = Ratio.percent().over(numerator, denominator);

    assertThat(results.periods()).isEqualTo(numerator.periods());
    for (int i = 0; i < results.size(); i++) {
      Figure figure = Ratio.percent().at(numerator, denominator, results.period(i));
      assertThat(Double.doubleToLongBits(results.valueAt(i)))
          .isEqualTo(Double.doubleToLongBits(figure.value()));
      assertThat(results.statusAt(i)).isEqualTo(figure.status());
      assertThat(figure.isMissing()).isEqualTo(Double.isNaN(figure.value()));
      assertThat(Double.isInfinite(figure.value())).isFalse();
      if (figure.isMissing()) {
        assertThat(figure.caveats()).isNotEmpty();
      }
    }
    Period asOf = Ratio.percent().of(numerator, denominator).period();
    assertThat(asOf)
        .isGreaterThanOrEqualTo(numerator.asOf())
        .isIn(numerator.asOf(), denominator.asOf());
  }

  /** Merging regions commutes with summing. */
  @Property(tries = 100)
  void aTotalIsThatOfTheMergedRegions(@ForAll List<@IntRange(max = 1000) Integer> counts) {
    Assume.that(!counts.isEmpty());
    List<Series> places = new ArrayList<>();
    List<Series> children = new ArrayList<>();
    double above = 0;
    double below = 0;
    for (int i = 0; i < counts.size(); i++) {
      places.add(series(PLACES, "r" + i, counts.get(i)));
      children.add(series(CHILDREN, "r" + i, counts.get(i) + 1.0));
      above += counts.get(i);
      below += counts.get(i) + 1.0;
    }

    Figure total =
        Ratio.percent().total(places, children, Region.of("A"), YEAR, MissingRegions.REFUSE);
    Figure merged = Ratio.percent().of(series(PLACES, "A", above), series(CHILDREN, "A", below));

    assertThat(total.value()).isEqualTo(merged.value());
  }
}
