package no.maaltall.core.norm;

import java.util.List;

/**
 * Kindergartens in arrays: the bulk twin of {@link Kindergarten}, for the bulk forms of {@link
 * Bemanningsnorm} and {@link Pedagognorm}.
 *
 * <p>Kindergarten {@code i} is at {@code i} in every array. NaN is an unknown number. A number that
 * a {@link Kindergarten} refuses (negative, infinite, too large) gives {@link
 * NormReason#INVALID_INPUT} for that kindergarten alone.
 */
public final class KindergartenColumns {
  private final int[] childrenUnder;
  private final int[] childrenOver;
  private final double[] placesUnder;
  private final double[] placesOver;
  private final double[] staff;
  private final double[] leaders;
  private final double[] leadersWithDispensation;
  private final boolean[] staffDispensation;
  private final boolean[] leaderDispensation;

  private KindergartenColumns(
      int[] childrenUnder,
      int[] childrenOver,
      double[] placesUnder,
      double[] placesOver,
      double[] staff,
      double[] leaders,
      double[] leadersWithDispensation,
      boolean[] staffDispensation,
      boolean[] leaderDispensation) {
    this.childrenUnder = childrenUnder;
    this.childrenOver = childrenOver;
    this.placesUnder = placesUnder;
    this.placesOver = placesOver;
    this.staff = staff;
    this.leaders = leaders;
    this.leadersWithDispensation = leadersWithDispensation;
    this.staffDispensation = staffDispensation;
    this.leaderDispensation = leaderDispensation;
    int size = childrenUnder.length;
    Columns.requireSize("children over three", childrenOver.length, size);
    Columns.requireSize("places under three", placesUnder.length, size);
    Columns.requireSize("places over three", placesOver.length, size);
    Columns.requireSize("staff", staff.length, size);
    Columns.requireSize("leaders", leaders.length, size);
    Columns.requireSize("leaders with dispensation", leadersWithDispensation.length, size);
    Columns.requireSize("dispensations from staff", staffDispensation.length, size);
    Columns.requireSize("dispensations from leaders", leaderDispensation.length, size);
  }

  /**
   * {@return kindergartens in the given arrays, which are not copied: who changes them changes the
   * kindergartens}
   *
   * @param childrenUnder heads under three
   * @param childrenOver heads over three
   * @param placesUnder full-time places under three; NaN when unknown
   * @param placesOver full-time places over three; NaN when unknown
   * @param staff positions; NaN when unknown
   * @param leaders pedagogical leaders; NaN when unknown
   * @param leadersWithDispensation of them, with dispensation from the education requirement
   * @param staffDispensation whether it has a dispensation from the staffing norm
   * @param leaderDispensation whether it has a dispensation from the norm of leaders
   * @throws IllegalArgumentException if the arrays are not of one size
   */
  public static KindergartenColumns ofUnsafe(
      int[] childrenUnder,
      int[] childrenOver,
      double[] placesUnder,
      double[] placesOver,
      double[] staff,
      double[] leaders,
      double[] leadersWithDispensation,
      boolean[] staffDispensation,
      boolean[] leaderDispensation) {
    return new KindergartenColumns(
        childrenUnder,
        childrenOver,
        placesUnder,
        placesOver,
        staff,
        leaders,
        leadersWithDispensation,
        staffDispensation,
        leaderDispensation);
  }

  /**
   * {@return the kindergartens of a list, in their order; their days are left to the caller, and
   * their attendance is not looked at}
   *
   * @param list the kindergartens
   */
  public static KindergartenColumns of(List<Kindergarten> list) {
    boolean[] staffDispensation = new boolean[list.size()];
    boolean[] leaderDispensation = new boolean[list.size()];
    for (int i = 0; i < list.size(); i++) {
      staffDispensation[i] = list.get(i).dispensations().contains(Dispensation.BEMANNINGSNORM);
      leaderDispensation[i] = list.get(i).dispensations().contains(Dispensation.PEDAGOGNORM);
    }
    return new KindergartenColumns(
        list.stream().mapToInt(Kindergarten::childrenUnderThree).toArray(),
        list.stream().mapToInt(Kindergarten::childrenOverThree).toArray(),
        list.stream().mapToDouble(k -> k.placesUnderThree().orElse(Double.NaN)).toArray(),
        list.stream().mapToDouble(k -> k.placesOverThree().orElse(Double.NaN)).toArray(),
        list.stream().mapToDouble(k -> k.staff().orElse(Double.NaN)).toArray(),
        list.stream().mapToDouble(k -> k.leaders().orElse(Double.NaN)).toArray(),
        list.stream().mapToDouble(Kindergarten::leadersWithDispensation).toArray(),
        staffDispensation,
        leaderDispensation);
  }

