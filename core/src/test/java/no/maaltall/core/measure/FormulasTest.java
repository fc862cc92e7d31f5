package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import org.junit.jupiter.api.Test;

/** Values that can be worked out by hand, or that come from elsewhere. */
class FormulasTest {
  private static final Period LAST = Period.year(2018);

  private static double at2018(Measure measure, String series) {
    return measure.at(SeriesText.parse(series), LAST).value();
  }

  @Test
  void twoPointFormulasByHand() {
    assertThat(Change.value(76, 81)).isEqualTo(-5);
    assertThat(RelativeChange.value(90, 120)).isEqualTo(-25);
    assertThat(IndexNumber.value(90, 120)).isEqualTo(75);
    assertThat(Trend.meanAnnualChange(76, 81, 3)).isEqualTo(-5 / 3.0);
    assertThat(Growth.compound(121, 100, 2)).isCloseTo(10, within(1e-12));
    assertThat(Growth.compound(100, 200, 1)).isEqualTo(-50);
  }

  @Test
  void aMissingValueGivesNone() {
    double none = Double.NaN;
    for (double[] pair : new double[][] {{none, 1}, {1, none}, {none, none}, {none, 0}}) {
      assertThat(Change.value(pair[0], pair[1])).isNaN();
      assertThat(RelativeChange.value(pair[0], pair[1])).isNaN();
      assertThat(IndexNumber.value(pair[0], pair[1])).isNaN();
      assertThat(Trend.meanAnnualChange(pair[0], pair[1], 3)).isNaN();
      assertThat(Growth.compound(pair[0], pair[1], 3)).isNaN();
    }
  }

