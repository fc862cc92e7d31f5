package no.maaltall.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Indicators that are defined by others. */
class DefinitionsTest {
  /** Not a measure of speed: it ends what would never end. */
  private static final Duration FAR_TOO_LONG = Duration.ofMinutes(1);

  private static Indicator plain(String id) {
    return Indicator.builder().id(id).build();
  }

  private static Indicator ratio(String id, String numerator, String denominator, double factor) {
    return Indicator.builder()
        .id(id)
        .ratio(new RatioDefinition(numerator, denominator, factor))
        .build();
  }

  private static Indicator part(String id, String parent) {
    return Indicator.builder().id(id).parent(parent).build();
  }

  private static DataSet.Builder withInputs() {
    return DataSet.builder().addIndicator(plain("a")).addIndicator(plain("b"));
  }

  @Test
  void aRatioIsComputedOverTheYearsOfEither() {
    DataSet data =
        withInputs()
            .addIndicator(ratio("a/b", "a", "b", 100))
            .addObservation("a", "3201", "2016", 30)
            .addObservation("b", "3201", "2016", 40)
            .addObservation("a", "3201", "2017", 30)
            .addObservation("b", "3201", "2018", 40)
            .build();

    Series series = data.series("a/b", "3201");

    assertThat(series.periods()).map(Period::toString).containsExactly("2016", "2017", "2018");
    assertThat(series.toArray()).containsExactly(75, Double.NaN, Double.NaN);
    assertThat(series.asOf()).isEqualTo(Period.year(2018));
    assertThat(data.has("a/b", "3201")).isTrue();
    assertThat(data.allSeries()).map(s -> s.indicator().id()).containsExactly("a", "b", "a/b");
    assertThat(data.observedSeries()).map(s -> s.indicator().id()).containsExactly("a", "b");
  }

  @Test
  void aRatioHasTheHeavierStatusAndIsMissingWithAReason() {
    DataSet data =
        withInputs()
            .addIndicator(ratio("a/b", "a", "b", 1))
            .addObservation("a", "3201", Period.year(2016), 3, ObservationStatus.PROVISIONAL)
            .addObservation("b", "3201", "2016", 4)
            .addObservation("a", "3201", "2017", 3)
            .addObservation("b", "3201", "2017", 0)
            .addObservation("a", "3201", Period.year(2018), Observation.missing())
            .addObservation(
                "b", "3201", Period.year(2018), Observation.missing(ObservationStatus.SUPPRESSED))
            .build();

    Series series = data.series("a/b", "3201");

    assertThat(series.at(Period.year(2016)))
        .isEqualTo(new Observation(0.75, ObservationStatus.PROVISIONAL));
    assertThat(series.at(Period.year(2017))).as("over zero").isEqualTo(Observation.missing());
    assertThat(series.at(Period.year(2018)))
        .isEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
  }

