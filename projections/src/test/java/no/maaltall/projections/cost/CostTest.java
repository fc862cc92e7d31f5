package no.maaltall.projections.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.cost.DemographicCost.Group;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final Region BAERUM = Region.of("3024", "Bærum");
  private static final Period IN_2018 = Period.year(2018);
  private static final Period IN_2023 = Period.year(2023);

  private static Series series(String id, int first, double... values) {
    return Series.ofYears(Indicator.builder().id(id).name(id).build(), BAERUM, first, values);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  @Test
  void threeHundredAndThirteenMoreRecipients() {
    Series recipients =
        Series.builder(
                Indicator.builder().id("mottakere").name("Mottakere av sosialhjelp").build(),
                BAERUM)
            .add("2018", 1_206)
            .add("2023", 1_519, ObservationStatus.FORECAST)
            .build();
    Figure cost = GrowthCost.of(recipients, IN_2018, IN_2023, 120_000);
    assertThat(cost.value()).isCloseTo(37.56, within(1e-12));
    assertThat(plain(cost.text())).isEqualTo("37,6 mill. kr");
    assertThat(plain(cost.explain()))
        .startsWith("(1 519 [2023] − 1 206 [2018]) · 120 000 kr per bruker (faste 2018-priser)");
    assertThat(cost.status()).isEqualTo(ObservationStatus.FORECAST);
    assertThat(GrowthCost.over(recipients, IN_2018, 120_000).toArray())
        .containsExactly(new double[] {0, 37.56}, within(1e-12));
  }

  @Test
  void treatmentAtHomeAgainstPlacement() {
    Alternative mst = Alternative.of("MST CAN", 235_000, 57_998);
    Alternative foster = Alternative.evenly("fosterhjem", 3_300_000, 8);
    Alternative institution = Alternative.evenly("institusjon", 6_700_000, 8);
    assertThat(mst.accumulated(8)).isEqualTo(698_984);
    assertThat(plain(mst.accumulated(8, BAERUM, IN_2018).explain()))
        .startsWith("235 000 kr + 8 år · 57 998 kr (faste 2018-priser) = 0,70 mill. kr");
    assertThat(plain(mst.saving(foster, 8, BAERUM, IN_2018).text())).isEqualTo("2,6 mill. kr");
    assertThat(plain(mst.saving(institution, 8, BAERUM, IN_2018).text())).isEqualTo("6,0 mill. kr");
    assertThat(mst.saving(foster, 8, BAERUM, IN_2018).value()).isCloseTo(2.601016, within(1e-12));
    assertThat(mst.breakEven(foster)).hasValue(1);
    assertThat(mst.breakEven(mst)).hasValue(0);
    assertThat(foster.breakEven(mst)).isEmpty();
    assertThat(mst.accumulated(8, BAERUM, IN_2018).indicator().id())
        .isEqualTo("akkumulert-kostnad@MST CAN");
    assertThat(mst.saving(foster, 8, BAERUM, IN_2018).indicator().id())
        .isEqualTo("innsparing@MST CAN mot fosterhjem");
    Figure even = mst.breakEven(foster, BAERUM, IN_2018);
    assertThat(even.value()).isEqualTo(1);
    assertThat(plain(even.explain()))
        .contains("235 000 kr + år · 57 998 kr ≤ 0 kr + år · 412 500 kr");
    Figure never = foster.breakEven(mst, BAERUM, IN_2018);
    assertThat(never.isMissing()).isTrue();
    assertThat(never.explain()).contains("kommer aldri dit på 200 år");
    // 85 per cent stay at home: what is to be expected of all who get the treatment.
    Alternative all = mst.succeedingFor(0.85, foster);
    assertThat(all.accumulated(8))
        .isCloseTo(235_000 + 8 * (0.85 * 57_998 + 0.15 * 412_500), within(1e-6));
    assertThatThrownBy(() -> Alternative.of("x", -1, 0))
        .hasMessage("the cost of x at the start: -1.0; allowed: 0 or more");
  }

  @Test
  void demographicCostHasConstantCostPerHead() {
    Series young = series("1-5 år", 2020, 1_000, 1_010, 990);
    Series old = series("80+", 2020, 500, 520, 560);
    DemographicCost cost =
        DemographicCost.of(
            Group.ofExpenditure(young, Period.year(2020), 200_000_000),
            Group.ofExpenditure(old, Period.year(2020), 150_000_000));
    Series perYear = cost.series();
    assertThat(perYear.valueAt(0)).isNaN();
    assertThat(perYear.valueAt(1)).isCloseTo(10 * 0.2 + 20 * 0.3, within(1e-9));
    assertThat(perYear.valueAt(2)).isCloseTo(-20 * 0.2 + 40 * 0.3, within(1e-9));
    assertThat(cost.since(Period.year(2020)).valueAt(2)).isCloseTo(16, within(1e-9));
    assertThat(plain(cost.at(Period.year(2022), Period.year(2021)).explain()))
        .startsWith("(990 [2022] − 1 010 [2021]) · 200 000 kr + (560 [2022] − 520 [2021])");
    assertThatThrownBy(() -> Group.ofExpenditure(young, Period.year(2010), 1))
        .hasMessage(
            "expenditure per head of 1-5 år: no number of persons in 2010; allowed: more than 0");
  }

  @Test
  void amountsSayWhichPricesTheyAreIn() {
    Series old = series("80+", 2020, 500, 520, 560);
    Period in2020 = Period.year(2020);
    Period in2021 = Period.year(2021);
    Period in2022 = Period.year(2022);
    Alternative mst = Alternative.of("MST CAN", 235_000, 57_998);
    assertThat(mst.accumulated(8, BAERUM, IN_2018).indicator().priceBase()).contains("2018");
    assertThat(mst.saving(mst, 8, BAERUM, IN_2023).indicator().priceBase()).contains("2023");
    assertThat(GrowthCost.over(old, in2020, 1).indicator().priceBase()).contains("2020");
    assertThat(GrowthCost.over(old, in2020, 1, in2022).indicator().priceBase()).contains("2022");
    Figure growth = GrowthCost.of(old, in2020, in2021, 1, in2022);
    assertThat(growth.indicator().name()).isEqualTo("80+: merutgift ved vekst, faste 2022-priser");
    assertThat(plain(growth.explain())).contains("1 kr per bruker (faste 2022-priser) = ");
    DemographicCost bare = DemographicCost.of(Group.ofRate(old, 300_000, 1));
    assertThat(bare.series().indicator().priceBase()).isEmpty();
    assertThat(bare.since(in2021).indicator().priceBase()).contains("2021");
    assertThat(plain(bare.at(in2022, in2021).explain())).contains("(faste 2021-priser) = 12");
    Group given = Group.ofRate(old, 300_000, 1, in2022);
    assertThat(DemographicCost.of(given).series().indicator().priceBase()).contains("2022");
    assertThat(DemographicCost.of(given).at(in2022, in2021).indicator().priceBase())
        .contains("2022");
    Group spent = Group.ofExpenditure(old, in2020, 1_000_000);
    assertThat(DemographicCost.of(spent).series().indicator().priceBase()).contains("2020");
    assertThatThrownBy(() -> DemographicCost.of(given, spent))
        .hasMessage(
            "demographic cost: 80+ is in prices of 2020; allowed: all groups in the same prices,"
                + " of 2022");
  }

  @Test
  void demographicCostIsOfOneRegion() {
    Series here = series("80+", 2020, 500, 520);
    Series there =
        Series.ofYears(Indicator.builder().id("1-5").build(), Region.of("3203"), 2020, 1, 2);
    for (Supplier<DemographicCost> cost :
        List.<Supplier<DemographicCost>>of(
            () -> DemographicCost.of(Group.ofRate(here, 1, 1), Group.ofRate(there, 1, 1)),
            () ->
                DemographicCost.compensation(
                    Group.ofRate(here, 1, 1), Group.ofRate(there, 1, 1)))) {
      assertThatThrownBy(cost::get)
          .isInstanceOfSatisfying(
              ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REGION))
          .hasMessageContaining("1-5 is of region 3203");
    }
  }

  @Test
  void compensationIsPartial() {
    Series children = series("1-5 år", 2020, 1_000, 1_100);
    Series old = series("80+", 2020, 500, 520);
    DemographicCost compensation =
        DemographicCost.compensation(
            Group.ofRate(children, 180_000, 0.8), Group.ofRate(old, 300_000, 0));
    assertThat(compensation.series().valueAt(1)).isCloseTo(100 * 0.144, within(1e-9));
    assertThatThrownBy(() -> Group.ofRate(old, 1, 1.1)).hasMessageContaining("share of 80+");
  }

  @Test
  void largerUnitsSaveLeaders() {
    LeaderSaving saving = new LeaderSaving(3_600, 60, 90);
    assertThat(saving.leaders()).isCloseTo(20, within(1e-12));
    assertThat(plain(saving.figure(BAERUM, IN_2018).explain()))
        .isEqualTo("3 600 / 60 − 3 600 / 90 = 20,00 årsverk");
    assertThat(Rounding.halfUp(new LeaderSaving(100, 90, 60).leaders(), 2)).isEqualTo(-0.56);
    assertThatThrownBy(() -> new LeaderSaving(0, 1, 1)).hasMessageContaining("more than 0");
  }
}
