package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.InvalidNotationException;

/**
 * A deadline in child protection: closed on the last day or before is in time.
 *
 * <pre>{@code
 * report         received + 7 days
 * investigation  report received + 7 days, then + 3 calendar months, 6 when extended
 * care plan      decision + 24 calendar months
 * control mode   report received + 8 days; + 7 + 90 days, + 7 + 180 when extended
 * }</pre>
 *
 * <p>The time for an investigation runs from when the week for the report is out; {@link
 * #countingFromReport} counts from the report itself. Calendar months are as in law: three months
 * after 30 November is the last of February. A deadline on a day off is not moved. An open case is
 * assessed as of a date that the caller gives: in breach when the deadline has passed, {@link
 * NormReason#NOT_DUE_YET} until then. A case that was closed after that date was open on it.
 *
 * <p>The law is that of the day that the case started.
 *
 * @param kind which deadline
 * @param mode calendar months as in law, or the days of the control of statistics
 * @param asOf the day of assessment
 * @param fromReport whether the time for an investigation is counted from the report itself
 * @param table the deadlines
 */
public record DeadlineNorm(
    @JsonProperty("kind") Kind kind,
    @JsonProperty("mode") Mode mode,
    @JsonProperty("as_of") LocalDate asOf,
    @JsonProperty("from_report") boolean fromReport,
    @JsonProperty("table") NormTable table)
    implements Norm<DeadlineCase> {

  /** The deadlines. */
  public enum Kind {
    /** A report (melding) is decided on. */
    REPORT("report_deadline", "meldingen", "the report"),
    /** An investigation (undersøkelse) is concluded. */
    INVESTIGATION("investigation_deadline", "undersøkelsen", "the investigation"),
    /** A plan for the future care of a child is made. */
    CARE_PLAN("care_plan_deadline", "omsorgsplanen", "the care plan");

    private final String id;
    private final String norwegian;
    private final String english;

    Kind(String id, String norwegian, String english) {
      this.id = id;
      this.norwegian = norwegian;
      this.english = english;
    }

    NormText subject() {
      return new NormText(norwegian, english);
    }

    /** {@return the id of the norm: {@code report_deadline}} */
    @JsonValue
    public String id() {
      return id;
    }

    /**
     * {@return the kind with an id}
     *
     * @param id the id of the norm
     * @throws InvalidNotationException for any other text
     */
    @JsonCreator
    public static Kind parse(String id) {
      return Arrays.stream(values())
          .filter(k -> k.id.equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidNotationException(
                      "deadline",
                      id,
                      "report_deadline, investigation_deadline, care_plan_deadline"));
    }
  }

  /** How time is counted. */
  public enum Mode {
    /** As in law: seven days, calendar months. */
    LAW,
    /** As in the control of the files for the statistics: 8 days, 90 and 180 days. */
    CONTROL;

    /** {@return the code: {@code law}} */
    @JsonValue
    public String code() {
      return Ascii.toLowerCase(name());
    }

    /**
     * {@return the mode with a code}
     *
     * @param code {@code law} or {@code control}
     * @throws InvalidNotationException for any other text
     */
    @JsonCreator
    public static Mode parse(String code) {
      return switch (code) {
        case "law" -> LAW;
        case "control" -> CONTROL;
        default -> throw new InvalidNotationException("mode", code, "law, control");
      };
    }
  }

  /**
   * Checks the parts.
   *
   * @param kind which deadline
   * @param mode calendar months as in law, or the days of the control of statistics
   * @param asOf the day of assessment
   * @param fromReport whether the time for an investigation is counted from the report itself
   * @param table the deadlines
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public DeadlineNorm {
    if (mode == Mode.CONTROL && kind == Kind.CARE_PLAN) {
      throw new IllegalArgumentException("a care plan has no deadline in the control mode");
    }
  }

  private static DeadlineNorm of(Kind kind, LocalDate asOf) {
    return new DeadlineNorm(kind, Mode.LAW, asOf, false, NormTable.standard());
  }

  /**
   * {@return the deadline of reports}
   *
   * @param asOf the day of assessment
   */
  public static DeadlineNorm report(LocalDate asOf) {
    return of(Kind.REPORT, asOf);
  }

  /**
   * {@return the deadline of investigations; a case starts when the report is received}
   *
   * @param asOf the day of assessment
   */
  public static DeadlineNorm investigation(LocalDate asOf) {
    return of(Kind.INVESTIGATION, asOf);
  }

  /**
   * {@return the deadline of care plans; a case starts with the decision to take over care}
   *
   * @param asOf the day of assessment
   */
  public static DeadlineNorm carePlan(LocalDate asOf) {
    return of(Kind.CARE_PLAN, asOf);
  }

  /**
   * {@return the norm with time counted otherwise}
   *
   * @param newMode how
   * @throws IllegalArgumentException for a care plan in the control mode
   */
  public DeadlineNorm withMode(Mode newMode) {
    return new DeadlineNorm(kind, newMode, asOf, fromReport, table);
  }

  /** {@return the norm with investigations counted from the report, without the week for it} */
  public DeadlineNorm countingFromReport() {
    return new DeadlineNorm(kind, mode, asOf, true, table);
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with the numbers of the norm
   */
  public DeadlineNorm withTable(NormTable newTable) {
    return new DeadlineNorm(kind, mode, asOf, fromReport, newTable);
  }

  @Override
  public String id() {
    return kind.id();
  }

  @Override
  public String name(Locale locale) {
    boolean english = Words.isEnglish(locale);
    return (english ? "deadline of " : "fristen for ") + kind.subject().text(locale);
  }

  private String parameter() {
    return kind == Kind.REPORT ? "days" : "months";
  }

  private String group(DeadlineCase c) {
    if (kind != Kind.INVESTIGATION) {
      return "";
    }
    return c.extended() ? "extended" : "ordinary";
  }

  /**
   * {@return the last day that closes a case in time; empty before there was a deadline}
   *
   * @param c the case
   */
  public Optional<LocalDate> deadline(DeadlineCase c) {
    return table.find(id(), parameter(), group(c), c.started()).map(row -> deadline(c, row));
  }

  private LocalDate deadline(DeadlineCase c, NormValue row) {
    LocalDate start = c.started();
    if (kind == Kind.INVESTIGATION && !fromReport) {
      start = start.plusDays((long) number("days_before_start", "", c));
    }
    if (mode == Mode.CONTROL) {
      return start.plusDays((long) number("control_days", group(c), c));
    }
    return kind == Kind.REPORT
        ? start.plusDays((long) row.value())
        : start.plusMonths((long) row.value());
  }

  private double number(String parameter, String group, DeadlineCase c) {
    return table.require(id(), parameter, group, c.started()).value();
  }

  @Override
  public NormAssessment assess(DeadlineCase c) {
    Optional<NormValue> row = table.find(id(), parameter(), group(c), c.started());
    Optional<LocalDate> closed = c.closed().filter(d -> !d.isAfter(asOf));
    LocalDate end = closed.orElse(asOf);
    Optional<LocalDate> deadline = row.map(r -> deadline(c, r));
    NormReason reason = judge(c, deadline, closed);
    Verdict text =
        new Verdict(id(), c.id(), "days", reason)
            .row(row, () -> table.beforeVersion(id(), parameter(), group(c)))
            .choice(choice(c))
            .region(c.region())
            .date(end);
    if (reason == NormReason.BEFORE_NORM || reason == NormReason.NOT_STARTED) {
      return text.unjudged(
          say(
              "fristen gjelder fra {0}",
              "the deadline is in force from {0}", table.first(id(), parameter(), group(c))));
    }
    return withNumbers(text, reason, c, deadline.orElseThrow(), end, closed.isPresent());
  }

  private NormReason judge(
      DeadlineCase c, Optional<LocalDate> deadline, Optional<LocalDate> closed) {
    if (deadline.isEmpty()) {
      return NormReason.BEFORE_NORM;
    }
    if (c.started().isAfter(asOf)) {
      return NormReason.NOT_STARTED;
    }
    if (closed.orElse(asOf).isAfter(deadline.get())) {
      return NormReason.NOT_MET;
    }
    return closed.isPresent() ? NormReason.MET : NormReason.NOT_DUE_YET;
  }

  private String choice(DeadlineCase c) {
    String extension = kind == Kind.INVESTIGATION && c.extended() ? "extended" : "";
    String control = mode == Mode.CONTROL ? "control days" : "";
    String start = kind == Kind.INVESTIGATION && fromReport ? "from report" : "";
    return String.join(
        " ",
        Arrays.stream(new String[] {extension, control, start}).filter(s -> !s.isEmpty()).toList());
  }

  private NormAssessment withNumbers(
      Verdict text,
      NormReason reason,
      DeadlineCase c,
      LocalDate deadline,
      LocalDate end,
      boolean closed) {
    double used = ChronoUnit.DAYS.between(c.started(), end);
    double allowed = ChronoUnit.DAYS.between(c.started(), deadline);
    double late = Math.max(0, used - allowed);
    text.numbers(used, allowed, allowed - used);
    if (reason != NormReason.NOT_DUE_YET) {
      text.shortfall(late);
    }
    text.step(
        say(
            "begynt {0}, frist {1} ({2} dager), {3} {4} ({5} dager)",
            "started {0}, deadline {1} ({2} days), {3} {4} ({5} days)",
            c.started(),
            deadline,
            num(allowed, 0),
            closed ? new NormText("avsluttet", "closed") : new NormText("åpen", "open on"),
            end,
            num(used, 0)));
    Object[] words = {kind.subject(), end, deadline, num(late, 0), late == 1 ? day() : days()};
    if (reason == NormReason.NOT_DUE_YET) {
      return text.message(
          say("{0} er åpen, fristen er {2}", "{0} is open, and its deadline is {2}", words));
    }
    if (reason == NormReason.MET) {
      return text.message(
          say(
              "{0} var ferdig {1}, innen fristen {2}",
              "{0} was closed on {1}, within the deadline {2}", words));
    }
    return text.message(
        closed
            ? say(
                "{0} var ferdig {1}, {3} {4} etter fristen {2}",
                "{0} was closed on {1}, {3} {4} after the deadline {2}", words)
            : say(
                "{0} er åpen {1}, {3} {4} etter fristen {2}",
                "{0} is open on {1}, {3} {4} after the deadline {2}", words));
  }

  private static NormText day() {
    return new NormText("dag", "day");
  }

  private static NormText days() {
    return new NormText("dager", "days");
  }
}
