package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.apart;
import static no.maaltall.core.norm.Words.hours;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.Period;

/**
 * The teacher norm: group size 2 per school and main stage.
 *
 * <pre>{@code
 * elevtimer      = Σ pupils · teaching hours of each        (hours of 60 minutes a year)
 * lærertimer     = teacher hours − special education − language teaching
 * group size 2   = elevtimer / lærertimer      ≤ limit
 * group size 1   = elevtimer / all teacher hours
 * missing hours  = max(0, elevtimer / limit − lærertimer)
 * missing FTE    = missing hours / 741 (years 1–4), 741 (5–7), 656 (8–10)
 * }</pre>
 *
 * <p>The limits are 16, 21 and 21 in the school year 2018/2019 and 15, 20 and 20 from 2019/2020
 * (forskrift til opplæringslova § 14A-1). The norm is kept or not per school and main stage, and
 * what one has too much of is never set against what another lacks. Not applicable: before
 * 2018/2019, to private schools, and where there are no pupils or no ordinary teaching. Unknown:
 * where hours are not given, or the numbers contradict each other.
 *
 * <p>Group sizes of a municipality or the country are sums divided by sums: {@link GroupSize}.
 *
 * @param table the limits and the hours of a position
 */
public record Laerernorm(@JsonProperty("table") NormTable table)
    implements StaffingNorm<SchoolStage> {
  /** The id. */
  public static final String ID = "laerernorm";

  private static final String LIMIT = "limit";
  private static final String HOURS = "hours_per_position";

  /** {@return the norm of the law} */
  public static Laerernorm standard() {
    return new Laerernorm(NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code laerernorm limit} and {@code hours_per_position} for {@code
   *     1-4}, {@code 5-7} and {@code 8-10}
   */
  public Laerernorm withTable(NormTable newTable) {
    return new Laerernorm(newTable);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "teacher norm" : "lærernormen";
  }

  private Optional<NormValue> limit(MainStage stage, Period schoolYear) {
    return table.find(ID, LIMIT, stage.code(), schoolYear.startDate());
  }

  private double hoursPerPosition(MainStage stage, Period schoolYear) {
    return table.require(ID, HOURS, stage.code(), schoolYear.startDate()).value();
  }

  @Override
  public NormAssessment assess(SchoolStage s) {
    Optional<NormValue> row = limit(s.stage(), s.schoolYear());
    double limit = row.map(NormValue::value).orElse(Double.NaN);
    double teacher = s.teacherHours().orElse(Double.NaN);
    double special = s.effectiveSpecialEducationHours().orElse(Double.NaN);
    double language = s.languageHours().orElse(Double.NaN);
    NormReason reason =
        LaerernormRule.judge(
            s.owner(), s.pupils(), s.pupilHours(), teacher, special, language, limit);
    Verdict verdict =
        new Verdict(ID, s.id(), "FTE", reason)
            .row(row, () -> table.beforeVersion(ID, LIMIT, s.stage().code()))
            .name(s.name() + ", " + s.stage().text(Words.NORWEGIAN))
            .english(s.name() + ", " + s.stage().text(Locale.ENGLISH))
            .region(s.region())
            .period(s.schoolYear());
    if (!reason.status().isJudged()) {
      return verdict.unjudged(beforeText(s.stage()));
    }
    double ordinary = LaerernormRule.ordinaryHours(teacher, special, language);
    double size = LaerernormRule.groupSize(s.pupilHours(), ordinary);
    double missing = LaerernormRule.missingHours(s.pupilHours(), limit, ordinary);
    double required = LaerernormRule.requiredHours(s.pupilHours(), limit);
    double perPosition = hoursPerPosition(s.stage(), s.schoolYear());
    verdict
        .numbers(size, limit, limit - size)
        .required(required / perPosition, missing / perPosition)
        .missingHours(missing);
    addSteps(verdict, s, ordinary, limit, required, missing, perPosition);
    boolean met = reason == NormReason.MET;
    return verdict.message(
        met
            ? say(
                "{0} elever per lærertime er ikke over {1}",
                "{0} pupils per teacher hour is not above {1}",
                apart(size, limit, 2),
                Words.count(limit))
            : say(
                "{0} elever per lærertime er over {1}; mangler {2} lærertimer, {3} årsverk à {4}"
                    + " timer",
                "{0} pupils per teacher hour is above {1}; {2} teacher hours are missing, {3} FTE"
                    + " of {4} hours",
                apart(size, limit, 2),
                Words.count(limit),
                apart(missing, 0, missing == Math.rint(missing) ? 0 : 1),
                apart(missing / perPosition, 0, 2),
                Words.count(perPosition)));
  }

  private NormText beforeText(MainStage stage) {
    LocalDate first = table.first(ID, LIMIT, stage.code());
    return say("normen gjelder fra {0}", "the norm is in force from {0}", first);
  }

  private static void addSteps(
      Verdict verdict,
      SchoolStage s,
      double ordinary,
      double limit,
      double required,
      double missing,
      double perPosition) {
    double special = s.effectiveSpecialEducationHours().orElseThrow();
    if (s.isAllocated()) {
      verdict.step(
          say(
              "spesialundervisning, fordelt etter elever med vedtak: {0} · {1} / {2} = {3} timer",
              "special education, allocated by pupils with decisions: {0} · {1} / {2} = {3} hours",
              hours(s.schoolSpecialEducationHours().getAsDouble()),
              num(s.pupilsWithDecision().getAsInt(), 0),
              num(s.schoolPupilsWithDecision().getAsInt(), 0),
              hours(special)));
    }
    verdict.step(
        say(
            "gruppestørrelse 2: {0} / ({1} − {2} − {3}) = {4}",
            "group size 2: {0} / ({1} − {2} − {3}) = {4}",
            hours(s.pupilHours()),
            hours(s.teacherHours().getAsDouble()),
            hours(special),
            hours(s.languageHours().getAsDouble()),
            num(LaerernormRule.groupSize(s.pupilHours(), ordinary), 4)));
    verdict.step(
        say(
            "gruppestørrelse 1: {0} / {1} = {2}",
            "group size 1: {0} / {1} = {2}",
            hours(s.pupilHours()),
            hours(s.teacherHours().getAsDouble()),
            num(LaerernormRule.groupSize(s.pupilHours(), s.teacherHours().getAsDouble()), 4)));
    verdict.step(
        say(
            "krav: {0} / {1} = {2} lærertimer",
            "required: {0} / {1} = {2} teacher hours",
            hours(s.pupilHours()),
            Words.count(limit),
            hours(required)));
    if (missing > 0) {
      verdict.step(
          say(
              "mangler: {0} − {1} = {2} timer; {2} / {3} = {4} årsverk",
              "missing: {0} − {1} = {2} hours; {2} / {3} = {4} FTE",
              hours(required),
              hours(ordinary),
              hours(missing),
              Words.count(perPosition),
              num(missing / perPosition, 4)));
    }
  }

  /** {@inheritDoc} A position teaches 741, 741 or 656 ordinary hours by main stage. */
  @Override
  public SchoolStage withPositions(SchoolStage stage, double positions) {
    if (stage.teacherHours().isEmpty() || positions == 0) {
      return stage;
    }
    double hours = positions * hoursPerPosition(stage.stage(), stage.schoolYear());
    return SchoolStage.builder(stage)
        .teacherHours(stage.teacherHours().getAsDouble() + hours)
        .build();
  }

  /**
   * Assesses many stages of one school year at once: the same verdicts and the same numbers, to the
   * last bit, as {@link #assess(SchoolStage)} gives one by one, without texts. Nothing is allocated
   * per stage.
   *
   * @param stages the stages: units, or units times scenarios
   * @param schoolYear the school year that all are of
   * @param result where the results are put, of at least the same size; what it had is overwritten
   * @throws IllegalArgumentException if the result is smaller
   */
  public void assess(StageColumns stages, Period schoolYear, BulkResult result) {
    result.requireSize(stages.size());
    MainStage[] all = MainStage.values();
    double[] limits = new double[all.length];
    double[] perPosition = new double[all.length];
    for (MainStage stage : all) {
      limits[stage.ordinal()] = limit(stage, schoolYear).map(NormValue::value).orElse(Double.NaN);
      perPosition[stage.ordinal()] =
          Double.isNaN(limits[stage.ordinal()]) ? Double.NaN : hoursPerPosition(stage, schoolYear);
    }
    stages.assess(limits, perPosition, result);
  }

  /**
   * {@return the stages of each region, school year and main stage put together as if they were one
   * school, for those who hold that the norm should be kept by the municipality as a whole}
   *
   * <p>Private schools, stages without pupils or without ordinary teaching, and stages without a
   * region are left out. One whose numbers are unknown makes the whole unknown.
   *
   * @param stages the stages
   */
  public static ImmutableList<SchoolStage> byMunicipality(Iterable<SchoolStage> stages) {
    return Municipalities.merge(stages);
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " [" + table + "]";
  }
}
