package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Period;

/**
 * Visits to children in foster homes: four a calendar year, fewer when that has been decided.
 *
 * <pre>{@code
 * required of a placement in a year = one for each quarter of the year that it has begun
 *                       when reduced = one for each half-year that it has begun
 * missing = max(0, required − made)     extra = max(0, made − required)
 * }</pre>
 *
 * <p>Foster home visits (by the municipality that placed the child) may be reduced to two a year
 * after two years in the home; supervision visits (by the one that the home is in) too, for a child
 * over 15, and they end at 18. A decision has no effect before that. In a half-year in which it
 * takes effect, each quarter that began before counts.
 *
 * <p>Missing and extra visits are counted per placement and never set against each other. As of a
 * day in the year, a visit is required once its quarter or half-year has ended, or the placement
 * has.
 *
 * @param kind which visits
 * @param year the calendar year
 * @param asOf the day of assessment
 * @param table the numbers of visits
 */
public record VisitNorm(
    @JsonProperty("kind") VisitKind kind,
    @JsonProperty("year") Period year,
    @JsonProperty("as_of") LocalDate asOf,
    @JsonProperty("table") NormTable table)
    implements Norm<Placement> {
  /** The id of the norm of foster home visits. */
  public static final String FOSTER_ID = "foster_visits";

  /** The id of the norm of supervision visits. */
  public static final String SUPERVISION_ID = "supervision_visits";

  private static final String VISITS = "visits_per_year";
  private static final String ORDINARY = "ordinary";
  private static final int MONTHS = 12;

  /**
   * Checks the parts.
   *
   * @param kind which visits
   * @param year the calendar year
   * @param asOf the day of assessment
   * @param table the numbers of visits
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public VisitNorm {
    if (year.frequency() != Frequency.YEAR) {
      throw new FrequencyMismatchException("year of visits", Frequency.YEAR, year);
    }
  }

  /**
   * {@return the norm of foster home visits}
   *
   * @param year the calendar year
   * @param asOf the day of assessment; from the last day of the year on, the whole year
   * @throws FrequencyMismatchException if the period is no calendar year
   */
  public static VisitNorm fosterHome(Period year, LocalDate asOf) {
    return new VisitNorm(VisitKind.FOSTER_VISIT, year, asOf, NormTable.standard());
  }

  /**
   * {@return the norm of supervision visits}
   *
   * @param year the calendar year
   * @param asOf the day of assessment; from the last day of the year on, the whole year
   * @throws FrequencyMismatchException if the period is no calendar year
   */
  public static VisitNorm supervision(Period year, LocalDate asOf) {
    return new VisitNorm(VisitKind.SUPERVISION, year, asOf, NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with the numbers of the norm
   */
  public VisitNorm withTable(NormTable newTable) {
    return new VisitNorm(kind, year, asOf, newTable);
  }

  @Override
  public String id() {
    return kind == VisitKind.FOSTER_VISIT ? FOSTER_ID : SUPERVISION_ID;
  }

  @Override
  public String name(Locale locale) {
    if (Words.isEnglish(locale)) {
      return kind == VisitKind.FOSTER_VISIT ? "foster home visits" : "supervision visits";
    }
    return kind == VisitKind.FOSTER_VISIT ? "fosterhjemsbesøk" : "tilsynsbesøk";
  }

  private NormText visits() {
    return new NormText(name(Words.NORWEGIAN), name(Locale.ENGLISH));
  }

  @Override
  public NormAssessment assess(Placement p) {
    LocalDate from = later(p.placed(), year.startDate());
    Optional<NormValue> row = table.find(id(), VISITS, ORDINARY, from);
    Window window = new Window(from, end(p, from), asOf);
    int required = row.isEmpty() ? 0 : slots(p, window).requiredByThen();
    int made = made(p, window);
    NormReason reason = judge(p, row.isPresent(), window, required, made);
    Verdict text =
        new Verdict(id(), p.child(), "visits", reason)
            .row(row, () -> table.beforeVersion(id(), VISITS, ORDINARY))
            .region(p.region())
            .period(year);
    if (!reason.status().isJudged()) {
      return text.unjudged(
          say(
              "normen gjelder fra {0}",
              "the norm is in force from {0}", table.first(id(), VISITS, ORDINARY)));
    }
    int missing = Math.max(0, required - made);
    text.numbers(made, required, made - required).required(required, missing);
    text.step(
        say(
            "plassert {0}, i perioden {1}–{2}: krav {3}, gjennomført {4}",
            "placed {0}, in the period {1}–{2}: required {3}, made {4}",
            p.placed(),
            window.from(),
            window.last(),
            num(required, 0),
            num(made, 0)));
    reducedFrom(p)
        .ifPresent(day -> text.step(say("færre besøk fra {0}", "fewer visits from {0}", day)));
    Object[] words = {
      visits(), num(made, 0), num(required, 0), num(missing, 0), num(made - required, 0)
    };
    if (missing > 0) {
      return text.message(say("{1} av {2} {0}; mangler {3}", "{1} of {2} {0}; {3} missing", words));
    }
    return text.message(
        made > required
            ? say("{2} av {2} {0}, og {4} i tillegg", "{2} of {2} {0}, and {4} extra", words)
            : say("{2} av {2} {0}", "{2} of {2} {0}", words));
  }

  private NormReason judge(Placement p, boolean inForce, Window window, int required, int made) {
    if (!inForce) {
      return NormReason.BEFORE_NORM;
    }
    if (p.placed().isAfter(asOf)) {
      return NormReason.NOT_STARTED;
    }
    if (window.isEmpty()) {
      return NormReason.NOTHING_REQUIRED;
    }
    if (required == 0) {
      return NormReason.NOT_DUE_YET;
    }
    return made >= required ? NormReason.MET : NormReason.NOT_MET;
  }

  /** The days of the year that visits are required for. */
  private record Window(LocalDate from, LocalDate to, LocalDate asOf) {
    boolean isEmpty() {
      return to.isBefore(from);
    }

    LocalDate last() {
      return asOf.isBefore(to) ? asOf : to;
    }

    boolean overlaps(LocalDate first, LocalDate last) {
      return !isEmpty() && !last.isBefore(from) && !first.isAfter(to);
    }

    /** Whether a visit of the days up to the last is due on the day of assessment. */
    boolean isDue(LocalDate last) {
      return !(last.isBefore(to) ? last : to).isAfter(asOf);
    }
  }

  private LocalDate end(Placement p, LocalDate from) {
    LocalDate end = p.ended().filter(e -> e.isBefore(year.endDate())).orElse(year.endDate());
    if (kind == VisitKind.SUPERVISION && table.has(id(), "until_age", "")) {
      Optional<NormValue> age = table.find(id(), "until_age", "", from);
      if (age.isPresent()) {
        LocalDate lastDay = p.birthDate().plusYears((long) age.get().value()).minusDays(1);
        return lastDay.isBefore(end) ? lastDay : end;
      }
    }
    return end;
  }

  /** From when fewer visits are required: the decision, but not before it can have effect. */
  private Optional<LocalDate> reducedFrom(Placement p) {
    Optional<LocalDate> decided =
        kind == VisitKind.FOSTER_VISIT ? p.visitsReducedFrom() : p.supervisionReducedFrom();
    if (decided.isEmpty()) {
      return decided;
    }
    LocalDate from =
        later(decided.get(), p.placed().plusYears(years("years_before_reduction", decided.get())));
    return Optional.of(
        kind == VisitKind.SUPERVISION
            ? later(from, p.birthDate().plusYears(years("age_before_reduction", decided.get())))
            : from);
  }

  private long years(String parameter, LocalDate date) {
    return (long) table.require(id(), parameter, "", date).value();
  }

  private int made(Placement p, Window window) {
    return (int)
        p.visits().stream()
            .filter(v -> v.kind() == kind)
            .filter(v -> !v.date().isBefore(window.from()) && !v.date().isAfter(window.last()))
            .count();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private Slots slots(Placement p, Window window) {
    return new Slots(
        window,
        reducedFrom(p).orElse(LocalDate.MAX),
        monthsBetween(ORDINARY, window.from()),
        monthsBetween("reduced", window.from()));
  }

  private int monthsBetween(String group, LocalDate date) {
    NormValue row = table.require(id(), VISITS, group, date);
    double visits = row.value();
    if (!(visits >= 1 && visits <= MONTHS) || MONTHS % visits != 0) {
      throw new IllegalArgumentException(row + " must be 1, 2, 3, 4, 6 or 12 visits a year");
    }
    return MONTHS / (int) visits;
  }

  /** Quarters and half-years, or whatever the numbers of visits make of the year. */
  private record Slots(Window window, LocalDate reducedFrom, int ordinary, int reduced) {

    int requiredByThen() {
      int required = 0;
      LocalDate first = window.from().withDayOfYear(1);
      for (int month = 0; month < MONTHS; month += reduced) {
        LocalDate start = first.plusMonths(month);
        LocalDate end = start.plusMonths(reduced).minusDays(1);
        if (window.overlaps(start, end)) {
          required += inReducedSlot(start, end);
        }
      }
      return required;
    }

    private int inReducedSlot(LocalDate start, LocalDate end) {
      int begun = 0;
      int due = 0;
      for (LocalDate at = start; !at.isAfter(end); at = at.plusMonths(ordinary)) {
        LocalDate last = at.plusMonths(ordinary).minusDays(1);
        if (at.isBefore(reducedFrom) && window.overlaps(at, last)) {
          begun++;
          due += window.isDue(last) ? 1 : 0;
        }
      }
      if (begun > 0) {
        return due;
      }
      return window.isDue(end) ? 1 : 0;
    }
  }

  /** {@return the id, the year and the name of its table} */
  @Override
  public String toString() {
    return id() + " " + year + " [" + table + "]";
  }
}
