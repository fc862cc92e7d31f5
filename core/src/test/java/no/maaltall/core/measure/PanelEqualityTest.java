package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import no.maaltall.core.panel.Parallelism;
import no.maaltall.core.panel.RegionGroups;
import org.junit.jupiter.api.Test;

/**
 * The columns give the scalar form's values to the last bit, and its statuses and breaks, on every
 * cell; whatever the number of threads and the periods asked for.
 */
class PanelEqualityTest {
  static final List<Measure> MEASURES =
      List.of(
          Level.observed(),
          Change.onPrevious(),
          Change.over(2),
          RelativeChange.onPrevious(),
          RelativeChange.over(3),
          Trend.meanAnnualChange(1),
          Trend.meanAnnualChange(3),
          Trend.totalChange(2),
          Trend.leastSquaresSlope(),
          Trend.leastSquaresSlope(1),
          Trend.leastSquaresSlope(3),
          Trend.theilSenSlope(),
          Trend.theilSenSlope(3),
          Growth.compound(),
          Growth.compound(2),
          Growth.arithmeticMean(),
          IndexNumber.withFirstAsBase(),
          IndexNumber.withBase(Period.year(2002)),
          TargetDistance.ofIndicator(),
          TargetDistance.from(-3.5));

  @Provide
  Arbitrary<Panel> panels() {
    return PanelArbitraries.panels();
  }

  /** The scalar form of one cell of results. */
  interface Scalar {
    Series series(int indicator, int region);
  }

  static void assertSame(PanelComputation computation, Scalar scalar) {
    Panel result = computation.toPanel();
    Panel detached = result.detached();
    for (int i = 0; i < result.indicators().size(); i++) {
      for (int r = 0; r < result.regions().size(); r++) {
        Series expected = scalar.series(i, r);
        assertThat(result.indicators().get(i)).isEqualTo(expected.indicator());
        assertThat(result.series(i, r)).isEqualTo(expected);
        assertThat(result.series(i, r).breaks()).isEqualTo(expected.breaks());
        assertThat(detached.series(i, r)).isEqualTo(expected);
        assertThat(detached.series(i, r).breaks()).isEqualTo(expected.breaks());
        for (int p = 0; p < result.axis().size(); p++) {
          assertThat(Double.doubleToLongBits(result.value(i, r, p)))
              .as("%s in %s, %s", i, r, result.axis().period(p))
              .isEqualTo(Double.doubleToLongBits(expected.valueAt(p)));
          assertThat(result.status(i, r, p)).isEqualTo(expected.statusAt(p));
        }
      }
    }
    assertSameInAnyWay(computation, result);
  }

  /** On several threads, again into a used buffer, and period by period. */
  private static void assertSameInAnyWay(PanelComputation computation, Panel result) {
    PanelBuffer buffer = PanelBuffer.of(computation.periods(), computation.columnSize());
    computation.with(Parallelism.threads(3)).into(buffer);
    computation.into(buffer);
    for (int p = 0; p < result.axis().size(); p++) {
      Period period = result.axis().period(p);
      double[] expected = result.toArray(period);
      assertThat(bits(buffer.column(p))).isEqualTo(bits(expected));
      Panel alone = computation.at(period).toPanel();
      assertThat(bits(alone.toArray(period))).isEqualTo(bits(expected));
      assertThat(alone.series(0, 0).statusAt(0)).isEqualTo(result.status(0, 0, p));
    }
  }

  private static long[] bits(double[] values) {
    return IntStream.range(0, values.length)
        .mapToLong(k -> Double.doubleToLongBits(values[k]))
        .toArray();
  }

  @Property(tries = 100)
  void everyMeasure(@ForAll("panels") Panel panel) {
    for (Measure measure : MEASURES) {
      assertSame(measure.on(panel), (i, r) -> measure.over(panel.series(i, r)));
    }
  }

  @Property(tries = 100)
  void ratios(@ForAll("panels") Panel panel, @ForAll Random random) {
    List<Period> periods = PanelArbitraries.periods(random, panel.axis().frequency());
    int regions = panel.regions().size();
    PanelArbitraries.Kind kind =
        new PanelArbitraries.Kind(random.nextDouble() / 3, random.nextBoolean(), false);
    Panel one = PanelArbitraries.panel(random, 1, regions, periods, kind);
    Panel all = PanelArbitraries.panel(random, panel.indicators().size(), regions, periods, kind);
    Panel country = PanelArbitraries.panel(random, 1, 1, periods, kind);
    for (Ratio ratio : List.of(Ratio.percent(), Ratio.times(1), Ratio.shareOfWhole())) {
      assertSame(ratio.on(panel, one), (i, r) -> ratio.over(panel.series(i, r), one.series(0, r)));
      assertSame(ratio.on(panel, all), (i, r) -> ratio.over(panel.series(i, r), all.series(i, r)));
    }
    assertSame(
        Ratio.relativeTo().on(panel, country),
        (i, r) -> Ratio.relativeTo().over(panel.series(i, r), country.series(0, 0)));
  }

