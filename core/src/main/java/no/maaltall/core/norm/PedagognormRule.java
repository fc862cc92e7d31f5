package no.maaltall.core.norm;

/**
 * The formulas of the leader norm, for one kindergarten and for arrays alike. NaN is an unknown
 * number.
 */
final class PedagognormRule {
  private PedagognormRule() {}

  /** Leaders required, by whole-number arithmetic: one more child calls for a whole position. */
  static double required(
      int under, int over, long perUnder, long perOver, Pedagognorm.Rounding rounding) {
    if (rounding == Pedagognorm.Rounding.SEPARATE) {
      return ceilDiv(under, perUnder) + ceilDiv(over, perOver);
    }
    // ceil(under / perUnder + over / perOver); with 7 and 14 this is ceil((2 · under + over) / 14).
    return ceilDiv(under * perOver + over * perUnder, perUnder * perOver);
  }

  private static long ceilDiv(long number, long divisor) {
    return (number + divisor - 1) / divisor;
  }

  static double missing(double required, double leaders) {
    return Math.max(0, required - Thresholds.whole(leaders));
  }

  /** The verdict; a limit of 0 is that of a time before the norm. */
  static NormReason judge(
      int under,
      int over,
      double leaders,
      double withDispensation,
      boolean dispensation,
      long perUnder,
      long perOver,
      Pedagognorm.Rounding rounding) {
    if (perUnder == 0 || perOver == 0) {
      return NormReason.BEFORE_NORM;
    }
    if (under == 0 && over == 0) {
      return NormReason.NO_CHILDREN;
    }
    if (Double.isNaN(leaders) || Double.isNaN(withDispensation)) {
      return NormReason.STAFF_UNKNOWN;
    }
    if (!Thresholds.atMost(withDispensation, leaders)) {
      return NormReason.DISPENSATIONS_EXCEED_LEADERS;
    }
    double required = required(under, over, perUnder, perOver, rounding);
    if (Thresholds.whole(leaders - withDispensation) >= required) {
      return NormReason.MET;
    }
    if (Thresholds.whole(leaders) >= required) {
      return NormReason.EDUCATION_DISPENSATION;
    }
    return dispensation ? NormReason.NORM_DISPENSATION : NormReason.NOT_MET;
  }
}
