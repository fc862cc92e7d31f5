package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.indicator.InvalidNotationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which measures there are, and their ids. */
class MeasureTest {
  private static final List<MeasureContract> CONTRACTS =
      List.of(
          new LevelContractTest(),
          new DifferenceContractTest(),
          new RelativeContractTest(),
          new GrowthContractTest(),
          new SlopeContractTest());

  /** A new measure without a contract fails here. */
  @Test
  void everyMeasureIsUnderTheContract() {
    Set<Class<?>> underContract =
        CONTRACTS.stream()
            .flatMap(c -> c.measures().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertThat(underContract).isEqualTo(concrete(Measure.class));
  }

  private static Set<Class<?>> concrete(Class<?> type) {
    if (!type.isSealed()) {
      return Set.of(type);
    }
    Set<Class<?>> all = new HashSet<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      all.addAll(concrete(permitted));
    }
    return all;
  }

  @Test
  void noTwoMeasuresShareAnId() {
    assertThat(CONTRACTS.stream().flatMap(c -> c.measures().stream()).map(Measure::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNumberOfOneIsThePlainMeasure() {
    assertThat(Change.over(1)).isEqualTo(Change.onPrevious());
    assertThat(Measure.parse("relative_change_1")).isEqualTo(RelativeChange.onPrevious());
    assertThat(Measure.parse("mean_annual_change_3")).isNotEqualTo(Trend.totalChange(3));
    assertThat(TargetDistance.from(-0.0)).isEqualTo(TargetDistance.from(0));
  }

  @Test
  void anUnknownIdListsTheForms() {
    assertThatExceptionOfType(InvalidNotationException.class)
        .isThrownBy(() -> Measure.parse("trend"))
        .withMessage(
            "invalid measure \"trend\"; allowed: value, change[_K], relative_change[_K],"
                + " mean_annual_change_N, total_change_N, mean_annual_growth[_N],"
                + " arithmetic_mean_annual_growth, index[_PERIOD], least_squares_slope[_N],"
                + " theil_sen_slope[_N], distance_to_target[:VALUE]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Value",
        "value ",
        "value_3",
        "change_",
        "change_0",
        "change_-1",
        "change_99999",
        "change_9999",
        "relative_change_0",
        "mean_annual_change",
        "mean_annual_change_0",
        "total_change",
        "total_change_0",
        "mean_annual_growth_0",
        "least_squares_slope_0",
        "theil_sen_slope_0",
        "arithmetic_mean_annual_growth_3",
        "index_",
        "index_20l8",
        "index_2018/2020",
        "distance_to_target:",
        "distance_to_target:x",
        "distance_to_target:NaN",
        "distance_to_target:Infinity",
        "distance_to_target:1e999",
        "distance_to_target:75 ",
        "distance_to_target:75d",
        "distance_to_target:0x10p0"
      })
  void whatIsNoIdIsRefused(String id) {
    assertThatExceptionOfType(InvalidNotationException.class).isThrownBy(() -> Measure.parse(id));
  }

  @Test
  void aVeryLongIdIsRefused() {
    for (String start : List.of("change_", "index_", "distance_to_target:", "")) {
      assertThatExceptionOfType(InvalidNotationException.class)
          .isThrownBy(() -> Measure.parse(start + "1".repeat(1_000_000)));
    }
  }

  @Test
  void refusesNumbersThatNoSeriesCanHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.over(0))
        .withMessage("periods back must be 1 to 9998, got 0");
    Stream.<Runnable>of(
            () -> RelativeChange.over(-1),
            () -> Trend.meanAnnualChange(0),
            () -> Trend.totalChange(9999),
            () -> Trend.leastSquaresSlope(0),
            () -> Trend.theilSenSlope(Integer.MIN_VALUE),
            () -> Growth.compound(0))
        .forEach(
            call ->
                assertThatIllegalArgumentException()
                    .isThrownBy(call::run)
                    .withMessageMatching("(years|periods back) must be 1 to 9998, got -?[0-9]+"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetDistance.from(Double.NaN))
        .withMessage("a target is finite, got NaN");
  }
}
