package no.maaltall.core.measure;

/** Values relative to the mean of their group, over columns. */
final class RelativeKernel implements Kernel {
  // Not one that GroupKernel uses.
  private static final int MEANS = 1;

  private final GroupKernel means;
  private final double[][] x;
  private final int[] groupOf;
  private final int regions;
  private final int groups;

  RelativeKernel(GroupKernel means, GroupForm form) {
    this.means = means;
    this.x = form.values().columnsUnsafe();
    this.regions = form.values().regions().size();
    this.groups = form.members().length;
    this.groupOf = form.groups().groupOfRegions(form.values());
    for (int r = 0; r < regions; r++) {
      // After the groups stands a mean that is missing, for regions without a group.
      groupOf[r] = groupOf[r] < 0 ? groups : groupOf[r];
    }
  }

  @Override
  public int grain() {
    return regions;
  }

  @Override
  public int blockSize() {
    return 16_384;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    int start = from / regions;
    int end = to / regions;
    double[] mean = scratch.doubles(MEANS, (end - start) * groups);
    for (int p = first; p < last; p++) {
      means.means(p, start, end, mean, 0, scratch);
      for (int i = start; i < end; i++) {
        row(x[p], mean, (i - start) * groups, out[p - first], i * regions, scratch);
      }
    }
  }

  /**
   * The means are first spread out in the results: then all arrays have one index. Piece by piece,
   * so that they are read back from the first cache.
   */
  private void row(
      double[] values, double[] mean, int from, double[] out, int to, Scratch scratch) {
    double[] row = scratch.doubles(MEANS + 1, groups + 1);
    System.arraycopy(mean, from, row, 0, groups);
    row[groups] = Double.NaN;
    for (int r = 0; r < regions; r += RatioKernel.PIECE) {
      int end = Math.min(r + RatioKernel.PIECE, regions);
      for (int s = r; s < end; s++) {
        out[to + s] = row[groupOf[s]];
      }
      RatioKernel.ratios(values, out, 100, out, to + r, to + end);
    }
  }
}
