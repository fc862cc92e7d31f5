package no.maaltall.benchmarks;

import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Peers that take one series, or the regions of one indicator, at a time: least squares of Commons
 * Math and Hipparchus, ranks of Commons Statistics. They read from the same columns as we.
 */
final class SeriesPeers {
  private final double[][] x;
  private final int regions;
  private final NaturalRanking ranking =
      new NaturalRanking(NaNStrategy.FIXED, TiesStrategy.AVERAGE);

  SeriesPeers(PanelData data) {
    x = data.panel().columnsUnsafe();
    regions = data.regions();
  }

  double[] commonsMathSlope(double[] out) {
    var regression = new org.apache.commons.math3.stat.regression.SimpleRegression();
    for (int k = 0; k < out.length; k++) {
      regression.clear();
      for (int p = 0; p < x.length; p++) {
        double value = x[p][k];
        if (!Double.isNaN(value)) {
          regression.addData(p, value);
        }
      }
      out[k] = regression.getSlope();
    }
    return out;
  }

  double[] hipparchusSlope(double[] out) {
    var regression = new org.hipparchus.stat.regression.SimpleRegression();
    for (int k = 0; k < out.length; k++) {
      regression.clear();
      for (int p = 0; p < x.length; p++) {
        double value = x[p][k];
        if (!Double.isNaN(value)) {
          regression.addData(p, value);
        }
      }
      out[k] = regression.getSlope();
    }
    return out;
  }

  /** Ranks from the lowest; a missing value stays NaN. */
  double[][] commonsRank(double[][] out) {
    for (int p = 0; p < x.length; p++) {
      for (int at = 0; at < x[p].length; at += regions) {
        double[] ranks = ranking.apply(Arrays.copyOfRange(x[p], at, at + regions));
        System.arraycopy(ranks, 0, out[p], at, regions);
      }
    }
    return out;
  }
}
