package no.maaltall.core.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import no.maaltall.core.indicator.Period;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChildProtectionTest {
  private static final LocalDate END_2018 = LocalDate.of(2018, 12, 31);

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  @TestFactory
  Stream<DynamicTest> deadlinesAsTheTableSays() {
    return SpecTable.tests(
        "deadlines.csv",
        row -> {
          LocalDate asOf = LocalDate.parse(row.text("AS_OF"));
          DeadlineNorm norm =
              new DeadlineNorm(
                  DeadlineNorm.Kind.parse(row.text("NORM")),
                  DeadlineNorm.Mode.parse(row.text("MODE")),
                  asOf,
                  row.text("FROM_REPORT").equals("true"),
                  NormTable.standard());
          DeadlineCase c =
              new DeadlineCase(
                  "1",
                  Optional.empty(),
                  LocalDate.parse(row.text("STARTED")),
                  day(row.text("CLOSED")),
                  row.text("EXTENDED").equals("true"));
          NormAssessment a = norm.assess(c);

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          assertThat(norm.deadline(c).map(LocalDate::toString).orElse(""))
              .isEqualTo(row.text("DEADLINE"));
          assertThat(a.shortfall()).isEqualTo(NormSubjects.optional(row.text("DAYS_LATE")));
          if (!row.text("TEXT").isEmpty()) {
            assertThat(a.text()).isEqualTo(row.text("TEXT"));
          }
        });
  }

  @Test
  void explainsADeadline() {
    NormAssessment a =
        DeadlineNorm.investigation(LocalDate.of(2024, 12, 31))
            .assess(DeadlineCase.closed("17", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 10)));

    assertThat(a.explain())
        .isEqualTo(
            "17 10.4.2024: undersøkelsen var ferdig 10.4.2024, 2 dager etter fristen 8.4.2024\n"
                + "  begynt 1.1.2024, frist 8.4.2024 (98 dager), avsluttet 10.4.2024 (100 dager)\n"
                + "  Norm: investigation_deadline norms@2023-01-01, barnevernsloven (2021) § 2-2"
                + " (sikkerhet: middels)");
    assertThat(a.text(Locale.ENGLISH))
        .isEqualTo(
            "17 2024-04-10: the investigation was closed on 2024-04-10, 2 days after the deadline"
                + " 2024-04-08");
    assertThat(a.actual()).hasValue(100);
    assertThat(a.limit()).hasValue(98);
    assertThat(a.margin()).hasValue(-2);
  }

  @Test
  void shareInTimeIsOfThoseThatAreJudged() {
    DeadlineNorm norm = DeadlineNorm.report(LocalDate.of(2024, 6, 30));
    LocalDate start = LocalDate.of(2024, 6, 1);
    NormReport report =
        norm.assess(
            List.of(
                DeadlineCase.closed("1", start, start.plusDays(7)),
                DeadlineCase.closed("2", start, start.plusDays(3)),
                DeadlineCase.closed("3", start, start.plusDays(9)),
                DeadlineCase.open("4", start),
                DeadlineCase.open("5", LocalDate.of(2024, 6, 28))));

    assertThat(report.counts().shareOfJudged(NormStatus.COMPLIES)).hasValue(50);
    assertThat(report.counts().count(NormStatus.NOT_APPLICABLE)).isEqualTo(1);
    assertThat(report.totalShortfall("days")).hasValue(2 + 22);
  }

  @TestFactory
  Stream<DynamicTest> visitsAsTheTableSays() {
    return SpecTable.tests(
        "visits.csv",
        row -> {
          Placement.Builder builder =
              Placement.builder()
                  .child("C")
                  .birthDate(LocalDate.parse(row.text("BIRTH_DATE")))
                  .placed(LocalDate.parse(row.text("PLACED")))
                  .ended(day(row.text("ENDED")));
          VisitKind kind = VisitKind.parse(row.text("KIND"));
          if (kind == VisitKind.FOSTER_VISIT) {
            builder.visitsReducedFrom(day(row.text("REDUCED_FROM")));
          } else {
            builder.supervisionReducedFrom(day(row.text("REDUCED_FROM")));
          }
          for (String date : row.text("VISITS").split(" ", -1)) {
            day(date).ifPresent(d -> builder.addVisits(new Visit(kind, d)));
          }
          VisitNorm norm =
              new VisitNorm(
                  kind,
                  Period.year(row.integer("YEAR")),
                  LocalDate.parse(row.text("AS_OF")),
                  NormTable.standard());
          NormAssessment a = norm.assess(builder.build());

          assertThat(a.reason()).isEqualTo(NormReason.valueOf(row.text("REASON")));
          assertThat(a.limit()).isEqualTo(NormSubjects.optional(row.text("REQUIRED")));
          assertThat(a.text()).isEqualTo(row.text("TEXT"));
        });
  }

  @Test
  void baerumMade212Of220FosterHomeVisitsAnd7Extra() {
    List<Placement> placements = new ArrayList<>();
    // 55 children all year are 220 visits: 8 have one too few, 7 others one more than required.
    for (int i = 0; i < 55; i++) {
      int visits = i < 8 ? 3 : i < 15 ? 5 : 4;
      Placement.Builder child =
          Placement.builder()
              .child("C" + i)
              .birthDate(LocalDate.of(2010, 1, 1))
              .placed(LocalDate.of(2017, 6, 1));
      for (int v = 0; v < visits; v++) {
        child.addVisits(new Visit(VisitKind.FOSTER_VISIT, LocalDate.of(2018, 1 + 2 * v, 10)));
      }
      placements.add(child.build());
    }
    NormReport report = VisitNorm.fosterHome(Period.year(2018), END_2018).assess(placements);
    VisitTotal total = VisitTotal.of(report);

    assertThat(total).isEqualTo(new VisitTotal(220, 8, 7));
    assertThat(total.text().replace('\u00a0', ' '))
        .isEqualTo("212 av 220 (96,4 %), mangler 8; 7 i tillegg");
    assertThat(report.totalShortfall("visits")).hasValue(8);
    assertThat(report.breaches()).hasSize(8);
    assertThat(new VisitTotal(0, 0, 0).share()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new VisitTotal(1, 2, 0));
  }

  @Test
  void visitsOfTheOtherKindDoNotCount() {
    Placement p =
        Placement.builder()
            .child("C")
            .birthDate(LocalDate.of(2010, 1, 1))
            .placed(LocalDate.of(2017, 6, 1))
            .addVisits(new Visit(VisitKind.SUPERVISION, LocalDate.of(2018, 3, 1)))
            .build();

    assertThat(VisitNorm.fosterHome(Period.year(2018), END_2018).assess(p).actual()).hasValue(0);
    assertThat(VisitNorm.supervision(Period.year(2018), END_2018).assess(p).actual()).hasValue(1);
  }

  @Test
  void plansAreEvaluatedEveryQuarter() {
    PlanEvaluationNorm norm = PlanEvaluationNorm.asOf(END_2018);
    LocalDate start = LocalDate.of(2018, 1, 15);
    NormReport report =
        norm.assess(
            List.of(
                MeasurePlan.of(
                    "1", start, LocalDate.of(2018, 4, 1), LocalDate.of(2018, 7, 1), END_2018),
                MeasurePlan.of("2", start, LocalDate.of(2018, 5, 1)),
                MeasurePlan.of("3", LocalDate.of(2018, 11, 1))));

    assertThat(report.assessments().get(0).status()).isEqualTo(NormStatus.COMPLIES);
    assertThat(report.assessments().get(1).text())
        .isEqualTo("2 31.12.2018: tiltaksplanen er evaluert 1 ganger, kravet er 3; mangler 2");
    assertThat(report.assessments().get(2).reason()).isEqualTo(NormReason.NOT_DUE_YET);
    assertThat(VisitTotal.of(report)).isEqualTo(new VisitTotal(6, 2, 0));
  }

  @Test
  void refusesDaysInTheWrongOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DeadlineCase.closed("1", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 1)))
        .withMessage("case 1 was closed on 2024-01-01, before it started on 2024-01-02");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Placement.builder()
                    .child("C")
                    .birthDate(LocalDate.of(2018, 1, 1))
                    .placed(LocalDate.of(2017, 1, 1))
                    .build())
        .withMessage("child C was placed on 2017-01-01, before its birth 2018-01-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeadlineNorm.carePlan(END_2018).withMode(DeadlineNorm.Mode.CONTROL))
        .withMessage("a care plan has no deadline in the control mode");
  }
}
