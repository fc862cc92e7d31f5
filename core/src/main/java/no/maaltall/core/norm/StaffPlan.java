package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Unit;

/**
 * The fewest positions that make many subjects comply, each by itself, and what they cost.
 *
 * @param needs the positions per subject, in their order
 * @param costPerPosition what a full position costs a year, in kroner
 */
public record StaffPlan(
    @JsonProperty("needs") ImmutableList<StaffNeed> needs,
    @JsonProperty("cost_per_position") double costPerPosition) {

  /**
   * Checks the parts.
   *
   * @param needs the positions per subject, in their order
   * @param costPerPosition what a full position costs a year, in kroner
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public StaffPlan {
    Checks.amount("cost of a position", "a staff plan", costPerPosition);
  }

  /** {@return the subjects for which no number of positions is known to do} */
  public ImmutableList<NormAssessment> unknown() {
    return needs.stream()
        .filter(n -> n.positions().isEmpty())
        .map(StaffNeed::before)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the positions in all, without the {@link #unknown}; positions cannot be shared} */
  public long positions() {
    return needs.stream().mapToLong(n -> n.positions().orElse(0)).sum();
  }

  /** {@return {@link #positions} as full ones} */
  public double fullPositions() {
    return needs.stream().mapToDouble(n -> n.fullPositions().orElse(0)).sum();
  }

  /**
   * {@return what they cost a year in kroner; empty when the need of some is not known, or there
   * are no subjects}
   */
  public OptionalDouble cost() {
    return needs.isEmpty() || !unknown().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(fullPositions() * costPerPosition);
  }

  /** {@return the plan in one line of bokmål} */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return the plan in one line: {@code 3 stillinger (3 årsverk) koster 1 950 000 kr per år}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    NormText rest =
        unknown().isEmpty()
            ? say("", "")
            : say(
                "; behovet er ukjent for {0} enheter",
                "; the need of {0} units is unknown", num(unknown().size(), 0));
    return say(
            "{0} stillinger ({1} årsverk) koster {2} per år{3}",
            "{0} positions ({1} FTE) cost {2} a year{3}",
            num(positions(), 0),
            count(fullPositions()),
            new Words.Num(fullPositions() * costPerPosition, 0, Unit.NOK),
            rest)
        .text(locale);
  }
}
