package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Direction.Movement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an indicator is made of: its parts, direction, region and definition. */
class IndicatorTest {
  @Test
  void allButTheIdMayBeLeftOut() {
    Indicator indicator = Indicator.builder().id("bhg.barn").build();

    assertThat(indicator.name()).isEqualTo("bhg.barn");
    assertThat(indicator.unit()).isEqualTo(Unit.COUNT);
    assertThat(indicator.direction()).isEqualTo(Direction.NEUTRAL);
    assertThat(indicator.decimals()).isZero();
    assertThat(indicator.target()).isEmpty();
    assertThat(Indicator.builder(indicator).build()).isEqualTo(indicator);
  }

  @ParameterizedTest
  @CsvSource({
    "løpende, true",
    "'mill. kr, løpende priser', true",
    "tusen kr (løpende), true",
    "'1000 kr, løpende', true",
    "'', true",
    "Løpende 2024-kroner, false",
    "'løpende priser, deflatert til 2021', false",
    "løpende prosjekter i faste 2021-priser, false",
    "nominal wages in 2021 prices, false",
    "currently unknown, false",
    "i løpende priser, true",
    "NOMINELLE KRONER, true",
    "in current prices, true",
    "2021, false",
    "faste 2021-priser, false",
    "prisnivå 2021, false",
    "faste priser, false",
    "ikke løpende, false"
  })
  void onlyWhatSaysSoIsInCurrentPrices(String base, boolean current) {
    Indicator indicator = Indicator.builder().id("a").priceBase(base).build();

    assertThat(indicator.hasCurrentPrices()).isEqualTo(current);
    assertThat(Indicator.builder().id("a").build().hasCurrentPrices()).isTrue();
  }

  @Test
  void refusesWhatIsNoIndicator() {
    assertThatIllegalStateException().isThrownBy(() -> Indicator.builder().build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Indicator.builder().id("\t").build())
        .withMessage("an indicator needs an id, got \"\t\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Indicator.builder().id("a").decimals(16).build())
        .withMessage("decimals of a must be 0 to 15, got 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Indicator.builder().id("a").decimals(-1).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Indicator.builder().id("a").target(Double.NaN).build())
        .withMessage("target of a must be finite, got NaN");
  }

  @Test
  void aRatioNeedsTwoIndicatorsAndAFactor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatioDefinition("a", " ", 100))
        .withMessage("a ratio needs a numerator and a denominator, got \"a\" and \" \"");
    for (double factor : new double[] {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RatioDefinition("a", "b", factor))
          .withMessage("the factor of a / b is finite and not 0, got " + factor);
    }
  }

  @Test
  void theRatioFormulaHasNoInfiniteAnswerAndNoNegativeZero() {
    assertThat(RatioDefinition.value(3, 4, 100)).isEqualTo(75);
    assertThat(RatioDefinition.value(3, 0, 100)).isNaN();
    assertThat(RatioDefinition.value(0, 0, 100)).isNaN();
    assertThat(RatioDefinition.value(1e300, 1e-300, 1)).isNaN();
    assertThat(RatioDefinition.value(Double.NaN, 4, 100)).isNaN();
    assertThat(1 / RatioDefinition.value(0, -4, 100)).as("0, not −0").isPositive();
  }

