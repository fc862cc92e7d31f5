package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * A rule that a subject keeps or does not: a school stage, a kindergarten, a case, a placement.
 *
 * <p>A norm never calls bad input compliant: what cannot be judged is {@link NormStatus#UNKNOWN}
 * with a reason, and numbers that no subject can have are refused when the subject is made.
 * Thresholds are tested with unrounded numbers. Norms are immutable.
 *
 * @param <S> what it is about
 */
public interface Norm<S> {

  /** {@return its id, as in {@code assessments.json}: {@code laerernorm}} */
  String id();

  /**
   * {@return what it is called}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  String name(Locale locale);

  /**
   * {@return whether a subject keeps the norm, with the numbers and the version of the norm}
   *
   * @param subject the subject
   */
  NormAssessment assess(S subject);

  /**
   * {@return an assessment per subject, in their order}
   *
   * @param subjects the subjects
   */
  default NormReport assess(Iterable<? extends S> subjects) {
    ImmutableList.Builder<NormAssessment> assessments = ImmutableList.builder();
    for (S subject : subjects) {
      assessments.add(assess(subject));
    }
    return NormReport.of(assessments.build());
  }
}
