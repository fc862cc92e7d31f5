package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.panel.Panel;

/** Sums over sums, of the regions of each group, over columns. */
final class RatioTotalKernel implements Kernel {
  private final double[][] above;
  private final double[][] below;
  private final int[] belowPeriod;
  private final int regions;
  private final int belowRegions;
  private final boolean shared;
  private final boolean oneRegion;
  private final double factor;
  private final int[][] members;
  private final boolean leaveOut;

  RatioTotalKernel(
      Panel above,
      Panel below,
      boolean shared,
      boolean oneRegion,
      double factor,
      int[][] members,
      MissingRegions missing) {
    this.above = above.columnsUnsafe();
    this.below = below.columnsUnsafe();
    this.belowPeriod = Periods.indexes(above.axis(), below.axis());
    this.regions = above.regions().size();
    this.belowRegions = below.regions().size();
    this.shared = shared;
    this.oneRegion = oneRegion;
    this.factor = factor;
    this.members = members;
    this.leaveOut = missing == MissingRegions.LEAVE_OUT;
  }

  @Override
  public int grain() {
    return members.length;
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
      for (int at = from; at < to; at++) {
        int indicator = at / members.length;
        int[] group = members[at % members.length];
        int belowFrom = shared ? 0 : indicator * belowRegions;
        result[at] = total(above[p], indicator * regions, denominators, belowFrom, group);
      }
    }
  }

  private double total(
      double[] numerators, int from, double[] denominators, int belowFrom, int[] group) {
    double sumAbove = 0;
    double sumBelow = 0;
    int count = 0;
    for (int r : group) {
      double a = numerators[from + r];
      double b = denominators[belowFrom + (oneRegion ? 0 : r)];
      if (leaveOut && (Double.isNaN(a) || Double.isNaN(b))) {
        continue;
      }
      sumAbove += a;
      sumBelow += b;
      count++;
    }
    // A sum that overflows is missing; a number over it would be 0.
    return count == 0
        ? Double.NaN
        : RatioDefinition.value(Results.finite(sumAbove), Results.finite(sumBelow), factor);
  }
}