  /** What is divided by an infinite sum would be 0, and look like a value. */
  @Test
  void aSumThatOverflowsGivesNone() {
    assertThat(GroupMean.value(1e308, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(GroupMean.value(Double.POSITIVE_INFINITY, 1e308)).isNaN();
  }

  /** 100 kroner at 3 percent for 7 years. */
  @Test
  void compoundGrowthFindsTheRateOfInterest() {
    assertThat(Growth.compound(100 * Math.pow(1.03, 7), 100, 7)).isCloseTo(3, within(1e-12));
    assertThat(at2018(Growth.compound(), "2011=100 2018=122.98738654")).isCloseTo(3, within(1e-8));
  }

  @Test
  void compoundGrowthInQuartersIsPerYear() {
    Series quarters = SeriesText.parse("2017-Q4=100 2018-Q2=110");

    assertThat(Growth.compound().of(quarters).value()).isCloseTo(21, within(1e-12));
  }

  @Test
  void theTwoMeansOfGrowthDiffer() {
    String upAndDown = "2016=100 2017=200 2018=100";

    assertThat(at2018(Growth.arithmeticMean(), upAndDown)).isEqualTo(25);
    assertThat(at2018(Growth.compound(), upAndDown)).isZero();
  }

  /** The distance of a year is not exact in twelfths. */
  @Test
  void theMeanOfGrowthInMonthsIsOnTheSameMonthOfTheYearBefore() {
    Series.Builder months = Series.builder(SeriesArbitraries.PERCENTAGE, Region.of("3201"));
    for (int m = 0; m < 36; m++) {
      int year = m / 12;
      double seasonal = 100 + 10 * (m % 12);
      months.add(Period.month(2016, 1).plus(m), Observation.of(seasonal * Math.pow(1.1, year)));
    }

    assertThat(Growth.arithmeticMean().of(months.build()).value()).isCloseTo(10, within(1e-10));
  }

  @Test
  void theLineThroughAPerfectLineIsTheLine() {
    double[] line = IntStream.range(0, 12).mapToDouble(i -> 3 - 0.25 * i).toArray();
    Series series = Series.ofYears(SeriesArbitraries.PERCENTAGE, Region.of("3201"), 2007, line);

    assertThat(Trend.leastSquaresSlope().of(series).value()).isEqualTo(-0.25);
    assertThat(Trend.theilSenSlope().of(series).value()).isEqualTo(-0.25);
    assertThat(Trend.meanAnnualChange(11).of(series).value()).isEqualTo(-0.25);
  }

  /** numpy.polyfit(range(5), [76.6, 81.0, 88.1, 86.5, 76.0], 1)[0] = 0.43. */
  @Test
  void theLineThroughBaerumsLeaders() {
    assertThat(
            at2018(Trend.leastSquaresSlope(), "2014=76.6 2015=81.0 2016=88.1 2017=86.5 2018=76.0"))
        .isCloseTo(0.43, within(1e-12));
  }

  /** Computed in fractions: what weights that are rounded would miss by a bit. */
  @Test
  void theSlopeOfWholeNumbersIsRoundedOnce() {
    SplittableRandom random = new SplittableRandom(20_261_126);
    for (int tries = 0; tries < 500; tries++) {
      int n = random.nextInt(2, 15);
      double[] x = random.ints(n, -5_000_000, 5_000_000).asDoubleStream().toArray();
      long above = 0;
      for (int t = 0; t < n; t++) {
        above += (2L * t - (n - 1)) * (long) x[t];
      }
      // Σ (t − t̄) x / Σ (t − t̄)² = 6 Σ (2t − (n − 1)) x / (n³ − n)
      double exact =
          new BigDecimal(6 * above)
              .divide(new BigDecimal((long) n * n * n - n), new MathContext(40))
              .doubleValue();
      Series series = Series.ofYears(SeriesArbitraries.WITH_TARGET, Region.of("a"), 2000, x);
      assertThat(Trend.leastSquaresSlope().of(series).value()).isEqualTo(exact);
    }
  }

  /** Of three pairs the middle one, of six the mean of the third and the fourth. */
  @Test
  void theRobustSlopeIsTheMedianOfAllPairs() {
    assertThat(at2018(Trend.theilSenSlope(), "2016=0 2017=1 2018=10")).isEqualTo(5);
    // 1, 2 (of 4 in 2), 10/3, 3, 9/2, 6
    assertThat(at2018(Trend.theilSenSlope(), "2015=0 2016=1 2017=4 2018=10"))
        .isCloseTo((3 + 10 / 3.0) / 2, within(1e-15));
  }

  @Test
  void oneWildValueMovesTheLineButNotTheRobustSlope() {
    String wild = "2013=1 2014=2 2015=3 2016=400 2017=5 2018=6";

    assertThat(at2018(Trend.theilSenSlope(), wild)).isEqualTo(1);
    assertThat(at2018(Trend.leastSquaresSlope(), wild)).isGreaterThan(5);
  }

  @Test
  void theRobustSlopeRefusesToSortTooManyPairs() {
    Series.Builder months = Series.builder(SeriesArbitraries.PERCENTAGE, Region.of("3201"));
    for (int m = 0; m <= 4_000; m++) {
      months.add(Period.month(1600, 1).plus(m), Observation.of(m));
    }
    Series series = months.build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.theilSenSlope().of(series))
        .withMessage("a Theil-Sen slope takes at most 4000 values, got 4001");
    assertThat(Trend.theilSenSlope(10).of(series).value()).isCloseTo(12, within(1e-9));
  }

  @Test
  void theUnitsOfResultsFollowFromTheUnitOfTheIndicator() {
    Series series = SeriesText.parse("2017=5 2018=6");

    assertThat(Change.onPrevious().of(series).text()).isEqualTo("1,0\u00a0prosentpoeng");
    assertThat(RelativeChange.onPrevious().of(series).text()).isEqualTo("20,0\u00a0%");
    assertThat(IndexNumber.withFirstAsBase().of(series).text()).isEqualTo("120,0");
    assertThat(Level.observed().of(series).text()).isEqualTo("6,0\u00a0%");
    assertThat(TargetDistance.from(7.5).of(series).text()).isEqualTo("−1,5\u00a0prosentpoeng");
  }
}
