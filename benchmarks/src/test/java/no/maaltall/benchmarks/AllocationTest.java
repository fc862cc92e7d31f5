package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
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
    List<PanelComputation> computations =
        List.of(
            Trend.meanAnnualChange(3).on(panel),
            Trend.leastSquaresSlope().on(panel),
            Trend.theilSenSlope().on(panel),
            Growth.compound().on(panel),
            Ratio.percent().on(panel, data.population()),
            GroupMean.leavingOut().onRelative(panel, data.population(), data.groups()),
            Rank.withTies(Rank.Ties.MEAN).on(panel));
    for (PanelComputation computation : computations) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < REPEATS; i++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        computation.into(buffer);
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      // The buffer's list of columns, and what the JVM allocates behind the scenes.
      assertThat(least).isLessThan(4_096);
    }
  }
}
