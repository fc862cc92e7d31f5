package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;

/**
 * The subjects of norms, read from CSV files: any of these, with columns by name in any order.
 *
 * <ul>
 *   <li>{@code schools.csv}: {@code SCHOOL,NAME,REGION,OWNER} ({@code public}, {@code private})
 *       {@code ,SCHOOL_YEAR,STAGE} ({@code 1-4}, {@code 5-7}, {@code 8-10}) {@code
 *       ,PUPILS,PUPIL_HOURS,TEACHER_HOURS,LANGUAGE_HOURS}, and {@code SPECIAL_EDUCATION_HOURS} or,
 *       to be allocated, {@code PUPILS_WITH_DECISION} on every row of the school and {@code
 *       SCHOOL_SPECIAL_EDUCATION_HOURS}. Direct hours are used where a row has both.
 *   <li>{@code kindergartens.csv}: {@code
 *       KINDERGARTEN,NAME,REGION,OWNER,DATE,CHILDREN_UNDER_3,CHILDREN_OVER_3,STAFF_FTE,
 *       PEDAGOGICAL_LEADERS,LEADERS_WITH_DISPENSATION,NORM_DISPENSATION} ({@code true}, {@code
 *       false}: from the norm of leaders), and optionally {@code PLACES_UNDER_3,PLACES_OVER_3}
 *       (full-time places) and {@code STAFFING_DISPENSATION}.
 *   <li>{@code attendance.csv}: {@code KINDERGARTEN,DATE,BIRTH_YEAR,HOURS_PER_WEEK,CHILDREN}: gives
 *       the places where they are empty, and is held against the children.
 *   <li>{@code school_nurses.csv}: {@code UNIT,NAME,LEVEL} ({@code primary}, {@code
 *       lower_secondary}, {@code upper_secondary}) {@code ,PUPILS,POSITIONS}.
 *   <li>{@code reports.csv}: {@code CASE,RECEIVED,DECIDED}; {@code investigations.csv}: {@code
 *       CASE,REPORT_RECEIVED,CLOSED,EXTENDED}.
 *   <li>{@code placements.csv}: {@code
 *       CHILD,BIRTH_DATE,PLACED,ENDED,VISITS_REDUCED_FROM,SUPERVISION_REDUCED_FROM}, with {@code
 *       visits.csv}: {@code CHILD,KIND} ({@code foster_visit}, {@code supervision}) {@code ,DATE}.
 * </ul>
 *
 * <p>UTF-8, comma, decimal point, dates as {@code 2019-08-01}. An empty number of staff, hours or
 * places is unknown, and an empty date is that of something open. {@code REGION} may also stand in
 * the last four files.
 *
 * @param stages the school stages
 * @param kindergartens the kindergartens
 * @param nurses the units with nurses; without a day
 * @param reports the reports to child protection
 * @param investigations the investigations
 * @param placements the placements, with their visits
 */
public record NormFiles(
    ImmutableList<SchoolStage> stages,
    ImmutableList<Kindergarten> kindergartens,
    ImmutableList<NurseUnit> nurses,
    ImmutableList<DeadlineCase> reports,
    ImmutableList<DeadlineCase> investigations,
    ImmutableList<Placement> placements) {

  /**
   * {@return what the files say; full-time places by {@link AttendanceWeights#asOf}}
   *
   * @param source where the files are
   * @throws TidyTableException for the first thing that cannot be read, with its place; and when
   *     none of the files is there
   */
  public static NormFiles read(TableSource source) {
    return read(source, AttendanceWeights::asOf);
  }

  /**
   * {@return what the files say}
   *
   * @param source where the files are
   * @param weights what agreed hours count as on a day, for the places that are empty
   * @throws TidyTableException for the first thing that cannot be read, with its place; and when
   *     none of the files is there
   */
  public static NormFiles read(TableSource source, Function<LocalDate, AttendanceWeights> weights) {
    Optional<ImmutableList<SchoolStage>> stages = SchoolFile.read(source);
    Optional<ImmutableList<Kindergarten>> kindergartens = KindergartenFile.read(source, weights);
    Optional<ImmutableList<NurseUnit>> nurses = CaseFiles.nurses(source);
    Optional<ImmutableList<DeadlineCase>> reports = CaseFiles.reports(source);
    Optional<ImmutableList<DeadlineCase>> investigations = CaseFiles.investigations(source);
    Optional<ImmutableList<Placement>> placements = PlacementFile.read(source);
    boolean nothing =
        Stream.of(stages, kindergartens, nurses, reports, investigations, placements)
            .allMatch(Optional::isEmpty);
    if (nothing) {
      throw new TidyTableException(
          new TableProblem(
              Kind.MISSING_FILE,
              "schools.csv",
              0,
              "",
              source.description(),
              "one at least of schools.csv, kindergartens.csv, school_nurses.csv, reports.csv,"
                  + " investigations.csv, placements.csv"),
          null);
    }
    return new NormFiles(
        stages.orElse(ImmutableList.of()),
        kindergartens.orElse(ImmutableList.of()),
        nurses.orElse(ImmutableList.of()),
        reports.orElse(ImmutableList.of()),
        investigations.orElse(ImmutableList.of()),
        placements.orElse(ImmutableList.of()));
  }

  /**
   * {@return the last day that occurs in the files, a school year counting as its first day: what
   * open cases may be assessed as of when nobody says otherwise; empty when there is none}
   */
  public Optional<LocalDate> lastDate() {
    Stream<LocalDate> days =
        Stream.of(
                stages.stream().map(s -> s.schoolYear().startDate()),
                kindergartens.stream().map(Kindergarten::date),
                Stream.concat(reports.stream(), investigations.stream())
                    .flatMap(c -> Stream.concat(Stream.of(c.started()), c.closed().stream())),
                placements.stream()
                    .flatMap(p -> Stream.concat(Stream.of(p.placed()), p.ended().stream())),
                placements.stream().flatMap(p -> p.visits().stream()).map(Visit::date))
            .flatMap(s -> s);
    return days.max(LocalDate::compareTo);
  }
}
