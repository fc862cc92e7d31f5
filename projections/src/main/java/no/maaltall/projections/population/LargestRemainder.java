package no.maaltall.projections.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whole numbers that sum to a given total: each is rounded down, and what is left goes one by one
 * to those with the largest remainders (Hamilton's method).
 *
 * <p>Of equal remainders the earlier comes first, so the result is the same every time. Each number
 * differs from its exact value by less than 1 when the total is that of the values rounded either
 * way.
 */
public final class LargestRemainder {
  private static final double LARGEST = 1L << 52;

  private LargestRemainder() {}

  /**
   * {@return the values as whole numbers whose sum is the sum of the values rounded half up}
   *
   * @param values 0 or more, with a sum of at most 2^52
   * @throws IllegalArgumentException if one is negative or not finite, or the sum too large
   */
  public static double[] rounded(double... values) {
    return rounded(Math.round(requireSum(values)), values);
  }

  /**
   * {@return the values as whole numbers with a given sum}
   *
   * @param total the sum, 0 or more; when it is neither the sum of the values rounded down nor up,
   *     the values are scaled to it first
   * @param values 0 or more
   * @throws IllegalArgumentException if one is negative or not finite, the total is negative or too
   *     large, or the values are all 0 and the total is not
   */
  public static double[] rounded(long total, double... values) {
    double sum = requireSum(values);
    if (total < 0 || total > LARGEST || (sum == 0 && total > 0)) {
      throw new IllegalArgumentException(
          "the total of values with sum "
              + sum
              + " must be 0 to 2^52 (and 0 when all are 0), got "
              + total);
    }
    double scale = Math.abs(total - sum) < 1 || sum == 0 ? 1 : total / sum;
    double[] whole = new double[values.length];
    double[] remainders = new double[values.length];
    double left = total;
    for (int i = 0; i < values.length; i++) {
      double exact = scale * values[i];
      whole[i] = Math.floor(exact) + 0.0; // -0.0 becomes 0.0
      remainders[i] = exact - whole[i];
      left -= whole[i];
    }
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    // A floating-point sum can put the total one below the sum of the floors: then the smallest
    // remainders give back.
    double step = left < 0 ? -1 : 1;
    Arrays.sort(order, Comparator.comparingDouble(i -> -step * remainders[i]));
    for (int i = 0; left != 0; i = (i + 1) % order.length) {
      if (whole[order[i]] + step >= 0) {
        whole[order[i]] += step;
        left -= step;
      }
    }
    return whole;
  }

  private static double requireSum(double[] values) {
    for (double value : values) {
      if (!(value >= 0)) {
        throw new IllegalArgumentException("values must be 0 or more, got " + value);
      }
    }
    // Compensated, so that the sum of many halves is rounded as it is by hand.
    double sum = Arrays.stream(values).sum();
    if (!(sum <= LARGEST)) {
      throw new IllegalArgumentException("the sum of the values must be at most 2^52, got " + sum);
    }
    return sum;
  }
}
