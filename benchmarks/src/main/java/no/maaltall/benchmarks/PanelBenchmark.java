package no.maaltall.benchmarks;

import java.util.concurrent.TimeUnit;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.PanelComputation;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.PanelBuffer;
import no.maaltall.core.panel.Parallelism;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our measures of a whole panel into a reused buffer, beside the physical limit in the same
 * process: a copy of the panel, and the triad of STREAM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class PanelBenchmark {
  private static final Parallelism TWO = Parallelism.threads(2);

  private PanelBuffer all = PanelBuffer.of(1, 1);
  private PanelBuffer one = PanelBuffer.of(1, 1);
  private double[][] columns = {};
  private PanelState state = new PanelState();

  /**
   * Makes the buffers.
   *
   * @param given the panel
   */
  @Setup
  public void makeBuffers(PanelState given) {
    state = given;
    Panel panel = given.data().panel();
    all = PanelBuffer.like(panel);
    one = PanelBuffer.of(1, panel.columnSize());
    columns = panel.columnsUnsafe();
  }

  private PanelData data() {
    return state.data();
  }

  private PanelBuffer intoAll(PanelComputation computation) {
    computation.into(all);
    return all;
  }

  private PanelBuffer intoOne(PanelComputation computation) {
    computation.at(data().panel().asOf()).into(one);
    return one;
  }

  /**
   * Mean annual change over three years, all periods.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer trend() {
    return intoAll(Trend.meanAnnualChange(3).on(data().panel()));
  }

  /**
   * The same on two threads.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer trendTwoThreads() {
    return intoAll(Trend.meanAnnualChange(3).on(data().panel()).with(TWO));
  }

  /**
   * The same into new columns.
   *
   * @return the results
   */
  @Benchmark
  public Panel trendFresh() {
    return Trend.meanAnnualChange(3).of(data().panel());
  }

  /**
   * The same for the last period only.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer trendLast() {
    return intoOne(Trend.meanAnnualChange(3).on(data().panel()));
  }

  /**
   * Least-squares slope over all periods.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer slope() {
    return intoOne(Trend.leastSquaresSlope().on(data().panel()));
  }

  /**
   * The same on two threads.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer slopeTwoThreads() {
    return intoOne(Trend.leastSquaresSlope().on(data().panel()).with(TWO));
  }

  /**
   * Compound annual growth from the first period to the last.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer growth() {
    return intoOne(Growth.compound(Math.max(1, state.periods - 1)).on(data().panel()));
  }

  /**
   * Limit: the same with a bare loop of Math.pow.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer limitPow() {
    double[] first = columns[0];
    double[] last = columns[columns.length - 1];
    double[] out = one.column(0);
    double exponent = 1.0 / Math.max(1, state.periods - 1);
    for (int k = 0; k < out.length; k++) {
      out[k] = 100 * (Math.pow(last[k] / first[k], exponent) - 1);
    }
    return one;
  }

  /**
   * Coverage in percent of a population that all indicators share, zero in some regions.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer coverage() {
    return intoAll(Ratio.percent().on(data().panel(), data().population()));
  }

  /**
   * Index relative to the weighted mean of the region's group.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer relative() {
    PanelData data = data();
    return intoAll(
        GroupMean.leavingOut().onRelative(data.panel(), data.population(), data.groups()));
  }

  /**
   * Rank within indicator and period.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer rank() {
    return intoAll(Rank.withTies(Rank.Ties.MEAN).on(data().panel()));
  }

  /**
   * The same on two threads.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer rankTwoThreads() {
    return intoAll(Rank.withTies(Rank.Ties.MEAN).on(data().panel()).with(TWO));
  }

  /**
   * Limit: a copy of the panel.
   *
   * @return the copy
   */
  @Benchmark
  public PanelBuffer limitCopy() {
    for (int p = 0; p < columns.length; p++) {
      System.arraycopy(columns[p], 0, all.column(p), 0, columns[p].length);
    }
    return all;
  }

  /**
   * Limit: STREAM's triad, a = b + 3 c.
   *
   * @return the results
   */
  @Benchmark
  public PanelBuffer limitTriad() {
    for (int p = 0; p < columns.length; p++) {
      triad(columns[p], columns[columns.length - 1 - p], all.column(p));
    }
    return all;
  }

  private static void triad(double[] b, double[] c, double[] a) {
    for (int k = 0; k < a.length; k++) {
      a[k] = b[k] + 3 * c[k];
    }
  }
}
