package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;

/**
 * Group sizes of many stages together: sums divided by sums, never a mean of the schools' ratios.
 *
 * <pre>{@code
 * GroupSize baerum =
 *     GroupSize.of(stages, s -> s.stage() == MainStage.YEARS_5_TO_7, GroupSize.MissingHours.REFUSE);
 * baerum.groupSize2();   // Σ elevtimer / Σ (lærertimer − special education − language teaching)
 * }</pre>
 *
 * <p>Counted are public schools that have pupils and ordinary teaching, as in the published
 * figures.
 *
 * @param stages how many stages are counted
 * @param leftOut the ids of stages whose hours are not known or contradict each other
 * @param pupilHours the sum of pupil hours; NaN is never in it
 * @param teacherHours the sum of all teacher hours
 * @param ordinaryHours the sum of teacher hours without special education and language teaching
 * @param missing what is done about stages whose hours are not known
 */
public record GroupSize(
    @JsonProperty("stages") int stages,
    @JsonProperty("left_out") ImmutableList<String> leftOut,
    @JsonProperty("pupil_hours") double pupilHours,
    @JsonProperty("teacher_hours") double teacherHours,
    @JsonProperty("ordinary_hours") double ordinaryHours,
    @JsonProperty("missing") MissingHours missing) {

  /** What a group size of many does about a stage whose hours are not known. */
  public enum MissingHours {
    /** There is no group size. */
    REFUSE,
    /** The stage is left out of both sums; {@link GroupSize#leftOut} names it. */
    LEAVE_OUT
  }

  /**
   * {@return the group sizes of stages together}
   *
   * @param stages the stages
   * @param condition which of them
   * @param missing what to do about stages whose hours are not known
   */
  public static GroupSize of(
      Iterable<SchoolStage> stages, Predicate<SchoolStage> condition, MissingHours missing) {
    int count = 0;
    List<String> leftOut = new ArrayList<>();
    double pupilHours = 0;
    double teacherHours = 0;
    double ordinaryHours = 0;
    for (SchoolStage s : stages) {
      if (!condition.test(s) || !counts(s)) {
        continue;
      }
      if (!isJudged(s)) {
        leftOut.add(s.id());
        continue;
      }
      double teacher = s.teacherHours().getAsDouble();
      count++;
      pupilHours += s.pupilHours();
      teacherHours += teacher;
      ordinaryHours +=
          LaerernormRule.ordinaryHours(
              teacher,
              s.effectiveSpecialEducationHours().getAsDouble(),
              s.languageHours().getAsDouble());
    }
    return new GroupSize(
        count, ImmutableList.copyOf(leftOut), pupilHours, teacherHours, ordinaryHours, missing);
  }

  /**
   * {@return the group sizes of a municipality, main stage and school year; strict about missing
   * hours}
   *
   * @param stages the stages of any municipalities, stages and years
   * @param region the code of the municipality
   * @param stage the main stage
   * @param schoolYear the school year
   */
  public static GroupSize ofRegion(
      Iterable<SchoolStage> stages, String region, MainStage stage, Period schoolYear) {
    return of(
        stages,
        s ->
            s.region().map(Region::code).filter(region::equals).isPresent()
                && s.stage() == stage
                && s.schoolYear().equals(schoolYear),
        MissingHours.REFUSE);
  }

  /** Whether a stage is among those that the published figures are of. */
  static boolean counts(SchoolStage s) {
    return verdict(s).status() != NormStatus.NOT_APPLICABLE;
  }

  static boolean isJudged(SchoolStage s) {
    return verdict(s).status().isJudged();
  }

  /** The verdict with any limit: only whether there is one matters here. */
  private static NormReason verdict(SchoolStage s) {
    return LaerernormRule.judge(
        s.owner(),
        s.pupils(),
        s.pupilHours(),
        s.teacherHours().orElse(Double.NaN),
        s.effectiveSpecialEducationHours().orElse(Double.NaN),
        s.languageHours().orElse(Double.NaN),
        1);
  }

  /**
   * {@return pupil hours by teacher hours without special education and language teaching; empty
   * when no stage is counted, or one is missing and that is refused}
   */
  public OptionalDouble groupSize2() {
    return ratio(ordinaryHours);
  }

  /** {@return pupil hours by all teacher hours; empty when {@link #groupSize2} is} */
  public OptionalDouble groupSize1() {
    return ratio(teacherHours);
  }

  private OptionalDouble ratio(double hours) {
    boolean refused = missing == MissingHours.REFUSE && !leftOut.isEmpty();
    return stages == 0 || refused
        ? OptionalDouble.empty()
        : OptionalDouble.of(LaerernormRule.groupSize(pupilHours, hours));
  }
}
