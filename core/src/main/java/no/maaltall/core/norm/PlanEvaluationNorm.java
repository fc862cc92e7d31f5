package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Plans for measures are evaluated every quarter, as a rule.
 *
 * <pre>{@code
 * required = how many times three whole months have passed since the plan started,
 *            when it ended or on the day of assessment
 * }</pre>
 *
 * <p>Only the number counts, not the quarter that an evaluation is in. {@link VisitTotal} counts
 * required, missing and extra evaluations of many plans.
 *
 * @param asOf the day of assessment
 * @param table the months between evaluations, under {@code measure_plan_evaluation months_between}
 */
public record PlanEvaluationNorm(
    @JsonProperty("as_of") LocalDate asOf, @JsonProperty("table") NormTable table)
    implements Norm<MeasurePlan> {
  /** The id. */
  public static final String ID = "measure_plan_evaluation";

  private static final String MONTHS = "months_between";

  /**
   * {@return the norm}
   *
   * @param asOf the day of assessment
   */
  public static PlanEvaluationNorm asOf(LocalDate asOf) {
    return new PlanEvaluationNorm(asOf, NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code measure_plan_evaluation months_between}
   */
  public PlanEvaluationNorm withTable(NormTable newTable) {
    return new PlanEvaluationNorm(asOf, newTable);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "evaluation of plans" : "evaluering av tiltaksplaner";
  }

  @Override
  public NormAssessment assess(MeasurePlan plan) {
    Optional<NormValue> row = table.find(ID, MONTHS, "", plan.started());
    Optional<LocalDate> ended = plan.ended().filter(e -> !e.isAfter(asOf));
    LocalDate end = ended.orElse(asOf);
    int required = row.map(r -> required(plan.started(), end, r)).orElse(0);
    NormReason reason = judge(plan, row.isPresent(), ended.isPresent(), required, end);
    Verdict text =
        new Verdict(ID, plan.id(), "evaluations", reason)
            .row(row, () -> table.beforeVersion(ID, MONTHS, ""))
            .region(plan.region())
            .date(end);
    if (!reason.status().isJudged()) {
      return text.unjudged(
          say(
              "normen gjelder fra {0}",
              "the norm is in force from {0}", table.first(ID, MONTHS, "")));
    }
    double made = made(plan, end);
    double missing = Math.max(0, required - made);
    text.numbers(made, required, made - required).required(required, missing);
    text.step(
        say(
            "begynt {0}, evaluering hver {1}. måned til {2}: krav {3}",
            "started {0}, evaluation every {1} months until {2}: {3} required",
            plan.started(),
            count(row.orElseThrow().value()),
            end,
            num(required, 0)));
    return text.message(
        missing == 0
            ? say(
                "tiltaksplanen er evaluert {0} ganger, kravet er {1}",
                "the plan was evaluated {0} times, {1} are required",
                num(made, 0),
                num(required, 0))
            : say(
                "tiltaksplanen er evaluert {0} ganger, kravet er {1}; mangler {2}",
                "the plan was evaluated {0} times, {1} are required; {2} missing",
                num(made, 0),
                num(required, 0),
                num(missing, 0)));
  }

  private static int required(LocalDate started, LocalDate end, NormValue row) {
    double months = row.value();
    if (months < 1 || months != Math.rint(months)) {
      throw new IllegalArgumentException(row + " must be a whole number of months, 1 or more");
    }
    int required = 0;
    while (!started.plusMonths((required + 1) * (long) months).isAfter(end)) {
      required++;
    }
    return required;
  }

  private NormReason judge(
      MeasurePlan plan, boolean inForce, boolean ended, int required, LocalDate end) {
    if (!inForce) {
      return NormReason.BEFORE_NORM;
    }
    if (plan.started().isAfter(asOf)) {
      return NormReason.NOT_STARTED;
    }
    if (required == 0) {
      return ended ? NormReason.NOTHING_REQUIRED : NormReason.NOT_DUE_YET;
    }
    return made(plan, end) >= required ? NormReason.MET : NormReason.NOT_MET;
  }

  private static long made(MeasurePlan plan, LocalDate end) {
    return plan.evaluations().stream()
        .filter(d -> !d.isBefore(plan.started()) && !d.isAfter(end))
        .count();
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " [" + table + "]";
  }
}
