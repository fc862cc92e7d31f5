package no.maaltall.core.measure;

import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;

/** Compound growth from the first value of each series to the last one up to a period. */
final class FirstToLastGrowth implements Kernel {
  private final double[][] x;
  private final PeriodAxis axis;

  FirstToLastGrowth(Panel panel) {
    this.x = panel.columnsUnsafe();
    this.axis = panel.axis();
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    int[] firstPeriod = scratch.ints(0, to - from);
    int[] latestPeriod = scratch.ints(1, to - from);
    for (int k = from; k < to; k++) {
      firstPeriod[k - from] = -1;
    }
    double perYear = axis.frequency().periodsPerYear();
    for (int p = 0; p < last; p++) {
      double[] column = x[p];
      for (int k = from; k < to; k++) {
        if (!Double.isNaN(column[k])) {
          latestPeriod[k - from] = p;
          if (firstPeriod[k - from] < 0) {
            firstPeriod[k - from] = p;
          }
        }
      }
      if (p < first) {
        continue;
      }
      double[] result = out[p - first];
      for (int k = from; k < to; k++) {
        int start = firstPeriod[k - from];
        int end = latestPeriod[k - from];
        result[k] =
            start < 0 || start == end
                ? Double.NaN
                : Growth.compound(
                    x[end][k],
                    x[start][k],
                    ((double) axis.ordinal(end) - axis.ordinal(start)) / perYear);
      }
    }
  }
}
