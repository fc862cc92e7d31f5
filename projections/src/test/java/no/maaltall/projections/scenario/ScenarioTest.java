package no.maaltall.projections.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.projections.need.CoveragePath;
import no.maaltall.projections.need.Need;
import no.maaltall.projections.population.Ages;
import no.maaltall.projections.population.Assumptions;
import no.maaltall.projections.population.CohortComponent;
import no.maaltall.projections.population.Fertility;
import no.maaltall.projections.population.Migration;
import no.maaltall.projections.population.Mortality;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.RateAge;
import no.maaltall.projections.population.RateScope;
import no.maaltall.projections.population.SexRatioAtBirth;
import no.maaltall.projections.scenario.Variant.Letter;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Ages AGES = Ages.single(4);
  private static final Region HERE = Region.of("3201");
  private static final RateScope YEARS = RateScope.everywhere(AGES).years(2024, 2033);

  private static Fertility fertility(double level) {
    return Fertility.of(YEARS, (y, r, s, a) -> a == 2 ? level * (1 + (y - 2024) / 10.0) : 0);
  }

  private static Mortality mortality(double ratio) {
    return Mortality.survivalRatios(YEARS, RateAge.AT_END_OF_YEAR, (y, r, s, a) -> ratio);
  }

  private static Migration moves(double net) {
    return Migration.net(RateScope.everywhere(AGES), (y, r, s, a) -> net);
  }

  private static Variants variants() {
    return Variants.of(SexRatioAtBirth.ssb())
        .fertility(
            Map.of(Letter.L, fertility(.3), Letter.M, fertility(.5), Letter.H, fertility(.7)))
        .lifeExpectancy(
            Map.of(Letter.L, mortality(.8), Letter.M, mortality(.85), Letter.H, mortality(.9)))
        .domestic(Map.of(Letter.M, moves(.1)))
        .immigration(Map.of(Letter.L, moves(.5), Letter.M, moves(1), Letter.H, moves(2)));
  }

  private static double end(String variant) {
    Population start =
        Population.of(LocalDate.of(2024, 1, 1), AGES, List.of(HERE), (r, s, a) -> 100);
    Assumptions assumptions = variants().assumptions(Variant.parse(variant), 2024);
    return CohortComponent.ssb().projectLast(start, assumptions, 2034).total();
  }

  @Test
  void lettersChooseTheLevels() {
    assertThat(end("LLML")).isLessThan(end("MMMM"));
    assertThat(end("MMMM")).isLessThan(end("HHMH"));
    assertThat(end("LMMM")).isLessThan(end("MMMM"));
    assertThat(end("MM00")).isLessThan(end("MM0L"));
    assertThat(end("MMMM")).isLessThan(end("MMMH"));
    assertThat(end("KMMM")).as("fertility grows in M and not in K").isLessThan(end("MMMM"));
    assertThat(end("MKMM")).isEqualTo(end("MMMM"));
    assertThat(Variant.parse("MM0K").toString()).isEqualTo("MM0K");
    assertThat(Variant.MMMM).isEqualTo(Variant.parse("MMMM"));
  }

  @Test
  void unknownLettersAreRefused() {
    assertThatThrownBy(() -> Variant.parse("MMX")).isInstanceOf(InvalidNotationException.class);
    assertThatThrownBy(() -> Variant.parse("MMXM")).hasMessageContaining("M, L, H, K and 0");
    assertThatThrownBy(() -> Variant.parse("0MMM")).hasMessageContaining("0 for moves only");
    assertThatThrownBy(() -> variants().assumptions(Variant.parse("MMHM"), 2024))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("unknown level of domestic moves \"H\"");
  }

  @Test
  void scenariosSideBySide() {
    Series over80 =
        Series.ofYears(
            Indicator.builder().id("b80").name("80+").build(), HERE, 2024, 1_000, 1_100, 1_250);
    Indicator places = Indicator.builder().id("plasser").build();
    ScenarioTable table =
        Scenarios.<CoveragePath>empty()
            .with("dagens", CoveragePath.constant(24))
            .with("mål", CoveragePath.linear(2024, 24, 2026, 22))
            .compare(d -> Need.of(places, Need.part(over80, d)).series());
    assertThat(table.names()).containsExactly("dagens", "mål");
    assertThat(table.at("dagens", Period.year(2026)).value()).isEqualTo(300);
    assertThat(table.at("mål", Period.year(2026)).value()).isEqualTo(275);
    assertThat(table.rows(Locale.forLanguageTag("nb")))
        .containsExactly(
            ImmutableList.of("periode", "dagens", "mål"),
            ImmutableList.of("2024", "240", "240"),
            ImmutableList.of("2025", "264", "253"),
            ImmutableList.of("2026", "300", "275"));
    assertThatThrownBy(() -> table.at("annet", Period.year(2026)))
        .hasMessageContaining("unknown scenario");
    assertThatThrownBy(() -> Scenarios.<Integer>empty().with("a", 1).with("a", 2))
        .hasMessageContaining("given twice");
    assertThatThrownBy(() -> Scenarios.<Integer>empty().compare(i -> over80))
        .hasMessageContaining("at least one scenario");
  }

  @Test
  void oneAssumptionAtATime() {
    var bars =
        Sensitivity.of(
                Sensitivity.assumption("dekning", 21, 22, 24),
                Sensitivity.assumption("80+", 9_000, 11_364, 12_000))
            .tornado(
                a ->
                    a.getOrDefault("dekning", Double.NaN)
                        / 100
                        * a.getOrDefault("80+", Double.NaN));
    assertThat(bars.get(0).assumption().name()).isEqualTo("80+");
    assertThat(bars.get(0).atLow()).isCloseTo(1_980, within(1e-9));
    assertThat(bars.get(0).swing()).isCloseTo(660, within(1e-9));
    assertThat(bars.get(1).swing()).isCloseTo(340.92, within(1e-9));
    assertThat(bars.get(1).expected()).isCloseTo(2_500.08, within(1e-9));
    assertThatThrownBy(() -> Sensitivity.assumption("x", 2, 1, 3))
        .hasMessageContaining("from low to high");
  }
}
