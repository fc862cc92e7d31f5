package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.AxisMismatchException;
import no.maaltall.core.panel.InvalidPanelException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import no.maaltall.core.panel.Parallelism;
import no.maaltall.core.panel.RegionGroups;
import no.maaltall.core.panel.ScalarForm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the measures of a panel give in cases worked out by hand, and what they refuse. */
class PanelMeasureTest {
  private static final Indicator COSTS =
      Indicator.builder().id("utgifter").unit(Unit.KNOK).target(10).build();
  private static final Indicator CHILDREN = Indicator.builder().id("barn").build();
  private static final List<Region> REGIONS = List.of(Region.of("a"), Region.of("b"));
  private static final List<Period> YEARS =
      List.of(Period.year(2019), Period.year(2020), Period.year(2021));
  private static final RegionGroups BOTH =
      RegionGroups.of(Map.of(Region.of("ab"), List.of("a", "b")));

  /** In region a, the last two are of a status and on both sides of a break; region b is plain. */
  private static Panel costs(Observation last) {
    return Panel.builder(List.of(COSTS), REGIONS, YEARS)
        .add("utgifter", "a", "2019", 10)
        .add("utgifter", "a", "2020", 11)
        .add("utgifter", "a", YEARS.get(2), last)
        .add("utgifter", "b", "2019", 20)
        .add("utgifter", "b", "2020", 21)
        .add("utgifter", "b", "2021", 22)
        .build();
  }

  private static Panel children() {
    return Panel.of(
        List.of(CHILDREN),
        REGIONS,
        YEARS,
        new double[] {2, 4},
        new double[] {2, 0},
        new double[] {2, 4});
  }

  /** Each kernel, on the panel above; its result has regions a and b, or only the group. */
  private static Map<String, Panel> results(Panel panel) {
    Map<String, Panel> results = new LinkedHashMap<>();
    for (Measure measure :
        List.of(
            Level.observed(),
            Change.onPrevious(),
            RelativeChange.onPrevious(),
            Trend.meanAnnualChange(1),
            Trend.totalChange(1),
            Trend.leastSquaresSlope(1),
            Trend.theilSenSlope(1),
            Growth.compound(1),
            Growth.arithmeticMean(),
            IndexNumber.withFirstAsBase(),
            TargetDistance.ofIndicator())) {
      results.put(measure.id(), measure.of(panel));
    }
    GroupMean mean = GroupMean.with(MissingRegions.REFUSE);
    Series prices =
        Series.ofYears(Indicator.builder().id("kpi").build(), REGIONS.get(0), 2019, 100, 102, 104);
    results.put("ratio", Ratio.times(1).of(panel, children()));
    results.put("group_mean", mean.of(panel, children(), BOTH));
    results.put("relative_to", mean.relative(panel, children(), BOTH));
    results.put("region_total", RegionTotal.with(MissingRegions.REFUSE).of(panel, BOTH));
    results.put(
        "ratio_total", Ratio.times(1).total(panel, children(), BOTH, MissingRegions.REFUSE));
    results.put("rank", Rank.withTies(Rank.Ties.MIN).of(panel));
    results.put("fixed_prices", FixedPrices.of(prices, YEARS.get(2)).of(panel));
    return results;
  }

