package no.maaltall.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.PanelComputation;
import no.maaltall.core.panel.PanelBuffer;
import org.dflib.DataFrame;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Service profiles: every region against the weighted mean of every group, for all indicators and
 * years. The results are groups × cells, so writing them is most of the work; {@code copy} is that
 * alone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
public class ComparisonBenchmark {

  /** The panel, and where a year's profiles go. */
  @State(Scope.Benchmark)
  public static class Profiles {
    /** Regions. */
    @Param("360")
    public int regions = 360;

    /** Indicators. */
    @Param({"100", "2000"})
    public int indicators = 2_000;

    /** Years. */
    @Param("10")
    public int periods = 10;

    /** Groups. */
    @Param("20")
    public int groups = 20;

    private PanelData data = PanelData.of(1, 1, 1, 0);
    private PanelComputation[] years = {};
    private PanelBuffer buffer = PanelBuffer.of(1, 1);
    private double[] from = {};

    /** Makes the panel. */
    @Setup
    public void makePanel() {
      data = PanelData.of(regions, indicators, periods, 0.02).withGroups(groups);
      PanelComputation all =
          GroupMean.leavingOut().onRelativeToEach(data.panel(), data.population(), data.groups());
      years =
          data.panel().periods().stream()
              .map((Period p) -> all.at(p))
              .toArray(PanelComputation[]::new);
      buffer = PanelBuffer.of(1, all.columnSize());
      from = new double[all.columnSize()];
    }
  }

  /** A database. */
  @State(Scope.Benchmark)
  public static class Database {
    private @Nullable DuckDbPeer open;

    /**
     * Makes the tables.
     *
     * @param given the panel
     * @throws SQLException never
     */
    @Setup(Level.Trial)
    public void makeTables(Profiles given) throws SQLException {
      open = new DuckDbPeer(given.data);
    }

    private DuckDbPeer peer() {
      if (open == null) {
        throw new IllegalStateException("the tables are made before anything is asked");
      }
      return open;
    }

    /**
     * Closes it.
     *
     * @throws SQLException never
     */
    @TearDown
    public void close() throws SQLException {
      peer().close();
    }
  }

  /** Data frames. */
  @State(Scope.Benchmark)
  public static class Frames {
    private ProfileFrames frames = new ProfileFrames(PanelData.of(1, 1, 1, 0));

    /**
     * Makes the frames.
     *
     * @param given the panel
     */
    @Setup
    public void makeFrames(Profiles given) {
      frames = new ProfileFrames(given.data);
    }
  }

  /**
   * {@return the last year's profiles; all years are computed, one after the other}
   *
   * @param given the panel
   */
  @Benchmark
  public PanelBuffer profile(Profiles given) {
    for (PanelComputation year : given.years) {
      year.into(given.buffer);
    }
    return given.buffer;
  }

  /**
   * {@return the same number of bytes written, read from elsewhere}
   *
   * @param given the panel
   */
  @Benchmark
  public double[] copy(Profiles given) {
    double[] to = given.buffer.columns()[0];
    for (int p = 0; p < given.periods; p++) {
      System.arraycopy(given.from, 0, to, 0, to.length);
    }
    return to;
  }

  /**
   * Profiles in DuckDB, into a table.
   *
   * @param database the tables
   * @throws SQLException never
   */
  @Benchmark
  public void duckDb(Database database) throws SQLException {
    database.peer().profile();
  }

  /**
   * {@return profiles in DFLib}
   *
   * @param given the frames
   */
  @Benchmark
  public DataFrame dflib(Frames given) {
    return given.frames.profile();
  }
}
