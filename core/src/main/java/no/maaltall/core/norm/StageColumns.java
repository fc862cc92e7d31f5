package no.maaltall.core.norm;

import java.util.List;

/**
 * School stages in arrays: the bulk twin of {@link SchoolStage}, for {@link
 * Laerernorm#assess(StageColumns, no.maaltall.core.indicator.Period, BulkResult)}.
 *
 * <p>Stage {@code i} is at {@code i} in every array. NaN is an unknown number of hours. A number
 * that a {@link SchoolStage} refuses (negative, infinite, too large) gives {@link
 * NormReason#INVALID_INPUT} for that stage alone.
 */
public final class StageColumns {
  private final MainStage[] stages;
  private final Ownership[] owners;
  private final int[] pupils;
  private final double[] pupilHours;
  private final double[] teacherHours;
  private final double[] specialEducationHours;
  private final double[] languageHours;

  private StageColumns(
      MainStage[] stages,
      Ownership[] owners,
      int[] pupils,
      double[] pupilHours,
      double[] teacherHours,
      double[] specialEducationHours,
      double[] languageHours) {
    this.stages = stages;
    this.owners = owners;
    this.pupils = pupils;
    this.pupilHours = pupilHours;
    this.teacherHours = teacherHours;
    this.specialEducationHours = specialEducationHours;
    this.languageHours = languageHours;
    Columns.requireSize("owners", owners.length, stages.length);
    Columns.requireSize("pupils", pupils.length, stages.length);
    Columns.requireSize("pupil hours", pupilHours.length, stages.length);
    Columns.requireSize("teacher hours", teacherHours.length, stages.length);
    Columns.requireSize("special education hours", specialEducationHours.length, stages.length);
    Columns.requireSize("language hours", languageHours.length, stages.length);
  }

  /**
   * {@return stages in the given arrays, which are not copied: who changes them changes the stages}
   *
   * @param stages the main stages
   * @param owners who owns the schools
   * @param pupils the numbers of pupils
   * @param pupilHours pupils times teaching hours
   * @param teacherHours all teacher hours; NaN when unknown
   * @param specialEducationHours of them, special education (direct or allocated); NaN when unknown
   * @param languageHours of them, language teaching; NaN when unknown
   * @throws IllegalArgumentException if the arrays are not of one size
   */
  public static StageColumns ofUnsafe(
      MainStage[] stages,
      Ownership[] owners,
      int[] pupils,
      double[] pupilHours,
      double[] teacherHours,
      double[] specialEducationHours,
      double[] languageHours) {
    return new StageColumns(
        stages, owners, pupils, pupilHours, teacherHours, specialEducationHours, languageHours);
  }

  /**
   * {@return the stages of a list, in their order; their school years are left to the caller}
   *
   * @param list the stages
   */
  public static StageColumns of(List<SchoolStage> list) {
    return new StageColumns(
        list.stream().map(SchoolStage::stage).toArray(MainStage[]::new),
        list.stream().map(SchoolStage::owner).toArray(Ownership[]::new),
        list.stream().mapToInt(SchoolStage::pupils).toArray(),
        list.stream().mapToDouble(SchoolStage::pupilHours).toArray(),
        list.stream().mapToDouble(s -> s.teacherHours().orElse(Double.NaN)).toArray(),
        list.stream()
            .mapToDouble(s -> s.effectiveSpecialEducationHours().orElse(Double.NaN))
            .toArray(),
        list.stream().mapToDouble(s -> s.languageHours().orElse(Double.NaN)).toArray());
  }

  /**
   * {@return these stages a number of times after each other: one copy per scenario, to be changed
   * with {@link #teacherHoursUnsafe} and the like}
   *
   * @param times how many, not negative
   */
  public StageColumns repeated(int times) {
    return new StageColumns(
        Columns.repeated(stages, times),
        Columns.repeated(owners, times),
        Columns.repeated(pupils, times),
        Columns.repeated(pupilHours, times),
        Columns.repeated(teacherHours, times),
        Columns.repeated(specialEducationHours, times),
        Columns.repeated(languageHours, times));
  }

  /** {@return how many stages there are} */
  public int size() {
    return stages.length;
  }

  /** {@return the numbers of pupils themselves, not a copy} */
  public int[] pupilsUnsafe() {
    return pupils;
  }

  /** {@return the pupil hours themselves, not a copy} */
  public double[] pupilHoursUnsafe() {
    return pupilHours;
  }

  /** {@return the teacher hours themselves, not a copy} */
  public double[] teacherHoursUnsafe() {
    return teacherHours;
  }

  /** Limits and hours of a position by ordinal of the main stage; a limit of NaN is no norm yet. */
  void assess(double[] limits, double[] perPosition, BulkResult result) {
    result.higherIsBetter(false);
    for (int i = 0; i < stages.length; i++) {
      if (!isValid(i)) {
        result.set(i, NormReason.INVALID_INPUT);
        continue;
      }
      int stage = stages[i].ordinal();
      double limit = limits[stage];
      NormReason reason =
          LaerernormRule.judge(
              owners[i],
              pupils[i],
              pupilHours[i],
              teacherHours[i],
              specialEducationHours[i],
              languageHours[i],
              limit);
      if (reason.status().isJudged()) {
        double ordinary =
            LaerernormRule.ordinaryHours(
                teacherHours[i], specialEducationHours[i], languageHours[i]);
        double missing = LaerernormRule.missingHours(pupilHours[i], limit, ordinary);
        result.set(
            i,
            reason,
            LaerernormRule.groupSize(pupilHours[i], ordinary),
            limit,
            LaerernormRule.requiredHours(pupilHours[i], limit) / perPosition[stage],
            missing / perPosition[stage]);
      } else {
        result.set(i, reason);
      }
    }
  }

  private boolean isValid(int i) {
    return Checks.isHeads(pupils[i])
        && Checks.isAmount(pupilHours[i])
        && Columns.isAmountOrUnknown(teacherHours[i])
        && Columns.isAmountOrUnknown(specialEducationHours[i])
        && Columns.isAmountOrUnknown(languageHours[i]);
  }

  /** {@return the number of stages} */
  @Override
  public String toString() {
    return "StageColumns of " + size();
  }
}