  private static RegionGroups groups(Panel panel, Random random) {
    Map<Region, List<String>> members = new LinkedHashMap<>();
    for (Region region : panel.regions()) {
      int g = random.nextInt(4);
      if (g > 0 || members.isEmpty()) {
        members
            .computeIfAbsent(Region.of("g" + g, "Gruppe " + g), k -> new ArrayList<>())
            .add(region.code());
      }
    }
    return RegionGroups.of(members);
  }

  @Property(tries = 100)
  void groupMeansAndTotals(@ForAll("panels") Panel panel, @ForAll Random random) {
    RegionGroups groups = groups(panel, random);
    int[][] members = groups.indexesIn(panel);
    int[] groupOf = groups.groupOfRegions(panel);
    int weightIndicators = random.nextBoolean() ? 1 : panel.indicators().size();
    Panel weights =
        PanelArbitraries.panel(
            random,
            weightIndicators,
            panel.regions().size(),
            random.nextBoolean()
                ? panel.periods()
                : PanelArbitraries.periods(random, panel.axis().frequency()),
            new PanelArbitraries.Kind(0.1, random.nextBoolean(), random.nextInt(4) == 0));
    for (MissingRegions missing : MissingRegions.values()) {
      GroupMean mean = GroupMean.with(missing);
      Scalar means =
          (i, g) ->
              mean.over(
                  members(panel, i, members[g]),
                  members(weights, weightIndicators == 1 ? 0 : i, members[g]),
                  groups.groups().get(g));
      assertSame(mean.on(panel, weights, groups), means);
      RegionTotal total = RegionTotal.with(missing);
      assertSame(
          total.on(panel, groups),
          (i, g) -> total.over(members(panel, i, members[g]), groups.groups().get(g)));
      Panel relative = mean.relative(panel, weights, groups);
      for (int i = 0; i < panel.indicators().size(); i++) {
        for (int r = 0; r < groupOf.length; r++) {
          Series result = relative.series(i, r);
          if (groupOf[r] < 0) {
            assertThat(result.toArray()).containsOnly(Double.NaN);
          } else {
            assertThat(result)
                .isEqualTo(
                    Ratio.relativeTo().over(panel.series(i, r), means.series(i, groupOf[r])));
          }
        }
      }
      assertSameInAnyWay(mean.onRelative(panel, weights, groups), relative);

      Panel each = mean.relativeToEach(panel, weights, groups);
      for (int i = 0; i < panel.indicators().size(); i++) {
        for (int g = 0; g < members.length; g++) {
          for (int r = 0; r < groupOf.length; r++) {
            assertSameValues(
                each.series(i * members.length + g, r),
                Ratio.relativeTo().over(panel.series(i, r), means.series(i, g)));
          }
        }
      }
      assertSameInAnyWay(mean.onRelativeToEach(panel, weights, groups), each);
    }
  }

  private static void assertSameValues(Series result, Series expected) {
    assertThat(bits(result.toArray())).isEqualTo(bits(expected.toArray()));
    for (int p = 0; p < expected.size(); p++) {
      assertThat(result.statusAt(p)).isEqualTo(expected.statusAt(p));
    }
  }

  @Property(tries = 100)
  void totalsOfRatios(@ForAll("panels") Panel panel, @ForAll Random random) {
    RegionGroups groups = groups(panel, random);
    int[][] members = groups.indexesIn(panel);
    int below = random.nextBoolean() ? 1 : panel.indicators().size();
    PanelArbitraries.Kind kind =
        new PanelArbitraries.Kind(0.1, random.nextBoolean(), random.nextBoolean());
    Panel denominators =
        PanelArbitraries.panel(random, below, panel.regions().size(), panel.periods(), kind);
    for (MissingRegions missing : MissingRegions.values()) {
      Panel result = Ratio.percent().total(panel, denominators, groups, missing);
      for (int i = 0; i < panel.indicators().size(); i++) {
        for (int g = 0; g < members.length; g++) {
          List<Series> above = members(panel, i, members[g]);
          List<Series> under = members(denominators, below == 1 ? 0 : i, members[g]);
          for (int p = 0; p < panel.axis().size(); p++) {
            Figure expected =
                Ratio.percent()
                    .total(above, under, groups.groups().get(g), panel.axis().period(p), missing);
            assertThat(Double.doubleToLongBits(result.value(i, g, p)))
                .isEqualTo(Double.doubleToLongBits(expected.value()));
            assertThat(result.status(i, g, p)).isEqualTo(expected.status());
          }
        }
      }
      assertSameInAnyWay(Ratio.percent().onTotal(panel, denominators, groups, missing), result);
    }
  }

  private static List<Series> members(Panel panel, int indicator, int[] regions) {
    return IntStream.of(regions).mapToObj(r -> panel.series(indicator, r)).toList();
  }

  @Property(tries = 100)
  void ranks(@ForAll("panels") Panel panel) {
    int[] all = IntStream.range(0, panel.regions().size()).toArray();
    for (Rank.Ties ties : Rank.Ties.values()) {
      for (Rank rank : List.of(Rank.withTies(ties), Rank.percentile(ties))) {
        assertSame(rank.on(panel), (i, r) -> rank.over(panel.series(i, r), members(panel, i, all)));
      }
    }
  }

