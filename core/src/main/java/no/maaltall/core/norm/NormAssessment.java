package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * Whether a subject keeps a norm, why, and what is missing.
 *
 * <p>All numbers are unrounded. A number that the case does not have is absent, never 0: there is
 * no {@link #actual} for a school without pupils, and no {@link #shortfall} where it is not known
 * how much is missing.
 *
 * <p>As JSON: {@code {"norm": "laerernorm", "version": "norms@2019-08-01", "subject": "7/1-4",
 * "name": "Skole 7, 1.–4. trinn", "period": "2019/2020", "status": "BREACHES", "reason": "NOT_MET",
 * "actual": 15.99, "limit": 15.0, ..., "message": {"nb": ..., "en": ...}, "steps": [...]}}.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutableNormAssessment.class)
@JsonDeserialize(as = ImmutableNormAssessment.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
  "norm",
  "version",
  "subject",
  "name",
  "region",
  "period",
  "date",
  "status",
  "reason",
  "actual",
  "limit",
  "margin",
  "required",
  "shortfall",
  "shortfall_unit",
  "missing_hours",
  "legal_basis",
  "confidence",
  "message",
  "steps"
})
// Written for readers of the JSON; it is the reason that is read back.
@JsonIgnoreProperties(value = "status", allowGetters = true)
public abstract class NormAssessment {
  NormAssessment() {}

  /** {@return the id of the norm: {@code laerernorm}} */
  public abstract String norm();

  /**
   * {@return which version of the norm was used: the norm table and the day that its number is
   * valid from ({@code norms@2019-08-01}), {@code norms@before-2018-08-01} before the norm existed,
   * and a comma and the choice made where the norm can be read in more ways than one}
   */
  public abstract String version();

  /** {@return the id of the subject} */
  public abstract String subject();

  /** {@return the name of the subject, for a reader; its id unless it is given} */
  @Value.Default
  public String name() {
    return subject();
  }

  /** {@return where the subject is, when it is given} */
  public abstract Optional<Region> region();

  /** {@return the period that it is for; absent when it is for a date} */
  public abstract Optional<Period> period();

  /** {@return the day that it is for; absent when it is for a period} */
  public abstract Optional<LocalDate> date();

  /** {@return why the status is what it is} */
  public abstract NormReason reason();

  /** {@return whether the norm is kept; it follows from the reason} */
  @Value.Derived
  public NormStatus status() {
    return reason().status();
  }

  /** {@return the number that is compared with the limit} */
  public abstract OptionalDouble actual();

  /** {@return the limit} */
  public abstract OptionalDouble limit();

  /**
   * {@return how far the number is on the right side of the limit; negative when on the wrong side}
   */
  public abstract OptionalDouble margin();

  /** {@return what is required in all, in the unit of the shortfall} */
  public abstract OptionalDouble required();

  /** {@return what is missing; 0 when nothing is} */
  public abstract OptionalDouble shortfall();

  /**
   * {@return what the shortfall counts: {@code FTE} (positions, in fractions), {@code positions}
   * (whole ones), {@code days}, {@code visits}, {@code evaluations}, or the unit of a {@link
   * RatioNorm}}
   */
  @JsonProperty("shortfall_unit")
  public abstract String shortfallUnit();

  /** {@return the missing hours that the missing positions stand for} */
  @JsonProperty("missing_hours")
  public abstract OptionalDouble missingHours();

  /** {@return the law, regulation or decision, in Norwegian; empty before the norm existed} */
  @JsonProperty("legal_basis")
  @Value.Default
  public String legalBasis() {
    return "";
  }

  /** {@return how sure the limit is; absent before the norm existed} */
  public abstract Optional<Confidence> confidence();

  /** {@return what was found and what would remedy it} */
  public abstract NormText message();

  /** {@return the formulas with the numbers put in, one to a line} */
  public abstract ImmutableList<NormText> steps();

  /** {@return the period or the day, as text; empty when it is for neither} */
  @JsonIgnore
  public String when() {
    return period()
        .map(Period::toString)
        .orElseGet(() -> date().map(LocalDate::toString).orElse(""));
  }

  /**
   * {@return subject, period, the numbers and the remedy in one line of bokmål: {@code Skole 7,
   * 1.–4. trinn 2019/2020: 15,99 elever per lærertime er over 15; mangler ...}}
   */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return subject, period, the numbers and the remedy in one line}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return message().text(locale);
  }

  /** {@return {@link #explain(Locale)} in bokmål} */
  public String explain() {
    return explain(Words.NORWEGIAN);
  }

  /**
   * {@return the {@link #text}, then the formulas with the numbers put in, then the norm, its
   * version, legal basis and how sure it is; a line for each}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String explain(Locale locale) {
    boolean english = Words.isEnglish(locale);
    StringBuilder text = new StringBuilder(text(locale));
    steps().forEach(s -> text.append("\n  ").append(s.text(locale)));
    text.append("\n  Norm: ").append(norm()).append(' ').append(version());
    if (!legalBasis().isEmpty()) {
      text.append(", ").append(legalBasis());
    }
    confidence()
        .ifPresent(
            c ->
                text.append(english ? " (confidence: " : " (sikkerhet: ")
                    .append(c.text(locale))
                    .append(')'));
    return text.toString();
  }

  /** {@return norm, status and text on one line} */
  @Override
  public String toString() {
    return norm() + " " + status() + " " + text();
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds an assessment; norm, version, subject, reason, unit of the shortfall and message must be
   * given.
   *
   * <p>{@code build} throws {@link IllegalStateException} when one is not.
   */
  public static final class Builder extends ImmutableNormAssessment.Builder {
    Builder() {}
  }
}
