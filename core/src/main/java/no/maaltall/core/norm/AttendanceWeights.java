package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;

/**
 * How many hours a child's agreed hours in a kindergarten count as: full-time places by bands.
 *
 * <pre>{@code
 * full-time places = Σ children · weight(hours per week) / 45
 * }</pre>
 *
 * <p>There are two tables. {@link #sixBands}: 0–8 hours count as 6, 9–16 as 13, 17–24 as 21, 25–32
 * as 29, 33–40 as 37, 41 and more as 45. {@link #threeBands}, of newer definitions: 0–32 count as
 * 21, 33–40 as 37, 41 and more as 45. Which year the statistics went from one to the other was not
 * found; {@link #asOf} has it as dated data with low confidence, so a caller who knows better
 * chooses a table.
 *
 * <p>Hours between two bands (40.5) belong to the lower.
 *
 * @param id the name of the table
 * @param validFrom the first day that {@link #asOf} chooses it for
 * @param fullTimeHours the hours of a full-time place
 * @param bands the bands, by rising hours; the first from 0
 * @param source where it was found
 * @param confidence how sure the bands and their first day are
 */
public record AttendanceWeights(
    @JsonProperty("id") String id,
    @JsonProperty("valid_from") LocalDate validFrom,
    @JsonProperty("full_time_hours") double fullTimeHours,
    @JsonProperty("bands") ImmutableList<Band> bands,
    @JsonProperty("source") String source,
    @JsonProperty("confidence") Confidence confidence) {

  private static final List<String> COLUMNS =
      List.of(
          "TABLE",
          "VALID_FROM",
          "FROM_HOURS",
          "WEIGHT_HOURS",
          "FULL_TIME_HOURS",
          "SOURCE",
          "CONFIDENCE");

  /**
   * A band of agreed hours.
   *
   * @param fromHours the lowest hours a week in it
   * @param weightHours the hours that they count as
   */
  public record Band(
      @JsonProperty("from_hours") double fromHours,
      @JsonProperty("weight_hours") double weightHours) {}

  /**
   * Checks the parts.
   *
   * @param id the name of the table
   * @param validFrom the first day that {@link #asOf} chooses it for
   * @param fullTimeHours the hours of a full-time place
   * @param bands the bands, by rising hours
   * @param source where it was found
   * @param confidence how sure the bands and their first day are
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public AttendanceWeights {
    if (bands.isEmpty() || bands.get(0).fromHours() != 0) {
      throw new IllegalArgumentException(
          "attendance weights " + id + " need bands that start at 0 hours, got " + bands);
    }
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      boolean rising =
          i == 0
              || (band.fromHours() > bands.get(i - 1).fromHours()
                  && band.weightHours() > bands.get(i - 1).weightHours());
      if (!rising || !(band.weightHours() > 0) || band.weightHours() > fullTimeHours) {
        throw new IllegalArgumentException(
            "attendance weights "
                + id
                + " need rising hours and weights above 0 up to "
                + fullTimeHours
                + ", got "
                + bands);
      }
    }
  }

  private static final class Standard {
    static final ImmutableList<AttendanceWeights> TABLES =
        read(
            file -> Optional.ofNullable(AttendanceWeights.class.getResourceAsStream(file)),
            "attendance-weights.csv");
  }

  /** {@return the tables of the statistics, the oldest first} */
  public static ImmutableList<AttendanceWeights> standard() {
    return Standard.TABLES;
  }

  /** {@return the older table: 0, 9, 17, 25, 33 and 41 hours} */
  public static AttendanceWeights sixBands() {
    return named("six-bands");
  }

  /** {@return the newer table: 0, 33 and 41 hours} */
  public static AttendanceWeights threeBands() {
    return named("three-bands");
  }

  /**
   * {@return the standard table with an id}
   *
   * @param id {@code six-bands} or {@code three-bands}
   * @throws UnknownCodeException for any other
   */
  public static AttendanceWeights named(String id) {
    return standard().stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownCodeException(
                    "attendance weights",
                    id,
                    standard().stream().map(AttendanceWeights::id).toList()));
  }

  /**
   * {@return the standard table for a day; see above how sure that is}
   *
   * @param date the day
   */
  public static AttendanceWeights asOf(LocalDate date) {
    return asOf(date, standard());
  }

  /**
   * {@return the last of some tables that is valid on a day; the first when none is yet}
   *
   * @param date the day
   * @param tables the tables, by rising first day; not empty
   */
  public static AttendanceWeights asOf(LocalDate date, List<AttendanceWeights> tables) {
    AttendanceWeights found = tables.get(0);
    for (AttendanceWeights table : tables) {
      if (!table.validFrom().isAfter(date)) {
        found = table;
      }
    }
    return found;
  }

  /**
   * {@return the tables of a file, in its order}
   *
   * @param source where the file is
   * @param file its name; columns {@code
   *     TABLE,VALID_FROM,FROM_HOURS,WEIGHT_HOURS,FULL_TIME_HOURS,SOURCE,CONFIDENCE}, a row for each
   *     band
   * @throws no.maaltall.core.io.TidyTableException for the first thing that cannot be read
   * @throws IllegalArgumentException if the bands of a table do not rise from 0
   */
  public static ImmutableList<AttendanceWeights> read(TableSource source, String file) {
    ImmutableListMultimap.Builder<String, CsvRow> byTable = ImmutableListMultimap.builder();
    new NamedCsv(file, COLUMNS, List.of())
        .read(source)
        .forEach(row -> byTable.put(row.text("TABLE"), row));
    return byTable.build().asMap().values().stream()
        .map(rows -> table(ImmutableList.copyOf(rows)))
        .collect(ImmutableList.toImmutableList());
  }

  private static AttendanceWeights table(ImmutableList<CsvRow> rows) {
    CsvRow first = rows.get(0);
    return new AttendanceWeights(
        first.text("TABLE"),
        first.date("VALID_FROM"),
        first.amount("FULL_TIME_HOURS"),
        rows.stream()
            .map(r -> new Band(r.amount("FROM_HOURS"), r.amount("WEIGHT_HOURS")))
            .collect(ImmutableList.toImmutableList()),
        first.text("SOURCE"),
        first.parsed("CONFIDENCE", Kind.INVALID_CODE, Confidence::parse));
  }

  /**
   * {@return the hours that agreed hours count as}
   *
   * @param hoursPerWeek the agreed hours a week, 0 to 168
   * @throws IllegalArgumentException if they are outside that range
   */
  public double weight(double hoursPerWeek) {
    if (!(hoursPerWeek >= 0 && hoursPerWeek <= Attendance.WEEK)) {
      throw new IllegalArgumentException("hours per week must be 0 to 168, got " + hoursPerWeek);
    }
    double weight = bands.get(0).weightHours();
    for (Band band : bands) {
      if (hoursPerWeek >= band.fromHours()) {
        weight = band.weightHours();
      }
    }
    return weight;
  }

  /**
   * {@return the children by age group and their full-time places on a day}
   *
   * @param attendance the children by birth year and hours
   * @param date the day, which decides who is over three
   */
  public FullTimePlaces places(Iterable<Attendance> attendance, LocalDate date) {
    return places(attendance, date, NormTable.standard());
  }

  FullTimePlaces places(Iterable<Attendance> attendance, LocalDate date, NormTable rules) {
    int under = 0;
    int over = 0;
    double hoursUnder = 0;
    double hoursOver = 0;
    for (Attendance a : attendance) {
      double hours = a.children() * weight(a.hoursPerWeek());
      if (AgeRule.isOverThree(a.birthYear(), date, rules)) {
        over = Math.addExact(over, a.children());
        hoursOver += hours;
      } else {
        under = Math.addExact(under, a.children());
        hoursUnder += hours;
      }
    }
    return new FullTimePlaces(under, over, hoursUnder / fullTimeHours, hoursOver / fullTimeHours);
  }

  /** {@return its id and first day} */
  @Override
  public String toString() {
    return id + "@" + validFrom;
  }
}
