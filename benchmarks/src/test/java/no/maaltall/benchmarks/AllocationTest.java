package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.FixedPrices;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.core.measure.PanelComputation;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RegionTotal;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.TargetDistance;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Computing into a buffer again allocates nothing, whatever the kernel.
 *
 * <p>Runs without escape analysis, as the POM says: otherwise it would depend on when the compiler
 * has got so far as to take an allocation away.
 */
class AllocationTest {
  // The first calls also link code, which allocates; no later one may.
  private static final int REPEATS = 20;
  private static final PanelData DATA = PanelData.of(100, 60, 10, 0.05);

  record Case(String name, PanelComputation computation) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> everyKernel() {
    Panel panel = DATA.panel();
    Panel population = DATA.population();
    Map<String, PanelComputation> all = new LinkedHashMap<>();
    for (Measure measure :
        List.of(
            Level.observed(),
            Change.onPrevious(),
            RelativeChange.onPrevious(),
            Trend.meanAnnualChange(3),
            Trend.totalChange(3),
            Trend.leastSquaresSlope(),
            Trend.leastSquaresSlope(4),
            Trend.theilSenSlope(),
            Growth.compound(),
            Growth.compound(3),
            Growth.arithmeticMean(),
            IndexNumber.withFirstAsBase(),
            TargetDistance.from(100))) {
      all.put(measure.id(), measure.on(panel));
    }
    all.put("ratio", Ratio.percent().on(panel, population));
    all.put(
        "relative to group", GroupMean.leavingOut().onRelative(panel, population, DATA.groups()));
    for (MissingRegions missing : MissingRegions.values()) {
      all.put(
          "group mean, " + missing, GroupMean.with(missing).on(panel, population, DATA.groups()));
      all.put("total, " + missing, RegionTotal.with(missing).on(panel, DATA.groups()));
      all.put(
          "ratio of totals, " + missing,
          Ratio.percent().onTotal(panel, population, DATA.groups(), missing));
    }
    all.put("rank", Rank.withTies(Rank.Ties.MEAN).on(panel));
    all.put("percentile", Rank.percentile(Rank.Ties.MIN).on(panel));
    Series prices = panel.series(0, 0);
    all.put("fixed prices", FixedPrices.of(prices, Period.year(2020)).on(panel));
    List<Case> cases = new ArrayList<>();
    all.forEach((name, computation) -> cases.add(new Case(name, computation)));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("everyKernel")
  void intoABufferAgain(Case of) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PanelComputation computation = of.computation();
    PanelBuffer buffer = PanelBuffer.of(computation.periods(), computation.columnSize());
    long least = Long.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      computation.into(buffer);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least)
        .as("the least of %d calls of %s into a buffer: bytes allocated", REPEATS, of)
        .isZero();
  }
}
