package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What it takes to keep a norm, what that costs, and what a change does.
 *
 * <pre>{@code
 * WhatIf<Kindergarten> whatIf = WhatIf.of(Bemanningsnorm.standard());
 * StaffPlan plan = whatIf.plan(kindergartens, 650_000);
 * plan.positions();   // the fewest whole positions that make every kindergarten comply
 * plan.cost();        // what they cost a year
 * whatIf.effect(List.of(stage), List.of(stage.plusPupils(5))).text();
 * }</pre>
 *
 * @param <S> what the norm is about
 */
public final class WhatIf<S> {
  private static final long MOST_POSITIONS = 1_000_000;

  private final StaffingNorm<S> norm;
  private final double positionSize;
  private final boolean dispensationsCount;

  private WhatIf(StaffingNorm<S> norm, double positionSize, boolean dispensationsCount) {
    this.norm = norm;
    this.positionSize = positionSize;
    this.dispensationsCount = dispensationsCount;
  }

  /**
   * {@return questions about a norm, answered in whole positions; a dispensation is as good as
   * keeping the norm}
   *
   * @param norm the norm
   * @param <S> what the norm is about
   */
  public static <S> WhatIf<S> of(StaffingNorm<S> norm) {
    return new WhatIf<>(norm, 1, true);
  }

  /**
   * {@return the questions answered in positions of another size}
   *
   * @param size the size of a position, above 0 and up to 1: 0.5 for half ones
   * @throws IllegalArgumentException if it is outside that range
   */
  public WhatIf<S> withPositionSize(double size) {
    if (!(size > 0 && size <= 1)) {
      throw new IllegalArgumentException(
          "size of a position must be above 0 and up to 1, got " + size);
    }
    return new WhatIf<>(norm, size, dispensationsCount);
  }

  /** {@return the questions answered as if there were no dispensations} */
  public WhatIf<S> withoutDispensations() {
    return new WhatIf<>(norm, positionSize, false);
  }

  /**
   * {@return the fewest positions that make a subject comply: with them it does, with one fewer it
   * does not}
   *
   * <p>None for a subject that the norm does not apply to. Not known for one that cannot be judged,
   * unless more staff is all that it lacks.
   *
   * @param subject the subject
   */
  public StaffNeed need(S subject) {
    NormAssessment before = norm.assess(subject);
    if (isEnough(before) || before.status() == NormStatus.NOT_APPLICABLE) {
      return new StaffNeed(before, OptionalLong.of(0), positionSize, before);
    }
    boolean moreWouldDo =
        before.status().isJudged()
            || before.reason() == NormReason.CHILDREN_WITHOUT_STAFF
            || before.reason() == NormReason.PUPILS_WITHOUT_TEACHERS;
    long enough = moreWouldDo ? firstEnough(subject) : -1;
    if (enough < 0) {
      return new StaffNeed(before, OptionalLong.empty(), positionSize, before);
    }
    return new StaffNeed(
        before, OptionalLong.of(enough), positionSize, assessWith(subject, enough));
  }

  private boolean isEnough(NormAssessment a) {
    return dispensationsCount ? a.status().isLawful() : a.reason() == NormReason.MET;
  }

  private NormAssessment assessWith(S subject, long positions) {
    return norm.assess(norm.withPositions(subject, positions * positionSize));
  }

  /** The least number that is enough, by doubling and halving: more is never worse. */
  private long firstEnough(S subject) {
    long tooFew = 0;
    long enough = 1;
    while (!isEnough(assessWith(subject, enough))) {
      tooFew = enough;
      enough *= 2;
      if (enough > MOST_POSITIONS) {
        return -1;
      }
    }
    while (enough - tooFew > 1) {
      long middle = (tooFew + enough) / 2;
      if (isEnough(assessWith(subject, middle))) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  /**
   * {@return the fewest positions per subject that make everything comply, and what they cost}
   *
   * @param subjects the subjects
   * @param costPerPosition what a full position costs a year, in kroner
   * @throws IllegalArgumentException if the cost is negative or not finite
   */
  public StaffPlan plan(Iterable<? extends S> subjects, double costPerPosition) {
    ImmutableList.Builder<StaffNeed> needs = ImmutableList.builder();
    for (S subject : subjects) {
      needs.add(need(subject));
    }
    return new StaffPlan(needs.build(), costPerPosition);
  }

  /**
   * {@return what a change does to the norm}
   *
   * @param before the subjects that the change touches, as they are
   * @param after the same or other subjects, as they would be
   */
  public NormChange effect(List<? extends S> before, List<? extends S> after) {
    return new NormChange(norm.assess(before), norm.assess(after));
  }

  /**
   * {@return what more pupils do, each with as many hours as the others have on average}
   *
   * @param norm the norm
   * @param stage where they come
   * @param pupils how many; negative for fewer
   * @throws IllegalArgumentException if the stage has no pupils, or fewer than are taken away
   */
  public static NormChange addPupils(
      StaffingNorm<SchoolStage> norm, SchoolStage stage, int pupils) {
    return of(norm).effect(List.of(stage), List.of(stage.plusPupils(pupils)));
  }

  /**
   * {@return what moving children from one kindergarten to another does; each takes along a place
   * as large as those of its age have on average where it leaves}
   *
   * @param norm the norm
   * @param from where they leave
   * @param to where they come
   * @param underThree how many under three
   * @param overThree how many over three
   * @throws IllegalArgumentException if there are not as many to move
   */
  public static NormChange moveChildren(
      StaffingNorm<Kindergarten> norm,
      Kindergarten from,
      Kindergarten to,
      int underThree,
      int overThree) {
    double under =
        underThree * Kindergarten.averagePlace(from.childrenUnderThree(), from.placesUnderThree());
    double over =
        overThree * Kindergarten.averagePlace(from.childrenOverThree(), from.placesOverThree());
    return of(norm)
        .effect(
            List.of(from, to),
            List.of(
                from.plusChildren(-underThree, -overThree, -under, -over),
                to.plusChildren(underThree, overThree, under, over)));
  }
}
