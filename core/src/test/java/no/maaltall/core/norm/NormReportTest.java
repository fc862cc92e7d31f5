package no.maaltall.core.norm;

import static no.maaltall.core.norm.NormSubjects.skole7;
import static no.maaltall.core.norm.NormSubjects.solvik;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Region;
import org.junit.jupiter.api.Test;

class NormReportTest {
  private static final SchoolStage BREACH = skole7("2019/2020").build();
  private static final SchoolStage GOOD =
      skole7("2019/2020").school("8").name("Skole 8").teacherHours(12_000).build();
  private static final SchoolStage WORSE =
      skole7("2019/2020")
          .school("9")
          .region(Region.of("3203", "Asker"))
          .teacherHours(8_000)
          .build();
  private static final SchoolStage UNKNOWN =
      skole7("2019/2020").school("10").teacherHours(OptionalDouble.empty()).build();
  private static final SchoolStage PRIVATE =
      skole7("2019/2020").school("11").owner(Ownership.PRIVATE).build();

  private static NormReport report() {
    return Laerernorm.standard().assess(List.of(BREACH, GOOD, WORSE, UNKNOWN, PRIVATE));
  }

  @Test
  void countsAndSharesByStatus() {
    StatusCounts counts = report().counts();

    assertThat(counts.total()).isEqualTo(5);
    assertThat(counts.judged()).isEqualTo(3);
    assertThat(counts.count(NormStatus.BREACHES)).isEqualTo(2);
    assertThat(counts.shareOfJudged(NormStatus.COMPLIES)).hasValue(100 / 3.0);
    assertThat(counts.shareOfAll(NormStatus.COMPLIES)).hasValue(20);
    assertThat(counts.shareOfJudged(NormStatus.UNKNOWN)).isEmpty();
    assertThat(counts.shareOfAll(NormStatus.UNKNOWN)).hasValue(20);
  }

  @Test
  void nothingHasNoShareAndNoShortfall() {
    NormReport empty = NormReport.of(List.of());

    assertThat(empty.counts().shareOfAll(NormStatus.COMPLIES)).isEmpty();
    assertThat(empty.counts().shareOfJudged(NormStatus.COMPLIES)).isEmpty();
    assertThat(empty.totalShortfall("FTE")).isEmpty();
    assertThat(Laerernorm.standard().assess(List.of(UNKNOWN, PRIVATE)).totalShortfall("FTE"))
        .isEmpty();
    assertThat(Laerernorm.standard().assess(List.of(GOOD)).totalShortfall("FTE")).hasValue(0);
  }

  @Test
  void byRegionAndByNorm() {
    NormReport report =
        report().plus(Bemanningsnorm.standard().assess(List.of(solvik("2019-12-15").build())));

    assertThat(report.byRegion()).containsEntry("3201", report.inRegion("3201"));
    assertThat(report.byRegion().keySet()).containsExactly("3201", "3203");
    assertThat(report.inRegion("3203").breaches()).hasSize(1);
    assertThat(report.inRegion("3201").size()).isEqualTo(5);
    assertThat(report.byNorm().keySet()).containsExactly("laerernorm", "bemanningsnorm");
    assertThat(report.byNorm().values().stream().map(NormReport::size)).containsExactly(5, 1);
  }

  @Test
  void filtersAndSorts() {
    NormReport report = report();

    assertThat(report.worstFirst().assessments().stream().map(NormAssessment::subject))
        .containsExactly("9/1-4", "7/1-4", "10/1-4", "8/1-4", "11/1-4");
    assertThat(
            report
                .filter(a -> a.actual().isPresent())
                .sorted(Comparator.comparing(a -> a.actual().getAsDouble()))
                .assessments()
                .stream()
                .map(NormAssessment::subject))
        .containsExactly("8/1-4", "7/1-4", "9/1-4");
    assertThat(report.with(NormStatus.NOT_APPLICABLE).size()).isEqualTo(1);
    // 595 and 2 395 hours; Skole 8 has hours to spare, and they help nobody.
    assertThat(report.totalShortfall("FTE").getAsDouble()).isEqualTo(595 / 741.0 + 2_395 / 741.0);
  }

  @Test
  void whatADispensationCoversIsNotInTheTotal() {
    NormReport report =
        Pedagognorm.standard()
            .assess(
                List.of(
                    solvik("2023-12-15")
                        .leaders(6)
                        .addDispensations(Dispensation.PEDAGOGNORM)
                        .build(),
                    solvik("2023-12-15").leaders(7).build()));

    assertThat(report.totalShortfall("positions")).hasValue(1);
    assertThat(report.counts().shareOfJudged(NormStatus.COMPLIES_WITH_DISPENSATION)).hasValue(50);
  }
}
