package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.say;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;

/** Puts an assessment together: every norm says the same things in the same order. */
final class Verdict {
  private final NormAssessment.Builder builder = NormAssessment.builder();
  private final NormReason reason;
  private String choice = "";
  private String version = "";
  private String name;
  private String english;
  private NormText whenText = new NormText("", "");

  Verdict(String norm, String subject, String shortfallUnit, NormReason reason) {
    this.reason = reason;
    this.name = subject;
    this.english = subject;
    builder.norm(norm).subject(subject).shortfallUnit(shortfallUnit).reason(reason);
  }

  /** The number that was used; when there was none yet, what the version is called. */
  Verdict row(Optional<NormValue> row, Supplier<String> before) {
    version = row.map(NormValue::version).orElseGet(before);
    row.ifPresent(
        r -> {
          builder.confidence(r.confidence());
          builder.legalBasis(r.legalBasis());
        });
    return this;
  }

  /** Which of the readings of the norm was used; nothing for the usual one. */
  Verdict choice(String reading) {
    choice = reading;
    return this;
  }

  Verdict version(String fixed) {
    version = fixed;
    return this;
  }

  Verdict legalBasis(String law) {
    builder.legalBasis(law);
    return this;
  }

  Verdict name(String both) {
    name = both;
    english = both;
    builder.name(both);
    return this;
  }

  Verdict english(String subjectName) {
    english = subjectName;
    return this;
  }

  Verdict region(Optional<Region> region) {
    builder.region(region);
    return this;
  }

  Verdict period(Period period) {
    builder.period(period);
    whenText = say(" {0}", " {0}", period);
    return this;
  }

  Verdict date(LocalDate date) {
    builder.date(date);
    whenText = say(" {0}", " {0}", date);
    return this;
  }

  Verdict date(Optional<LocalDate> date) {
    date.ifPresent(this::date);
    return this;
  }

  Verdict numbers(double actual, double limit, double margin) {
    builder.actual(actual).limit(limit).margin(margin);
    return this;
  }

  Verdict limit(double limit) {
    builder.limit(limit);
    return this;
  }

  Verdict required(double required, double shortfall) {
    builder.required(required).shortfall(shortfall);
    return this;
  }

  Verdict shortfall(double shortfall) {
    builder.shortfall(shortfall);
    return this;
  }

  Verdict missingHours(double hours) {
    builder.missingHours(hours);
    return this;
  }

  Verdict step(NormText step) {
    builder.addSteps(step);
    return this;
  }

  /** The assessment of a subject that could not be judged: the reason is the message. */
  NormAssessment unjudged(NormText beforeNorm) {
    NormText status =
        reason.status() == NormStatus.UNKNOWN
            ? say("kan ikke vurderes: {0}", "cannot be judged: {0}", reason.text())
            : say("ikke aktuelt: {0}", "not applicable: {0}", reason.text());
    return message(
        reason == NormReason.BEFORE_NORM
            ? say("{0}, {1}", "{0}, {1}", status, beforeNorm)
            : status);
  }

  NormAssessment message(NormText what) {
    return builder
        .version(choice.isEmpty() ? version : version + ", " + choice)
        .message(
            new NormText(
                name + whenText.norwegian() + ": " + what.norwegian(),
                english + whenText.english() + ": " + what.english()))
        .build();
  }
}
