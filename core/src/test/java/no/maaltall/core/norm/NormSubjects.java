package no.maaltall.core.norm;

import java.time.LocalDate;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;

/** The subjects that many tests begin with, and texts that can be compared. */
final class NormSubjects {
  private NormSubjects() {}

  /** With ordinary spaces: what cannot be seen is tested where numbers are formatted. */
  static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  /** A school of 200 pupils: 143 925 pupil hours and 9 000 ordinary teacher hours. */
  static SchoolStage.Builder skole7(String schoolYear) {
    return SchoolStage.builder()
        .school("7")
        .name("Skole 7")
        .region(Region.of("3201", "Bærum"))
        .schoolYear(Period.parse(schoolYear))
        .stage(MainStage.YEARS_1_TO_4)
        .pupils(200)
        .pupilHours(50 * 712.5 + 52 * 712.5 + 48 * 712.5 + 50 * 741)
        .teacherHours(9_800)
        .specialEducationHours(600)
        .languageHours(200);
  }

  static SchoolStage stage(
      MainStage stage, String schoolYear, int pupils, double pupilHours, double ordinaryHours) {
    return SchoolStage.builder()
        .school("S")
        .schoolYear(Period.parse(schoolYear))
        .stage(stage)
        .pupils(pupils)
        .pupilHours(pupilHours)
        .teacherHours(ordinaryHours)
        .specialEducationHours(0)
        .languageHours(0)
        .build();
  }

  /** A kindergarten of 30 small and 44 large children, with 16.5 positions and 8 leaders. */
  static Kindergarten.Builder solvik(String date) {
    return Kindergarten.builder()
        .id("B1")
        .name("Solvik")
        .region(Region.of("3201", "Bærum"))
        .date(LocalDate.parse(date))
        .childrenUnderThree(30)
        .childrenOverThree(44)
        .placesUnderThree((27 * 45 + 3 * 37) / 45.0)
        .placesOverThree((40 * 45 + 4 * 21) / 45.0)
        .staff(16.5)
        .leaders(8);
  }

  static OptionalDouble times(OptionalDouble value, double by) {
    return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() * by);
  }

  static OptionalDouble optional(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
