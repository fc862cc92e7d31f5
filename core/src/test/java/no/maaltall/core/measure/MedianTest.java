package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The median by selection is the one that sorting gives. */
class MedianTest {
  private static double sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    int n = copy.length;
    return n % 2 == 1 ? copy[n / 2] : (copy[n / 2 - 1] + copy[n / 2]) / 2;
  }

  private static void check(double[] values) {
    double expected = sorted(values);
    // The array may be longer than what counts.
    double[] longer = Arrays.copyOf(values, values.length + 3);
    assertThat(Median.of(longer, values.length)).isEqualTo(expected);
  }

  @Property(tries = 500)
  void asSorted(
      @ForAll @IntRange(min = 1, max = 300) int n,
      @ForAll @IntRange(min = 1, max = 500) int distinct,
      @ForAll Random random) {
    check(random.ints(n, -distinct, distinct).mapToDouble(i -> i / 7.0).toArray());
  }

  @Test
  void infiniteSlopesAreTheGreatest() {
    check(new double[] {1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2, 3});
    double[] many = new Random(3).doubles(200).toArray();
    for (int i = 0; i < 130; i++) {
      many[i] = Double.POSITIVE_INFINITY;
    }
    check(many);
  }

  @Test
  void shapesThatPartitionsDislike() {
    int n = 20_000;
    check(IntStream.range(0, n).asDoubleStream().toArray());
    check(IntStream.range(0, n).mapToDouble(i -> -i).toArray());
    check(IntStream.range(0, n).mapToDouble(i -> Math.min(i, n - i)).toArray());
    check(new double[n]);
    check(IntStream.range(0, n).mapToDouble(i -> i % 2).toArray());
  }

  /**
   * Each partition of these takes two values off: quadratic, some minutes, were it not for the
   * limit.
   */
  @Test
  @Timeout(60)
  void valuesMadeToGiveBadPivots() {
    check(madeAgainstTheMiddleOfThree(1 << 20));
  }

  /**
   * Gives the partitions as they come the smallest values that are left as pivots, by running the
   * same choice of pivots over the places of the values.
   */
  private static double[] madeAgainstTheMiddleOfThree(int n) {
    double[] values = new double[n];
    int[] place = IntStream.range(0, n).toArray();
    int low = 0;
    int high = n - 1;
    int next = 0;
    while (high - low >= 16) {
      int middle = (low + high) >>> 1;
      values[place[low]] = next++;
      values[place[middle]] = next++;
      // The two smallest of three are first and in the middle, so the pivot is the second smallest
      // of all that are left: the partition swaps it to the second place.
      int second = place[low + 1];
      place[low + 1] = place[middle];
      place[middle] = second;
      low += 2;
    }
    for (int i = low; i <= high; i++) {
      values[place[i]] = next++;
    }
    return values;
  }
}
