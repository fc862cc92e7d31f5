package no.maaltall.core.norm;

/** The formulas of norms of so many users per position. NaN is an unknown number. */
final class PerPosition {
  private PerPosition() {}

  static double required(double users, double limit) {
    return users / limit;
  }

  static double missing(double users, double limit, double positions) {
    return Thresholds.missing(required(users, limit), positions);
  }

  /** The verdict; a limit of NaN is that of a time before the norm. */
  static NormReason judge(double users, double positions, double limit, NormReason noUsers) {
    if (Double.isNaN(limit)) {
      return NormReason.BEFORE_NORM;
    }
    if (users == 0) {
      return noUsers;
    }
    if (Double.isNaN(positions)) {
      return NormReason.STAFF_UNKNOWN;
    }
    if (positions == 0) {
      return NormReason.NO_POSITIONS;
    }
    return missing(users, limit, positions) == 0 ? NormReason.MET : NormReason.NOT_MET;
  }
}
