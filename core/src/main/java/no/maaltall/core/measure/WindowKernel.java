package no.maaltall.core.measure;

import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;

/** A measure of the values in a window, series by series: gathers those that there are. */
final class WindowKernel implements Kernel {
  private final WindowMeasure measure;
  private final double[][] x;
  private final PeriodAxis axis;
  private final int[] starts;
  private final double perYear;

  WindowKernel(WindowMeasure measure, Panel panel) {
    this.measure = measure;
    this.x = panel.columnsUnsafe();
    this.axis = panel.axis();
    this.perYear = axis.frequency().periodsPerYear();
    this.starts = new int[x.length];
    for (int p = 0; p < x.length; p++) {
      starts[p] = measure.windowStart(axis.frequency(), axis.ordinal(p));
    }
  }

  /** Few: the columns of a block must stay in a cache while they are read across. */
  @Override
  public int blockSize() {
    return 512;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    for (int k = from; k < to; k++) {
      series(first, last, out, k, scratch);
    }
  }

  /** The results of one series. */
  void series(int first, int last, double[][] out, int k, Scratch scratch) {
    double[] values = scratch.doubles(0, last);
    double[] t = scratch.doubles(1, last);
    double[] window = scratch.doubles(2, last);
    int[] periods = scratch.ints(0, last);
    int count = 0;
    for (int p = 0; p < last; p++) {
      if (!Double.isNaN(x[p][k])) {
        values[count] = x[p][k];
        periods[count++] = axis.ordinal(p);
      }
      if (p < first) {
        continue;
      }
      int low = 0;
      while (low < count && periods[low] < starts[p]) {
        low++;
      }
      int n = count - low;
      for (int j = 0; j < n; j++) {
        t[j] = (periods[low + j] - periods[low]) / perYear;
        window[j] = values[low + j];
      }
      out[p - first][k] = n < 2 ? Double.NaN : measure.formula(t, window, n, scratch);
    }
  }
}
