package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.skole7;
import static no.maaltall.core.norm.NormSubjects.solvik;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.json.MaaltallModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything public is equal to itself after a round trip. */
class NormJsonTest {
  private static final ObjectMapper JSON = MaaltallModule.mapper();
  private static final LocalDate DATE = LocalDate.of(2023, 12, 15);

  static Stream<Object> values() {
    NormTable local =
        NormTable.standard()
            .replacing(
                "Udir",
                NormValue.of(
                    "laerernorm",
                    "limit",
                    "1-4",
                    LocalDate.of(2010, 8, 1),
                    15,
                    NormValue.Sense.AT_MOST,
                    "Udir"))
            .withLocal(
                "Bærum",
                NormValue.of(
                    "laerernorm",
                    "limit",
                    "1-4",
                    LocalDate.of(2019, 8, 1),
                    14,
                    NormValue.Sense.AT_MOST,
                    "sak 12/24"));
    Kindergarten solvik =
        solvik("2023-12-15")
            .addDispensations(Dispensation.PEDAGOGNORM)
            .addAttendance(new Attendance(2021, 45, 30), new Attendance(2019, 41.5, 44))
            .build();
    NormReport report =
        Laerernorm.standard()
            .assess(List.of(skole7("2019/2020").build()))
            .plus(Bemanningsnorm.standard().assess(List.of(solvik)));
    Placement placement =
        Placement.builder()
            .child("C")
            .region(Region.of("3201", "Bærum"))
            .birthDate(LocalDate.of(2010, 1, 1))
            .placed(LocalDate.of(2017, 6, 1))
            .visitsReducedFrom(LocalDate.of(2019, 6, 1))
            .addVisits(new Visit(VisitKind.SUPERVISION, DATE))
            .build();
    NurseUnit nurses = NurseUnit.of("N", SchoolLevel.UPPER_SECONDARY, DATE, 100, 0.5);
    return Stream.of(
        skole7("2019/2020").build(),
        skole7("2019/2020")
            .specialEducationHours(OptionalDouble.empty())
            .schoolSpecialEducationHours(1_000)
            .pupilsWithDecision(12)
            .schoolPupilsWithDecision(20)
            .build(),
        solvik,
        placement,
        nurses,
        LeaderUnit.of("B", DATE, 70),
        Measured.of("B", Period.year(2019), 7.1),
        DeadlineCase.open("1", DATE).withExtension(),
        MeasurePlan.of("P", DATE, DATE.plusDays(3)),
        report,
        report.assessments().get(0),
        report.counts(),
        Laerernorm.standard().assess(skole7("2017/2018").build()),
        SchoolNurseNorm.standard().assess(nurses),
        local,
        NormTable.standard(),
        NormTable.standard().values().get(0),
        AttendanceWeights.threeBands(),
        AttendanceWeights.sixBands().places(solvik.attendance(), DATE),
        Laerernorm.standard().withTable(local),
        Bemanningsnorm.standard(),
        Pedagognorm.standard().withRounding(Pedagognorm.Rounding.SEPARATE),
        SchoolNurseNorm.standard(),
        LeaderNorm.standard(),
        KindergartenRight.standard(),
        DeadlineNorm.investigation(DATE).withMode(DeadlineNorm.Mode.CONTROL).countingFromReport(),
        VisitNorm.supervision(Period.year(2023), DATE),
        PlanEvaluationNorm.asOf(DATE),
        RatioNorm.below("sick", "sykefravær", 7, Unit.PERCENT, "mål 2019"),
        KindergartenRight.standard().of(YearMonth.of(2018, 11), 2019),
        KindergartenRight.standard().of(YearMonth.of(2018, 12), 2019),
        GroupSize.of(
            List.of(skole7("2019/2020").build()), s -> true, GroupSize.MissingHours.LEAVE_OUT),
        WhatIf.of(Bemanningsnorm.standard()).plan(List.of(solvik), 650_000),
        WhatIf.of(Bemanningsnorm.standard()).effect(List.of(solvik), List.of(solvik)),
        LeaderNorm.standard().merging(List.of(LeaderUnit.of("B", DATE, 70)), List.of(), 880_000),
        new VisitTotal(220, 8, 7),
        new NormText("ja", "yes"),
        new DeadlineCase("2", Optional.of(Region.of("3201")), DATE, Optional.of(DATE), false),
        new NormFiles(
            ImmutableList.of(skole7("2019/2020").build()),
            ImmutableList.of(solvik),
            ImmutableList.of(nurses),
            ImmutableList.of(DeadlineCase.open("1", DATE)),
            ImmutableList.of(),
            ImmutableList.of(placement)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void roundTrips(Object value) throws JsonProcessingException {
    String text = JSON.writeValueAsString(value);

    assertThat(JSON.readValue(text, declared(value))).isEqualTo(value);
  }

  /** The public type that an application would ask for, not the class that implements it. */
  private static Class<?> declared(Object value) {
    Class<?> type = value.getClass();
    return type.getSimpleName().startsWith("Immutable") ? type.getSuperclass() : type;
  }

  @Provide
  Arbitrary<Kindergarten> kindergartens() {
    return NormArbitraries.kindergartens();
  }

  @Provide
  Arbitrary<SchoolStage> stages() {
    return NormArbitraries.stages();
  }

  @Property(tries = 200)
  void assessmentsRoundTrip(
      @ForAll("stages") SchoolStage stage, @ForAll("kindergartens") Kindergarten kindergarten)
      throws JsonProcessingException {
    roundTrips(stage);
    roundTrips(kindergarten);
    roundTrips(Laerernorm.standard().assess(stage));
    roundTrips(Bemanningsnorm.standard().assess(kindergarten));
    roundTrips(Pedagognorm.standard().assess(kindergarten));
  }

  @Test
  void assessmentIsReadableAsJson() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(Laerernorm.standard().assess(skole7("2017/2018").build())))
        .isEqualTo(
            "{\"norm\":\"laerernorm\",\"version\":\"norms@before-2018-08-01\",\"subject\":\"7/1-4\","
                + "\"name\":\"Skole 7, 1.–4. trinn\",\"region\":{\"code\":\"3201\",\"name\":\"Bærum\","
                + "\"valid_from\":null,\"valid_to\":null},\"period\":\"2017/2018\","
                + "\"status\":\"NOT_APPLICABLE\",\"reason\":\"BEFORE_NORM\","
                + "\"shortfall_unit\":\"FTE\",\"legal_basis\":\"\",\"message\":{\"nb\":\"Skole 7,"
                + " 1.–4. trinn 2017/2018: ikke aktuelt: normen gjaldt ikke ennå, normen gjelder fra"
                + " 1.8.2018\",\"en\":\"Skole 7, years 1–4 2017/2018: not applicable: the norm did"
                + " not exist yet, the norm is in force from 2018-08-01\"},\"steps\":[]}");
  }
}
