package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;

/** Reads {@code kindergartens.csv} and {@code attendance.csv}. */
final class KindergartenFile {
  private static final String ID = "KINDERGARTEN";
  private static final String DATE = "DATE";
  private static final String PLACES_UNDER = "PLACES_UNDER_3";
  private static final String PLACES_OVER = "PLACES_OVER_3";
  private static final String STAFFING_DISPENSATION = "STAFFING_DISPENSATION";
  private static final String DISPENSED = "LEADERS_WITH_DISPENSATION";
  private static final int OLDEST_BIRTH_YEAR = 1900;
  private static final int YOUNGEST_BIRTH_YEAR = 9999;

  /** A kindergarten on a day. */
  private record Key(String id, LocalDate date) {
    static Key of(CsvRow row) {
      return new Key(row.text(ID), row.date(DATE));
    }
  }

  private KindergartenFile() {}

  static Optional<ImmutableList<Kindergarten>> read(
      TableSource source, Function<LocalDate, AttendanceWeights> weights) {
    Optional<ImmutableList<CsvRow>> rows =
        new NamedCsv(
                "kindergartens.csv",
                List.of(
                    ID,
                    "NAME",
                    "REGION",
                    "OWNER",
                    DATE,
                    "CHILDREN_UNDER_3",
                    "CHILDREN_OVER_3",
                    "STAFF_FTE",
                    "PEDAGOGICAL_LEADERS",
                    DISPENSED,
                    "NORM_DISPENSATION"),
                List.of(PLACES_UNDER, PLACES_OVER, STAFFING_DISPENSATION))
            .readIfPresent(source);
    Optional<ImmutableList<CsvRow>> attendance =
        new NamedCsv(
                "attendance.csv",
                List.of(ID, DATE, "BIRTH_YEAR", "HOURS_PER_WEEK", "CHILDREN"),
                List.of())
            .readIfPresent(source);
    Set<Key> known = new HashSet<>();
    for (CsvRow row : rows.orElse(ImmutableList.of())) {
      if (!known.add(Key.of(row))) {
        throw row.failure(
            Kind.DUPLICATE_ROW,
            ID,
            row.text(ID) + " " + row.text(DATE),
            "one row for a kindergarten and day",
            null);
      }
    }
    ImmutableListMultimap<Key, Attendance> hours =
        attendance(attendance.orElse(ImmutableList.of()), known);
    return rows.map(
        all ->
            all.stream()
                .map(row -> kindergarten(row, hours.get(Key.of(row)), weights))
                .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableListMultimap<Key, Attendance> attendance(
      ImmutableList<CsvRow> rows, Set<Key> known) {
    ImmutableListMultimap.Builder<Key, Attendance> hours = ImmutableListMultimap.builder();
    for (CsvRow row : rows) {
      Key key = Key.of(row);
      if (!known.contains(key)) {
        throw row.failure(
            Kind.UNKNOWN_REFERENCE,
            ID,
            key.id() + " on " + key.date(),
            "a kindergarten and day of kindergartens.csv",
            null);
      }
      double perWeek = row.amount("HOURS_PER_WEEK");
      if (perWeek > Attendance.WEEK) {
        throw row.failure(Kind.NUMBER_OUT_OF_RANGE, "HOURS_PER_WEEK", "a number from 0 to 168");
      }
      int birthYear = row.count("BIRTH_YEAR");
      if (birthYear < OLDEST_BIRTH_YEAR || birthYear > YOUNGEST_BIRTH_YEAR) {
        throw row.failure(Kind.INVALID_DATE, "BIRTH_YEAR", "a year, as 2019");
      }
      if (birthYear > key.date().getYear()) {
        throw row.failure(Kind.INVALID_DATE, "BIRTH_YEAR", "a year up to " + key.date().getYear());
      }
      hours.put(key, new Attendance(birthYear, perWeek, row.count("CHILDREN")));
    }
    return hours.build();
  }

  private static Kindergarten kindergarten(
      CsvRow row,
      ImmutableList<Attendance> attendance,
      Function<LocalDate, AttendanceWeights> weights) {
    Kindergarten.Builder builder =
        Kindergarten.builder()
            .id(row.text(ID))
            .name(row.optionalText("NAME").orElse(row.text(ID)))
            .region(row.optionalText("REGION").map(Region::of))
            .owner(row.parsed("OWNER", Kind.INVALID_CODE, Ownership::parse))
            .date(row.date(DATE))
            .childrenUnderThree(row.count("CHILDREN_UNDER_3"))
            .childrenOverThree(row.count("CHILDREN_OVER_3"))
            .placesUnderThree(row.optionalAmount(PLACES_UNDER))
            .placesOverThree(row.optionalAmount(PLACES_OVER))
            .staff(row.optionalAmount("STAFF_FTE"))
            .leaders(row.optionalAmount("PEDAGOGICAL_LEADERS"))
            .attendance(attendance);
    if (row.has("PEDAGOGICAL_LEADERS") || row.has(DISPENSED)) {
      builder.leadersWithDispensation(row.amount(DISPENSED));
    }
    if (row.flag("NORM_DISPENSATION")) {
      builder.addDispensations(Dispensation.PEDAGOGNORM);
    }
    if (row.optionalFlag(STAFFING_DISPENSATION)) {
      builder.addDispensations(Dispensation.BEMANNINGSNORM);
    }
    if (!attendance.isEmpty() && !(row.has(PLACES_UNDER) && row.has(PLACES_OVER))) {
      addPlaces(builder, row, attendance, weights);
    }
    return builder.build();
  }

  private static void addPlaces(
      Kindergarten.Builder builder,
      CsvRow row,
      ImmutableList<Attendance> attendance,
      Function<LocalDate, AttendanceWeights> weights) {
    LocalDate date = row.date(DATE);
    try {
      FullTimePlaces places = weights.apply(date).places(attendance, date);
      builder.placesUnderThree(places.underThree()).placesOverThree(places.overThree());
    } catch (IllegalArgumentException e) {
      throw row.failure(Kind.INVALID_DATE, DATE, row.text(DATE), String.valueOf(e.getMessage()), e);
    }
  }
}
