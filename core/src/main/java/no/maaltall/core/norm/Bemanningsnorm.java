package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.apart;
import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The staffing norm of kindergartens: a position per 3 children under three and per 6 over three.
 *
 * <pre>{@code
 * units (children as large ones) = 2 · places under three + 1 · places over three
 * required positions             = units / 6            (in fractions; not rounded up)
 * corrected children / position  = units / staff        ≤ 6
 * }</pre>
 *
 * <p>Places are full-time places ({@link AttendanceWeights}), not heads. The norm is for the
 * kindergarten as a whole (barnehageloven § 26; § 18 before 2021). It came on 1 August 2018 and had
 * to be met by 1 August 2019: who does not meet it in the year between is {@link
 * NormReason#TRANSITION_YEAR}, not in breach, and the numbers are given all the same. Unknown:
 * where staff or places are not given, or the numbers contradict each other.
 *
 * <p>The age weight of small children, 2, is the ratio of the two limits, so that a local norm
 * which changes one limit changes the weight with it.
 *
 * @param table the limits, and from when they bind
 */
public record Bemanningsnorm(@JsonProperty("table") NormTable table)
    implements StaffingNorm<Kindergarten> {
  /** The id. */
  public static final String ID = "bemanningsnorm";

  private static final String LIMIT = "children_per_position";
  private static final String UNDER = "under_3";
  private static final String OVER = "over_3";

  /** {@return the norm of the law} */
  public static Bemanningsnorm standard() {
    return new Bemanningsnorm(NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code bemanningsnorm children_per_position} for {@code under_3}
   *     and {@code over_3}, and {@code binding} 0 or 1
   */
  public Bemanningsnorm withTable(NormTable newTable) {
    return new Bemanningsnorm(newTable);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "staffing norm" : "bemanningsnormen";
  }

  /** The limits on a day; NaN before there were any. */
  private record Limits(Optional<NormValue> row, double under, double over, boolean binding) {}

  private Limits limits(LocalDate date) {
    Optional<NormValue> under = table.find(ID, LIMIT, UNDER, date);
    Optional<NormValue> over = table.find(ID, LIMIT, OVER, date);
    return new Limits(
        // The later of the two names the version: a local norm may change one of them alone.
        under.isPresent() && over.isPresent() ? later(under, over) : Optional.empty(),
        under.map(NormValue::value).orElse(Double.NaN),
        over.map(NormValue::value).orElse(Double.NaN),
        table.find(ID, "binding", "", date).map(b -> b.value() != 0).orElse(true));
  }

  static Optional<NormValue> later(Optional<NormValue> a, Optional<NormValue> b) {
    return b.get().validFrom().isAfter(a.get().validFrom()) ? b : a;
  }

  @Override
  public NormAssessment assess(Kindergarten k) {
    Limits limits = limits(k.date());
    double under = k.placesUnderThree().orElse(Double.NaN);
    double over = k.placesOverThree().orElse(Double.NaN);
    double staff = k.staff().orElse(Double.NaN);
    NormReason verdict =
        BemanningsnormRule.judge(
            k.childrenUnderThree(),
            k.childrenOverThree(),
            under,
            over,
            staff,
            k.dispensations().contains(Dispensation.BEMANNINGSNORM),
            limits.under(),
            limits.over(),
            limits.binding());
    NormReason reason =
        verdict != NormReason.BEFORE_NORM && k.contradictsAttendance()
            ? NormReason.CONTRADICTING_CHILDREN
            : verdict;
    Verdict text =
        new Verdict(ID, k.id(), "FTE", reason)
            .row(limits.row(), () -> table.beforeVersion(ID, LIMIT, OVER))
            .name(k.name())
            .region(k.region())
            .date(k.date());
    if (!BemanningsnormRule.hasNumbers(reason)) {
      return text.unjudged(
          say(
              "normen gjelder fra {0}",
              "the norm is in force from {0}", table.first(ID, LIMIT, OVER)));
    }
    return withNumbers(text, reason, limits, under, over, staff);
  }

  private static NormAssessment withNumbers(
      Verdict text, NormReason reason, Limits limits, double under, double over, double staff) {
    double units = BemanningsnormRule.units(under, over, limits.under(), limits.over());
    double actual =
        BemanningsnormRule.childrenPerPosition(under, over, limits.under(), limits.over(), staff);
    double required = BemanningsnormRule.required(under, over, limits.under(), limits.over());
    double missing = BemanningsnormRule.missing(under, over, limits.under(), limits.over(), staff);
    text.numbers(actual, limits.over(), limits.over() - actual).required(required, missing);
    text.step(
        say(
            "enheter: {0} · {1} + {2} = {3}",
            "units: {0} · {1} + {2} = {3}",
            count(limits.over() / limits.under()),
            num(under, 2),
            num(over, 2),
            num(units, 2)));
    text.step(
        say(
            "barn per årsverk: {0} / {1} = {2}",
            "children per position: {0} / {1} = {2}",
            num(units, 2),
            num(staff, 2),
            num(actual, 4)));
    text.step(
        say(
            "krav: {0} / {1} = {2} årsverk",
            "required: {0} / {1} = {2} FTE",
            num(units, 2),
            count(limits.over()),
            num(required, 2)));
    if (missing == 0) {
      return text.message(
          say(
              "{0} barn per årsverk er ikke over {1}",
              "{0} children per position is not above {1}",
              apart(actual, limits.over(), 2),
              count(limits.over())));
    }
    NormText cause =
        reason == NormReason.NOT_MET ? say("", "") : say(" ({0})", " ({0})", reason.text());
    return text.message(
        say(
            "{0} barn per årsverk er over {1}; kravet er {2} årsverk, har {3}, mangler {4}{5}",
            "{0} children per position is above {1}; {2} FTE are required, it has {3}, {4} are"
                + " missing{5}",
            apart(actual, limits.over(), 2),
            count(limits.over()),
            num(required, 2),
            num(staff, 2),
            apart(missing, 0, 2),
            cause));
  }

  @Override
  public Kindergarten withPositions(Kindergarten kindergarten, double positions) {
    if (kindergarten.staff().isEmpty() || positions == 0) {
      return kindergarten;
    }
    return Kindergarten.builder(kindergarten)
        .staff(kindergarten.staff().getAsDouble() + positions)
        .build();
  }

  /**
   * Assesses many kindergartens on one day at once: the same verdicts and the same numbers, to the
   * last bit, as {@link #assess(Kindergarten)} gives one by one, without texts. Nothing is
   * allocated per kindergarten.
   *
   * @param kindergartens the kindergartens: units, or units times scenarios
   * @param date the day that all are assessed on
   * @param result where the results are put, of at least the same size; what it had is overwritten
   * @throws IllegalArgumentException if the result is smaller
   */
  public void assess(KindergartenColumns kindergartens, LocalDate date, BulkResult result) {
    result.requireSize(kindergartens.size());
    Limits limits = limits(date);
    kindergartens.assessStaff(limits.under(), limits.over(), limits.binding(), result);
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " [" + table + "]";
  }
}
