package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a change does to a norm: pupils more or fewer, children moved, units merged.
 *
 * @param before the subjects that it touches, as they are
 * @param after the subjects as they would be
 */
public record NormChange(
    @JsonProperty("before") NormReport before, @JsonProperty("after") NormReport after) {

  /** {@return how much more is required; empty when it is not known before or after} */
  public OptionalDouble requiredChange() {
    return change(NormAssessment::required);
  }

  /** {@return how much more is missing; empty when it is not known before or after} */
  public OptionalDouble shortfallChange() {
    return change(NormAssessment::shortfall);
  }

  private OptionalDouble change(Function<NormAssessment, OptionalDouble> number) {
    OptionalDouble from = sum(before, number);
    OptionalDouble to = sum(after, number);
    return from.isEmpty() || to.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(to.getAsDouble() - from.getAsDouble());
  }

  /** Nothing is required of a subject that the norm does not apply to. */
  private static OptionalDouble sum(
      NormReport report, Function<NormAssessment, OptionalDouble> number) {
    double sum = 0;
    for (NormAssessment a : report.assessments()) {
      OptionalDouble value = number.apply(a);
      if (value.isEmpty() && a.status() != NormStatus.NOT_APPLICABLE) {
        return OptionalDouble.empty();
      }
      sum += value.orElse(0);
    }
    return OptionalDouble.of(sum);
  }

  /** {@return the subjects that are in breach after the change and were not before it} */
  public ImmutableList<NormAssessment> newBreaches() {
    return after.breaches().stream()
        .filter(
            a ->
                before.breaches().stream()
                    .noneMatch(b -> b.subject().equals(a.subject()) && b.norm().equals(a.norm())))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the change in one line of bokmål} */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return the change in one line: {@code kravet endres med 0,31, mangelen med 0,31; brudd 1 →
   * 2}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return say(
            "kravet endres med {0}, mangelen med {1}; brudd {2} → {3}",
            "required changes by {0}, missing by {1}; breaches {2} → {3}",
            num(requiredChange().orElse(Double.NaN), 2),
            num(shortfallChange().orElse(Double.NaN), 2),
            num(before.breaches().size(), 0),
            num(after.breaches().size(), 0))
        .text(locale);
  }
}
