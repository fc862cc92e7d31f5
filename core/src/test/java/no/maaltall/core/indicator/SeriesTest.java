package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final Indicator LEADERS =
      Indicator.builder().id("bhg.pedledere").unit(Unit.PERCENT).decimals(1).build();
  private static final Region BAERUM = Region.of("3201", "Bærum");

  @Test
  void valuesAreFoundByPeriodAndByIndex() {
    Series series = Series.ofYears(LEADERS, BAERUM, 2014, 76.6, Double.NaN, 88.1);

    assertThat(series.periods()).map(Period::toString).containsExactly("2014", "2015", "2016");
    assertThat(series.at(Period.year(2014))).isEqualTo(Observation.of(76.6));
    assertThat(series.at(Period.year(2015))).isEqualTo(Observation.missing());
    assertThat(series.at(Period.year(2020))).isEqualTo(Observation.missing());
    assertThat(series.indexOf(Period.year(2016))).isEqualTo(2);
    assertThat(series.indexOf(Period.year(2013))).isEqualTo(-1);
    assertThat(series.indexOfOrdinal(Integer.MIN_VALUE)).isEqualTo(-1);
    assertThat(series.indexOfOrdinal(Integer.MAX_VALUE)).isEqualTo(-1);
    assertThat(series.asOf()).isEqualTo(Period.year(2016));
    assertThat(series.hasPlainStatuses()).isTrue();
  }

  @Test
  void gapsAreFoundMissingAndNotTakenForTheNextPeriod() {
    Series series =
        Series.builder(LEADERS, BAERUM).add("2014", 1).add("2016", 2).add("2020", 3).build();

    assertThat(series.size()).isEqualTo(3);
    assertThat(series.indexOf(Period.year(2016))).isEqualTo(1);
    assertThat(series.indexOf(Period.year(2015))).isEqualTo(-1);
    assertThat(series.at(Period.year(2017))).isEqualTo(Observation.missing());
    assertThat(series.period(2)).isEqualTo(Period.year(2020));
  }

  @Test
  void theOrderOfInsertionDoesNotMatter() {
    Series forth = Series.builder(LEADERS, BAERUM).add("2014", 1).add("2015", 2).build();
    Series back = Series.builder(LEADERS, BAERUM).add("2015", 2).add("2014", 1).build();

    assertThat(back).isEqualTo(forth).hasSameHashCodeAs(forth);
  }

  @Test
  void seriesDifferByEachOfTheirParts() {
    Series series = Series.ofYears(LEADERS, BAERUM, 2014, 1, 2);

    assertThat(series)
        .isEqualTo(Series.ofYears(LEADERS, BAERUM, 2014, 1, 2))
        .isNotEqualTo(Series.ofYears(LEADERS, BAERUM, 2014, 1, 3))
        .isNotEqualTo(Series.ofYears(LEADERS, BAERUM, 2013, 1, 2))
        .isNotEqualTo(Series.ofYears(LEADERS, Region.of("3205"), 2014, 1, 2))
        .isNotEqualTo(series.asOf(Period.year(2014)))
        .isNotEqualTo(
            Series.builder(LEADERS, BAERUM)
                .add("2014", 1)
                .add("2015", 2, ObservationStatus.PROVISIONAL)
                .build())
        .isNotEqualTo(
            Series.builder(LEADERS, BAERUM)
                .add("2014", 1)
                .add("2015", 2)
                .addBreak(SeriesBreak.of(Period.year(2015), "ny definisjon"))
                .build());
  }

  @Test
  void refusesASecondObservationOfAPeriod() {
    Series.Builder builder = Series.builder(LEADERS, BAERUM).add("2018", 1);

    assertThatExceptionOfType(DuplicateObservationException.class)
        .isThrownBy(() -> builder.add("2018", 1))
        .withMessage("two observations of bhg.pedledere in 3201, 2018; allowed: one")
        .satisfies(e -> assertThat(e.period()).isEqualTo(Period.year(2018)));
  }

  @Test
  void refusesPeriodsOfTwoKinds() {
    Series.Builder builder = Series.builder(LEADERS, BAERUM).add("2018", 1);

    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> builder.add("2018/2019", 1))
        .withMessage(
            "series bhg.pedledere in 3201: expected a calendar year, got the school year 2018/2019");
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> builder.build().at(Period.quarter(2018, 1)))
        .withMessage(
            "series bhg.pedledere in 3201: expected a calendar year, got the quarter 2018-Q1");
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> builder.build().asOf(Period.month(2018, 1)));
  }

  @Test
  void refusesASeriesOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.ofYears(LEADERS, BAERUM, 2014))
        .withMessage("series bhg.pedledere in 3201 needs at least one period");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.ofYears(LEADERS, BAERUM, 2014, Double.POSITIVE_INFINITY));
  }

  @Test
  void breaksLieAfterOnePeriodAndNotAfterAnother() {
    Series series =
        Series.builder(LEADERS, BAERUM)
            .add("2014", 1)
            .add("2015", 2)
            .add("2016", 3)
            .addBreak(SeriesBreak.of(Period.year(2015), "ny definisjon"))
            .build();

    assertThat(series.hasBreakBetween(2014, 2015)).isTrue();
    assertThat(series.hasBreakBetween(2014, 2016)).isTrue();
    assertThat(series.hasBreakBetween(2015, 2016)).isFalse();
    assertThat(series.hasBreakBetween(2013, 2014)).isFalse();
  }

  @Test
  void aBreakMarkedByStatusIsOneWithoutAReason() {
    Series series =
        Series.builder(LEADERS, BAERUM)
            .add("2014", 1)
            .add("2015", 2, ObservationStatus.BREAK)
            .build();

    assertThat(series.breaks())
        .containsExactly(
            new SeriesBreak(
                Optional.of("bhg.pedledere"), Optional.of("3201"), Period.year(2015), ""));
    assertThat(series.hasBreakBetween(2014, 2015)).isTrue();
  }

  @Test
  void aBreakThatIsBothDeclaredAndMarkedIsOne() {
    SeriesBreak declared = SeriesBreak.of(Period.year(2015), "ny definisjon");
    Series series =
        Series.builder(LEADERS, BAERUM)
            .add("2015", 2, ObservationStatus.BREAK)
            .addBreak(declared)
            .build();

    assertThat(series.breaks()).containsExactly(declared);
  }

  /** The first period that starts on or after the first day after the break. */
  @Test
  void aBreakOfAnotherFrequencyBreaksAtTheFirstPeriodThatIsWhollyAfterIt() {
    Series.Builder quarters = Series.builder(LEADERS, BAERUM);
    for (int q = 1; q <= 4; q++) {
      quarters.add(Period.quarter(2018, q), Observation.of(q));
    }
    Series inQuarters = quarters.addBreak(SeriesBreak.of(Period.month(2018, 5), "")).build();
    Series inYears =
        Series.builder(LEADERS, BAERUM)
            .add("2018", 1)
            .addBreak(SeriesBreak.of(Period.schoolYear(2018), ""))
            .build();

    assertThat(inQuarters.hasBreakBetween(ordinal("2018-Q2"), ordinal("2018-Q3"))).isTrue();
    assertThat(inQuarters.hasBreakBetween(ordinal("2018-Q1"), ordinal("2018-Q2"))).isFalse();
    assertThat(inYears.hasBreakBetween(2018, 2019)).isTrue();
    assertThat(inYears.hasBreakBetween(2017, 2018)).isFalse();
  }

  @Test
  void aBreakInTheLastMonthOfTimeBreaksNoYear() {
    Series series =
        Series.builder(LEADERS, BAERUM)
            .add("9997", 1)
            .add("9998", 2)
            .addBreak(SeriesBreak.of(Period.month(9998, 12), "slutten"))
            .build();

    assertThat(series.hasBreakBetween(9997, 9998)).isFalse();
  }

  private static int ordinal(String period) {
    return Period.parse(period).ordinal();
  }

  @Test
  void aBreakMayConcernOneIndicatorOrOneRegion() {
    SeriesBreak all = SeriesBreak.of(Period.year(2020), "");
    SeriesBreak one = new SeriesBreak(Optional.of("a"), Optional.of("3201"), Period.year(2020), "");

    assertThat(all.concerns("a", "3201")).isTrue();
    assertThat(one.concerns("a", "3201")).isTrue();
    assertThat(one.concerns("b", "3201")).isFalse();
    assertThat(one.concerns("a", "3205")).isFalse();
  }

  @Test
  void whatIsHandedOutIsACopy() {
    Series series = Series.ofYears(LEADERS, BAERUM, 2014, 1, 2);
    series.toArray()[0] = 99;

    assertThat(series.valueAt(0)).isEqualTo(1);
  }

  @Test
  void refusesResultsOfAnotherLength() {
    Series series = Series.ofYears(LEADERS, BAERUM, 2014, 1, 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.withResultsUnsafe(LEADERS, new double[3], null))
        .withMessage("series bhg.pedledere in 3201 has 2 periods, got 3 values and no statuses");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series.withResultsUnsafe(LEADERS, new double[2], new byte[1]));
  }

  @Test
  void printsTheLastTwelveWithTheirMarks() {
    Series.Builder builder = Series.builder(LEADERS, BAERUM);
    for (int year = 2001; year <= 2011; year++) {
      builder.add(Period.year(year), Observation.of(year - 2000.5));
    }
    builder.add("2012", 12, ObservationStatus.PROVISIONAL);
    builder.add("2013", Double.NaN, ObservationStatus.SUPPRESSED);

    assertThat(builder.build().toString().replace('\u00a0', ' '))
        .isEqualTo(
            "bhg.pedledere in 3201: ... 2002=1.5 %, 2003=2.5 %, 2004=3.5 %, 2005=4.5 %, 2006=5.5 %,"
                + " 2007=6.5 %, 2008=7.5 %, 2009=8.5 %, 2010=9.5 %, 2011=10.5 %, 2012=12.0 % P,"
                + " 2013=Q");
  }
}
