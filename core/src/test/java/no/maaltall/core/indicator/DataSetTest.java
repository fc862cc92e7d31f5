package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final Indicator CHILDREN = Indicator.builder().id("bhg.barn").build();
  private static final Indicator LEADERS =
      Indicator.builder().id("bhg.ledere").unit(Unit.PERCENT).decimals(1).build();

  private static DataSet.Builder builder() {
    return DataSet.builder().addIndicator(CHILDREN).addIndicator(LEADERS);
  }

  @Test
  void aSeriesIsAsOfTheLastPeriodOfItsFrequencyInTheWholeDataSet() {
    DataSet data =
        builder()
            .addObservation("bhg.barn", "3201", "2016", 10)
            .addObservation("bhg.barn", "3201", "2017", 11)
            .addObservation("bhg.barn", "3205", "2018", 12)
            .addObservation("bhg.ledere", "3201", "2019/2020", 50)
            .build();

    Series series = data.series("bhg.barn", "3201");

    assertThat(series.toArray()).containsExactly(10, 11);
    assertThat(series.asOf()).isEqualTo(Period.year(2018));
    assertThat(data.series("bhg.ledere", "3201").asOf()).isEqualTo(Period.schoolYear(2019));
  }

  @Test
  void theLastPeriodCountsWithAndWithoutAValue() {
    DataSet data =
        builder()
            .addObservation("bhg.barn", "3201", "2017", 11)
            .addObservation("bhg.barn", "3201", Period.year(2018), Observation.missing())
            .build();

    assertThat(data.lastPeriod(Frequency.YEAR)).contains(Period.year(2018));
    assertThat(data.lastPeriod()).contains(Period.year(2018));
    assertThat(data.lastPeriod(Frequency.MONTH)).isEmpty();
    assertThat(data.series("bhg.barn", "3201").at(Period.year(2018)).isMissing()).isTrue();
    assertThat(builder().build().lastPeriod()).isEmpty();
  }

  /** An unordered set of frequencies would give one or the other, by the run. */
  @Test
  void ofFrequenciesThatEndTogetherTheLongestIsLast() {
    DataSet data =
        builder()
            .addObservation("bhg.barn", "3201", "2018-12", 1)
            .addObservation("bhg.barn", "3205", "2018-Q4", 2)
            .addObservation("bhg.ledere", "3201", "2018", 3)
            .addObservation("bhg.ledere", "3205", "2016/2017", 4)
            .build();

    assertThat(data.lastPeriod()).contains(Period.year(2018));
    assertThat(data.frequencies())
        .containsExactly(Frequency.YEAR, Frequency.SCHOOL_YEAR, Frequency.QUARTER, Frequency.MONTH);
    assertThat(data.periods(Frequency.QUARTER)).containsExactly(Period.quarter(2018, 4));
  }

  @Test
  void anIndicatorWithoutObservationsInARegionIsMissingInTheLastPeriod() {
    DataSet data =
        builder()
            .addRegion(Region.of("4601", "Bergen"))
            .addObservation("bhg.barn", "3201", "2018", 11)
            .addObservation("bhg.ledere", "3201", "2019/2020", 50)
            .build();

    Series children = data.series("bhg.barn", "4601");

    assertThat(data.has("bhg.barn", "4601")).isFalse();
    assertThat(children.periods()).containsExactly(Period.year(2018));
    assertThat(children.at(Period.year(2018))).isEqualTo(Observation.missing());
    assertThat(data.series("bhg.ledere", "4601").periods())
        .containsExactly(Period.schoolYear(2019));
    assertThat(data.allSeries()).hasSize(2);
  }

  @Test
  void aDataSetWithoutObservationsHasNoSeries() {
    DataSet data = builder().addRegion(Region.of("3201")).build();

    assertThat(data.allSeries()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> data.series("bhg.barn", "3201"))
        .withMessage("the data set has no observations, so there are no series");
  }

  @Test
  void unknownIdsListTheNearest() {
    DataSet data = builder().addObservation("bhg.barn", "3201", "2018", 11).build();

    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> data.series("bhg.bran", "3201"))
        .withMessage("unknown indicator \"bhg.bran\"; nearest of 2 known: [bhg.barn, bhg.ledere]")
        .satisfies(e -> assertThat(e.nearest()).containsExactly("bhg.barn", "bhg.ledere"));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> data.series("bhg.barn", "3021"))
        .withMessage("unknown region \"3021\"; nearest of 1 known: [3201]");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> data.has("bhg.barn", "9999"));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> builder().addObservation("bhg.bran", "3201", "2018", 1));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(
            () ->
                builder()
                    .addBreak(
                        new SeriesBreak(
                            Optional.of("bhg.bran"), Optional.empty(), Period.year(2018), "")));
  }

  @Test
  void nothingIsGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().addIndicator(CHILDREN))
        .withMessage("two indicators with id bhg.barn");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DataSet.builder().addRegion(Region.of("3201")).addRegion(Region.of("3201", "B")))
        .withMessage("two regions with code 3201");
    DataSet.Builder twice =
        builder()
            .addObservation("bhg.barn", "3201", "2018", 1)
            .addObservation("bhg.barn", "3201", "2017", 1)
            .addObservation("bhg.barn", "3201", Period.year(2018), Observation.missing());
    assertThatExceptionOfType(DuplicateObservationException.class)
        .isThrownBy(twice::build)
        .withMessage("two observations of bhg.barn in 3201, 2018; allowed: one")
        .satisfies(
            e -> {
              assertThat(e.indicator()).isEqualTo("bhg.barn");
              assertThat(e.region()).isEqualTo("3201");
              assertThat(e.period()).isEqualTo(Period.year(2018));
            });
  }

  @Test
  void aSeriesHasPeriodsOfOneKindButADataSetMayHaveMore() {
    DataSet.Builder mixed =
        builder()
            .addObservation("bhg.barn", "3201", "2018", 1)
            .addObservation("bhg.barn", "3201", "2018/2019", 1);

    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(mixed::build)
        .withMessage(
            "series bhg.barn in 3201: expected a calendar year, got the school year 2018/2019");
    DataSet data =
        builder()
            .addObservation("bhg.barn", "3201", "2018", 1)
            .addObservation("bhg.barn", "3205", "2018-Q1", 1)
            .build();
    assertThat(data.series("bhg.barn", "3201").frequency()).isEqualTo(Frequency.YEAR);
    assertThat(data.series("bhg.barn", "3205").frequency()).isEqualTo(Frequency.QUARTER);
  }

  @Test
  void refusesAValueThatDoesNotAgreeWithItsStatus() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                builder()
                    .addObservation(
                        "bhg.barn", "3201", Period.year(2018), 0, ObservationStatus.SUPPRESSED))
        .withMessage("status Q (suppressed) has no value, got 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().addObservation("bhg.barn", "3201", "2018", Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().addObservation("bhg.barn", " ", "2018", 1))
        .withMessage("a region needs a code, got \" \"");
  }

  @Test
  void breaksReachTheSeriesThatTheyConcern() {
    SeriesBreak everywhere = SeriesBreak.of(Period.year(2020), "kommunereform");
    SeriesBreak inBaerum =
        new SeriesBreak(
            Optional.of("bhg.barn"), Optional.of("3201"), Period.year(2017), "ny definisjon");
    DataSet data =
        builder()
            .addBreak(everywhere)
            .addBreak(inBaerum)
            .addObservation("bhg.barn", "3201", "2018", 1)
            .addObservation("bhg.barn", "3205", "2018", 1)
            .build();

    assertThat(data.series("bhg.barn", "3201").breaks()).containsExactly(everywhere, inBaerum);
    assertThat(data.series("bhg.barn", "3205").breaks()).containsExactly(everywhere);
  }

  private record Row(String indicator, String region, Period period, Observation observation) {}

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    ObservationStatus[] statuses = ObservationStatus.values();
    for (String indicator : List.of("bhg.barn", "bhg.ledere")) {
      for (int region = 0; region < 6; region++) {
        for (int year = 2010; year < 2025; year++) {
          if (random.nextInt(4) > 0) {
            ObservationStatus status = statuses[random.nextInt(statuses.length)];
            Observation o =
                new Observation(status.isMissing() ? Double.NaN : random.nextInt(), status);
            rows.add(new Row(indicator, "32" + region, Period.year(year), o));
          }
        }
      }
    }
    return rows;
  }

  private static DataSet dataSet(List<Row> rows) {
    DataSet.Builder builder = builder();
    rows.forEach(r -> builder.addObservation(r.indicator, r.region, r.period, r.observation));
    return builder.build();
  }

  @Property(tries = 50)
  void theOrderOfInsertionDoesNotMatterAndNothingIsLost(@ForAll Random random) {
    List<Row> rows = rows(random);
    DataSet sorted = dataSet(rows);
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    DataSet same = dataSet(shuffled);

    assertThat(same).isEqualTo(sorted).hasSameHashCodeAs(sorted);
    assertThat(same.size()).isEqualTo(rows.size());
    for (Row row : rows) {
      assertThat(same.series(row.indicator, row.region).at(row.period)).isEqualTo(row.observation);
    }
  }

  @Test
  void dataSetsDifferByAValueAStatusAndABreak() {
    DataSet data = builder().addObservation("bhg.barn", "3201", "2018", 1).build();

    assertThat(data)
        .isNotEqualTo(builder().addObservation("bhg.barn", "3201", "2018", 2).build())
        .isNotEqualTo(builder().addObservation("bhg.barn", "3201", "2017", 1).build())
        .isNotEqualTo(builder().addObservation("bhg.ledere", "3201", "2018", 1).build())
        .isNotEqualTo(
            builder()
                .addObservation(
                    "bhg.barn", "3201", Period.year(2018), 1, ObservationStatus.PROVISIONAL)
                .build())
        .isNotEqualTo(
            builder()
                .addBreak(SeriesBreak.of(Period.year(2018), ""))
                .addObservation("bhg.barn", "3201", "2018", 1)
                .build());
    assertThat(data)
        .hasToString("DataSet of 2 indicators, 1 regions, 1 observations, last period 2018");
  }
}
