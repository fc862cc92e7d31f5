package no.maaltall.core.norm;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;

/** Reads {@code schools.csv}. */
final class SchoolFile {
  private static final List<String> REQUIRED =
      List.of(
          "SCHOOL",
          "NAME",
          "REGION",
          "OWNER",
          "SCHOOL_YEAR",
          "STAGE",
          "PUPILS",
          "PUPIL_HOURS",
          "TEACHER_HOURS",
          "LANGUAGE_HOURS");
  private static final String DECISIONS = "PUPILS_WITH_DECISION";
  private static final String SCHOOL_HOURS = "SCHOOL_SPECIAL_EDUCATION_HOURS";
  private static final String STAGE_HOURS = "SPECIAL_EDUCATION_HOURS";

  private SchoolFile() {}

  static Optional<ImmutableList<SchoolStage>> read(TableSource source) {
    return new NamedCsv("schools.csv", REQUIRED, List.of(STAGE_HOURS, DECISIONS, SCHOOL_HOURS))
        .readIfPresent(source)
        .map(SchoolFile::stages);
  }

  private static ImmutableList<SchoolStage> stages(ImmutableList<CsvRow> rows) {
    Set<String> seen = new HashSet<>();
    Map<String, List<CsvRow>> schools = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      String school = row.text("SCHOOL") + " " + schoolYear(row);
      if (!seen.add(school + " " + stage(row).code())) {
        throw row.failure(
            Kind.DUPLICATE_ROW,
            "STAGE",
            school + " " + stage(row).code(),
            "one row for a school, year and stage",
            null);
      }
      schools.computeIfAbsent(school, k -> new ArrayList<>()).add(row);
    }
    ImmutableList.Builder<SchoolStage> stages = ImmutableList.builder();
    for (CsvRow row : rows) {
      List<CsvRow> school =
          schools.getOrDefault(row.text("SCHOOL") + " " + schoolYear(row), List.of());
      stages.add(stage(row, school));
    }
    return stages.build();
  }

  private static Period schoolYear(CsvRow row) {
    Period period = row.parsed("SCHOOL_YEAR", Kind.INVALID_PERIOD, Period::parse);
    if (period.frequency() != Frequency.SCHOOL_YEAR) {
      throw row.failure(Kind.INVALID_PERIOD, "SCHOOL_YEAR", "a school year, as 2019/2020");
    }
    return period;
  }

  private static MainStage stage(CsvRow row) {
    return row.parsed("STAGE", Kind.INVALID_CODE, MainStage::parse);
  }

  private static SchoolStage stage(CsvRow row, List<CsvRow> school) {
    SchoolStage.Builder builder =
        SchoolStage.builder()
            .school(row.text("SCHOOL"))
            .name(row.optionalText("NAME").orElse(row.text("SCHOOL")))
            .region(row.optionalText("REGION").map(Region::of))
            .owner(row.parsed("OWNER", Kind.INVALID_CODE, Ownership::parse))
            .schoolYear(schoolYear(row))
            .stage(stage(row))
            .pupils(row.count("PUPILS"))
            .pupilHours(row.amount("PUPIL_HOURS"))
            .teacherHours(row.optionalAmount("TEACHER_HOURS"))
            .languageHours(row.optionalAmount("LANGUAGE_HOURS"));
    if (row.has(STAGE_HOURS)) {
      builder.specialEducationHours(row.amount(STAGE_HOURS));
    } else if (row.has(DECISIONS) || row.has(SCHOOL_HOURS)) {
      allocate(builder, row, school);
    }
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw row.failure(Kind.CONTRADICTION, "", String.valueOf(e.getMessage()), "", e);
    }
  }

  private static void allocate(SchoolStage.Builder builder, CsvRow row, List<CsvRow> school) {
    int all = 0;
    OptionalDouble hours = OptionalDouble.empty();
    for (CsvRow sibling : school) {
      all = Math.addExact(all, sibling.count(DECISIONS));
      if (sibling.has(SCHOOL_HOURS)) {
        double own = sibling.amount(SCHOOL_HOURS);
        if (hours.isPresent() && hours.getAsDouble() != own) {
          throw sibling.failure(
              Kind.CONTRADICTION,
              SCHOOL_HOURS,
              "the school has " + own + " and " + hours.getAsDouble() + " hours",
              "the same hours on every row of a school and year",
              null);
        }
        hours = OptionalDouble.of(own);
      }
    }
    if (hours.isEmpty()) {
      throw row.failure(
          Kind.MISSING_VALUE,
          SCHOOL_HOURS,
          "",
          "the hours of the school, when "
              + DECISIONS
              + " is given and SPECIAL_EDUCATION_HOURS is not",
          null);
    }
    builder
        .pupilsWithDecision(row.count(DECISIONS))
        .schoolPupilsWithDecision(all)
        .schoolSpecialEducationHours(hours);
  }
}
