package no.maaltall.core.norm;

/**
 * The formulas of the staffing norm, for one kindergarten and for arrays alike. NaN is an unknown
 * number.
 */
final class BemanningsnormRule {
  // The least that a child's place can be is 6 of 45 hours, which a file may round to 0.1.
  private static final double SMALLEST_PLACE = 0.1;

  private BemanningsnormRule() {}

  /** Children as large ones: a small one counts as many as the ratio of the limits says. */
  static double units(double under, double over, double limitUnder, double limitOver) {
    return under * (limitOver / limitUnder) + over;
  }

  static double required(double under, double over, double limitUnder, double limitOver) {
    return units(under, over, limitUnder, limitOver) / limitOver;
  }

  static double childrenPerPosition(
      double under, double over, double limitUnder, double limitOver, double staff) {
    return units(under, over, limitUnder, limitOver) / staff;
  }

  static double missing(
      double under, double over, double limitUnder, double limitOver, double staff) {
    return isMet(under, over, limitUnder, limitOver, staff)
        ? 0.0
        : required(under, over, limitUnder, limitOver) - staff;
  }

  private static boolean isMet(
      double under, double over, double limitUnder, double limitOver, double staff) {
    return Thresholds.atMost(
        childrenPerPosition(under, over, limitUnder, limitOver, staff), limitOver);
  }

  /** The verdict; a limit of NaN is that of a time before the norm. */
  static NormReason judge(
      int childrenUnder,
      int childrenOver,
      double under,
      double over,
      double staff,
      boolean dispensation,
      double limitUnder,
      double limitOver,
      boolean binding) {
    if (Double.isNaN(limitUnder) || Double.isNaN(limitOver)) {
      return NormReason.BEFORE_NORM;
    }
    if (Double.isNaN(under) || Double.isNaN(over)) {
      return childrenUnder == 0 && childrenOver == 0
          ? NormReason.NO_CHILDREN
          : NormReason.PLACES_UNKNOWN;
    }
    if (!Thresholds.atMost(under, childrenUnder) || !Thresholds.atMost(over, childrenOver)) {
      return NormReason.PLACES_WITHOUT_CHILDREN;
    }
    if (!Thresholds.atLeast(under, childrenUnder * SMALLEST_PLACE)
        || !Thresholds.atLeast(over, childrenOver * SMALLEST_PLACE)) {
      return NormReason.CHILDREN_WITHOUT_PLACES;
    }
    if (childrenUnder == 0 && childrenOver == 0) {
      return NormReason.NO_CHILDREN;
    }
    if (Double.isNaN(staff)) {
      return NormReason.STAFF_UNKNOWN;
    }
    if (staff == 0) {
      return NormReason.CHILDREN_WITHOUT_STAFF;
    }
    if (isMet(under, over, limitUnder, limitOver, staff)) {
      return NormReason.MET;
    }
    if (dispensation) {
      return NormReason.NORM_DISPENSATION;
    }
    return binding ? NormReason.NOT_MET : NormReason.TRANSITION_YEAR;
  }

  /** Whether there are numbers to show: also in the transition year, when nothing is judged. */
  static boolean hasNumbers(NormReason reason) {
    return reason.status().isJudged() || reason == NormReason.TRANSITION_YEAR;
  }
}
