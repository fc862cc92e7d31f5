package no.maaltall.core.measure;

import java.util.Arrays;

/**
 * Weighted group means over columns.
 *
 * <p>Several indicators are summed side by side, so that one addition need not wait for the one
 * before; each in the order of the regions. A missing value is a zero with weight zero, by its
 * bits: a branch would cost more than the sum.
 */
final class GroupKernel implements Kernel {
  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long ABOVE_INFINITY = 0x7ff0000000000001L;
  private static final int WEIGHTS = 0;

  private final double[][] x;
  private final double[][] w;
  private final int[] weightPeriod;
  private final int[][] members;
  private final boolean shared;
  private final boolean leaveOut;
  private final int regions;

  GroupKernel(GroupForm form, MissingRegions missing) {
    this.x = form.values().columnsUnsafe();
    this.w = form.weights().columnsUnsafe();
    this.weightPeriod = Periods.indexes(form.values().axis(), form.weights().axis());
    this.members = form.members();
    this.shared = form.sharesWeights();
    this.leaveOut = missing == MissingRegions.LEAVE_OUT;
    this.regions = form.values().regions().size();
  }

  @Override
  public int grain() {
    return members.length;
  }

  /** So many groups that their members are about 16,000. */
  @Override
  public int blockSize() {
    return Math.max(1, 16_384 / regions) * members.length;
  }

  @Override
  public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
    for (int p = first; p < last; p++) {
      means(p, from / members.length, to / members.length, out[p - first], from, scratch);
    }
  }

  /** The means of the groups of some indicators, those of {@code first} at {@code at}. */
  void means(int p, int first, int last, double[] out, int at, Scratch scratch) {
    int groups = members.length;
    if (weightPeriod[p] < 0) {
      Arrays.fill(out, at, at + (last - first) * groups, Double.NaN);
      return;
    }
    double[] own = w[weightPeriod[p]];
    double[] weights = own;
    if (leaveOut) {
      // Zero for a missing weight; only one row of them is needed at a time.
      weights = scratch.doubles(WEIGHTS, regions);
      if (shared) {
        zeroFilled(own, 0, weights);
      }
    }
    for (int i = first; i < last; ) {
      int start = at + (i - first) * groups;
      if (shared && i + 4 <= last) {
        if (leaveOut) {
          fourLeavingOut(x[p], i * regions, weights, out, start);
        } else {
          fourStrict(x[p], i * regions, weights, out, start);
        }
        i += 4;
        continue;
      }
      if (leaveOut) {
        if (!shared) {
          zeroFilled(own, i * regions, weights);
        }
        oneLeavingOut(x[p], i * regions, weights, out, start);
      } else {
        oneStrict(x[p], i * regions, weights, shared ? 0 : i * regions, out, start);
      }
      i++;
    }
  }

  private void zeroFilled(double[] weights, int from, double[] to) {
    for (int r = 0; r < regions; r++) {
      long bits = Double.doubleToRawLongBits(weights[from + r]);
      to[r] = Double.longBitsToDouble(bits & mask(bits));
    }
  }

  /** All ones, or 0 for the bits of a NaN. */
  private static long mask(long bits) {
    return ((bits & MAGNITUDE) - ABOVE_INFINITY) >> 63;
  }

  private void oneStrict(
      double[] column, int from, double[] weights, int weightsFrom, double[] out, int start) {
    for (int g = 0; g < members.length; g++) {
      double above = 0;
      double below = 0;
      for (int r : members[g]) {
        double weight = weights[weightsFrom + r];
        above += weight * column[from + r];
        below += weight;
      }
      out[start + g] = GroupMean.value(above, below);
    }
  }

  private void oneLeavingOut(double[] column, int from, double[] weights, double[] out, int start) {
    for (int g = 0; g < members.length; g++) {
      double above = 0;
      double below = 0;
      for (int r : members[g]) {
        long bits = Double.doubleToRawLongBits(column[from + r]);
        long mask = mask(bits);
        double weight = weights[r];
        above += weight * Double.longBitsToDouble(bits & mask);
        below += Double.longBitsToDouble(Double.doubleToRawLongBits(weight) & mask);
      }
      out[start + g] = GroupMean.value(above, below);
    }
  }

  private void fourStrict(double[] column, int from, double[] weights, double[] out, int start) {
    int second = from + regions;
    int third = second + regions;
    int fourth = third + regions;
    int groups = members.length;
    for (int g = 0; g < groups; g++) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      double below = 0;
      for (int r : members[g]) {
        double weight = weights[r];
        a += weight * column[from + r];
        b += weight * column[second + r];
        c += weight * column[third + r];
        d += weight * column[fourth + r];
        below += weight;
      }
      out[start + g] = GroupMean.value(a, below);
      out[start + groups + g] = GroupMean.value(b, below);
      out[start + 2 * groups + g] = GroupMean.value(c, below);
      out[start + 3 * groups + g] = GroupMean.value(d, below);
    }
  }

  private void fourLeavingOut(
      double[] column, int from, double[] weights, double[] out, int start) {
    int second = from + regions;
    int third = second + regions;
    int fourth = third + regions;
    int groups = members.length;
    for (int g = 0; g < groups; g++) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      double belowA = 0;
      double belowB = 0;
      double belowC = 0;
      double belowD = 0;
      for (int r : members[g]) {
        double weight = weights[r];
        long weightBits = Double.doubleToRawLongBits(weight);
        long bits = Double.doubleToRawLongBits(column[from + r]);
        long mask = mask(bits);
        a += weight * Double.longBitsToDouble(bits & mask);
        belowA += Double.longBitsToDouble(weightBits & mask);
        bits = Double.doubleToRawLongBits(column[second + r]);
        mask = mask(bits);
        b += weight * Double.longBitsToDouble(bits & mask);
        belowB += Double.longBitsToDouble(weightBits & mask);
        bits = Double.doubleToRawLongBits(column[third + r]);
        mask = mask(bits);
        c += weight * Double.longBitsToDouble(bits & mask);
        belowC += Double.longBitsToDouble(weightBits & mask);
        bits = Double.doubleToRawLongBits(column[fourth + r]);
        mask = mask(bits);
        d += weight * Double.longBitsToDouble(bits & mask);
        belowD += Double.longBitsToDouble(weightBits & mask);
      }
      out[start + g] = GroupMean.value(a, belowA);
      out[start + groups + g] = GroupMean.value(b, belowB);
      out[start + 2 * groups + g] = GroupMean.value(c, belowC);
      out[start + 3 * groups + g] = GroupMean.value(d, belowD);
    }
  }
}
