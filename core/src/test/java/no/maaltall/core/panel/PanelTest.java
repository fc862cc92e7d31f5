package no.maaltall.core.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.DuplicateObservationException;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.json.MaaltallModule;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Trend;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final double NONE = Double.NaN;
  private static final Indicator PLACES =
      Indicator.builder().id("bhg.plasser").unit(Unit.COUNT).build();
  private static final Indicator SHARE =
      Indicator.builder().id("bhg.andel").unit(Unit.PERCENT).decimals(1).build();
  private static final Region BAERUM = Region.of("3201", "Bærum");
  private static final Region ASKER = Region.of("3203", "Asker");
  private static final Region LOERENSKOG = Region.of("3222", "Lørenskog");
  private static final List<Period> YEARS =
      List.of(Period.year(2019), Period.year(2021), Period.year(2022));

  private static Panel panel() {
    return Panel.builder(List.of(PLACES, SHARE), List.of(BAERUM, ASKER, LOERENSKOG), YEARS)
        .add("bhg.plasser", "3201", "2019", 7100)
        .add("bhg.plasser", "3201", "2021", 7050)
        .add(
            "bhg.plasser",
            "3201",
            Period.year(2022),
            new Observation(6990, ObservationStatus.PROVISIONAL))
        .add("bhg.plasser", "3203", "2022", 5400)
        .add("bhg.andel", "3201", "2019", 81.25)
        .add(
            "bhg.andel",
            "3203",
            Period.year(2021),
            Observation.missing(ObservationStatus.SUPPRESSED))
        .add("bhg.andel", "3222", Period.year(2021), new Observation(70, ObservationStatus.BREAK))
        .add("bhg.andel", "3222", "2022", 71)
        .addBreak(
            new SeriesBreak(
                Optional.of("bhg.plasser"), Optional.empty(), Period.year(2021), "telling"))
        .build();
  }

  @Test
  void keepsValuesStatusesAndBreaks() {
    Panel panel = panel();

    assertThat(panel.at("bhg.plasser", "3201", Period.year(2021))).isEqualTo(Observation.of(7050));
    assertThat(panel.at("bhg.andel", "3203", Period.year(2021)).status())
        .isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(panel.at("bhg.andel", "3203", Period.year(2022))).isEqualTo(Observation.missing());
    assertThat(panel.value(0, 0, 2)).isEqualTo(6990);
    assertThat(panel.status(0, 0, 2)).isEqualTo(ObservationStatus.PROVISIONAL);
    assertThat(panel.series("bhg.plasser", "3201").toString())
        .isEqualTo("bhg.plasser in 3201: 2019=7,100, 2021=7,050, 2022=6,990 P");
    assertThat(panel.series("bhg.plasser", "3203").hasBreakBetween(2019, 2022)).isTrue();
    assertThat(panel.series("bhg.andel", "3222").hasBreakBetween(2019, 2021)).isTrue();
    assertThat(panel.series("bhg.andel", "3201").hasBreaks()).isFalse();
    assertThat(panel.isPlain()).isFalse();
    assertThat(panel.isPlain(1, 0)).isTrue();
    assertThat(panel.size()).isEqualTo(18);
    assertThat(panel.asOf()).isEqualTo(Period.year(2022));
  }

  @Test
  void ofSeriesAndBack() {
    Panel panel = panel();

    assertThat(Panel.of(panel.allSeries())).isEqualTo(panel);
    assertThat(Panel.of(panel.allSeries()).hashCode()).isEqualTo(panel.hashCode());
    assertThat(panel.detached()).isSameAs(panel);
  }

  @Test
  void seriesOfOtherPeriodsAreFilledWithMissing() {
    Panel panel =
        Panel.of(
            List.of(
                Series.ofYears(PLACES, BAERUM, 2018, 1, 2),
                Series.ofYears(PLACES, ASKER, 2019, 3, 4).asOf(Period.year(2025))));

    assertThat(panel.periods())
        .containsExactly(Period.year(2018), Period.year(2019), Period.year(2020));
    assertThat(panel.toArray(Period.year(2018))).containsExactly(1, NONE);
    assertThat(panel.toArray(Period.year(2020))).containsExactly(NONE, 4);
    assertThat(panel.series(0, 0).asOf()).isEqualTo(Period.year(2025));
  }

  @Test
  void ofDataSetAndBack() {
    Panel panel = panel();
    DataSet dataSet = panel.toDataSet();

    assertThat(Panel.of(dataSet)).isEqualTo(panel);
    assertThat(dataSet.breaks()).hasSize(1);
  }

  @Test
  void breaksOfSomeSeriesAreSplit() {
    SeriesBreak everywhere = SeriesBreak.of(Period.year(2021), "reform");
    SeriesBreak places =
        new SeriesBreak(
            Optional.of("bhg.plasser"), Optional.empty(), Period.year(2022), "ny telling");
    SeriesBreak baerum =
        new SeriesBreak(Optional.empty(), Optional.of("3201"), Period.year(2022), "grense");
    SeriesBreak one =
        new SeriesBreak(Optional.of("bhg.andel"), Optional.of("3203"), Period.year(2022), "rettet");
    Panel panel =
        Panel.builder(List.of(PLACES, SHARE), List.of(BAERUM, ASKER), YEARS)
            .addBreak(one)
            .addBreak(baerum)
            .addBreak(places)
            .addBreak(everywhere)
            .build();

    assertThat(panel.series(0, 0).breaks()).containsExactlyInAnyOrder(baerum, places, everywhere);
    assertThat(panel.series(1, 1).breaks()).containsExactlyInAnyOrder(one, everywhere);
    assertThat(panel.toDataSet().breaks())
        .containsExactlyInAnyOrder(baerum, places, everywhere, one);
    Panel ranks = Rank.withTies(Rank.Ties.MIN).of(panel.selectIndicators("bhg.plasser"));
    // That of Bærum is in all places now, and names neither all nor its own indicator.
    assertThat(ranks.toDataSet().breaks())
        .filteredOn(b -> b.reason().equals("grense"))
        .extracting(b -> b.indicator().orElse("") + b.region().orElse(""))
        .containsExactly("bhg.plasser:rank3201", "bhg.plasser:rank3203");
    assertThat(Panel.of(panel.toDataSet()).series(0, 1).breaks())
        .containsExactlyInAnyOrder(places, everywhere);
  }

  /** Looking for each break in each series would be 8.1 billion looks. */
  @Test
  void everySeriesMayHaveABreakOfItsOwn() {
    int size = 300;
    List<Indicator> indicators = numbered(size, i -> Indicator.builder().id("i" + i).build());
    List<Region> regions = numbered(size, r -> Region.of("r" + r));
    PanelBuilder builder = Panel.builder(indicators, regions, YEARS);
    for (Indicator i : indicators) {
      for (Region r : regions) {
        builder.addBreak(
            new SeriesBreak(
                Optional.of(i.id()), Optional.of(r.code()), YEARS.get(1), i.id() + r.code()));
      }
    }
    Panel panel = builder.build();

    assertThat(panel.series(2, 3).breaks())
        .singleElement()
        .extracting(SeriesBreak::reason)
        .isEqualTo("i2r3");
    assertThat(panel.toDataSet().breaks()).hasSize(size * size);
  }

  @Test
  void aDataSetsRatiosAreComputed() {
    Indicator coverage =
        Indicator.builder()
            .id("dekning")
            .unit(Unit.PERCENT)
            .ratio(new RatioDefinition("bhg.plasser", "barn", 100))
            .build();
    DataSet dataSet =
        DataSet.builder()
            .addIndicator(PLACES)
            .addIndicator(Indicator.builder().id("barn").build())
            .addIndicator(coverage)
            .addObservation("bhg.plasser", "3201", "2020", 90)
            .addObservation("barn", "3201", "2020", 100)
            .build();

    Panel panel = Panel.of(dataSet);
    assertThat(panel.at("dekning", "3201", Period.year(2020)).value()).isEqualTo(90);
    assertThat(panel.toDataSet().indicator("dekning").ratio()).isEmpty();
    assertThat(Panel.of(dataSet, Frequency.YEAR)).isEqualTo(panel);
  }

  @Test
  void roundTripsThroughJson() throws JsonProcessingException {
    var json = MaaltallModule.mapper();
    Panel panel = panel();

    assertThat(json.readValue(json.writeValueAsString(panel), Panel.class)).isEqualTo(panel);
    Panel early = panel.selectIndicators("bhg.plasser").selectPeriods(Period.year(2019));
    String text = json.writeValueAsString(early);
    assertThat(json.readValue(text, Panel.class)).isEqualTo(early);
    assertThat(json.readValue(text, Panel.class).asOf()).isEqualTo(Period.year(2022));
    assertThat(json.readTree(text).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("as_of", "indicators", "regions", "breaks", "observations");
    String dataSet = json.writeValueAsString(early.toDataSet());
    assertThat(json.readValue(dataSet, Panel.class).asOf()).isEqualTo(Period.year(2019));
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> json.readValue(text.replace("\"2022\"", "\"2022/2023\""), Panel.class));
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> json.readValue(text.replace("as_of", "asof"), Panel.class));
  }

  @Test
  void resultsAcrossABreakAreBrokenMoreOftenInADataSet() {
    List<Period> years = numbered(6, i -> Period.year(2015 + i));
    PanelBuilder builder =
        Panel.builder(List.of(PLACES), List.of(BAERUM), years)
            .addBreak(SeriesBreak.of(Period.year(2017), "reform"));
    years.forEach(y -> builder.add("bhg.plasser", "3201", y, Observation.of(y.startYear())));
    Panel trend = Trend.meanAnnualChange(3).of(builder.build());

    assertThat(trend.series(0, 0).breakOrdinals()).containsExactly(2017);
    assertThat(Panel.of(trend.toDataSet()).series(0, 0).breakOrdinals())
        .containsExactly(2017, 2018, 2019);
  }

  @Test
  void viewsShareTheColumns() {
    double[] column = {1, 2, 3, 4, 5, 6};
    List<Region> regions = List.of(BAERUM, ASKER, LOERENSKOG);
    Panel panel =
        Panel.ofUnsafe(List.of(PLACES, SHARE), regions, List.of(Period.year(2020)), column);
    Panel view = panel.selectIndicators("bhg.andel").selectRegions("3222", "3201");

    assertThat(view.toArray(Period.year(2020))).containsExactly(6, 4);
    column[5] = 60; // As nobody should.
    assertThat(view.value(0, 0, 0)).isEqualTo(60);
    assertThat(view.compact().value(0, 0, 0)).isEqualTo(60);
    assertThat(view.series("bhg.andel", "3222").valueAt(0)).isEqualTo(60);
    column[5] = 6;
    assertThat(view.compact()).isNotSameAs(view);
    assertThat(panel.compact()).isSameAs(panel);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(view::columnsUnsafe);
  }

  @Test
  void viewsKeepStatusesAndBreaks() {
    Panel panel = panel();
    Panel view =
        panel
            .filterIndicators(i -> i.unit().equals(Unit.PERCENT))
            .filterRegions(r -> !r.code().equals("3201"))
            .selectPeriods(Period.year(2019), Period.year(2022));

    assertThat(view.regions()).containsExactly(ASKER, LOERENSKOG);
    assertThat(view.series("bhg.andel", "3222").size()).isEqualTo(2);
    // The mark of the break stands in a period that the view does not have.
    assertThat(view.series("bhg.andel", "3222").hasBreakBetween(2019, 2022)).isTrue();
    Panel suppressed = panel.selectRegions("3203").filterPeriods(p -> p.startYear() == 2021);
    assertThat(suppressed.status(1, 0, 0)).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(suppressed.compact().detached().status(1, 0, 0))
        .isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void everyEntryButTheUnsafeCopies() {
    double[] column = {1};
    List<Period> periods = List.of(Period.year(2020));
    Panel copied = Panel.of(List.of(PLACES), List.of(BAERUM), periods, column);
    PanelBuilder builder = Panel.builder(List.of(PLACES), List.of(BAERUM), periods);
    Panel empty = builder.build();
    builder.add("bhg.plasser", "3201", "2020", 5);
    column[0] = 2;

    assertThat(copied.value(0, 0, 0)).isEqualTo(1);
    assertThat(empty.value(0, 0, 0)).isNaN();
    assertThat(builder.build().value(0, 0, 0)).isEqualTo(5);
    copied.toArray(Period.year(2020))[0] = 7;
    copied.columnsUnsafe()[0] = new double[] {8};
    assertThat(copied.value(0, 0, 0)).isEqualTo(1);
  }

  @Test
  void printsABoundedTable() {
    assertThat(panel().toString())
        .isEqualTo(
            "Panel of 2 indicators [bhg.plasser, bhg.andel],"
                + " 3 regions [3201, 3203, 3222], 2019 to 2022 (3)");
    assertThat(panel().toTable(4, 2))
        .isEqualTo(
            """
            indikator    region      2021     2022
            bhg.plasser  Bærum      7 050  6 990 P
            bhg.plasser  Asker          M    5 400
            bhg.plasser  Lørenskog      M        M
            bhg.andel    Bærum          M        M
            ... 2 serier til
            ... 1 tidligere perioder
            """
                .replace("7 050", "7\u00a0050")
                .replace("6 990", "6\u00a0990")
                .replace("5 400", "5\u00a0400"));
    assertThat(panel().toTable(100, 100, Locale.ENGLISH))
        .contains("81.3\u00a0%")
        .contains("70.0\u00a0% B");
    assertThatIllegalArgumentException().isThrownBy(() -> panel().toTable(0, 1));
  }

  @Test
  void aRowOfATableIsOneLine() {
    List<Region> regions = List.of(Region.of("a", "to\r\nlinjer"), Region.of("b", "en\u2028til"));
    Panel panel =
        Panel.of(List.of(PLACES), regions, List.of(Period.year(2020)), new double[] {1, 2});

    assertThat(panel.toTable(2, 1))
        .isEqualTo(
            """
            indikator    region     2020
            bhg.plasser  to linjer     1
            bhg.plasser  en til        2
            """);
  }

  @Test
  void partsMakeThePanel() {
    Panel panel = panel();

    assertThat(panel.blocks(72)).hasSize(2);
    assertThat(panel.blocks(143)).hasSize(2);
    assertThat(panel.blocks(144)).hasSize(1);
    assertThat(panel.blocks(72).get(1).indicators()).containsExactly(SHARE);
    assertInvalid(
        InvalidPanelException.Problem.TOO_LARGE,
        "the values of one indicator take 72 bytes, got 71",
        () -> panel.blocks(71));
  }

  private static void assertInvalid(
      InvalidPanelException.Problem problem, String message, Runnable run) {
    assertThatExceptionOfType(InvalidPanelException.class)
        .isThrownBy(run::run)
        .withMessageContaining(message)
        .matches(e -> e.problem() == problem);
  }

  @Test
  void refusesPartsThatMakeNoPanel() {
    List<Indicator> one = List.of(PLACES);
    List<Region> here = List.of(BAERUM);
    List<Period> now = List.of(Period.year(2020));
    assertInvalid(
        InvalidPanelException.Problem.NO_PERIODS,
        "at least one period",
        () -> Panel.of(one, here, List.of()));
    assertInvalid(
        InvalidPanelException.Problem.NO_REGIONS,
        "at least one region",
        () -> Panel.of(one, List.of(), now, new double[0]));
    assertInvalid(
        InvalidPanelException.Problem.NO_INDICATORS,
        "at least one indicator",
        () -> Panel.of(List.of(), here, now, new double[0]));
    assertInvalid(
        InvalidPanelException.Problem.REGION_TWICE,
        "region 3201 is given twice, as number 0 and 1",
        () -> Panel.of(one, List.of(BAERUM, BAERUM), now, new double[2]));
    assertInvalid(
        InvalidPanelException.Problem.COLUMN_SIZE,
        "the column of 2020 must have 1 values (1 indicator [bhg.plasser] times 1 region [3201]),"
            + " got 3",
        () -> Panel.of(one, here, now, new double[3]));
    assertInvalid(
        InvalidPanelException.Problem.COLUMN_SIZE,
        "one column per period: 2020, got 2 columns",
        () -> Panel.of(one, here, now, new double[1], new double[1]));
    assertInvalid(
        InvalidPanelException.Problem.INFINITE_VALUE,
        "bhg.plasser in 3201, 2020: a value is finite, or NaN for none, got -Infinity",
        () -> Panel.of(one, here, now, new double[] {Double.NEGATIVE_INFINITY}));
    assertInvalid(
        InvalidPanelException.Problem.NO_PERIODS, "got no series", () -> Panel.of(List.of()));
    assertInvalid(
        InvalidPanelException.Problem.SERIES_TWICE,
        "bhg.plasser in 3201 is given twice",
        () ->
            Panel.of(
                List.of(
                    Series.ofYears(PLACES, BAERUM, 2020, 1),
                    Series.ofYears(PLACES, BAERUM, 2021, 1))));
    assertInvalid(
        InvalidPanelException.Problem.NO_REGIONS,
        "at least one region",
        () -> panel().filterRegions(r -> false));
    assertInvalid(
        InvalidPanelException.Problem.PERIOD_ORDER,
        "got 2019 after 2022",
        () -> panel().selectPeriods(Period.year(2022), Period.year(2019)));
    assertInvalid(
        InvalidPanelException.Problem.PERIOD_ORDER,
        "the periods of a panel come in order, each once: got 2020 after 2020",
        () -> Panel.of(one, here, List.of(now.get(0), now.get(0)), new double[1], new double[1]));
    assertInvalid(
        InvalidPanelException.Problem.PERIOD_ORDER,
        "got 2020 after 2021",
        () -> Panel.builder(one, here, List.of(Period.year(2021), now.get(0))));
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> Panel.builder(one, here, List.of(now.get(0), Period.schoolYear(2020))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel().axis().select(2, 1))
        .withMessageContaining("got 2021 after 2022");
  }

  @Test
  void refusesMoreThanAnArrayHolds() {
    assertInvalid(
        InvalidPanelException.Problem.TOO_LARGE,
        "is 2147520000 values per period",
        () ->
            Panel.of(
                numbered(48_000, i -> Indicator.builder().id("i" + i).build()),
                numbered(44_740, i -> Region.of("r" + i)),
                List.of(Period.year(2020)),
                new double[1]));
  }

  @Test
  void refusesMoreThanTheMemoryHolds() {
    List<Period> years = numbered(2_000, i -> Period.year(1 + i));
    List<Series> apart =
        numbered(
            40_000,
            i ->
                Series.ofYears(
                    Indicator.builder().id("i" + i).build(), Region.of("r" + i), 1 + i % 2_000, i));
    assertInvalid(
        InvalidPanelException.Problem.TOO_LARGE,
        "1 to 2000 (2000) is 3200000000000 values of 8 bytes",
        () -> Panel.of(apart));
    assertInvalid(
        InvalidPanelException.Problem.TOO_LARGE,
        "is 3200000000000 values of 8 bytes",
        () ->
            Panel.builder(
                apart.stream().map(Series::indicator).toList(),
                apart.stream().map(Series::region).toList(),
                years));
  }

  private static <T> List<T> numbered(int size, IntFunction<T> item) {
    return new AbstractList<T>() {
      @Override
      public T get(int index) {
        return item.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Test
  void refusesWhatItDoesNotHave() {
    Panel panel = panel();
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> panel.selectIndicators("bhg.plass"))
        .withMessageContaining("bhg.plasser");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> panel.at("bhg.andel", "3201", Period.year(2020)))
        .withMessageContaining("unknown period \"2020\"");
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> panel.toArray(Period.schoolYear(2019)));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> panel.value(0, 3, 0))
        .withMessage("region number 3 is outside 0 to 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> panel.value(-1, 0, 0))
        .withMessage("indicator number -1 is outside 0 to 1");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> panel.status(0, 0, 3))
        .withMessage("period number 3 is outside 0 to 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> panel.isPlain(7, 99))
        .withMessage("indicator number 7 is outside 0 to 1");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> panel.isPlain(0, 3))
        .withMessage("region number 3 is outside 0 to 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> PanelBuffer.of(1, 7).column(1))
        .withMessage("period number 1 is outside 0 to 0");
    assertThatExceptionOfType(DuplicateObservationException.class)
        .isThrownBy(
            () ->
                Panel.builder(List.of(PLACES), List.of(BAERUM), YEARS)
                    .add("bhg.plasser", "3201", "2019", 1)
                    .add("bhg.plasser", "3201", "2019", 1));
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(
            () ->
                Panel.of(
                    List.of(
                        Series.ofYears(PLACES, BAERUM, 2020, 1),
                        Series.builder(SHARE, BAERUM).add("2020-Q1", 1).build())));
  }

  @Test
  void groupsAreChecked() {
    assertInvalid(
        InvalidPanelException.Problem.EMPTY_GROUP,
        "group 32 (Akershus) has no members",
        () -> RegionGroups.of(Map.of(Region.of("32", "Akershus"), List.of())));
    assertInvalid(
        InvalidPanelException.Problem.EMPTY_GROUP, "at least one", () -> RegionGroups.of(Map.of()));
    assertInvalid(
        InvalidPanelException.Problem.REGION_TWICE,
        "region 3201 is in group",
        () ->
            RegionGroups.of(
                Map.of(Region.of("a"), List.of("3201"), Region.of("b"), List.of("3201"))));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(
            () -> RegionGroups.of(Map.of(Region.of("a"), List.of("0301"))).indexesIn(panel()));
  }
}
