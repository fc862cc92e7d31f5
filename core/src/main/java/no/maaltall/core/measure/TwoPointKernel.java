package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.panel.Panel;

/** A measure of two columns, of which the calendar says which the earlier one is. */
final class TwoPointKernel implements Kernel {
  private final TwoPointMeasure measure;
  private final double[][] x;
  private final int[] base;
  private final double[] years;

  TwoPointKernel(TwoPointMeasure measure, Panel panel) {
    this.measure = measure;
    this.x = panel.columnsUnsafe();
    this.base = new int[x.length];
    this.years = new double[x.length];
    PeriodAxis axis = panel.axis();
    Frequency frequency = axis.frequency();
    for (int p = 0; p < x.length; p++) {
      int ordinal = axis.ordinal(p);
      int earlier = measure.baseOrdinal(frequency, ordinal);
      base[p] = earlier == TwoPointMeasure.NONE ? -1 : axis.indexOf(earlier);
      years[p] = TwoPointMeasure.years(frequency, ordinal, earlier);
    }
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    for (int p = first; p < last; p++) {
      if (base[p] < 0) {
        Arrays.fill(out[p - first], from, to, Double.NaN);
      } else {
        measure.column(x[p], x[base[p]], years[p], out[p - first], from, to);
      }
    }
  }
}
