package no.maaltall.core.measure;

import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;

/** A measure of the values in a window, series by series: gathers those that there are. */
final class WindowKernel implements Kernel {
  private final WindowMeasure measure;
  private final double[][] x;
  private final PeriodAxis axis;
  private final int[] lows;
  private final int perYear;

  WindowKernel(WindowMeasure measure, Panel panel) {
    this.measure = measure;
    this.x = panel.columnsUnsafe();
    this.axis = panel.axis();
    this.perYear = axis.frequency().periodsPerYear();
    this.lows = lows(measure, axis);
  }

  /** The number of the first period in the window of each result. */
  static int[] lows(WindowMeasure measure, PeriodAxis axis) {
    int[] lows = new int[axis.size()];
    for (int p = 0; p < lows.length; p++) {
      int start = measure.windowStart(axis.frequency(), axis.ordinal(p));
      while (axis.ordinal(lows[p]) < start) {
        lows[p]++;
      }
    }
    return lows;
  }

  /** Few: the columns of a block must stay in a cache while they are read across. */
  @Override
  public int blockSize() {
    return 512;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    for (int p = first; p < last; p++) {
      for (int k = from; k < to; k++) {
        series(p, out[p - first], k, scratch);
      }
    }
  }

  /** The result of one series in one period. */
  void series(int p, double[] out, int k, Scratch scratch) {
    double[] window = scratch.doubles(0, x.length);
    double[] t = scratch.doubles(1, x.length);
    int first = -1;
    int latest = -1;
    int n = 0;
    for (int j = lows[p]; j <= p; j++) {
      double value = x[j][k];
      if (!Double.isNaN(value)) {
        latest = axis.ordinal(j);
        first = first < 0 ? latest : first;
        t[n] = latest - first;
        window[n++] = value;
      }
    }
    boolean incomplete = measure.needsEveryPeriod() && latest - first != n - 1;
    out[k] = n < 2 || incomplete ? Double.NaN : measure.formula(t, window, n, perYear, scratch);
  }
}