  @Test
  void aRatioMayBeOfRatios() {
    DataSet data =
        withInputs()
            .addIndicator(ratio("half", "a", "b", 1))
            .addIndicator(ratio("nested", "half", "a", 1000))
            .addObservation("a", "3201", "2018", 5)
            .addObservation("b", "3201", "2018", 10)
            .build();

    assertThat(data.series("nested", "3201").toArray()).containsExactly(100);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                withInputs()
                    .addIndicator(ratio("r", "a", "b", 1))
                    .addObservation("r", "1", "2018", 1))
        .withMessage("r is defined as a ratio, so it has no observations of its own");
  }

  /** A sibling of another kind of period must not make a ratio fail that is merely missing. */
  @Test
  void aRatioOfAnIndicatorThatIsNeverObservedIsMissing() {
    DataSet data =
        withInputs()
            .addIndicator(ratio("a/b", "a", "b", 1))
            .addIndicator(plain("school"))
            .addObservation("b", "3201", "2017", 4)
            .addObservation("school", "3201", "2018/2019", 4)
            .build();

    assertThat(data.series("a/b", "3201").at(Period.year(2017))).isEqualTo(Observation.missing());
    assertThat(data.allSeries()).hasSize(3);
  }

  @Test
  void aRatioOfYearsToSchoolYearsIsRefused() {
    DataSet data =
        withInputs()
            .addIndicator(ratio("a/b", "a", "b", 1))
            .addObservation("a", "3201", "2018", 3)
            .addObservation("b", "3201", "2018/2019", 4)
            .build();

    assertThatExceptionOfType(FrequencyMismatchException.class)
        .isThrownBy(() -> data.series("a/b", "3201"))
        .withMessage("ratio a/b in 3201: expected a calendar year, got the school year 2018/2019");
  }

  @Test
  void theBreaksOfItsInputsAreTheBreaksOfARatio() {
    SeriesBreak inB =
        new SeriesBreak(Optional.of("b"), Optional.empty(), Period.year(2017), "ny telling");
    DataSet data =
        withInputs()
            .addIndicator(ratio("a/b", "a", "b", 1))
            .addIndicator(ratio("nested", "a/b", "a", 1))
            .addIndicator(plain("c"))
            .addBreak(inB)
            .addObservation("a", "3201", "2017", 3)
            .addObservation("b", "3201", "2017", 4)
            .addObservation("c", "3201", "2017", 4)
            .build();

    assertThat(data.series("a/b", "3201").breaks()).containsExactly(inB);
    assertThat(data.series("nested", "3201").breaks()).containsExactly(inB);
    assertThat(data.series("a", "3201").breaks()).isEmpty();
    assertThat(data.series("c", "3201").breaks()).isEmpty();
  }

  @Test
  void circlesAreRefusedWithTheirPath() {
    DataSet.Builder circle =
        withInputs()
            .addIndicator(ratio("x", "a", "y", 1))
            .addIndicator(ratio("y", "z", "b", 1))
            .addIndicator(ratio("z", "a", "x", 1));

    assertThatExceptionOfType(CircularDefinitionException.class)
        .isThrownBy(circle::build)
        .withMessage("circular ratio: x -> y -> z -> x")
        .satisfies(e -> assertThat(e.path()).containsExactly("x", "y", "z", "x"));
  }

  /** The path is of the circle, without what led to it. */
  @Test
  void aCircleIsToldWithoutTheWayToIt() {
    DataSet.Builder circle =
        withInputs()
            .addIndicator(ratio("way", "a", "x", 1))
            .addIndicator(ratio("x", "y", "b", 1))
            .addIndicator(ratio("y", "x", "b", 1));

    assertThatExceptionOfType(CircularDefinitionException.class)
        .isThrownBy(circle::build)
        .withMessage("circular ratio: x -> y -> x");
    assertThatExceptionOfType(CircularDefinitionException.class)
        .isThrownBy(() -> withInputs().addIndicator(ratio("self", "self", "a", 1)).build())
        .withMessage("circular ratio: self -> self");
  }

  @Test
  void anIndicatorIsNoPartOfItself() {
    assertThatExceptionOfType(CircularDefinitionException.class)
        .isThrownBy(
            () ->
                DataSet.builder()
                    .addIndicator(part("herav", "sum"))
                    .addIndicator(part("sum", "herav"))
                    .build())
        .withMessage("circular parent: herav -> sum -> herav");
  }

  @Test
  void whatADefinitionNamesMustBeThere() {
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> withInputs().addIndicator(ratio("r", "a", "c", 1)).build())
        .withMessage("unknown indicator in a ratio \"c\"; nearest of 3 known: [a, b, r]");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> DataSet.builder().addIndicator(part("herav", "sum")).build())
        .withMessage("unknown indicator in a parent \"sum\"; nearest of 1 known: [herav]");
  }

  /** Each level is defined by the one below it twice: 2^60 evaluations unless each is kept. */
  @Test
  void aDiamondOfSixtyLevelsIsEvaluatedOnce() {
    DataSet.Builder builder = DataSet.builder().addIndicator(plain("0"));
    for (int level = 1; level <= 60; level++) {
      String below = Integer.toString(level - 1);
      builder.addIndicator(ratio(Integer.toString(level), below, below, 1));
    }
    DataSet data = builder.addObservation("0", "3201", "2018", 7).build();

    Assertions.assertTimeoutPreemptively(
        FAR_TOO_LONG, () -> assertThat(data.series("60", "3201").toArray()).containsExactly(1));
  }

  /** Recursion would overflow the stack. */
  @Test
  void aChainOfTenThousandIsEvaluatedWithItsBreak() {
    SeriesBreak first =
        new SeriesBreak(Optional.of("0"), Optional.empty(), Period.year(2018), "ny telling");
    DataSet.Builder builder = DataSet.builder().addIndicator(plain("one")).addIndicator(plain("0"));
    for (int link = 1; link <= 10_000; link++) {
      builder.addIndicator(ratio(Integer.toString(link), Integer.toString(link - 1), "one", 1));
    }
    DataSet data =
        builder
            .addBreak(first)
            .addObservation("0", "3201", "2018", 7)
            .addObservation("one", "3201", "2018", 1)
            .build();

    Series last = data.series("10000", "3201");

    assertThat(last.toArray()).containsExactly(7);
    assertThat(last.breaks()).containsExactly(first);
  }

  @Test
  void aCircleOfTenThousandIsFound() {
    DataSet.Builder builder = DataSet.builder().addIndicator(plain("one"));
    for (int link = 0; link < 10_000; link++) {
      builder.addIndicator(
          ratio(Integer.toString(link), Integer.toString((link + 1) % 10_000), "one", 1));
    }

    assertThatExceptionOfType(CircularDefinitionException.class)
        .isThrownBy(builder::build)
        .satisfies(e -> assertThat(e.path()).hasSize(10_001));
  }
}
