package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Unit;

/**
 * Required visits that were made, those that are missing, and extra ones, which make up for none.
 *
 * <pre>{@code
 * share = 100 · (required − missing) / required     // 212 of 220 = 96.4 %, with 7 extra apart
 * }</pre>
 *
 * @param required how many were required
 * @param missing how many of them were not made
 * @param extra how many were made beyond what was required of the same placement
 */
public record VisitTotal(
    @JsonProperty("required") long required,
    @JsonProperty("missing") long missing,
    @JsonProperty("extra") long extra) {

  /**
   * Checks the parts.
   *
   * @param required how many were required
   * @param missing how many of them were not made
   * @param extra how many were made beyond what was required of the same placement
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public VisitTotal {
    if (required < 0 || missing < 0 || extra < 0 || missing > required) {
      throw new IllegalArgumentException(
          "visits must be 0 or more, and no more missing than required; got "
              + required
              + " required, "
              + missing
              + " missing, "
              + extra
              + " extra");
    }
  }

  /**
   * {@return the visits of all placements that were judged}
   *
   * @param report assessments of one {@link VisitNorm} or {@link PlanEvaluationNorm}
   */
  public static VisitTotal of(NormReport report) {
    long required = 0;
    long missing = 0;
    long extra = 0;
    for (NormAssessment a : report.assessments()) {
      if (a.status().isJudged()) {
        required += (long) a.limit().orElse(0);
        missing += (long) a.shortfall().orElse(0);
        extra += (long) Math.max(0, a.margin().orElse(0));
      }
    }
    return new VisitTotal(required, missing, extra);
  }

  /** {@return the required visits that were made} */
  public long made() {
    return required - missing;
  }

  /** {@return the required visits that were made, in percent; empty when none was required} */
  public OptionalDouble share() {
    return required == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * made() / required);
  }

  /** {@return the numbers in one line of bokmål} */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return the numbers in one line: {@code 212 av 220 (96,4 %), mangler 8; 7 i tillegg}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return say(
            "{0} av {1} ({2}), mangler {3}; {4} i tillegg",
            "{0} of {1} ({2}), {3} missing; {4} extra",
            num(made(), 0),
            num(required, 0),
            new Words.Num(share().orElse(Double.NaN), 1, Unit.PERCENT),
            num(missing, 0),
            num(extra, 0))
        .text(locale);
  }
}
