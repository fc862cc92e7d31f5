package no.maaltall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.Growth;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.Trend;
import no.maaltall.core.panel.Panel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All who are compared compute the same, missing values included: nobody wins by doing less. */
class PeersAgreeTest {
  private static final int REGIONS = 61;
  private static final int INDICATORS = 40;
  private static final int PERIODS = 10;

  private static PanelData data(double missing) {
    return PanelData.of(REGIONS, INDICATORS, PERIODS, missing);
  }

  private static void assertSame(double[][] theirs, double[][] ours) {
    assertThat(theirs.length).isEqualTo(ours.length);
    for (int p = 0; p < ours.length; p++) {
      for (int k = 0; k < ours[p].length; k++) {
        double own = ours[p][k];
        if (Double.isNaN(own)) {
          assertThat(theirs[p][k]).as("period %s, cell %s", p, k).isNaN();
        } else {
          assertThat(Math.abs(theirs[p][k] - own))
              .as("period %s, cell %s: %s and %s", p, k, theirs[p][k], own)
              .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(own)));
        }
      }
    }
  }

  private static double[][] fromFourth(Panel trend) {
    return Arrays.copyOfRange(trend.columnsUnsafe(), 3, PERIODS);
  }

  private static double[][] last(Panel result) {
    return new double[][] {result.columnsUnsafe()[PERIODS - 1]};
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3})
  void dataFrames(double missing) {
    PanelData data = data(missing);
    DataFramePeers peers = new DataFramePeers(data);
    double[][] trend = fromFourth(Trend.meanAnnualChange(3).of(data.panel()));
    double[][] coverage = Ratio.percent().of(data.panel(), data.population()).columnsUnsafe();

    assertSame(DataFramePeers.columns(peers.dflibTrend()), trend);
    assertSame(DataFramePeers.columns(peers.tablesawTrend()), trend);
    assertSame(DataFramePeers.columns(peers.dflibCoverage()), coverage);
    assertSame(DataFramePeers.columns(peers.tablesawCoverage()), coverage);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3})
  void duckDb(double missing) throws SQLException {
    PanelData data = data(missing);
    Panel panel = data.panel();
    try (DuckDbPeer peer = new DuckDbPeer(data)) {
      peer.trend();
      assertSame(peer.result(PERIODS - 3), fromFourth(Trend.meanAnnualChange(3).of(panel)));
      peer.slope();
      assertSame(peer.result(1), last(Trend.leastSquaresSlope().of(panel)));
      peer.growth();
      assertSame(peer.result(1), last(Growth.compound(PERIODS - 1).of(panel)));
      peer.coverage();
      assertSame(
          peer.result(PERIODS), Ratio.percent().of(panel, data.population()).columnsUnsafe());
      peer.relative();
      assertSame(
          peer.result(PERIODS),
          GroupMean.leavingOut().relative(panel, data.population(), data.groups()).columnsUnsafe());
      peer.rank();
      assertSame(peer.result(PERIODS), Rank.withTies(Rank.Ties.MIN).of(panel).columnsUnsafe());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3})
  void thoseThatTakeArrays(double missing) {
    PanelData data = data(missing);
    Panel panel = data.panel();
    SeriesPeers peers = new SeriesPeers(data);
    double[][] slope = last(Trend.leastSquaresSlope().of(panel));
    double[] out = new double[panel.columnSize()];

    assertSame(new double[][] {peers.commonsMathSlope(out)}, slope);
    assertSame(new double[][] {peers.hipparchusSlope(out)}, slope);
    assertSame(
        peers.commonsRank(new double[PERIODS][panel.columnSize()]),
        Rank.withTies(Rank.Ties.MEAN).of(panel).columnsUnsafe());
  }

  @Test
  void objects() {
    PanelData data = data(0.02);
    ObjectPeers peers = new ObjectPeers(data);
    double[][] trend = new double[PERIODS][REGIONS * INDICATORS];
    Arrays.stream(trend).forEach(column -> Arrays.fill(column, Double.NaN));
    for (Map.Entry<ObjectPeers.Key, BigDecimal> e : peers.mapTrend().entrySet()) {
      ObjectPeers.Key key = e.getKey();
      trend[key.period()][key.indicator() * REGIONS + key.region()] = e.getValue().doubleValue();
    }
    assertSame(trend, Trend.meanAnnualChange(3).of(data.panel()).columnsUnsafe());

    double[][] slope = new double[1][REGIONS * INDICATORS];
    Arrays.fill(slope[0], Double.NaN);
    peers.streamSlope().forEach((key, y) -> slope[0][key.indicator() * REGIONS + key.region()] = y);
    assertSame(slope, last(Trend.leastSquaresSlope().of(data.panel())));

    double[][] coverage = new double[PERIODS][REGIONS * INDICATORS];
    for (ObjectPeers.Row row : peers.streamCoverage()) {
      Double value = row.value();
      coverage[row.period()][row.indicator() * REGIONS + row.region()] =
          value == null ? Double.NaN : value;
    }
    assertSame(coverage, Ratio.percent().of(data.panel(), data.population()).columnsUnsafe());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.3})
  void profiles(double missing) throws SQLException {
    PanelData data = data(missing).withGroups(5);
    double[][] ours =
        GroupMean.leavingOut()
            .relativeToEach(data.panel(), data.population(), data.groups())
            .columnsUnsafe();

    ProfileFrames frames = new ProfileFrames(data);
    assertSame(frames.result(frames.profile()), ours);
    try (DuckDbPeer peer = new DuckDbPeer(data)) {
      peer.profile();
      assertSame(peer.profileResult(5), ours);
    }
  }
}
