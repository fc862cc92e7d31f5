package no.maaltall.core.measure;

import java.util.Arrays;

/**
 * Values relative to the means of all groups, over columns: for each indicator a row of regions per
 * group. The values are read once; while they are in the cache, all groups are done.
 */
final class ProfileKernel implements Kernel {
  // Not those that GroupKernel uses.
  private static final int MEANS = 1;
  private static final int OWN = 2;
  private static final int MEAN = 3;

  private final GroupKernel means;
  private final double[][] x;
  private final int regions;
  private final int groups;

  ProfileKernel(GroupKernel means, GroupForm form) {
    this.means = means;
    this.x = form.values().columnsUnsafe();
    this.regions = form.values().regions().size();
    this.groups = form.members().length;
  }

  @Override
  public int grain() {
    return regions * groups;
  }

  /** Four indicators at a time, which the means are summed side by side for. */
  @Override
  public int blockSize() {
    return 4 * grain();
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    int start = from / grain();
    int end = to / grain();
    double[] mean = scratch.doubles(MEANS, (end - start) * groups);
    // One row of values and one of means, so that all arrays have one index and the loop
    // vectorises.
    double[] own = scratch.doubles(OWN, regions);
    double[] row = scratch.doubles(MEAN, regions);
    for (int p = first; p < last; p++) {
      means.means(p, start, end, mean, 0, scratch);
      double[] result = out[p - first];
      for (int i = start; i < end; i++) {
        System.arraycopy(x[p], i * regions, own, 0, regions);
        for (int g = 0; g < groups; g++) {
          Arrays.fill(row, 0, regions, mean[(i - start) * groups + g]);
          RatioKernel.ratios(own, row, 100, row, 0, regions);
          System.arraycopy(row, 0, result, (i * groups + g) * regions, regions);
        }
      }
    }
  }
}
