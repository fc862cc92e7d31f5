package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.panel.Panel;

/** Ratios over columns. */
final class RatioKernel implements Kernel {
  /** So many cells of two arrays that they stay in the first cache, 8 kB. */
  static final int PIECE = 512;

  private final double[][] above;
  private final double[][] below;
  private final int[] belowPeriod;
  private final int regions;
  private final boolean shared;
  private final boolean oneRegion;
  private final double factor;

  RatioKernel(Panel above, Panel below, boolean shared, boolean oneRegion, double factor) {
    this.above = above.columnsUnsafe();
    this.below = below.columnsUnsafe();
    this.belowPeriod = Periods.indexes(above.axis(), below.axis());
    this.regions = above.regions().size();
    this.shared = shared && above.indicators().size() > 1;
    this.oneRegion = oneRegion && regions > 1;
    this.factor = factor;
  }

  @Override
  public int grain() {
    return shared || oneRegion ? regions : 1;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    for (int p = first; p < last; p++) {
      double[] result = out[p - first];
      if (belowPeriod[p] < 0) {
        Arrays.fill(result, from, to, Double.NaN);
        continue;
      }
      double[] denominators = below[belowPeriod[p]];
      if (shared || oneRegion) {
        ofRows(above[p], denominators, result, from, to);
      } else {
        ratios(above[p], denominators, factor, result, from, to);
      }
    }
  }

  /**
   * The denominators are first spread out in the results: then all arrays have one index, and the
   * loop vectorises. Piece by piece, so that they are read back from the first cache.
   */
  private void ofRows(double[] x, double[] denominators, double[] out, int from, int to) {
    for (int at = from; at < to; at += regions) {
      int indicator = shared ? 0 : at / regions;
      for (int r = 0; r < regions; r += PIECE) {
        int start = at + r;
        int end = at + Math.min(r + PIECE, regions);
        if (oneRegion) {
          Arrays.fill(out, start, end, denominators[indicator]);
        } else {
          System.arraycopy(denominators, indicator * regions + r, out, start, end - start);
        }
        ratios(x, out, factor, out, start, end);
      }
    }
  }

  static void ratios(
      double[] above, double[] below, double factor, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = RatioDefinition.value(above[k], below[k], factor);
    }
  }
}
