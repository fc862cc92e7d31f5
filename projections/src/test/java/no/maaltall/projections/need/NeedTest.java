package no.maaltall.projections.need;

import static no.maaltall.core.indicator.ObservationStatus.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.need.CapacityPlan.Event;
import no.maaltall.projections.need.GapOpening.Answer;
import no.maaltall.projections.need.SchoolCapacity.SchoolNeed;
import no.maaltall.projections.population.Ages;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NeedTest {
  private static final Region BAERUM = Region.of("3024", "Bærum");
  private static final Period IN_2018 = Period.year(2018);
  private static final Period IN_2038 = Period.year(2038);
  private static final Indicator OVER_80 =
      Indicator.builder().id("befolkning.80+").name("Innbyggere 80+").build();
  private static final Indicator PLACES =
      Indicator.builder().id("plasser").name("Plasser med heldøgns omsorg").build();

  /** Residents of 80 and over that 1 150 places and 23.8 %, 1 350 more and 22 % agree with. */
  private static Series over80(double in2018, double in2038) {
    return Series.builder(OVER_80, BAERUM)
        .add("2018", in2018)
        .add("2038", in2038, ObservationStatus.FORECAST)
        .build();
  }

  @Test
  void bothReadingsOfThePlacesInTheServiceAnalysis() {
    // If 1 150 are the places of today, and 1 350 more make 22 per cent: 2 500 / 0.22.
    double in2038 = (1_150 + 1_350) / 0.22;
    assertThat(Rounding.halfUp(in2038, 0)).isEqualTo(11_364);
    Series population = over80(1_150 / 0.238, in2038);
    CapacityPlan plan = CapacityPlan.existing(2018, 1_150).open(2030, 1_339, "planlagte plasser");
    Need at22 = Need.of(PLACES, Need.part(population, CoveragePath.constant(22)));
    CapacityGap gap = plan.against(at22.series());
    // 21.9 per cent is what existing and 1 339 planned places give.
    assertThat(gap.coverage(population, IN_2038).text().replace('\u00a0', ' ')).isEqualTo("21,9 %");
    assertThat(at22.at(IN_2038).value() - 1_150).isCloseTo(1_350, within(1e-9));
    assertThat(gap.at(IN_2038).value()).isCloseTo(11, within(1e-9));
    // Coverage of today, 23.8 per cent: about 1 550 more than today.
    Need today = Need.of(PLACES, Need.part(population, CoveragePath.constant(23.8)));
    double more = today.at(IN_2038).value() - 1_150;
    assertThat(more).isBetween(1_500.0, 1_600.0);
    assertThat(today.at(IN_2018).value()).isCloseTo(1_150, within(1e-9));

    // If both are places besides those of today, 0.1 percentage point is 200 places: 200 000
    // people of 80 and over, more than the municipality has in all.
    double literal = (1_350 - 1_150) / ((22 - 21.9) / 100);
    assertThat(literal).isCloseTo(200_000, within(1e-3));
    assertThat(literal).isGreaterThan(125_000);
  }

  @Test
  void needExplainsItself() {
    Need need = Need.of(PLACES, Need.part(over80(5_000, 11_364), CoveragePath.constant(22)));
    Figure figure = need.at(IN_2038);
    assertThat(figure.explain().replace('\u00a0', ' '))
        .startsWith("11 364 [2038] · 22,0 % = 2 500,1")
        .contains("Innbyggere 80+, Bærum")
        .contains("framskrevet tall: 2038");
    assertThat(figure.status()).isEqualTo(ObservationStatus.FORECAST);
    assertThat(need.at(Period.year(2025)).isMissing()).isTrue();
    assertThat(need.at(Period.year(2025)).has(Caveat.Kind.MISSING_INPUT)).isTrue();
  }

  @Test
  void needIsOfOneRegionAndOfPeriodsInCommon() {
    Series here = Series.ofYears(OVER_80, BAERUM, 2018, 1);
    Series elsewhere = Series.ofYears(OVER_80, Region.of("3203"), 2018, 1);
    Series later = Series.ofYears(OVER_80, BAERUM, 2030, 1);
    CoveragePath half = CoveragePath.constant(50);
    assertThatThrownBy(() -> Need.of(PLACES, Need.part(here, half), Need.part(elsewhere, half)))
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REGION));
    Need need = Need.of(PLACES, Need.part(here, half), Need.part(later, half));
    assertThatThrownBy(need::series)
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.YEARS))
        .hasMessageContaining("no period in common");
    assertThatThrownBy(() -> Need.of(PLACES))
        .hasMessage("need: no age groups; allowed: at least one");
  }

  @Test
  void coverageChangesLinearlyToItsTarget() {
    CoveragePath path = CoveragePath.linear(2018, 24, 2028, 22);
    assertThat(path.at(2010)).isEqualTo(24);
    assertThat(path.at(2018)).isEqualTo(24);
    assertThat(path.at(2023)).isCloseTo(23, within(1e-12));
    assertThat(path.at(2028)).isEqualTo(22);
    assertThat(path.at(2040)).isEqualTo(22);
    CoveragePath given = CoveragePath.byYear(Map.of(2020, 10.0, 2022, 14.0, 2030, 14.0));
    assertThat(given.at(2021)).isEqualTo(12);
    assertThat(given.at(2025)).isEqualTo(14);
    assertThatThrownBy(() -> CoveragePath.constant(-1))
        .hasMessage("coverage: -1.0; allowed: 0 or more");
    assertThatThrownBy(() -> CoveragePath.linear(2018, 24, 2018, 22))
        .hasMessage("coverage path: the target year 2018; allowed: a year after 2018");
  }

  private static Series growing(double from, double perYear, int years) {
    double[] values = new double[years];
    for (int i = 0; i < years; i++) {
      values[i] = from + i * perYear;
    }
    return Series.ofYears(OVER_80, BAERUM, 2020, values);
  }

  @Test
  void theGapOpensInTheFirstYearWithMoreNeedThanPlaces() {
    Need need = Need.of(PLACES, Need.part(growing(1_000, 50, 11), CoveragePath.constant(20)));
    CapacityPlan plan =
        CapacityPlan.existing(2020, 210).open(2023, 40, "nytt senter").close(2026, 10, "gammelt");
    CapacityGap gap = plan.against(need.series());
    // Need 200, 210, 220 (gap), 230, ...; places 210, 210, 210, 250, 250, 250, 240.
    assertThat(gap.opening().period()).contains(Period.year(2022));
    assertThat(gap.gap().at(Period.year(2021)).value()).isZero();
    assertThat(gap.gap().at(Period.year(2030)).value()).isEqualTo(60);
    assertThat(gap.capacity().at(Period.year(2026)).value()).isEqualTo(240);
    assertThat(gap.capacity().statusAt(0)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(gap.capacity().statusAt(1)).isEqualTo(ObservationStatus.FORECAST);
    assertThat(CapacityPlan.existing(2020, 900).against(need.series()).opening().answer())
        .isEqualTo(Answer.NEVER);
    assertThatThrownBy(() -> plan.close(2022, 300, "alt"))
        .isInstanceOfSatisfying(
            ProjectionInputException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE);
              assertThat(e.got()).isEqualTo("alt leaves -90 places in 2022");
              assertThat(e.allowed()).isEqualTo("0 or more");
            });
    assertThatThrownBy(() -> plan.open(2020, 1, "for tidlig")).hasMessageContaining("after 2020");
  }

  @Test
  void aGapThatMayHaveOpenedBeforeIsNotKnown() {
    Series.Builder persons =
        Series.builder(OVER_80, BAERUM).add("2019", 900).add("2020", Double.NaN, MISSING);
    Need upTo2021 = need(persons.add("2021", 1_000).build(), 20);
    CapacityPlan plan = CapacityPlan.existing(2019, 210);
    GapOpening unknown = plan.against(upTo2021.series()).opening();
    assertThat(unknown.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(unknown.firstMissing()).contains(Period.year(2020));
    assertThat(unknown.firstGap()).isEmpty();
    assertThat(unknown.period()).isEmpty();
    Need upTo2022 = need(persons.add("2022", 2_000).build(), 20);
    GapOpening later = plan.against(upTo2022.series()).opening();
    assertThat(later.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(later.firstGap()).contains(Period.year(2022));
    assertThat(later.period()).isEmpty();
    // What is missing after the gap has opened does not matter.
    GapOpening opens = CapacityPlan.existing(2019, 100).against(upTo2022.series()).opening();
    assertThat(opens).isEqualTo(new GapOpening(Optional.of(Period.year(2019)), Optional.empty()));
    assertThat(opens.answer()).isEqualTo(Answer.OPENS);
  }

  private static Need need(Series population, double percent) {
    return Need.of(PLACES, Need.part(population, CoveragePath.constant(percent)));
  }

  @Test
  void aGapIsWhatIsPrintedUnlessAToleranceIsGiven() {
    // 23.8 per cent of 4 832 is 1 150.016.
    CapacityGap gap =
        CapacityPlan.existing(2018, 1_150).against(need(over80(4_832, 4_834), 23.8).series());
    assertThat(gap.at(IN_2018).shortText(Locale.ROOT)).isEqualTo("0");
    assertThat(gap.opening().answer()).isEqualTo(Answer.NEVER);
    assertThat(gap.opening(0).period()).contains(IN_2018);
    assertThat(gap.opening(0.1).period()).contains(IN_2038);
    assertThatThrownBy(() -> gap.opening(-1)).isInstanceOf(ProjectionInputException.class);
  }

  @Test
  void placesMayOpenAndCloseInAnyOrder() {
    Event closes = new Event(2023, -120, "gammelt");
    Event opens = new Event(2022, 50, "nytt");
    CapacityPlan plan = CapacityPlan.of(2020, 100, List.of(closes, opens));
    assertThat(plan.places(2022)).isEqualTo(150);
    assertThat(plan.places(2023)).isEqualTo(30);
    assertThatThrownBy(() -> CapacityPlan.of(2020, 60, List.of(closes, opens)))
        .hasMessage("capacity plan: gammelt leaves -10 places in 2023; allowed: 0 or more");
    assertThatThrownBy(() -> CapacityPlan.of(2022, 100, List.of(closes, opens)))
        .hasMessage("capacity plan: nytt in 2022; allowed: what opens or closes after 2022");
  }

  @Test
  void plannedPlacesAreAForecastInWhatRestsOnThem() {
    CapacityPlan plan =
        CapacityPlan.existing(2018, 100).open(2019, 20, "nytt").close(2021, 10, "x");
    Series known = Series.ofYears(OVER_80, BAERUM, 2018, 600, 600, 600, 600);
    CapacityGap gap = plan.against(need(known, 25).series());
    assertThat(gap.at(IN_2018).has(Caveat.Kind.FORECAST_INPUT)).isFalse();
    Period in2021 = Period.year(2021);
    assertThat(gap.at(in2021).has(Caveat.Kind.FORECAST_INPUT)).isTrue();
    assertThat(gap.coverage(known, in2021).has(Caveat.Kind.FORECAST_INPUT)).isTrue();
    assertThat(gap.capacityAt(in2021).explain())
        .isEqualTo("100 + 10 = 110,0\n  Forbehold: framskrevet tall: 2021");
    assertThat(gap.capacityAt(IN_2018).explain()).isEqualTo("100 + 0 = 100");
    Series elsewhere = Series.ofYears(OVER_80, Region.of("3203"), 2018, 600);
    assertThatThrownBy(() -> gap.coverage(elsewhere))
        .isInstanceOfSatisfying(
            ProjectionInputException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REGION));
    assertThatThrownBy(() -> gap.coverage(elsewhere, IN_2018))
        .hasMessage(
            "coverage: befolkning.80+ is of region 3203; allowed: series of the same region as"
                + " plasser, 3024");
  }

  @Test
  void needIsCorrectedForAnotherServicesPlannedPlaces() {
    CapacityPlan homes = CapacityPlan.existing(2020, 100).open(2025, 60, "nytt senter");
    Need users = Need.of(PLACES, Need.part(growing(1_000, 0, 10), CoveragePath.constant(30)));
    Need corrected = users.lessPlacesOf(homes, 2020, 0.5);
    assertThat(corrected.at(Period.year(2024)).value()).isEqualTo(300);
    assertThat(corrected.at(Period.year(2025)).value()).isEqualTo(270);
    assertThat(corrected.at(Period.year(2025)).explain())
        .contains("30,0")
        .contains("framskrevet tall: 2025");
    // The population is known, the places are planned.
    assertThat(corrected.series().at(Period.year(2025)).status())
        .isEqualTo(ObservationStatus.FORECAST);
    assertThat(corrected.series().at(Period.year(2020)).status())
        .isEqualTo(ObservationStatus.NORMAL);
    assertThat(corrected.at(Period.year(2025)).has(Caveat.Kind.UNCERTAIN_INPUT)).isFalse();
    Need none = need(growing(10, 0, 10), 10).lessPlacesOf(homes, 2020, 1);
    assertThat(none.at(Period.year(2025)).value()).isZero();
    assertThat(none.at(Period.year(2025)).explain().replace('\u00a0', ' '))
        .startsWith("10 [2025] · 10,0 % − 1,00 · 60 = 0,0")
        .contains("plassene ville tatt over flere enn behovet; satt til 0");
    assertThat(none.at(Period.year(2024)).has(Caveat.Kind.UNCERTAIN_INPUT)).isFalse();
    assertThatThrownBy(() -> users.lessPlacesOf(homes, 2020, 1.5)).hasMessageContaining("0 to 1");
  }

  @Test
  void aPopulationBelowNoneIsRefused() {
    Series wrong = over80(-4_832, 100);
    Need need = Need.of(PLACES, Need.part(wrong, CoveragePath.constant(23.8)));
    for (ThrowingCallable asked : List.<ThrowingCallable>of(need::series, () -> need.at(IN_2018))) {
      assertThatThrownBy(asked)
          .isInstanceOfSatisfying(
              ProjectionInputException.class,
              e -> assertThat(e.kind()).isEqualTo(Kind.OUT_OF_RANGE))
          .hasMessage("befolkning.80+ of region 3024: -4832 in 2018; allowed: 0 or more");
    }
  }

  @Test
  void homesForPeopleWithDisabilities() {
    // 180 more is 57 per cent of 316; three leave each year, so twelve come of age each year.
    TreeMap<Integer, Double> entries = new TreeMap<>();
    for (int year = 2019; year <= 2038; year++) {
      entries.put(year, 12.0);
    }
    StockFlowNeed need = StockFlowNeed.of(PLACES, BAERUM, 2018, 316, entries, 3);
    Series series = need.series();
    assertThat(series.at(IN_2038).value() - 316).isEqualTo(180);
    assertThat(Rounding.halfUp(100 * (series.at(IN_2038).value() / 316 - 1), 0)).isEqualTo(57);
    assertThat(series.statusAt(0)).isEqualTo(ObservationStatus.NORMAL);
    assertThat(need.at(IN_2038).explain().replace('\u00a0', ' '))
        .isEqualTo("316 + 240 − 20 år · 3 = 496,0");
    entries.remove(2025);
    assertThatThrownBy(() -> StockFlowNeed.of(PLACES, BAERUM, 2018, 316, entries, 3))
        .hasMessage("entries by year: 2026 where 2025 was expected; allowed: each year after 2018");
    StockFlowNeed emptied =
        StockFlowNeed.of(PLACES, BAERUM, 2018, 2, Map.of(2019, 0.0, 2020, 1.0), 3);
    assertThat(emptied.at(Period.year(2020)).value()).isZero();
    assertThat(emptied.at(Period.year(2020)).has(Caveat.Kind.UNCERTAIN_INPUT)).isTrue();
  }

  @Test
  void pupilsNeedClassesParallelsAndPlaces() {
    SchoolCapacity school = new SchoolCapacity(1, 7, 28);
    SchoolNeed need = school.need(List.of(84.0, 85.0, 56.0, 57.0, 28.0, 0.0, 84.4));
    assertThat(need.classes()).isEqualTo(3 + 4 + 2 + 3 + 1 + 0 + 3);
    assertThat(need.parallels()).isEqualTo(4);
    assertThat(need.places()).isEqualTo(4 * 7 * 28);
    Ages ages = Ages.single(20);
    double[] males = new double[21];
    double[] females = new double[21];
    for (int age = 0; age < 21; age++) {
      males[age] = age;
    }
    Population population =
        Population.ofRegion(LocalDate.of(2024, 1, 1), ages, BAERUM, males, females);
    assertThat(school.pupils(population, 0)).containsExactly(5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0);
    assertThatThrownBy(() -> school.need(List.of(1.0))).hasMessageContaining("grades 1 to 7");
  }

  @Test
  void recipientsByBothReadingsOfTheGrowth() {
    // 26.2 per cent in 2014-2018 and 313 more by 2023: 1 206 recipients if linear, 927 if compound.
    Indicator recipients = Indicator.builder().id("mottakere").name("Mottakere").build();
    Series linear =
        Series.builder(recipients, BAERUM)
            .add("2014", 1_206.125 / 1.262)
            .add("2018", 1_206.125)
            .build();
    CountForecast change = TrendProjection.meanAnnualChange().project(linear, 5, 0.8);
    assertThat(change.point().at(Period.year(2023)).value() - 1_206.125)
        .isCloseTo(313, within(0.01));
    Series compound =
        Series.builder(recipients, BAERUM).add("2014", 927.15 / 1.262).add("2018", 927.15).build();
    CountForecast growth = TrendProjection.compoundGrowth().project(compound, 5, 0.8);
    assertThat(growth.point().at(Period.year(2023)).value() - 927.15).isCloseTo(313, within(0.01));
    assertThat(growth.at(Period.year(2023)).explain().replace('\u00a0', ' '))
        .contains("(1 + 5,99 % / 100)^(5 år)")
        .contains("kort serie, bare 2 verdier")
        .contains("for få verdier til et prediksjonsintervall");
    assertThat(growth.lower().at(Period.year(2023)).isMissing()).isTrue();
  }

  @Test
  void trendsOfALineAreTheLine() {
    Indicator indicator = Indicator.builder().id("x").build();
    Series line = Series.ofYears(indicator, BAERUM, 2015, 100, 110, 120, 130, 140, 150);
    for (TrendProjection method :
        List.of(TrendProjection.meanAnnualChange(), TrendProjection.leastSquares())) {
      CountForecast forecast = method.project(line, 3, 0.9);
      assertThat(forecast.point().toArray())
          .containsExactly(new double[] {160, 170, 180}, within(1e-9));
      assertThat(forecast.lower().toArray())
          .containsExactly(new double[] {160, 170, 180}, within(1e-9));
      assertThat(forecast.caveats()).isEmpty();
      assertThat(forecast.joined().size()).isEqualTo(9);
    }
    CountForecast damped = TrendProjection.damped(0.5).project(line, 3, 0.9);
    assertThat(damped.point().toArray())
        .containsExactly(new double[] {155, 157.5, 158.75}, within(1e-9));
    CountForecast arithmetic =
        TrendProjection.arithmeticGrowth()
            .project(Series.ofYears(indicator, BAERUM, 2015, 100, 110, 99, 118.8), 1, 0.8);
    assertThat(arithmetic.point().valueAt(0)).isCloseTo(118.8 * (1 + 0.2 / 3), within(1e-9));
  }

  @Test
  void intervalsFollowTheirFormulas() {
    Indicator indicator = Indicator.builder().id("x").build();
    double[] x = {10, 13, 12, 15, 19, 18};
    Series series = Series.ofYears(indicator, BAERUM, 2015, x);
    // Random walk with drift: steps 3, -1, 3, 4, -1 around 1.6.
    double variance = (1.4 * 1.4 + 2.6 * 2.6 + 1.4 * 1.4 + 2.4 * 2.4 + 2.6 * 2.6) / 4;
    double t4 = 1.5332062740589438; // qt(0.9, 4)
    CountForecast walk = TrendProjection.meanAnnualChange().project(series, 2, 0.8);
    assertThat(walk.upper().valueAt(1))
        .isCloseTo(18 + 3.2 + t4 * Math.sqrt(variance * (2 + 4 / 5.0)), within(1e-6));
    // The drift is in a damped trend 0.5 + 0.25 times, not twice.
    CountForecast damped = TrendProjection.damped(0.5).project(series, 2, 0.8);
    assertThat(damped.upper().valueAt(1))
        .isCloseTo(
            18 + 0.75 * 1.6 + t4 * Math.sqrt(variance * (2 + 0.75 * 0.75 / 5)), within(1e-6));
    // Least squares, as lm() and predict(interval = "prediction", level = 0.8) give it.
    CountForecast line = TrendProjection.leastSquares().project(series, 1, 0.8);
    double slope = (-2.5 * 10 - 1.5 * 13 - 0.5 * 12 + 0.5 * 15 + 1.5 * 19 + 2.5 * 18) / 17.5;
    double mean = 14.5;
    double residuals = 0;
    for (int i = 0; i < 6; i++) {
      residuals += Math.pow(x[i] - mean - slope * (i - 2.5), 2);
    }
    double error = Math.sqrt(residuals / 4 * (1 + 1 / 6.0 + 3.5 * 3.5 / 17.5));
    assertThat(line.point().valueAt(0)).isCloseTo(mean + slope * 3.5, within(1e-9));
    assertThat(line.lower().valueAt(0)).isCloseTo(mean + slope * 3.5 - t4 * error, within(1e-6));
    assertThat(StudentT.quantile(0.975, 10)).isCloseTo(2.2281388519649385, within(1e-8));
    assertThat(StudentT.quantile(0.95, 1)).isCloseTo(6.313751514675043, within(1e-7));
  }

  @Test
  void caveatsForBreaksAndShortSeries() {
    Indicator indicator = Indicator.builder().id("x").build();
    Series broken =
        Series.builder(indicator, BAERUM)
            .add("2015", 50)
            .add("2016", 40)
            .add("2018", 20, ObservationStatus.BREAK)
            .build();
    CountForecast forecast = TrendProjection.meanAnnualChange().project(broken, 5, 0.8);
    List<Caveat.Kind> kinds = new ArrayList<>();
    forecast.caveats().forEach(c -> kinds.add(c.kind()));
    assertThat(kinds)
        .containsExactly(
            Caveat.Kind.BREAK_IN_SERIES, Caveat.Kind.UNCERTAIN_INPUT, Caveat.Kind.UNEVEN_PERIODS);
    assertThat(forecast.point().at(Period.year(2023)).value()).as("never below 0").isZero();
    assertThat(forecast.at(Period.year(2023)).explain()).contains("trenden går under null");
    assertThatThrownBy(() -> forecast.at(Period.year(2030))).hasMessageContaining("2019 to 2023");
    Series zero = Series.ofYears(indicator, BAERUM, 2015, 0, 1, 2);
    assertThatThrownBy(() -> TrendProjection.compoundGrowth().project(zero, 1, 0.8))
        .hasMessage("growth of x: the value 0; allowed: values above 0");
    assertThatThrownBy(
            () ->
                TrendProjection.leastSquares()
                    .project(Series.ofYears(indicator, BAERUM, 2015, 1), 1, 0.8))
        .hasMessage("trend of x: too few values, 1; allowed: at least 2");
  }
}
