package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.maaltall.core.SpecTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Observations and their statuses. */
class ObservationTest {
  /** The table is in order of weight and has every status. */
  @TestFactory
  Stream<DynamicTest> statusesAreAsTheTableSays() {
    List<SpecTable.Row> rows = SpecTable.rows("statuses.csv");
    assertThat(rows)
        .map(SpecTable.Row::id)
        .containsExactlyElementsOf(
            Stream.of(ObservationStatus.values()).map(ObservationStatus::code).toList());
    return SpecTable.tests(
        "statuses.csv",
        row -> {
          ObservationStatus status = ObservationStatus.parse(row.id());

          assertThat(status.letter()).isEqualTo(row.id().charAt(0));
          assertThat(status.isMissing()).isEqualTo(Boolean.parseBoolean(row.text("MISSING")));
          if (!row.text("SIGN").isEmpty()) {
            assertThat(ObservationStatus.ofStandardSign(row.text("SIGN"))).contains(status);
          }
        });
  }

  @Test
  void otherTextsAreNoStandardSign() {
    assertThat(List.of("", "....", "0", "12", "::", "–", "−", " .", "..\u00a0"))
        .map(ObservationStatus::ofStandardSign)
        .containsOnly(Optional.empty());
  }

  @Test
  void anUnknownLetterListsTheKnownOnes() {
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> ObservationStatus.parse("X"))
        .withMessage(
            "invalid observation status \"X\"; allowed: one of the letters [A, V, G, N, J, P, I, E,"
                + " U, S, W, D, B, F, M, O, H, K, L, Z, Q]");
    for (String text : List.of("", "a", "AA", "_Z")) {
      assertThatExceptionOfType(InvalidNotationException.class)
          .isThrownBy(() -> ObservationStatus.parse(text));
    }
  }

  @Property
  void combiningIsAssociativeCommutativeAndIdempotent(
      @ForAll ObservationStatus a, @ForAll ObservationStatus b, @ForAll ObservationStatus c) {
    assertThat(a.combine(b).combine(c)).isEqualTo(a.combine(b.combine(c)));
    assertThat(a.combine(b)).isEqualTo(b.combine(a)).isIn(a, b);
    assertThat(a.combine(a)).isEqualTo(a);
    assertThat(a.combine(ObservationStatus.NORMAL)).isEqualTo(a);
  }

  @Property
  void whatIsMissingOutweighsWhatIsNotAndSuppressedOutweighsAll(
      @ForAll ObservationStatus a, @ForAll ObservationStatus b) {
    assertThat(a.combine(b).isMissing()).isEqualTo(a.isMissing() || b.isMissing());
    assertThat(a.combine(ObservationStatus.SUPPRESSED)).isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void aValueAndItsStatusAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Observation(5, ObservationStatus.SUPPRESSED))
        .withMessage("status Q (suppressed) has no value, got 5.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Observation(0, ObservationStatus.MISSING))
        .withMessage("status M (missing) has no value, got 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Observation(Double.NaN, ObservationStatus.PROVISIONAL))
        .withMessage("status P (provisional) needs a value, got none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observation.of(Double.NEGATIVE_INFINITY))
        .withMessage("an observed value is finite or missing, got -Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Observation.missing(ObservationStatus.NORMAL));
  }

  @Test
  void minusZeroIsZero() {
    assertThat(Observation.of(-0.0)).isEqualTo(Observation.of(0.0));
    assertThat(1 / Observation.of(-0.0).value()).isPositive();
  }

  @Test
  void missingValuesAreEqualWhenTheirReasonIs() {
    assertThat(Observation.missing())
        .isEqualTo(Observation.missing(ObservationStatus.MISSING))
        .isNotEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
    assertThat(Observation.missing().isMissing()).isTrue();
    assertThat(Observation.of(0).isMissing()).isFalse();
  }
}