  @Property(tries = 100)
  void fixedPrices(@ForAll("panels") Panel panel, @ForAll Random random) {
    Frequency frequency = panel.axis().frequency();
    Panel index =
        PanelArbitraries.panel(
            random,
            1,
            1,
            PanelArbitraries.periods(random, frequency),
            new PanelArbitraries.Kind(0.1, random.nextBoolean(), false));
    FixedPrices prices =
        FixedPrices.of(index.series(0, 0), Period.ofOrdinal(frequency, panel.axis().ordinal(0)));
    assertSame(prices.on(panel), (i, r) -> prices.over(panel.series(i, r)));
  }

  /** Large enough for blocks, tables of patterns and buckets; every share of missing values. */
  @Test
  void largePanels() {
    Random random = new Random(20_261_123);
    for (double missing : new double[] {0, 0.02, 0.3, 0.9}) {
      List<Period> periods = IntStream.range(2010, 2021).mapToObj(Period::year).toList();
      Panel panel =
          PanelArbitraries.panel(
              random, 31, 211, periods, new PanelArbitraries.Kind(missing, true, false));
      for (Measure measure :
          List.of(
              Trend.leastSquaresSlope(),
              Trend.leastSquaresSlope(4),
              Trend.meanAnnualChange(3),
              IndexNumber.withFirstAsBase())) {
        Panel result = measure.of(panel);
        for (int i = 0; i < 31; i++) {
          for (int r = 0; r < 211; r++) {
            assertThat(result.series(i, r)).isEqualTo(measure.over(panel.series(i, r)));
          }
        }
        assertSameInAnyWay(measure.on(panel), result);
      }
      Panel ranks = Rank.withTies(Rank.Ties.MEAN).of(panel);
      int[] all = IntStream.range(0, 211).toArray();
      for (int i = 0; i < 31; i += 10) {
        List<Series> among = members(panel, i, all);
        for (int r = 0; r < 211; r++) {
          assertThat(ranks.series(i, r))
              .isEqualTo(Rank.withTies(Rank.Ties.MEAN).over(among.get(r), among));
        }
      }
    }
  }

  /** Windows of many periods, with gaps in the axis; and of more than are counted in a long. */
  @Test
  void slopesOverLongAndUnevenWindows() {
    Random random = new Random(20_261_127);
    List<Period> months =
        IntStream.range(24_000, 24_040)
            .filter(o -> o % 7 != 3)
            .mapToObj(o -> Period.ofOrdinal(Frequency.MONTH, o))
            .toList();
    List<Period> centuries =
        IntStream.of(1, 2, 900, 1_025, 1_026, 2_020).mapToObj(Period::year).toList();
    for (List<Period> periods : List.of(months, centuries)) {
      for (double missing : new double[] {0, 0.02, 0.5}) {
        Panel panel =
            PanelArbitraries.panel(
                random, 7, 211, periods, new PanelArbitraries.Kind(missing, true, false));
        for (Measure measure : List.of(Trend.leastSquaresSlope(), Trend.leastSquaresSlope(2))) {
          assertSame(measure.on(panel), (i, r) -> measure.over(panel.series(i, r)));
        }
      }
    }
  }

  /** More regions than are divided at a time: what is shared by a row must begin again in each. */
  @Test
  void moreRegionsThanAPiece() {
    Random random = new Random(20_261_126);
    int regions = 2 * RatioKernel.PIECE + 77;
    List<Period> periods = List.of(Period.year(2019), Period.year(2020));
    PanelArbitraries.Kind kind = new PanelArbitraries.Kind(0.1, true, false);
    Panel panel = PanelArbitraries.panel(random, 3, regions, periods, kind);
    Panel one = PanelArbitraries.panel(random, 1, regions, periods, kind);
    Panel country = PanelArbitraries.panel(random, 3, 1, periods, kind);

    assertSame(Growth.compound(1).on(panel), (i, r) -> Growth.compound(1).over(panel.series(i, r)));
    assertSame(
        Ratio.percent().on(panel, one),
        (i, r) -> Ratio.percent().over(panel.series(i, r), one.series(0, r)));
    assertSame(
        Ratio.relativeTo().on(panel, country),
        (i, r) -> Ratio.relativeTo().over(panel.series(i, r), country.series(i, 0)));

    RegionGroups groups = groups(panel, random);
    int[] groupOf = groups.groupOfRegions(panel);
    Panel means = GroupMean.leavingOut().of(panel, one, groups);
    Panel relative = GroupMean.leavingOut().relative(panel, one, groups);
    for (int i = 0; i < 3; i++) {
      for (int r = 0; r < regions; r++) {
        if (groupOf[r] < 0) {
          assertThat(relative.series(i, r).toArray()).containsOnly(Double.NaN);
        } else {
          assertThat(relative.series(i, r))
              .isEqualTo(Ratio.relativeTo().over(panel.series(i, r), means.series(i, groupOf[r])));
        }
      }
    }
  }
}
