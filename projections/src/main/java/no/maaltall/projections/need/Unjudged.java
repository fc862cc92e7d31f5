package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.norm.NormAssessment;

/** Why what a norm requires is missing. */
final class Unjudged {
  private Unjudged() {}

  /** Of the first unit that the norm says nothing of, why; nothing when it judges all. */
  static ImmutableList<Caveat> caveats(Stream<NormAssessment> assessments) {
    return assessments
        .filter(assessment -> assessment.required().isEmpty())
        .limit(1)
        .map(a -> new Caveat(Caveat.Kind.MISSING_INPUT, a.message().norwegian()))
        .collect(ImmutableList.toImmutableList());
  }
}
