package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.InvalidPanelException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All regions against all groups at once, and groups that overlap. */
class ProfilePanelTest {
  private static final List<String> CODES = List.of("a", "b", "c", "d");
  private static final List<Period> YEARS = List.of(Period.year(2023), Period.year(2024));
  private static final RegionGroups GROUPS = overlapping();

  private static RegionGroups overlapping() {
    Map<Region, List<String>> members = new LinkedHashMap<>();
    members.put(Region.of("abc", "Tre"), List.of("a", "b", "c"));
    members.put(Region.of("cd", "To"), List.of("c", "d"));
    return RegionGroups.ofOverlapping(members);
  }

  private static Panel panel(int indicators, Observation suppressed) {
    List<Indicator> what =
        java.util.stream.IntStream.range(0, indicators)
            .mapToObj(i -> Indicator.builder().id("i" + i).unit(Unit.NOK).build())
            .toList();
    List<Region> where = CODES.stream().map(Region::of).toList();
    var builder = Panel.builder(what, where, YEARS);
    for (int i = 0; i < indicators; i++) {
      for (int r = 0; r < 4; r++) {
        for (int p = 0; p < 2; p++) {
          boolean hidden = i == 0 && r == 3 && p == 1;
          builder.add(
              what.get(i).id(),
              CODES.get(r),
              YEARS.get(p),
              hidden ? suppressed : Observation.of(1 + 10.0 * i + 3 * r + 7 * p));
        }
      }
    }
    return builder.build();
  }

  private static Panel ones() {
    return Panel.of(
        CODES.stream()
            .map(c -> Series.ofYears(Indicator.builder().id("w").build(), Region.of(c), 2023, 1, 1))
            .toList());
  }

  @Test
  void everyRegionIsComparedWithEveryGroup() {
    // Six indicators: four are summed side by side, two alone.
    Panel values = panel(6, Observation.missing(ObservationStatus.SUPPRESSED));

    Panel profile = GroupMean.leavingOut().relativeToEach(values, ones(), GROUPS);

    assertThat(profile.indicators()).hasSize(12);
    assertThat(profile.indicators().get(3).id()).isEqualTo("i1:relative_to:cd");
    Panel means = GroupMean.leavingOut().of(values, ones(), GROUPS);
    for (int i = 0; i < 6; i++) {
      for (int g = 0; g < 2; g++) {
        for (int r = 0; r < 4; r++) {
          Series expected = Ratio.relativeTo().over(values.series(i, r), means.series(i, g));
          Series got = profile.series(2 * i + g, r);
          assertThat(got.toArray()).isEqualTo(expected.toArray());
          assertThat(profile.status(2 * i + g, r, 1)).isEqualTo(expected.statusAt(1));
        }
      }
    }
    assertThat(profile.status(0, 3, 1)).isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void aMissingMemberMakesTheMeanMissingUnlessItIsLeftOut() {
    Panel values = panel(1, Observation.missing(ObservationStatus.SUPPRESSED));

    Panel strict = GroupMean.with(MissingRegions.REFUSE).relativeToEach(values, ones(), GROUPS);

    assertThat(strict.value(1, 0, 1)).isNaN();
    assertThat(strict.status(1, 0, 1)).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(strict.value(0, 0, 1)).isEqualTo(100 * 8.0 / 11);
  }

  @Test
  void groupsThatOverlapHaveNoGroupPerRegion() {
    assertThatExceptionOfType(InvalidPanelException.class)
        .isThrownBy(
            () -> GroupMean.leavingOut().relative(panel(1, Observation.missing()), ones(), GROUPS))
        .withMessage("region c is in group abc and cd");
    assertThatExceptionOfType(InvalidPanelException.class)
        .isThrownBy(() -> RegionGroups.ofOverlapping(Map.of(Region.of("x"), List.of("a", "a"))))
        .withMessage("region a is in group x and x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-kr", "faste 2023-priser", "prisnivå 2023", "faste priser"})
  void amountsInFixedPricesAreNotDeflatedAgain(String base) {
    Indicator index = Indicator.builder().id("kpi").unit(Unit.INDEX).build();
    Series prices = Series.ofYears(index, Region.of("no"), 2023, 95, 100);
    Series amounts =
        Series.ofYears(
            Indicator.builder().id("x").unit(Unit.NOK).priceBase(base).build(),
            Region.of("a"),
            2023,
            10,
            11);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FixedPrices.of(prices, Period.year(2024)).over(amounts))
        .withMessageContaining("x is not in current prices (PRICE_BASE " + base + ")");
  }
}
