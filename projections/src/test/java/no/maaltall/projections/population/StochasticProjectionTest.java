package no.maaltall.projections.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StochasticProjectionTest {
  private static final Ages AGES = Ages.single(95);
  private static final AgeGroup OLD = AgeGroup.from(80);
  private static final AgeGroup YOUNG = AgeGroup.of(0, 5);
  private static final int END = Cases.START + 12;
  private static final Population START = Cases.population(AGES, 4, 1);
  private static final Assumptions ASSUMPTIONS = Cases.assumptions(START, 2);

  private static LeeCarter leeCarter(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rates = new double[20][AGES.count()];
    double k = 10;
    for (double[] year : rates) {
      for (int x = 0; x < year.length; x++) {
        year[x] = Math.exp(-9 + 0.09 * x + k / AGES.count());
      }
      k += -1 + random.nextDouble(-2, 2);
    }
    return LeeCarter.fit(AGES, 2004, rates);
  }

  private static Uncertainty uncertainty() {
    return Uncertainty.none()
        .withFertility(0.05, 0.9)
        .withMortality(leeCarter(3), leeCarter(4))
        .withMigration(0.3, 0.7);
  }

  private static StochasticProjection stochastic(Uncertainty uncertainty) {
    return StochasticProjection.of(CohortComponent.ssb().with(NegativePolicy.setTo(0)), uncertainty)
        .draws(200)
        .watching(OLD, YOUNG, AgeGroup.ALL);
  }

  @Test
  void quantilesOfAConstantAreTheConstant() {
    Fan fan = stochastic(Uncertainty.none()).project(START, ASSUMPTIONS, END);
    for (int region = 0; region < 4; region++) {
      for (AgeGroup group : fan.groups()) {
        double constant = fan.middle().at(END).sum(region, group);
        for (double p : new double[] {0, 0.1, 0.5, 0.9, 1}) {
          // The draws sum the sexes in another order than the middle does.
          assertThat(fan.quantile(group, region, END, p))
              .isCloseTo(constant, within(1e-12 * constant));
        }
        assertThat(fan.quantile(group, region, END, 0.3))
            .isEqualTo(fan.quantile(group, region, END, 0.8))
            .isEqualTo(fan.mean(group, region, END));
      }
    }
  }

  @Test
  void isTheSameOnAnyNumberOfThreads() {
    Fan one = stochastic(uncertainty()).seed(42).project(START, ASSUMPTIONS, END);
    for (int threads : new int[] {2, 3, 7}) {
      Fan more =
          stochastic(uncertainty()).seed(42).threads(threads).project(START, ASSUMPTIONS, END);
      for (AgeGroup group : one.groups()) {
        for (int year = Cases.START + 1; year <= END; year++) {
          for (double p : new double[] {0, 0.1, 0.5, 0.9, 1}) {
            assertThat(more.quantile(group, 2, year, p)).isEqualTo(one.quantile(group, 2, year, p));
          }
          assertThat(more.mean(group, 2, year)).isEqualTo(one.mean(group, 2, year));
        }
      }
    }
    Fan other = stochastic(uncertainty()).seed(43).project(START, ASSUMPTIONS, END);
    assertThat(other.mean(OLD, 0, END)).isNotEqualTo(one.mean(OLD, 0, END));
  }

  @Test
  void fansOutAroundTheMiddle() {
    Fan fan = stochastic(uncertainty()).draws(2_000).project(START, ASSUMPTIONS, END);
    double before = 0;
    for (int year : new int[] {Cases.START + 1, Cases.START + 6, END}) {
      double low = fan.quantile(YOUNG, 1, year, 0.1);
      double high = fan.quantile(YOUNG, 1, year, 0.9);
      double middle = fan.middle().at(year).sum(1, YOUNG);
      assertThat(middle).isBetween(low, high);
      assertThat((high - low) / middle).isGreaterThan(before);
      before = (high - low) / middle;
    }
    assertThat(fan.series(OLD, 0, 0.9).valueAt(12)).isEqualTo(fan.quantile(OLD, 0, END, 0.9));
    assertThat(fan.series(OLD, 0, 0.1).indicator().name()).endsWith(", 10-prosentil");
    assertThat(fan.series(OLD, 0, 0.07).indicator().name()).endsWith(", 7-prosentil");
    assertThat(fan.series(OLD, 0, 0.025).indicator().name()).endsWith(", 2,5-prosentil");
  }

  @Test
  void aDrawIsAProjectionWithOtherRates() {
    // With certain mortality and moves, the draws' births are scaled by exp(f): check the spread.
    Fan fan =
        stochastic(Uncertainty.none().withFertility(0.1, 1))
            .draws(4_000)
            .watching(AgeGroup.of(0, 0))
            .project(START, ASSUMPTIONS, Cases.START + 1);
    double middle = fan.middle().last().sum(0, AgeGroup.of(0, 0));
    double upper = fan.quantile(AgeGroup.of(0, 0), 0, Cases.START + 1, 0.8413);
    assertThat(Math.log(upper / middle)).isCloseTo(0.1, within(0.01));
  }

  @Property(tries = 50)
  void quantilesAreWithinABinOfTheSorted(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double p) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 501;
    double[] values = new double[n];
    QuantileGrid grid = new QuantileGrid(new double[] {1_000}, 8);
    for (int i = 0; i < n; i++) {
      values[i] = random.nextDouble(300, 3_500);
      grid.add(0, values[i]);
      grid.countDraw();
    }
    grid.flush();
    Arrays.sort(values);
    double rank = p * (n - 1);
    double exact = values[(int) rank];
    assertThat(grid.quantile(0, p)).isCloseTo(exact, within(exact / 256));
    assertThat(grid.mean(0)).isCloseTo(Arrays.stream(values).average().orElse(0), within(1e-4));
    assertThat(grid.quantile(0, 0)).isGreaterThanOrEqualTo(values[0]);
  }

  @Test
  void leeCarterFindsWhatItWasMadeOf() {
    double[][] rates = new double[15][AGES.count()];
    double sum = AGES.count() * (AGES.count() + 1) / 2.0;
    for (int t = 0; t < rates.length; t++) {
      for (int x = 0; x < AGES.count(); x++) {
        rates[t][x] = Math.exp(-8 + 0.08 * x + (AGES.count() - x) / sum * (7 - t) * 2);
      }
    }
    LeeCarter fit = LeeCarter.fit(AGES, 2000, rates);
    assertThat(fit.b(0)).isCloseTo(AGES.count() / sum, within(1e-10));
    assertThat(fit.k(2000)).isCloseTo(14, within(1e-8));
    assertThat(fit.drift()).isCloseTo(-2, within(1e-8));
    assertThat(fit.sd()).isCloseTo(0, within(1e-6));
    assertThat(fit.rate(2003, 40)).isCloseTo(rates[3][40], within(1e-12));
    Mortality forecast = LeeCarter.forecast(fit, fit, 2015, 2030);
    assertThat(forecast.lifeExpectancy(2030, 0, Sex.MALE))
        .isGreaterThan(forecast.lifeExpectancy(2015, 0, Sex.MALE));
    rates[3][5] = 0;
    assertThatThrownBy(() -> LeeCarter.fit(AGES, 2000, rates))
        .hasMessageContaining("death rate at 5 in 2003 is 0.0; allowed: more than 0");
  }

  @Test
  void refusesWhatItCannotKeepInMemory() {
    StochasticProjection fine = stochastic(Uncertainty.none()).resolution(12);
    AgeGroup[] many = new AgeGroup[400];
    Arrays.setAll(many, i -> AgeGroup.from(i % 90));
    assertThatThrownBy(() -> fine.watching(many).project(START, ASSUMPTIONS, END))
        .hasMessageContaining("MiB per thread");
    assertThatThrownBy(() -> fine.draws(0)).hasMessage("draws must be 1 to 10000000, got 0");
  }

  @Test
  void anOldProjectionIsScored() {
    Projection old = CohortComponent.ssb().project(START, ASSUMPTIONS, END);
    Population came = old.at(2030).times(1.25);
    ProjectionScore score = ProjectionScore.of(old, List.of(came), List.of(OLD, AgeGroup.ALL));
    ProjectionScore.Row row = score.rows().get(0);
    assertThat(row.horizon()).isEqualTo(6);
    assertThat(row.meanPercentageError().orElseThrow()).isCloseTo(-20, within(1e-9));
    assertThat(row.meanAbsolutePercentageError().orElseThrow()).isCloseTo(20, within(1e-9));
    assertThat(row.meanError()).isCloseTo(-row.meanAbsoluteError(), within(1e-9));
    assertThat(row.coverage()).isEmpty();
    Fan fan = stochastic(uncertainty()).project(START, ASSUMPTIONS, END);
    assertThat(
            ProjectionScore.of(fan, List.of(old.at(2030)), List.of(OLD), 0.8)
                .rows()
                .get(0)
                .coverage()
                .orElseThrow())
        .isEqualTo(100);
    assertThat(
            ProjectionScore.of(fan, List.of(old.at(2030).times(2)), List.of(OLD), 0.8)
                .rows()
                .get(0)
                .coverage()
                .orElseThrow())
        .isZero();
  }
}
