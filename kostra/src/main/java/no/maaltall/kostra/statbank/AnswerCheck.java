package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an answer has the cells that were asked for: no more, no less, no others. */
final class AnswerCheck {
  private AnswerCheck() {}

  /** What is wrong with an answer; empty when nothing is. */
  static Optional<String> problem(Cube answer, List<SelectedDimension> asked) {
    Set<String> dimensions =
        asked.stream().map(SelectedDimension::id).collect(ImmutableSet.toImmutableSet());
    Set<String> got =
        answer.dimensions().stream().map(Dimension::id).collect(ImmutableSet.toImmutableSet());
    if (!got.equals(dimensions)) {
      return Optional.of("its dimensions are " + got + ", and not " + dimensions);
    }
    for (SelectedDimension dimension : asked) {
      Set<String> codes = ImmutableSet.copyOf(answer.dimension(dimension.id()).codes());
      Set<String> wanted = ImmutableSet.copyOf(dimension.codes());
      if (!codes.equals(wanted)) {
        return Optional.of(
            "dimension "
                + dimension.id()
                + " has "
                + codes.size()
                + " codes, and not the "
                + wanted.size()
                + " asked for; missing: "
                + some(Sets.difference(wanted, codes))
                + "; not asked for: "
                + some(Sets.difference(codes, wanted)));
      }
    }
    return answer.hasData() ? Optional.empty() : Optional.of("it has no values");
  }

  private static String some(Set<String> codes) {
    return codes.isEmpty() ? "none" : String.join(", ", codes.stream().limit(5).toList());
  }
}
