package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * The norm of pedagogical leaders in kindergartens: one per 7 children under three and per 14 over.
 *
 * <pre>{@code
 * required = ⌈(2 · under three + over three) / 14⌉        (combined, the default)
 * required = ⌈under three / 7⌉ + ⌈over three / 14⌉        (separate)
 * met      ⇔ whole positions of leaders ≥ required
 * }</pre>
 *
 * <p>Heads count, not places: one more child calls for one more whole position, and of positions
 * only whole ones count. The arithmetic is of whole numbers. Leaders with a dispensation from the
 * education requirement, and a dispensation from the norm, give {@link
 * NormStatus#COMPLIES_WITH_DISPENSATION} where the norm is not met without. The norm is for the
 * kindergarten as a whole (forskrift om pedagogisk bemanning § 1), from 1 August 2018.
 *
 * <p>From 2006 to July 2018 a leader might have 7–9 children under three and 14–18 over: 9 and 18
 * are the limits then, for children with more than six hours a day. Before 2006 it is not
 * applicable.
 *
 * @param table the limits: whole numbers of children
 * @param rounding how children of both ages together call for leaders
 */
public record Pedagognorm(
    @JsonProperty("table") NormTable table, @JsonProperty("rounding") Rounding rounding)
    implements StaffingNorm<Kindergarten> {
  /** The id. */
  public static final String ID = "pedagognorm";

  private static final String LIMIT = "children_per_leader";
  private static final String LOWER = "children_per_leader_lower";
  private static final String UNDER = "under_3";
  private static final String OVER = "over_3";

  /** How children of both ages together call for leaders. */
  public enum Rounding {
    /** Rounded up once, as the calculator of the Directorate for Education does. */
    COMBINED,
    /** Rounded up for each age group, a stricter reading. */
    SEPARATE;

    /** {@return the code: {@code combined}} */
    @JsonValue
    public String code() {
      return Ascii.toLowerCase(name());
    }

    /**
     * {@return the rounding with a code}
     *
     * @param code {@code combined} or {@code separate}
     * @throws InvalidNotationException for any other text
     */
    @JsonCreator
    public static Rounding parse(String code) {
      return switch (code) {
        case "combined" -> COMBINED;
        case "separate" -> SEPARATE;
        default -> throw new InvalidNotationException("rounding", code, "combined, separate");
      };
    }
  }

  /** {@return the norm of the law, rounded up once for both ages} */
  public static Pedagognorm standard() {
    return new Pedagognorm(NormTable.standard(), Rounding.COMBINED);
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code pedagognorm children_per_leader} for {@code under_3} and
   *     {@code over_3}
   */
  public Pedagognorm withTable(NormTable newTable) {
    return new Pedagognorm(newTable, rounding);
  }

  /**
   * {@return the norm with another reading of the rounding}
   *
   * @param newRounding the reading
   */
  public Pedagognorm withRounding(Rounding newRounding) {
    return new Pedagognorm(table, newRounding);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "norm of pedagogical leaders" : "pedagognormen";
  }

  /** The limits on a day; 0 before there were any. */
  private record Limits(Optional<NormValue> row, int under, int over) {}

  private Limits limits(LocalDate date) {
    Optional<NormValue> under = table.find(ID, LIMIT, UNDER, date);
    Optional<NormValue> over = table.find(ID, LIMIT, OVER, date);
    if (under.isEmpty() || over.isEmpty()) {
      return new Limits(Optional.empty(), 0, 0);
    }
    return new Limits(Bemanningsnorm.later(under, over), whole(under.get()), whole(over.get()));
  }

  private static int whole(NormValue value) {
    double number = value.value();
    if (number != Math.rint(number) || number < 1 || number > 1000) {
      throw new IllegalArgumentException(
          value + " must be a whole number of children from 1 to 1000");
    }
    return (int) number;
  }

  @Override
  public NormAssessment assess(Kindergarten k) {
    Limits limits = limits(k.date());
    double leaders = k.leaders().orElse(Double.NaN);
    double dispensed = k.leadersWithDispensation();
    NormReason verdict =
        PedagognormRule.judge(
            k.childrenUnderThree(),
            k.childrenOverThree(),
            leaders,
            dispensed,
            k.dispensations().contains(Dispensation.PEDAGOGNORM),
            limits.under(),
            limits.over(),
            rounding);
    NormReason reason =
        verdict != NormReason.BEFORE_NORM && k.contradictsAttendance()
            ? NormReason.CONTRADICTING_CHILDREN
            : verdict;
    Verdict text =
        new Verdict(ID, k.id(), "positions", reason)
            .row(limits.row(), () -> table.beforeVersion(ID, LIMIT, OVER))
            .choice(rounding.code())
            .name(k.name())
            .region(k.region())
            .date(k.date());
    if (!reason.status().isJudged()) {
      return text.unjudged(
          say(
              "normen gjelder fra {0}",
              "the norm is in force from {0}", table.first(ID, LIMIT, OVER)));
    }
    return withNumbers(text, reason, limits, k, leaders);
  }

  private NormAssessment withNumbers(
      Verdict text, NormReason reason, Limits limits, Kindergarten k, double leaders) {
    int under = k.childrenUnderThree();
    int over = k.childrenOverThree();
    double required =
        PedagognormRule.required(under, over, limits.under(), limits.over(), rounding);
    double whole = Thresholds.whole(leaders);
    double missing = PedagognormRule.missing(required, leaders);
    text.numbers(whole, required, whole - required).required(required, missing);
    addSteps(text, limits, under, over, required);
    if (whole != leaders) {
      text.step(
          say(
              "bare hele stillinger teller: {0} av {1}",
              "only whole positions count: {0} of {1}", num(whole, 0), count(leaders)));
    }
    NormText children =
        say(
            "{0} barn under tre og {1} over tre krever {2} pedagogiske ledere",
            "{0} children under three and {1} over call for {2} pedagogical leaders",
            num(under, 0),
            num(over, 0),
            num(required, 0));
    return switch (reason) {
      case MET -> text.message(say("{0}, har {1}", "{0}, it has {1}", children, count(leaders)));
      case EDUCATION_DISPENSATION ->
          text.message(
              say(
                  "{0}, har {1}, hvorav {2} med dispensasjon fra utdanningskravet",
                  "{0}, it has {1}, {2} of them with a dispensation from the education requirement",
                  children,
                  count(leaders),
                  count(k.leadersWithDispensation())));
      case NORM_DISPENSATION ->
          text.message(
              say(
                  "{0}, har {1}, mangler {2} (dispensasjon fra normen)",
                  "{0}, it has {1}, {2} missing (dispensation from the norm)",
                  children,
                  count(leaders),
                  num(missing, 0)));
      default ->
          text.message(
              say(
                  "{0}, har {1}; mangler {2}",
                  "{0}, it has {1}; {2} missing", children, count(leaders), num(missing, 0)));
    };
  }

  private void addSteps(Verdict text, Limits limits, int under, int over, double required) {
    text.step(
        rounding == Rounding.SEPARATE
            ? say(
                "krav: ⌈{0} / {1}⌉ + ⌈{2} / {3}⌉ = {4}",
                "required: ⌈{0} / {1}⌉ + ⌈{2} / {3}⌉ = {4}",
                num(under, 0),
                num(limits.under(), 0),
                num(over, 0),
                num(limits.over(), 0),
                num(required, 0))
            : say(
                "krav: ⌈{0} / {1} + {2} / {3}⌉ = {4}",
                "required: ⌈{0} / {1} + {2} / {3}⌉ = {4}",
                num(under, 0),
                num(limits.under(), 0),
                num(over, 0),
                num(limits.over(), 0),
                num(required, 0)));
    double lowerUnder = lower(limits, UNDER, limits.under());
    double lowerOver = lower(limits, OVER, limits.over());
    if (lowerUnder != limits.under() || lowerOver != limits.over()) {
      text.step(
          say(
              "normen er {0}–{1} barn under tre og {2}–{3} over tre per leder; flere ved kort"
                  + " oppholdstid",
              "the norm is {0}–{1} children under three and {2}–{3} over three per leader; more"
                  + " with short hours",
              count(lowerUnder),
              num(limits.under(), 0),
              count(lowerOver),
              num(limits.over(), 0)));
    }
  }

  /** The lower end of a norm that is a range; the limit itself where there is none. */
  private double lower(Limits limits, String group, double limit) {
    LocalDate date = limits.row().orElseThrow().validFrom();
    return table.has(ID, LOWER, group)
        ? table.find(ID, LOWER, group, date).map(NormValue::value).orElse(limit)
        : limit;
  }

  @Override
  public Kindergarten withPositions(Kindergarten kindergarten, double positions) {
    if (kindergarten.leaders().isEmpty() || positions == 0) {
      return kindergarten;
    }
    return Kindergarten.builder(kindergarten)
        .leaders(kindergarten.leaders().getAsDouble() + positions)
        .build();
  }

  /**
   * Assesses many kindergartens on one day at once: the same verdicts and the same numbers as
   * {@link #assess(Kindergarten)} gives one by one, without texts. Nothing is allocated per
   * kindergarten.
   *
   * @param kindergartens the kindergartens: units, or units times scenarios
   * @param date the day that all are assessed on
   * @param result where the results are put, of at least the same size; what it had is overwritten
   * @throws IllegalArgumentException if the result is smaller
   */
  public void assess(KindergartenColumns kindergartens, LocalDate date, BulkResult result) {
    result.requireSize(kindergartens.size());
    Limits limits = limits(date);
    kindergartens.assessLeaders(limits.under(), limits.over(), rounding, result);
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " " + rounding.code() + " [" + table + "]";
  }
}
