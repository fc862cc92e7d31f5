package no.maaltall.kostra.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;

/** Laws of carrying, on the whole country with random values. */
class CarryPropertiesTest {
  private static final RegionHistory HISTORY = RegionHistory.standard();

  private record Row(String code, int year, double value) {}

  private static LocalDate newYear(int year) {
    return LocalDate.of(year, 1, 1);
  }

  /** Whole values, so that sums are exact in any order; one in twenty is suppressed. */
  private static List<Row> rows(long seed, int suppressedOf) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int year : new int[] {2016, 2017, 2019, 2020, 2024}) {
      for (Municipality m : HISTORY.on(newYear(year))) {
        boolean suppressed = suppressedOf > 0 && random.nextInt(suppressedOf) == 0;
        rows.add(new Row(m.code(), year, suppressed ? Double.NaN : random.nextInt(10_000)));
      }
    }
    return rows;
  }

  private static DataSet data(List<Row> rows) {
    DataSet.Builder builder = DataSet.builder().addIndicator(Indicator.builder().id("n").build());
    for (Row row : rows) {
      builder.addObservation(
          "n",
          row.code(),
          Period.year(row.year()),
          row.value(),
          Double.isNaN(row.value()) ? ObservationStatus.SUPPRESSED : ObservationStatus.NORMAL);
    }
    return builder.build();
  }

  private static double total(DataSet dataSet, int year) {
    double sum = 0;
    for (Region region : dataSet.regions()) {
      double value = dataSet.series("n", region.code()).at(Period.year(year)).value();
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  @Property(tries = 20)
  void carryingAgainChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 2013, max = 2026) int to) {
    DataSet once = HISTORY.carry(data(rows(seed, 20)), newYear(to), CarryRule.strict()).data();
    DataSet twice =
        HISTORY.carry(once, newYear(to), CarryRule.strict().alreadyOn(newYear(to))).data();

    assertThat(twice).isEqualTo(once);
  }

  @Property(tries = 20)
  void goingByAnEarlierReformIsGoingThere(@ForAll long seed) {
    SplitWeights half =
        SplitWeights.builder()
            .add("1507", "1508", 0.5)
            .add("1507", "1580", 0.5)
            .add("5012", "5056", 1)
            .add("1850", "1806", 1)
            .add("0720", "0710", 1)
            .build();
    CarryRule rule = CarryRule.strict().withWeights(half);
    DataSet dataSet = data(rows(seed, 0));
    DataSet through = HISTORY.carry(dataSet, newYear(2020), rule).data();
    DataSet there = HISTORY.carry(through, newYear(2024), rule.alreadyOn(newYear(2020))).data();
    DataSet direct = HISTORY.carry(dataSet, newYear(2024), rule).data();

    for (Municipality m : HISTORY.on(newYear(2024))) {
      for (int year : new int[] {2016, 2017, 2019, 2020, 2024}) {
        // The observations of 2024 were not on the municipalities of 2020, but they are again.
        if (year < 2024) {
          assertThat(there.series("n", m.code()).at(Period.year(year)).value())
              .as("%s in %s", m, year)
              .isEqualTo((Double) direct.series("n", m.code()).at(Period.year(year)).value());
        }
      }
    }
  }

  @Property(tries = 20)
  void totalsAreKept(@ForAll long seed) {
    SplitWeights weights =
        SplitWeights.builder()
            .add("1507", "1508", 0.83)
            .add("1507", "1580", 0.17)
            .add("5012", "5055", 0.2)
            .add("5012", "5056", 0.3)
            .add("5012", "5059", 0.5)
            .add("1850", "1806", 0.4)
            .add("1850", "1875", 0.6)
            .add("0720", "0704", 0.1)
            .add("0720", "0710", 0.9)
            .build();
    DataSet before = data(rows(seed, 0));
    DataSet after =
        HISTORY.carry(before, newYear(2024), CarryRule.strict().withWeights(weights)).data();

    for (int year : new int[] {2016, 2017, 2019, 2020, 2024}) {
      assertThat(total(after, year)).isCloseTo(total(before, year), within(1e-6));
    }
    assertThat(after.regions()).hasSize(357);
  }

  @Property(tries = 20)
  void theOrderOfRegionsDoesNotMatter(@ForAll long seed) {
    List<Row> rows = rows(seed, 20);
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    Carried<DataSet> one = HISTORY.carry(data(rows), newYear(2024), CarryRule.strict());
    Carried<DataSet> other = HISTORY.carry(data(shuffled), newYear(2024), CarryRule.strict());

    assertThat(other.data()).isEqualTo(one.data());
    assertThat(other.report()).isEqualTo(one.report());
  }

  @Property(tries = 10)
  void aPanelIsCarriedAsItsSeries(@ForAll long seed) {
    DataSet dataSet = data(rows(seed, 20));
    Panel panel = HISTORY.carry(Panel.of(dataSet), newYear(2024), CarryRule.strict()).data();
    DataSet carried = HISTORY.carry(dataSet, newYear(2024), CarryRule.strict()).data();

    for (Series series : carried.observedSeries()) {
      for (Period period : series.periods()) {
        assertThat(panel.at("n", series.region().code(), period)).isEqualTo(series.at(period));
      }
    }
  }

  @Property(tries = 10)
  void addingUpFirstAndCarryingFirstIsTheSame(@ForAll long seed) {
    DataSet a = data(rows(seed, 0));
    DataSet b = data(rows(seed + 1, 0));
    DataSet.Builder sum = DataSet.builder().addIndicator(Indicator.builder().id("n").build());
    for (Series series : a.observedSeries()) {
      for (Period period : series.periods()) {
        sum.addObservation(
            "n",
            series.region().code(),
            period.toString(),
            series.at(period).value() + b.series("n", series.region().code()).at(period).value());
      }
    }
    DataSet carriedSum = HISTORY.carry(sum.build(), newYear(2024), CarryRule.strict()).data();
    DataSet carriedA = HISTORY.carry(a, newYear(2024), CarryRule.strict()).data();
    DataSet carriedB = HISTORY.carry(b, newYear(2024), CarryRule.strict()).data();
    for (Series series : carriedSum.observedSeries()) {
      String code = series.region().code();
      for (Period period : series.periods()) {
        Double sumOfBoth =
            carriedA.series("n", code).at(period).value()
                + carriedB.series("n", code).at(period).value();
        assertThat(series.at(period).value()).isEqualTo(sumOfBoth);
      }
    }
  }
}
