package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Sorted distinct periods of one frequency; they need not be consecutive. Shared between series, so
 * that a million series over the same years cost one.
 */
public final class PeriodAxis {
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

  /**
   * {@return the axis of some periods}
   *
   * @param periods the periods, each later than the one before; at least one
   * @throws FrequencyMismatchException if they are of different frequencies
   * @throws IllegalArgumentException if there are none, or one is not later than the one before
   */
  public static PeriodAxis of(List<Period> periods) {
    Iterator<Period> each = periods.iterator();
    if (!each.hasNext()) {
      throw new IllegalArgumentException("an axis needs at least one period");
    }
    Period before = each.next();
    int[] ordinals = new int[periods.size()];
    ordinals[0] = before.ordinal();
    for (int i = 1; i < ordinals.length; i++) {
      Period period = each.next();
      if (period.frequency() != before.frequency()) {
        throw new FrequencyMismatchException("axis of periods", before.frequency(), period);
      }
      if (period.ordinal() <= before.ordinal()) {
        throw new IllegalArgumentException(
            "the periods of an axis come in order, each once: got " + period + " after " + before);
      }
      ordinals[i] = period.ordinal();
      before = period;
    }
    return new PeriodAxis(before.frequency(), ordinals);
  }

  /** {@return the frequency of its periods} */
  public Frequency frequency() {
    return frequency;
  }

  /** {@return how many periods it has} */
  public int size() {
    return ordinals.length;
  }

  /**
   * {@return the ordinal of a period}
   *
   * @param index 0 to {@code size() - 1}
   */
  public int ordinal(int index) {
    return ordinals[index];
  }

  /**
   * {@return a period}
   *
   * @param index 0 to {@code size() - 1}
   */
  public Period period(int index) {
    return Period.ofOrdinal(frequency, ordinals[index]);
  }

  /** {@return its last period} */
  public Period last() {
    return period(ordinals.length - 1);
  }

  /**
   * {@return the index of the period with an ordinal, or −1 when the axis does not have it}
   *
   * @param ordinal as {@link Period#ordinal} gives it, for the frequency of this axis
   */
  public int indexOf(int ordinal) {
    if (consecutive) {
      int index = ordinal - ordinals[0];
      return index >= 0 && index < ordinals.length ? index : -1;
    }
    int index = Arrays.binarySearch(ordinals, ordinal);
    return index >= 0 ? index : -1;
  }

  /**
   * {@return an axis of some of its periods}
   *
   * @param indexes which, in increasing order
   * @throws IllegalArgumentException if there are none, or they are not increasing
   * @throws IndexOutOfBoundsException if one is outside
   */
  public PeriodAxis select(int... indexes) {
    int[] selected = new int[indexes.length];
    for (int i = 0; i < indexes.length; i++) {
      selected[i] = ordinals[Objects.checkIndex(indexes[i], ordinals.length)];
      if (i > 0 && indexes[i] <= indexes[i - 1]) {
        throw new IllegalArgumentException(
            "the periods of an axis come in order, each once: got "
                + period(indexes[i])
                + " after "
                + period(indexes[i - 1]));
      }
    }
    if (selected.length == 0) {
      throw new IllegalArgumentException("an axis needs at least one period");
    }
    return new PeriodAxis(frequency, selected);
  }

  /** {@return its periods, in order} */
  public ImmutableList<Period> periods() {
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

  /** {@return first and last period, and how many there are} */
  @Override
  public String toString() {
    return ordinals.length == 1
        ? period(0).toString()
        : period(0) + " to " + last() + " (" + ordinals.length + ")";
  }
}
