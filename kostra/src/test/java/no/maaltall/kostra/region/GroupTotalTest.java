package no.maaltall.kostra.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.measure.MissingRegions;
import org.junit.jupiter.api.Test;

class GroupTotalTest {
  private static final Period YEAR = Period.year(2024);
  private static final RegionGroup GROUP =
      RegionGroup.ofCodes("X", "Tre kommuner", List.of("3201", "3203", "3205"));

  private static DataSet data() {
    return DataSet.builder()
        .addIndicator(Indicator.builder().id("barn").build())
        .addIndicator(Indicator.builder().id("innbyggere").build())
        .addIndicator(Indicator.builder().id("snitt").unit(Unit.PERCENT).build())
        .addIndicator(
            Indicator.builder()
                .id("andel")
                .unit(Unit.PERCENT)
                .ratio(new RatioDefinition("barn", "innbyggere", 100))
                .build())
        .addObservation("barn", "3201", "2024", 10)
        .addObservation("barn", "3203", "2024", 30)
        .addObservation("barn", "3205", YEAR, Observation.missing(ObservationStatus.SUPPRESSED))
        .addObservation("innbyggere", "3201", "2024", 100)
        .addObservation("innbyggere", "3203", "2024", 100)
        .addObservation("innbyggere", "3205", "2024", 50)
        .build();
  }

  @Test
  void aRatioIsSumOverSumOfThoseWhoReported() {
    GroupTotal total = GROUP.total(data(), "andel", YEAR, MissingRegions.LEAVE_OUT);

    assertThat(total.observation()).isEqualTo(Observation.of(20.0));
    assertThat(total.reported()).containsExactly("3201", "3203");
    assertThat(total.missing()).containsExactly("3205");
    assertThat(total.reportedShare()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(total.reportedShare(data(), "innbyggere")).hasValue(0.8);
  }

  @Test
  void aMemberWithoutAValueRefusesTheTotalUnlessToldOtherwise() {
    assertThat(GROUP.total(data(), "barn", YEAR, MissingRegions.REFUSE).observation())
        .isEqualTo(Observation.missing(ObservationStatus.SUPPRESSED));
    assertThat(GROUP.total(data(), "barn", YEAR, MissingRegions.LEAVE_OUT).observation())
        .isEqualTo(Observation.of(40));
  }

  @Test
  void aTotalOfNobodyIsMissing() {
    RegionGroup others = RegionGroup.ofCodes("Y", "Andre", List.of("5501"));
    GroupTotal total = others.total(data(), "barn", YEAR, MissingRegions.LEAVE_OUT);

    assertThat(total.observation().isMissing()).isTrue();
    assertThat(total.reportedShare()).isZero();
  }

  @Test
  void percentagesWithoutPartsDoNotAddUp() {
    assertThatThrownBy(() -> GROUP.total(data(), "snitt", YEAR, MissingRegions.LEAVE_OUT))
        .isInstanceOf(NotAdditiveException.class)
        .hasMessageContaining("snitt (percent)");
  }

  @Test
  void aGroupHasMembersEachOnce() {
    assertThatThrownBy(() -> RegionGroup.ofCodes("X", "x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RegionGroup.ofCodes("X", "x", List.of("1", "1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
