package no.maaltall.benchmarks;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.maaltall.core.panel.PanelBuffer;
import org.dflib.DataFrame;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tech.tablesaw.api.DoubleColumn;

/** What others take for the same panel, each in the way that suits it best. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch"})
public class PanelPeersBenchmark {
  /** Data frames. */
  @State(Scope.Benchmark)
  public static class Frames {
    private DataFramePeers peers = new DataFramePeers(PanelData.of(1, 1, 1, 0));

    /**
     * Makes the frames.
     *
     * @param given the panel
     */
    @Setup
    public void makeFrames(PanelState given) {
      peers = new DataFramePeers(given.data());
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
    @Setup
    public void makeTables(PanelState given) throws SQLException {
      open = new DuckDbPeer(given.data());
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

  /** Those that take arrays. */
  @State(Scope.Benchmark)
  public static class Arrays {
    private SeriesPeers peers = new SeriesPeers(PanelData.of(1, 1, 1, 0));
    private double[][] out = {};

    /**
     * Makes the buffers.
     *
     * @param given the panel
     */
    @Setup
    public void makeBuffers(PanelState given) {
      peers = new SeriesPeers(given.data());
      out = PanelBuffer.like(given.data().panel()).columns();
    }
  }

  /** Objects: a twentieth of the indicators. */
  @State(Scope.Benchmark)
  public static class Objects {
    static final int PART = 20;
    private ObjectPeers peers = new ObjectPeers(PanelData.of(1, 1, 1, 0));

    /**
     * Makes the objects.
     *
     * @param given the panel
     */
    @Setup
    public void makeObjects(PanelState given) {
      peers =
          new ObjectPeers(
              PanelData.of(
                  given.regions,
                  Math.max(1, given.indicators / PART),
                  given.periods,
                  given.missing));
    }
  }

  /**
   * DFLib.
   *
   * @param frames the data
   * @return the results
   */
  @Benchmark
  public DataFrame trendDflib(Frames frames) {
    return frames.peers.dflibTrend();
  }

  /**
   * DFLib.
   *
   * @param frames the data
   * @return the results
   */
  @Benchmark
  public DataFrame coverageDflib(Frames frames) {
    return frames.peers.dflibCoverage();
  }

  /**
   * Tablesaw.
   *
   * @param frames the data
   * @return the results
   */
  @Benchmark
  public DoubleColumn[] trendTablesaw(Frames frames) {
    return frames.peers.tablesawTrend();
  }

  /**
   * Tablesaw.
   *
   * @param frames the data
   * @return the results
   */
  @Benchmark
  public DoubleColumn[] coverageTablesaw(Frames frames) {
    return frames.peers.tablesawCoverage();
  }

  /**
   * DuckDB.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void trendDuckDb(Database database) throws SQLException {
    database.peer().trend();
  }

  /**
   * DuckDB.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void slopeDuckDb(Database database) throws SQLException {
    database.peer().slope();
  }

  /**
   * DuckDB.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void growthDuckDb(Database database) throws SQLException {
    database.peer().growth();
  }

  /**
   * DuckDB.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void coverageDuckDb(Database database) throws SQLException {
    database.peer().coverage();
  }

  /**
   * DuckDB.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void relativeDuckDb(Database database) throws SQLException {
    database.peer().relative();
  }

  /**
   * DuckDB; ties share the best place.
   *
   * @param database the data
   * @throws SQLException never
   */
  @Benchmark
  public void rankDuckDb(Database database) throws SQLException {
    database.peer().rank();
  }

  /**
   * Commons Math.
   *
   * @param arrays the data
   * @return the results
   */
  @Benchmark
  public double[] slopeCommonsMath(Arrays arrays) {
    return arrays.peers.commonsMathSlope(arrays.out[0]);
  }

  /**
   * Hipparchus.
   *
   * @param arrays the data
   * @return the results
   */
  @Benchmark
  public double[] slopeHipparchus(Arrays arrays) {
    return arrays.peers.hipparchusSlope(arrays.out[0]);
  }

  /**
   * Commons Statistics.
   *
   * @param arrays the data
   * @return the results
   */
  @Benchmark
  public double[][] rankCommonsStatistics(Arrays arrays) {
    return arrays.peers.commonsRank(arrays.out);
  }

  /**
   * A map of BigDecimal, on a part of the panel.
   *
   * @param objects the data
   * @return the results
   */
  @Benchmark
  public Map<ObjectPeers.Key, BigDecimal> trendObjects(Objects objects) {
    return objects.peers.mapTrend();
  }

  /**
   * A list of records and streams, on a part of the panel.
   *
   * @param objects the data
   * @return the results
   */
  @Benchmark
  public List<ObjectPeers.Row> coverageObjects(Objects objects) {
    return objects.peers.streamCoverage();
  }

  /**
   * A list of records and streams, on a part of the panel.
   *
   * @param objects the data
   * @return the results
   */
  @Benchmark
  public Map<ObjectPeers.SeriesKey, Double> slopeObjects(Objects objects) {
    return objects.peers.streamSlope();
  }
}
