package no.maaltall.core.norm;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What a norm says of many subjects, in arrays: the bulk twin of {@link NormAssessment}.
 *
 * <p>Subject {@code i} of the input is at {@code i}. A number that is absent in a single assessment
 * is NaN here. It may be used again and again; every call overwrites it. Not safe to write from
 * several threads.
 */
public final class BulkResult {
  private final NormReason[] reasons;
  private final double[] actual;
  private final double[] limit;
  private final double[] required;
  private final double[] shortfall;
  private boolean higherIsBetter;

  private BulkResult(int size) {
    reasons = new NormReason[size];
    Arrays.fill(reasons, NormReason.VALUE_UNKNOWN);
    actual = new double[size];
    limit = new double[size];
    required = new double[size];
    shortfall = new double[size];
    for (double[] column : new double[][] {actual, limit, required, shortfall}) {
      Arrays.fill(column, Double.NaN);
    }
  }

  /**
   * {@return a result with room for a number of subjects, all unknown}
   *
   * @param size how many, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public static BulkResult ofSize(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size of a result must be 0 or more, got " + size);
    }
    return new BulkResult(size);
  }

  void requireSize(int needed) {
    if (needed > size()) {
      throw new IllegalArgumentException(
          "the input has " + needed + " subjects, and the result room for " + size());
    }
  }

  void higherIsBetter(boolean higher) {
    higherIsBetter = higher;
  }

  void set(int i, NormReason reason, double value, double bound, double inAll, double missing) {
    reasons[i] = reason;
    actual[i] = value;
    limit[i] = bound;
    required[i] = inAll;
    shortfall[i] = missing;
  }

  void set(int i, NormReason reason) {
    set(i, reason, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** {@return how many subjects it has room for} */
  public int size() {
    return reasons.length;
  }

  /**
   * {@return why the status is what it is}
   *
   * @param i which subject, from 0
   */
  public NormReason reason(int i) {
    return reasons[i];
  }

  /**
   * {@return whether the norm is kept}
   *
   * @param i which subject, from 0
   */
  public NormStatus status(int i) {
    return reasons[i].status();
  }

  /**
   * {@return the number that is compared with the limit; NaN when there is none}
   *
   * @param i which subject, from 0
   */
  public double actual(int i) {
    return actual[i];
  }

  /**
   * {@return the limit; NaN when there is none}
   *
   * @param i which subject, from 0
   */
  public double limit(int i) {
    return limit[i];
  }

  /**
   * {@return how far the number is on the right side of the limit; NaN when there is none}
   *
   * @param i which subject, from 0
   */
  public double margin(int i) {
    return higherIsBetter ? actual[i] - limit[i] : limit[i] - actual[i];
  }

  /**
   * {@return the positions required in all; NaN when they are not known}
   *
   * @param i which subject, from 0
   */
  public double required(int i) {
    return required[i];
  }

  /**
   * {@return the positions missing; NaN when they are not known}
   *
   * @param i which subject, from 0
   */
  public double shortfall(int i) {
    return shortfall[i];
  }

  /**
   * {@return how many of the first subjects have a status}
   *
   * @param status the status
   * @param subjects how many subjects, from the first on
   */
  public int count(NormStatus status, int subjects) {
    int count = 0;
    for (int i = 0; i < subjects; i++) {
      if (reasons[i].status() == status) {
        count++;
      }
    }
    return count;
  }

  /**
   * {@return the positions missing in all breaches among the first subjects, never netted; empty
   * when none of them was judged}
   *
   * @param subjects how many subjects, from the first on
   */
  public OptionalDouble totalShortfall(int subjects) {
    boolean judged = false;
    double total = 0;
    for (int i = 0; i < subjects; i++) {
      judged |= reasons[i].status().isJudged();
      if (reasons[i].status() == NormStatus.BREACHES) {
        total += shortfall[i];
      }
    }
    return judged ? OptionalDouble.of(total) : OptionalDouble.empty();
  }
}