  @Test
  void aRegionNeedsACodeAndDaysInOrder() {
    assertThat(Region.of("3201")).isEqualTo(Region.of("3201", "3201"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Region.of(" "))
        .withMessage("a region needs a code, got \" \"");
    Optional<LocalDate> from = Optional.of(LocalDate.of(2020, 1, 1));
    Optional<LocalDate> to = Optional.of(LocalDate.of(2019, 12, 31));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Region("3024", "Bærum", from, to))
        .withMessage("region 3024 is valid from 2020-01-01 to 2019-12-31");
    assertThat(new Region("3024", "Bærum", to, to).validTo()).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "UP, 0.1, WANTED", "UP, -0.1, UNWANTED", "UP, 0, UNCHANGED",
    "DOWN, 0.1, UNWANTED", "DOWN, -0.1, WANTED", "DOWN, -0.0, UNCHANGED",
    "NEUTRAL, 0.1, NEUTRAL", "NEUTRAL, 0, UNCHANGED", "NEUTRAL, NaN, UNKNOWN",
    "UP, NaN, UNKNOWN", "DOWN, NaN, UNKNOWN", "UP, 1e-300, WANTED"
  })
  void aChangeIsJudgedUnrounded(Direction direction, double change, Movement expected) {
    assertThat(direction.judge(change)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "UP, 75, 75, true", "UP, 74.99999, 75, false", "DOWN, 75, 75, true",
    "DOWN, 75.00001, 75, false", "NEUTRAL, 75, 75, true", "NEUTRAL, 75.00001, 75, false",
    "UP, NaN, 75, false", "DOWN, NaN, 75, false", "NEUTRAL, NaN, NaN, false"
  })
  void aTargetIsMetUnrounded(Direction direction, double value, double target, boolean met) {
    assertThat(direction.meets(value, target)).isEqualTo(met);
  }

  @ParameterizedTest
  @EnumSource
  void aDirectionReadsBackFromItsSign(Direction direction) {
    assertThat(Direction.ofSign(direction.sign())).isEqualTo(direction);
    assertThat(Direction.parse(Integer.toString(direction.sign()))).isEqualTo(direction);
  }

  @Test
  void refusesOtherDirections() {
    assertThat(Direction.parse("+1")).isEqualTo(Direction.UP);
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Direction.parse("opp"))
        .withMessage("invalid direction \"opp\"; allowed: 1, 0, -1");
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Direction.ofSign(2))
        .withMessage("invalid direction \"2\"; allowed: 1, 0, -1");
  }

  @Test
  void aCaveatIsForAMachineAndForAReader() {
    Caveat caveat = Caveat.of(Caveat.Kind.PROVISIONAL_INPUT, Period.year(2018));

    assertThat(caveat.code()).isEqualTo("provisional_input: 2018");
    assertThat(caveat.text(Locale.ROOT)).isEqualTo("foreløpig tall: 2018");
    assertThat(caveat.text(Locale.ENGLISH)).isEqualTo("provisional value: 2018");
    Caveat bare = new Caveat(Caveat.Kind.NO_TARGET, "");
    assertThat(bare.code()).isEqualTo("no_target");
    assertThat(bare.text(Locale.ROOT)).isEqualTo("indikatoren har ikke noe mål");
  }

  @Test
  void everyKindOfCaveatHasWordsOfItsOwn() {
    for (Locale locale : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
      assertThat(Stream.of(Caveat.Kind.values()).map(k -> new Caveat(k, "").text(locale)))
          .doesNotContain("")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aDerivationSaysWhatIsMissing() {
    Derivation derivation =
        Derivation.of("{x} / {n} + {lost} {", Operand.years("n", 3), Operand.years("x", 1.5));

    assertThat(derivation.text(Locale.ROOT)).isEqualTo("1,50 år / 3 år + mangler {");
    assertThat(derivation.text(Locale.ENGLISH)).isEqualTo("1.50 years / 3 years + missing {");
    assertThat(Operand.years("n", 1).text(Locale.ENGLISH)).isEqualTo("1 year");
  }

  @Test
  void anObservedOperandHasTheDecimalsThatAReaderNeeds() {
    Indicator users = Indicator.builder().id("u").build();
    Region here = Region.of("3201", "Bærum");
    // 1 206.1 and five times 62.6, as doubles add up.
    Series series = Series.ofYears(users, here, 2020, 1519.1000000000001, 7524.74382, 1200);
    assertThat(text(series, 2020)).isEqualTo("1 519,1 [2020]");
    assertThat(text(series, 2021)).isEqualTo("7 524,7438 [2021]");
    assertThat(text(series, 2022)).isEqualTo("1 200 [2022]");
  }

  private static String text(Series series, int year) {
    return Operand.observed("x", series, Period.year(year))
        .text(Locale.ROOT)
        .replace('\u00a0', ' ');
  }

  @Test
  void aDirectionMayBeWrittenWithTheMinusSign() {
    assertThat(Direction.parse("-1")).isEqualTo(Direction.DOWN);
    assertThat(Direction.parse("\u22121")).isEqualTo(Direction.DOWN);
  }

  @Test
  void anUnknownCodeListsTheNearestOnes() {
    UnknownCodeException e =
        new UnknownCodeException(
            "indicator",
            "bhg.bran",
            java.util.List.of("skole.elever", "bhg.barn", "bhg.brann", "bhg.ansatte"));

    assertThat(e.nearest()).containsExactly("bhg.brann", "bhg.barn", "bhg.ansatte");
    assertThat(e)
        .hasMessage(
            "unknown indicator \"bhg.bran\"; nearest of 4 known: [bhg.brann, bhg.barn,"
                + " bhg.ansatte]");
    assertThat(new UnknownCodeException("region", "3201", java.util.List.of()))
        .hasMessage("unknown region \"3201\"; none is known");
    assertThat(new UnknownCodeException("region", "9".repeat(1000), java.util.List.of("3201")))
        .hasMessage("unknown region \"" + "9".repeat(100) + "...\"; nearest of 1 known: [3201]");
  }
}
