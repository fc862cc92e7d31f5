package no.maaltall.core.norm;

/**
 * The formulas of the teacher norm, for one stage and for arrays alike. NaN is an unknown number.
 */
final class LaerernormRule {
  // What is left of the teacher hours of a special school is rounding, not teaching.
  private static final double NEXT_TO_NOTHING = 1e-9;

  private LaerernormRule() {}

  /** Teacher hours without special education and language teaching. */
  static double ordinaryHours(double teacherHours, double special, double language) {
    return teacherHours - special - language;
  }

  static double groupSize(double pupilHours, double teacherHours) {
    return pupilHours / teacherHours;
  }

  static double requiredHours(double pupilHours, double limit) {
    return pupilHours / limit;
  }

  static double missingHours(double pupilHours, double limit, double ordinaryHours) {
    return isMet(pupilHours, limit, ordinaryHours)
        ? 0.0
        : requiredHours(pupilHours, limit) - ordinaryHours;
  }

  private static boolean isMet(double pupilHours, double limit, double ordinaryHours) {
    return Thresholds.atMost(groupSize(pupilHours, ordinaryHours), limit);
  }

  /** The verdict; a limit of NaN is that of a time before the norm. */
  static NormReason judge(
      Ownership owner,
      int pupils,
      double pupilHours,
      double teacherHours,
      double special,
      double language,
      double limit) {
    if (Double.isNaN(limit)) {
      return NormReason.BEFORE_NORM;
    }
    if (owner == Ownership.PRIVATE) {
      return NormReason.PRIVATE_SCHOOL;
    }
    if (pupils == 0) {
      return pupilHours > 0 ? NormReason.HOURS_WITHOUT_PUPILS : NormReason.NO_PUPILS;
    }
    if (Double.isNaN(teacherHours)) {
      return NormReason.STAFF_UNKNOWN;
    }
    if (teacherHours == 0) {
      return NormReason.PUPILS_WITHOUT_TEACHERS;
    }
    if (Double.isNaN(special)) {
      return NormReason.SPECIAL_EDUCATION_UNKNOWN;
    }
    if (Double.isNaN(language)) {
      return NormReason.LANGUAGE_HOURS_UNKNOWN;
    }
    double ordinary = ordinaryHours(teacherHours, special, language);
    if (ordinary <= NEXT_TO_NOTHING * teacherHours) {
      return ordinary < -NEXT_TO_NOTHING * teacherHours
          ? NormReason.SPECIAL_EXCEEDS_TEACHING
          : NormReason.NO_ORDINARY_TEACHING;
    }
    if (pupilHours == 0) {
      return NormReason.PUPILS_WITHOUT_HOURS;
    }
    return isMet(pupilHours, limit, ordinary) ? NormReason.MET : NormReason.NOT_MET;
  }
}
