package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Sorted distinct periods of one frequency. Shared between series, so that a million series over
 * the same years cost one.
 */
final class PeriodAxis {
  private final Frequency frequency;
  private final int[] ordinals;
  private final boolean consecutive;

  /** Takes ownership of the array, which is sorted and without duplicates. */
  PeriodAxis(Frequency frequency, int[] ordinals) {
    this.frequency = frequency;
    this.ordinals = ordinals;
    this.consecutive =
        ordinals.length > 0 && ordinals[ordinals.length - 1] - ordinals[0] == ordinals.length - 1;
  }

  Frequency frequency() {
    return frequency;
  }

  int size() {
    return ordinals.length;
  }

  int ordinal(int index) {
    return ordinals[index];
  }

  Period period(int index) {
    return Period.ofOrdinal(frequency, ordinals[index]);
  }

  /** The index of an ordinal, or -1 when the axis does not have it. */
  int indexOf(int ordinal) {
    if (consecutive) {
      int index = ordinal - ordinals[0];
      return index >= 0 && index < ordinals.length ? index : -1;
    }
    int index = Arrays.binarySearch(ordinals, ordinal);
    return index >= 0 ? index : -1;
  }

  ImmutableList<Period> periods() {
    ImmutableList.Builder<Period> periods = ImmutableList.builderWithExpectedSize(ordinals.length);
    for (int i = 0; i < ordinals.length; i++) {
      periods.add(period(i));
    }
    return periods.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeriodAxis a
        && a.frequency == frequency
        && Arrays.equals(a.ordinals, ordinals);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ordinals) + frequency.ordinal();
  }
}
