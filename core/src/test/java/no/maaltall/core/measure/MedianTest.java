package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Selection finds what sorting finds. */
class MedianTest {
  @Property
  void asSortingFindsIt(
      @ForAll @Size(min = 1, max = 400) double @DoubleRange(min = -1e6, max = 1e6) [] values) {
    assertThat(Median.of(values.clone(), values.length)).isEqualTo(bySorting(values));
  }

  /** Many ties, where a partition that moves equal values can go on for ever or divide badly. */
  @Property
  void ofFewDistinctValues(@ForAll @Size(min = 1, max = 300) byte[] values) {
    double[] ties = new double[values.length];
    for (int i = 0; i < ties.length; i++) {
      ties[i] = values[i] % 3;
    }
    assertThat(Median.of(ties.clone(), ties.length)).isEqualTo(bySorting(ties));
  }

  /** First, middle and last are poor pivots for an organ pipe. */
  @Test
  void ofOrdersThatDivideBadly() {
    int n = 20_001;
    double[] pipe = new double[n];
    for (int i = 0; i < n; i++) {
      pipe[i] = Math.min(i, n - 1 - i);
    }
    assertThat(Median.of(pipe.clone(), n)).isEqualTo(bySorting(pipe));
  }

  @Test
  void ofInfinitiesAndZerosOfBothSigns() {
    double inf = Double.POSITIVE_INFINITY;
    assertThat(Median.of(new double[] {inf, -inf, 3}, 3)).isEqualTo(3);
    double zero = Median.of(new double[] {0.0, -0.0, -0.0}, 3);
    assertThat(Double.doubleToRawLongBits(zero)).isZero();
  }

  private static double bySorting(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2) + 0.0;
  }
}