  private static Stream<DynamicTest> lastStatusIs(Panel panel, ObservationStatus wanted) {
    return results(panel).entrySet().stream()
        .map(
            e ->
                dynamicTest(
                    e.getKey(),
                    () -> {
                      Panel result = e.getValue();
                      assertThat(result.status(0, 0, 2)).isEqualTo(wanted);
                      assertThat(result.detached().status(0, 0, 2)).isEqualTo(wanted);
                      assertThat(Double.isNaN(result.value(0, 0, 2))).isEqualTo(wanted.isMissing());
                      assertThat(result.status(0, 0, 1).isMissing())
                          .isEqualTo(Double.isNaN(result.value(0, 0, 1)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> provisionalComesThrough() {
    return lastStatusIs(
        costs(new Observation(12, ObservationStatus.PROVISIONAL)), ObservationStatus.PROVISIONAL);
  }

  @TestFactory
  Stream<DynamicTest> suppressedComesThroughWhereTheValueIsNeeded() {
    Panel panel = costs(Observation.missing(ObservationStatus.SUPPRESSED));
    // Those of a window do without it; what they give then is below.
    List<String> windows =
        List.of("least_squares_slope_1", "theil_sen_slope_1", "arithmetic_mean_annual_growth");
    return lastStatusIs(panel, ObservationStatus.SUPPRESSED)
        .filter(test -> !windows.contains(test.getDisplayName()));
  }

  @Test
  void meanGrowthDoesWithoutASuppressedLastValueAndNotWithOneBetween() {
    Observation suppressed = Observation.missing(ObservationStatus.SUPPRESSED);
    Panel last = Growth.arithmeticMean().of(costs(suppressed));
    assertThat(last.value(0, 0, 2)).isEqualTo(10);
    assertThat(last.status(0, 0, 2)).isEqualTo(ObservationStatus.NORMAL);

    Panel between =
        Panel.builder(List.of(COSTS), REGIONS, YEARS)
            .add("utgifter", "a", "2019", 10)
            .add("utgifter", "a", YEARS.get(1), suppressed)
            .add("utgifter", "a", "2021", 12)
            .build();
    Panel result = Growth.arithmeticMean().of(between);
    assertThat(result.value(0, 0, 2)).isNaN();
    assertThat(result.status(0, 0, 2)).isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void slopeOfTheValuesThatAreLeftIsNotSuppressed() {
    Panel panel = costs(Observation.missing(ObservationStatus.SUPPRESSED));
    for (Measure measure : List.of(Trend.leastSquaresSlope(), Trend.theilSenSlope())) {
      Panel slope = measure.of(panel);
      assertThat(slope.value(0, 0, 2)).isEqualTo(1);
      assertThat(slope.status(0, 0, 2)).isEqualTo(ObservationStatus.NORMAL);
    }
    // Too few values are left, whichever: no particular one is the reason.
    for (Measure measure : List.of(Trend.leastSquaresSlope(1), Trend.theilSenSlope(1))) {
      Panel slope = measure.of(panel);
      assertThat(slope.value(0, 0, 2)).isNaN();
      assertThat(slope.status(0, 0, 2)).isEqualTo(ObservationStatus.MISSING);
    }
  }

  @Test
  void aBreakMarksWhatComparesAcrossIt() {
    Panel panel =
        Panel.builder(List.of(COSTS), REGIONS, YEARS)
            .add("utgifter", "a", "2019", 10)
            .add("utgifter", "a", "2020", 11)
            .add("utgifter", "a", "2021", 12)
            .addBreak(SeriesBreak.of(YEARS.get(2), "reform"))
            .build();
    for (Map.Entry<String, Panel> e : results(panel).entrySet()) {
      Panel result = e.getValue();
      boolean onePeriod =
          List.of(
                  "value",
                  "distance_to_target",
                  "ratio",
                  "group_mean",
                  "relative_to",
                  "region_total",
                  "ratio_total",
                  "rank",
                  "fixed_prices")
              .contains(e.getKey());
      if (!onePeriod) {
        assertThat(result.status(0, 0, 2)).as(e.getKey()).isEqualTo(ObservationStatus.BREAK);
      }
      assertThat(result.status(0, 0, 1)).as(e.getKey()).isNotEqualTo(ObservationStatus.BREAK);
      assertThat(result.series(0, 0).hasBreakBetween(2020, 2021)).as(e.getKey()).isTrue();
    }
  }

  @Test
  void groupMeanIsWeighted() {
    Panel panel = costs(Observation.missing());
    Panel strict = GroupMean.with(MissingRegions.REFUSE).of(panel, children(), BOTH);
    Panel lenient = GroupMean.leavingOut().of(panel, children(), BOTH);

    assertThat(strict.series(0, 0).toArray())
        .containsExactly((2 * 10 + 4 * 20) / 6.0, 11, Double.NaN);
    assertThat(lenient.series(0, 0).toArray()).containsExactly((2 * 10 + 4 * 20) / 6.0, 11, 22);
    assertThat(lenient.regions()).containsExactly(Region.of("ab"));
    assertThat(lenient.indicators().get(0).id()).isEqualTo("utgifter:group_mean");
    assertThat(GroupMean.leavingOut().relative(panel, children(), BOTH).series(0, 1).valueAt(2))
        .isEqualTo(100);
  }

  @Test
  void totalsAreSumsOfAmounts() {
    Panel panel = costs(Observation.missing());

    assertThat(RegionTotal.with(MissingRegions.REFUSE).of(panel, BOTH).series(0, 0).toArray())
        .containsExactly(30, 32, Double.NaN);
    assertThat(RegionTotal.with(MissingRegions.LEAVE_OUT).of(panel, BOTH).series(0, 0).toArray())
        .containsExactly(30, 32, 22);
    Panel rates = Ratio.percent().of(panel, children());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegionTotal.with(MissingRegions.REFUSE).of(rates, BOTH))
        .withMessageContaining("does not sum over regions");
    assertThat(
            Ratio.times(1)
                .total(panel, children(), BOTH, MissingRegions.LEAVE_OUT)
                .series(0, 0)
                .toArray())
        .containsExactly(5, 16, 5.5);
  }

  @Test
  void ranksFollowTheDirectionAndTies() {
    Indicator up = Indicator.builder().id("up").build();
    Indicator down =
        Indicator.builder().id("down").direction(no.maaltall.core.indicator.Direction.DOWN).build();
    List<Region> five = IntStream.range(0, 5).mapToObj(i -> Region.of("r" + i)).toList();
    double[] column = {3, 1, 3, Double.NaN, 9, 3, 1, 3, Double.NaN, 9};
    Panel panel = Panel.of(List.of(up, down), five, YEARS.subList(0, 1), column);

    assertThat(Rank.withTies(Rank.Ties.MEAN).of(panel).toArray(YEARS.get(0)))
        .containsExactly(2.5, 4, 2.5, Double.NaN, 1, 2.5, 1, 2.5, Double.NaN, 4);
    assertThat(Rank.withTies(Rank.Ties.MIN).of(panel).toArray(YEARS.get(0)))
        .containsExactly(2, 4, 2, Double.NaN, 1, 2, 1, 2, Double.NaN, 4);
    assertThat(Rank.percentile(Rank.Ties.MEAN).of(panel).toArray(YEARS.get(0)))
        .containsExactly(50, 0, 50, Double.NaN, 100, 50, 100, 50, Double.NaN, 0);
  }

  @Test
  void ranksOfUnevenValues() {
    Random random = new Random(1);
    int n = 500;
    List<Region> regions = PanelArbitraries.regions(n);
    double[] skewed = random.doubles(n).map(u -> Math.pow(u, -12)).toArray();
    double[] close = random.doubles(n).map(u -> 1 + u * 1e-14).toArray();
    double[] wide = random.doubles(n).map(u -> (u - 0.5) * Double.MAX_VALUE * 1.9).toArray();
    double[] tiny = random.doubles(n).map(u -> Double.MIN_VALUE * (int) (9 * u)).toArray();
    double[] equal = new double[n];
    List<Period> years = IntStream.range(2000, 2005).mapToObj(Period::year).toList();
    Panel panel = Panel.of(List.of(COSTS), regions, years, skewed, close, wide, tiny, equal);
    Panel ranks = Rank.withTies(Rank.Ties.MEAN).of(panel);
    List<Series> all = panel.allSeries();
    for (int r = 0; r < n; r++) {
      assertThat(ranks.series(0, r).toArray())
          .isEqualTo(Rank.withTies(Rank.Ties.MEAN).over(all.get(r), all).toArray());
    }
  }

  @Test
  void fixedPricesNeedMoneyAndAnIndex() {
    Series prices = Series.ofYears(CHILDREN, REGIONS.get(0), 2019, 100, 0, 110);
    FixedPrices fixed = FixedPrices.of(prices, YEARS.get(2));

    Panel result = fixed.of(costs(Observation.of(12)));
    assertThat(result.series(0, 0).toArray()).containsExactly(11, Double.NaN, 12);
    assertThat(result.indicators().get(0).priceBase()).contains("2021");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixed.of(children()))
        .withMessageContaining("is not money");
  }

  @Test
  void axesMustMatch() {
    Panel panel = costs(Observation.of(12));
    Panel other = children().selectRegions("b", "a");

    assertThatExceptionOfType(AxisMismatchException.class)
        .isThrownBy(() -> Ratio.percent().of(panel, other))
        .withMessage(
            "the regions do not match: 2 regions [a, b] and 2 regions [b, a];"
                + " number 0 is a in one, b in the other");
    assertThatExceptionOfType(AxisMismatchException.class)
        .isThrownBy(() -> GroupMean.leavingOut().of(panel, children().selectRegions("a"), BOTH))
        .withMessageContaining("one has 2, the other 1");
    Panel quarters =
        Panel.of(List.of(CHILDREN), REGIONS, List.of(Period.quarter(2020, 1)), new double[2]);
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> Ratio.percent().of(panel, quarters));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratio.shareOfWhole().of(panel, children()))
        .withMessageContaining("the units must be the same");
  }

  @Test
  void picksIndicatorsOfOnePanel() {
    List<Series> both = new ArrayList<>(costs(Observation.of(12)).allSeries());
    both.addAll(children().allSeries());
    Panel panel = Panel.of(both);

    assertThat(Ratio.times(1).of(panel, "utgifter", "barn").series(0, 0).toArray())
        .containsExactly(5, 5.5, 6);
    assertThat(Change.onPrevious().of(panel.selectRegions("b")).series(0, 0).toArray())
        .containsExactly(Double.NaN, 1, 1);
  }

  @Test
  void buffersMustFit() {
    PanelComputation computation = Change.onPrevious().on(costs(Observation.of(12)));
    assertThatExceptionOfType(InvalidPanelException.class)
        .isThrownBy(() -> computation.into(PanelBuffer.of(1, 2)))
        .withMessage("the results take 3 columns of 2, the buffer has 1 of 2");
    assertThatExceptionOfType(InvalidPanelException.class)
        .isThrownBy(() -> PanelBuffer.of(1, -2))
        .withMessage("a column has 0 values or more, got -2");
    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> computation.at(Period.schoolYear(2020)));
  }

  @Test
  void partByPartIsTheWhole() {
    Panel panel = large();
    for (Measure measure : List.of(Trend.meanAnnualChange(3), Trend.leastSquaresSlope())) {
      Panel whole = measure.of(panel);
      List<Series> series = new ArrayList<>();
      PanelComputation.each(
          panel.blocks(100_000).iterator(), measure::on, part -> series.addAll(part.allSeries()));
      assertThat(series).isEqualTo(whole.allSeries());
    }
  }

  /** A panel that counts how often it is asked for a series of another one. */
  private static Panel counted(Panel panel, AtomicInteger asked) {
    return panel.withResultsUnsafe(
        panel.indicators(),
        panel.regions(),
        panel.columnsUnsafe(),
        new ScalarForm() {
          @Override
          public boolean isPlain() {
            return false;
          }

          @Override
          public boolean isPlain(int indicator, int region) {
            return false;
          }

          @Override
          public Series series(int indicator, int region) {
            asked.incrementAndGet();
            return panel.series(indicator, region);
          }
        });
  }

  @Test
  void ranksAskForEachSeriesOnce() {
    Panel panel = large();
    AtomicInteger asked = new AtomicInteger();
    Panel places = Rank.withTies(Rank.Ties.MIN).of(counted(panel, asked)).detached();

    assertThat(asked).hasValue(panel.columnSize());
    assertThat(places).isEqualTo(Rank.withTies(Rank.Ties.MIN).of(panel));
    Panel again = Rank.withTies(Rank.Ties.MIN).of(counted(panel, asked));
    asked.set(0);
    assertThat(again.toTable(5, 4)).isEqualTo(places.toTable(5, 4));
    assertThat(asked).hasValue(panel.regions().size());
  }

  @Test
  void aTableAsksForEachSeriesOnce() {
    AtomicInteger asked = new AtomicInteger();
    Panel panel = large();

    assertThat(counted(panel, asked).toTable(7, 5)).isEqualTo(panel.toTable(7, 5));
    assertThat(asked).hasValue(7);
  }

  @Test
  void partsThatAreKeptAreNotOverwritten() {
    Panel panel = large();
    Measure measure = Change.onPrevious();
    Map<String, UnaryOperator<Panel>> ways =
        Map.of(
            "detached", Panel::detached,
            "compact", Panel::compact,
            "a view of periods", part -> part.filterPeriods(p -> true).detached(),
            "a view of indicators", part -> part.filterIndicators(i -> true).compact(),
            "a measure", part -> Rank.withTies(Rank.Ties.MEAN).of(Level.observed().of(part)));
    ways.forEach(
        (name, way) -> {
          List<Panel> kept = new ArrayList<>();
          List<Panel> expected = new ArrayList<>();
          PanelComputation.each(
              panel.blocks(100_000).iterator(), measure::on, part -> kept.add(way.apply(part)));
          panel.blocks(100_000).forEach(part -> expected.add(way.apply(measure.of(part))));
          assertThat(kept).as(name).hasSizeGreaterThan(2).isEqualTo(expected);
        });
  }

  @Test
  void theLastPeriodOfPartsIsKeptToo() {
    Panel panel = large();
    List<Panel> kept = new ArrayList<>();
    PanelComputation.each(
        panel.blocks(100_000).iterator(),
        part -> Change.onPrevious().on(part).at(panel.asOf()),
        part -> kept.add(part.detached()));
    List<Series> series = kept.stream().flatMap(part -> part.allSeries().stream()).toList();
    assertThat(series)
        .isEqualTo(Change.onPrevious().of(panel).selectPeriods(panel.asOf()).allSeries());
  }

  private static Panel large() {
    return PanelArbitraries.panel(
        new Random(7),
        40,
        100,
        IntStream.range(2010, 2020).mapToObj(Period::year).toList(),
        new PanelArbitraries.Kind(0.05, false, false));
  }

  @Test
  void anExecutorThatRefusesOrNeverRunsDoesNoHarm() {
    Panel panel = large();
    Panel expected = Trend.theilSenSlope().of(panel);
    Parallelism refusing =
        Parallelism.on(
            task -> {
              throw new RejectedExecutionException("closed");
            },
            4);
    Parallelism idle = Parallelism.on(task -> {}, 4);
    for (Parallelism parallelism : List.of(refusing, idle, Parallelism.threads(8))) {
      Panel result = Trend.theilSenSlope().on(panel).with(parallelism).toPanel();
      assertThat(result).isEqualTo(expected);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Parallelism.threads(0));
  }
}
