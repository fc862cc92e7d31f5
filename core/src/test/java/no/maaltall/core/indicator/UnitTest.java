package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.stream.Stream;
import no.maaltall.core.SpecTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
  @TestFactory
  Stream<DynamicTest> unitsFollowAsTheTableSays() {
    return SpecTable.tests(
        "unit_algebra.csv",
        row -> {
          Unit unit = Unit.parse(row.text("UNIT"));
          Unit result =
              switch (row.text("OPERATION")) {
                case "difference" -> unit.ofDifference();
                case "relative" -> unit.ofRelativeChange();
                case "ratio" -> unit.ofRatio(Unit.parse(row.text("OTHER")), row.number("FACTOR"));
                default -> throw new AssertionError(row.text("OPERATION"));
              };

          assertThat(result).isEqualTo(Unit.parse(row.text("EXPECTED")));
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyKindReadsBack(Unit.Kind kind) {
    assertThat(Unit.parse(kind.code())).isEqualTo(Unit.of(kind)).hasToString(kind.code());
    assertThat(Unit.of(kind).per()).isEmpty();
    Unit perChild = Unit.of(kind).per("child");
    assertThat(Unit.parse(perChild.toString())).isEqualTo(perChild).hasSameHashCodeAs(perChild);
    assertThat(perChild).isNotEqualTo(Unit.of(kind));
    assertThat(perChild.per()).contains("child");
    assertThat(Unit.of(kind).name(Locale.ENGLISH)).isNotBlank();
  }

  @Test
  void onlyKronerAreMoney() {
    assertThat(Stream.of(Unit.Kind.values()).filter(Unit.Kind::isMoney))
        .containsExactly(Unit.Kind.NOK, Unit.Kind.KNOK, Unit.Kind.MNOK);
  }

  @Test
  void anUnknownUnitListsTheKnownOnes() {
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Unit.parse("prosent"))
        .withMessage(
            "invalid unit \"prosent\"; allowed: one of [percent, percentage_point, count, NOK,"
                + " kNOK, MNOK, FTE, hours, months, ratio, index, points], or one with /word");
  }

  @Test
  void aUnitPerNothingIsRefused() {
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Unit.parse("NOK/"))
        .withMessage("invalid unit \"NOK/\"; allowed: a word after the /, as in NOK/child");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nok", "PERCENT", "%", "/", "/child", " NOK", "NOK ", "NOK/ child", "NOK/ "})
  void whatIsNoUnitIsRefused(String notation) {
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Unit.parse(notation));
  }

  /** What can be made must read back. */
  @Test
  void theLongestUnitReadsBackAndOneLongerIsRefused() {
    Unit longest = Unit.NOK.per("x".repeat(200));

    assertThat(Unit.parse(longest.toString())).isEqualTo(longest);
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Unit.NOK.per("x".repeat(201)));
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Unit.parse("NOK/" + "x".repeat(1_000_000)));
  }
}
