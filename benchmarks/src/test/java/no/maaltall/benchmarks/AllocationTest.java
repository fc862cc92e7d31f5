package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.PanelComputation;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import org.junit.jupiter.api.Test;

/** Computing into a buffer again allocates nothing that grows with the panel. */
class AllocationTest {
  // The first calls also link and compile code, which allocates; no later one may.
  private static final int REPEATS = 20;

  @Test
  void intoABufferAgain() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PanelData data = PanelData.of(100, 200, 10, 0.05);
    Panel panel = data.panel();
    PanelBuffer buffer = PanelBuffer.like(panel);
    Map<String, PanelComputation> computations =
        Map.of(
            "mean annual change", Trend.meanAnnualChange(3).on(panel),
            "least squares", Trend.leastSquaresSlope().on(panel),
            "Theil-Sen", Trend.theilSenSlope().on(panel),
            "compound growth", Growth.compound().on(panel),
            "coverage", Ratio.percent().on(panel, data.population()),
            "group mean",
                GroupMean.leavingOut().onRelative(panel, data.population(), data.groups()),
            "rank", Rank.withTies(Rank.Ties.MEAN).on(panel));
    for (Map.Entry<String, PanelComputation> computation : computations.entrySet()) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < REPEATS; i++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        computation.getValue().into(buffer);
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      // The buffer's list of columns, and what the JVM allocates behind the scenes.
      assertThat(least).as(computation.getKey()).isLessThan(4_096);
    }
  }
}
