package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NormFilesTest {
  private static final String SCHOOLS =
      "SCHOOL,NAME,REGION,OWNER,SCHOOL_YEAR,STAGE,PUPILS,PUPIL_HOURS,TEACHER_HOURS,"
          + "SPECIAL_EDUCATION_HOURS,LANGUAGE_HOURS\n";
  private static final String ALLOCATED =
      "SCHOOL,NAME,REGION,OWNER,SCHOOL_YEAR,STAGE,PUPILS,PUPIL_HOURS,TEACHER_HOURS,"
          + "LANGUAGE_HOURS,PUPILS_WITH_DECISION,SCHOOL_SPECIAL_EDUCATION_HOURS\n";
  private static final String KINDERGARTENS =
      "KINDERGARTEN,NAME,REGION,OWNER,DATE,CHILDREN_UNDER_3,CHILDREN_OVER_3,PLACES_UNDER_3,"
          + "PLACES_OVER_3,STAFF_FTE,PEDAGOGICAL_LEADERS,LEADERS_WITH_DISPENSATION,"
          + "NORM_DISPENSATION\n";
  private static final String ATTENDANCE = "KINDERGARTEN,DATE,BIRTH_YEAR,HOURS_PER_WEEK,CHILDREN\n";

  private static NormFiles read(String... nameAndText) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < nameAndText.length; i += 2) {
      files.put(nameAndText[i], nameAndText[i + 1]);
    }
    return NormFiles.read(TableSource.ofTexts(files));
  }

  @Test
  void readsSchoolsWithColumnsInAnyOrder() {
    NormFiles files =
        read(
            "schools.csv",
            "STAGE,SCHOOL,NAME,REGION,OWNER,SCHOOL_YEAR,PUPILS,PUPIL_HOURS,TEACHER_HOURS,"
                + "LANGUAGE_HOURS,SPECIAL_EDUCATION_HOURS\n"
                + "1-4,7,Skole 7,3201,public,2019/2020,200,143925,9800,200,600\n");

    assertThat(plain(Laerernorm.standard().assess(files.stages()).breaches().get(0).text()))
        .isEqualTo(
            "Skole 7, 1.–4. trinn 2019/2020: 15,99 elever per lærertime er over 15; mangler 595"
                + " lærertimer, 0,80 årsverk à 741 timer");
    assertThat(files.lastDate()).hasValue(LocalDate.of(2019, 8, 1));
  }

  @Test
  void allocatesSpecialEducationByPupilsWithDecision() {
    List<SchoolStage> stages =
        read(
                "schools.csv",
                ALLOCATED
                    + "7,,,public,2019/2020,1-4,200,143925,9800,200,12,1000\n"
                    + "7,,,public,2019/2020,5-7,100,79813,5000,0,8,1000\n")
            .stages();

    assertThat(stages.get(0).effectiveSpecialEducationHours()).hasValue(600);
    assertThat(stages.get(1).effectiveSpecialEducationHours()).hasValue(400);
    assertThat(stages.get(0).name()).isEqualTo("7");
    assertThat(stages.get(0).region()).isEmpty();
  }

  @Test
  void allocationOfHoursToNobodyIsUnknown() {
    SchoolStage stage =
        read("schools.csv", ALLOCATED + "7,,,public,2019/2020,1-4,200,143925,9800,200,0,1000\n")
            .stages()
            .get(0);

    assertThat(Laerernorm.standard().assess(stage).reason())
        .isEqualTo(NormReason.SPECIAL_EDUCATION_UNKNOWN);
  }

  @Test
  void placesComeFromAttendanceWhereTheyAreEmpty() {
    Kindergarten k =
        read(
                "kindergartens.csv",
                KINDERGARTENS + "B1,Solvik,3201,private,2018-12-15,30,44,,,16.5,8,0,false\n",
                "attendance.csv",
                ATTENDANCE
                    + "B1,2018-12-15,2017,45,27\nB1,2018-12-15,2016,40,3\n"
                    + "B1,2018-12-15,2015,45,40\nB1,2018-12-15,2013,20,4\n")
            .kindergartens()
            .get(0);

    assertThat(Bemanningsnorm.standard().assess(k).required().getAsDouble())
        .isCloseTo(16.8, within(1e-9));
    assertThat(k.owner()).isEqualTo(Ownership.PRIVATE);
  }

  @Test
  void theCallerChoosesTheTableOfHours() {
    TableSource source =
        TableSource.ofTexts(
            Map.of(
                "kindergartens.csv",
                KINDERGARTENS + "B1,,,public,2018-12-15,3,0,,,1,1,0,false\n",
                "attendance.csv",
                ATTENDANCE + "B1,2018-12-15,2017,10,3\n"));

    assertThat(NormFiles.read(source).kindergartens().get(0).placesUnderThree())
        .hasValue(3 * 13.0 / 45);
    assertThat(
            NormFiles.read(source, d -> AttendanceWeights.threeBands())
                .kindergartens()
                .get(0)
                .placesUnderThree())
        .hasValue(3 * 21.0 / 45);
  }

  @Test
  void withoutAttendanceEmptyPlacesAreUnknown() {
    Kindergarten k =
        read("kindergartens.csv", KINDERGARTENS + "B1,,,public,2019-12-15,30,44,,,16.5,8,0,true\n")
            .kindergartens()
            .get(0);

    assertThat(Bemanningsnorm.standard().assess(k).reason()).isEqualTo(NormReason.PLACES_UNKNOWN);
    assertThat(Pedagognorm.standard().assess(k).reason()).isEqualTo(NormReason.MET);
    assertThat(k.dispensations()).containsExactly(Dispensation.PEDAGOGNORM);
  }

  @Test
  void readsTheRest() {
    NormFiles files =
        read(
            "school_nurses.csv",
            "UNIT,NAME,LEVEL,PUPILS,POSITIONS\nN1,Bærum,primary,4670,10\nN2,,upper_secondary,10,\n",
            "reports.csv",
            "CASE,RECEIVED,DECIDED\n1,2024-03-01,2024-03-08\n2,2024-03-01,\n",
            "investigations.csv",
            "CASE,REPORT_RECEIVED,CLOSED,EXTENDED\n1,2024-01-01,2024-04-08,false\n",
            "placements.csv",
            """
            CHILD,BIRTH_DATE,PLACED,ENDED,VISITS_REDUCED_FROM,SUPERVISION_REDUCED_FROM
            C,2010-01-01,2016-05-01,2017-12-31,,
            C,2010-01-01,2018-01-01,,2018-06-01,
            """,
            "visits.csv",
            """
            CHILD,KIND,DATE
            C,foster_visit,2017-05-01
            C,foster_visit,2018-05-01
            C,supervision,2018-05-01
            """);

    assertThat(files.nurses()).hasSize(2);
    assertThat(files.nurses().get(1).positions()).isEmpty();
    assertThat(SchoolNurseNorm.standard().assess(files.nurses().get(0)).actual()).hasValue(467);
    assertThat(SchoolNurseNorm.standard().assess(files.nurses().get(0)).when()).isEmpty();
    assertThat(files.reports()).hasSize(2);
    assertThat(files.reports().get(1).closed()).isEmpty();
    assertThat(files.investigations().get(0).extended()).isFalse();
    assertThat(files.placements().get(0).visits()).hasSize(1);
    assertThat(files.placements().get(1).visits()).hasSize(2);
    assertThat(files.lastDate()).hasValue(LocalDate.of(2024, 4, 8));
  }

  @TestFactory
  Stream<DynamicTest> refusesAsTheTableSays() {
    return SpecTable.tests(
        "bad_norm_files.csv",
        row -> {
          Map<String, String> files = new HashMap<>();
          files.put(row.text("FILE"), row.text("CONTENT").replace('|', '\n'));
          if (!row.text("OTHER_FILE").isEmpty()) {
            files.put(row.text("OTHER_FILE"), row.text("OTHER_CONTENT").replace('|', '\n'));
          }
          assertThatExceptionOfType(TidyTableException.class)
              .isThrownBy(() -> NormFiles.read(TableSource.ofTexts(files)))
              .withMessage(row.text("MESSAGE"));
        });
  }

  @Test
  void refusesWhatIsNotUtf8WithItsPlace() {
    byte[] latin1 =
        (SCHOOLS + "7,Bærum,,public,2019/2020,1-4,1,1,1,0,0\n")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(
            () ->
                NormFiles.read(
                    name ->
                        name.equals("schools.csv")
                            ? Optional.of(new ByteArrayInputStream(latin1))
                            : Optional.empty()))
        .withMessage(
            "schools.csv line 2, column NAME: \"B\ufffdrum\" is not UTF-8; allowed: UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    assertThat(
            read("schools.csv", '\ufeff' + SCHOOLS + "7,S,,public,2019/2020,1-4,1,1,1,0,0\n")
                .stages())
        .hasSize(1);
  }
}