  /**
   * {@return these kindergartens a number of times after each other: one copy per scenario, to be
   * changed with {@link #staffUnsafe} and the like}
   *
   * @param times how many, not negative
   */
  public KindergartenColumns repeated(int times) {
    return new KindergartenColumns(
        Columns.repeated(childrenUnder, times),
        Columns.repeated(childrenOver, times),
        Columns.repeated(placesUnder, times),
        Columns.repeated(placesOver, times),
        Columns.repeated(staff, times),
        Columns.repeated(leaders, times),
        Columns.repeated(leadersWithDispensation, times),
        Columns.repeated(staffDispensation, times),
        Columns.repeated(leaderDispensation, times));
  }

  /** {@return how many kindergartens there are} */
  public int size() {
    return childrenUnder.length;
  }

  /** {@return heads under three themselves, not a copy} */
  public int[] childrenUnderThreeUnsafe() {
    return childrenUnder;
  }

  /** {@return heads over three themselves, not a copy} */
  public int[] childrenOverThreeUnsafe() {
    return childrenOver;
  }

  /** {@return the positions themselves, not a copy} */
  public double[] staffUnsafe() {
    return staff;
  }

  /** {@return the leaders themselves, not a copy} */
  public double[] leadersUnsafe() {
    return leaders;
  }

  void assessStaff(double limitUnder, double limitOver, boolean binding, BulkResult result) {
    result.higherIsBetter(false);
    for (int i = 0; i < childrenUnder.length; i++) {
      if (!isValid(i)) {
        result.set(i, NormReason.INVALID_INPUT);
        continue;
      }
      double under = placesUnder[i];
      double over = placesOver[i];
      NormReason reason =
          BemanningsnormRule.judge(
              childrenUnder[i],
              childrenOver[i],
              under,
              over,
              staff[i],
              staffDispensation[i],
              limitUnder,
              limitOver,
              binding);
      if (BemanningsnormRule.hasNumbers(reason)) {
        result.set(
            i,
            reason,
            BemanningsnormRule.childrenPerPosition(under, over, limitUnder, limitOver, staff[i]),
            limitOver,
            BemanningsnormRule.required(under, over, limitUnder, limitOver),
            BemanningsnormRule.missing(under, over, limitUnder, limitOver, staff[i]));
      } else {
        result.set(i, reason);
      }
    }
  }

  /** Limits of 0 are those of a time before the norm. */
  void assessLeaders(
      long perUnder, long perOver, Pedagognorm.Rounding rounding, BulkResult result) {
    result.higherIsBetter(true);
    for (int i = 0; i < childrenUnder.length; i++) {
      if (!isValid(i)) {
        result.set(i, NormReason.INVALID_INPUT);
        continue;
      }
      NormReason reason =
          PedagognormRule.judge(
              childrenUnder[i],
              childrenOver[i],
              leaders[i],
              leadersWithDispensation[i],
              leaderDispensation[i],
              perUnder,
              perOver,
              rounding);
      if (reason.status().isJudged()) {
        double required =
            PedagognormRule.required(
                childrenUnder[i], childrenOver[i], perUnder, perOver, rounding);
        result.set(
            i,
            reason,
            Thresholds.whole(leaders[i]),
            required,
            required,
            PedagognormRule.missing(required, leaders[i]));
      } else {
        result.set(i, reason);
      }
    }
  }

  private boolean isValid(int i) {
    return Checks.isHeads(childrenUnder[i])
        && Checks.isHeads(childrenOver[i])
        && Columns.isAmountOrUnknown(placesUnder[i])
        && Columns.isAmountOrUnknown(placesOver[i])
        && Columns.isAmountOrUnknown(staff[i])
        && Columns.isAmountOrUnknown(leaders[i])
        && Columns.isAmountOrUnknown(leadersWithDispensation[i]);
  }

  /** {@return the number of kindergartens} */
  @Override
  public String toString() {
    return "KindergartenColumns of " + size();
  }
}
