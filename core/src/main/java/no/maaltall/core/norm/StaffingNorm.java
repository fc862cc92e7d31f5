package no.maaltall.core.norm;

/**
 * A norm that is met by adding positions, so that {@link WhatIf} can say how many it takes.
 *
 * @param <S> what it is about
 */
public interface StaffingNorm<S> extends Norm<S> {

  /**
   * {@return the subject with more positions; itself unchanged where its staff is unknown}
   *
   * @param subject the subject
   * @param positions how many more, not negative; a full position is 1
   */
  S withPositions(S subject, double positions);
}
