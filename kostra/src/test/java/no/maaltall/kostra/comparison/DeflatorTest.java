package no.maaltall.kostra.comparison;

import static no.maaltall.kostra.comparison.Given.Y2021;
import static no.maaltall.kostra.comparison.Given.Y2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixed prices: the municipal deflator's golden figures, and the laws of rebasing. */
class DeflatorTest {
  private static final Deflator MUNICIPAL = Deflator.municipal();
  private static final Indicator COST = Given.indicator("cost", Unit.NOK.per("child"), 0);
  private static final Indicator BILLIONS = Given.indicator("bn", Unit.MNOK, 1);

  private static Deflator of(Map<Integer, Double> growth) {
    Map<Integer, Observation> observations = new TreeMap<>();
    growth.forEach((year, g) -> observations.put(year, Observation.of(g)));
    return Deflator.of("test", "Test", "v1", observations, "made up");
  }

  /** The table of the domain notes: the chain is not rounded on the way. */
  @ParameterizedTest
  @CsvSource({
    "2014, 70.90", "2015, 72.60", "2016, 74.49", "2017, 76.28", "2018, 78.64", "2019, 81.16",
    "2020, 81.97", "2021, 85.58", "2022, 91.31", "2023, 95.24", "2024, 100", "2025, 104.70",
    "2026, 108.99"
  })
  void indexWithBase2024(int year, double index) {
    double value = MUNICIPAL.index(Y2024).at(Period.year(year)).value();

    assertThat(Rounding.halfUp(value, 2)).isEqualTo(index);
  }

  @Test
  void baerumsUnitCostOf2021InPricesOf2024() {
    Series cost = Given.years(COST, 2021, 86_242, 105_386, 109_910, 101_180);

    Figure real = MUNICIPAL.amount(cost, Y2021, Y2024);

    assertThat(Given.plain(real.text())).isEqualTo("100 776 kr per barn");
    assertThat(real.measure()).isEqualTo("fixed_prices_2024");
    assertThat(Given.plain(real.explain()))
        .startsWith("86 242 kr per barn [2021] · ")
        .contains("Kommunal deflator (RNB26)");
    assertThat(real.value()).isEqualTo(MUNICIPAL.toPricesOf(cost, Y2024).valueAt(0));
    assertThat(Given.plain(MUNICIPAL.realGrowth(cost, Y2021, Y2024).text())).isEqualTo("0,4 %");
  }

  /** The tests of the repository that the growth was found in. */
  @ParameterizedTest
  @CsvSource({"115.8, 2014, 2024, 163.3", "202.1, 2026, 2024, 185.4"})
  void billionsOfTheSource(double amount, int year, int base, double expected) {
    Series amounts = Given.years(BILLIONS, year, amount);

    Figure real = MUNICIPAL.amount(amounts, Period.year(year), Period.year(base));

    assertThat(real.rounded()).isEqualTo(expected);
  }

  @Test
  void estimatedGrowthMakesEstimatedPrices() {
    Series amounts = Given.years(BILLIONS, 2023, 1, 1, 1);

    assertThat(MUNICIPAL.toPricesOf(amounts, Y2024).at(Period.year(2024)).status())
        .isEqualTo(ObservationStatus.NORMAL);
    assertThat(MUNICIPAL.toPricesOf(amounts, Y2024).at(Period.year(2025)).status())
        .isEqualTo(ObservationStatus.ESTIMATED);
    assertThat(MUNICIPAL.amount(amounts, Y2024, Period.year(2026)).has(Caveat.Kind.ESTIMATED_INPUT))
        .isTrue();
  }

  @Property(tries = 200)
  void rebasingTwiceIsRebasingOnce(
      @ForAll @Size(5) List<@DoubleRange(min = -20, max = 40) Double> growth,
      @ForAll @IntRange(min = 2019, max = 2024) int first,
      @ForAll @IntRange(min = 2019, max = 2024) int second,
      @ForAll @DoubleRange(min = 1, max = 1e9) double amount) {
    Deflator deflator = of(growthFrom2020(growth));
    Series amounts = Given.years(COST, 2019, amount, 2 * amount, 3, 4, 5, 6);

    Series once = deflator.toPricesOf(amounts, Period.year(second));
    Series twice =
        deflator.toPricesOf(deflator.toPricesOf(amounts, Period.year(first)), Period.year(second));

    assertThat(twice.indicator()).isEqualTo(once.indicator());
    for (int i = 0; i < 6; i++) {
      assertThat(twice.valueAt(i)).isCloseTo(once.valueAt(i), within(1e-12 * once.valueAt(i)));
    }
  }

  @Property(tries = 200)
  void deflatingAndInflatingIsTheIdentity(
      @ForAll @Size(5) List<@DoubleRange(min = -20, max = 40) Double> growth,
      @ForAll @IntRange(min = 2019, max = 2024) int base,
      @ForAll @DoubleRange(min = 1, max = 1e9) double amount) {
    Deflator deflator = of(growthFrom2020(growth));
    Series amounts = Given.years(COST, 2019, amount, 2 * amount, 3, 4, 5, Double.NaN);

    Series back = deflator.toCurrentPrices(deflator.toPricesOf(amounts, Period.year(base)));

    assertThat(back.indicator().id()).isEqualTo("cost");
    assertThat(back.indicator().priceBase()).contains("løpende");
    for (int i = 0; i < 5; i++) {
      assertThat(back.valueAt(i)).isCloseTo(amounts.valueAt(i), within(1e-12 * back.valueAt(i)));
    }
    assertThat(back.statusAt(5)).isEqualTo(ObservationStatus.MISSING);
  }

  private static Map<Integer, Double> growthFrom2020(List<Double> growth) {
    Map<Integer, Double> years = new TreeMap<>();
    for (int i = 0; i < growth.size(); i++) {
      years.put(2020 + i, growth.get(i));
    }
    return years;
  }

  @Test
  void panelsAreDeflatedAsTheirSeries() {
    Series cost = Given.years(COST, 2021, 86_242, 105_386, 109_910, 101_180);

    Panel real = MUNICIPAL.toPricesOf(Panel.of(List.of(cost)), Y2024);

    assertThat(real.series(0, 0).toArray()).isEqualTo(MUNICIPAL.toPricesOf(cost, Y2024).toArray());
    assertThat(real.indicators().get(0).priceBase()).contains("2024 (municipal RNB26)");
  }

  @Test
  void aYearThatTheDeflatorLacksIsAnErrorAsBaseAndAGapAsYear() {
    Series cost = Given.years(COST, 2010, 1, 1, 1, 1);

    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.toPricesOf(cost, Period.year(2027)))
        .withMessage("deflator municipal RNB26 does not have 2027; it has 2013 to 2026")
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(Problem.NO_DEFLATOR_YEAR);
    Figure early = MUNICIPAL.amount(cost, Period.year(2010), Y2024);
    assertThat(early.isMissing()).isTrue();
    assertThat(early.has(Caveat.Kind.MISSING_INPUT)).isTrue();
    assertThat(MUNICIPAL.amount(cost, Period.year(2013), Y2024).isMissing()).isFalse();
  }

  @Test
  void vintagesAndPriceBasesAreKeptApart() {
    Series cost = Given.years(COST, 2021, 1, 2, 3, 4);
    Deflator other =
        Deflator.of(
            "municipal",
            "Kommunal deflator",
            "RNB25",
            Map.of(2024, Observation.of(5.2)),
            "made up");
    Series real = other.toPricesOf(cost, Y2024);

    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.toPricesOf(real, Given.Y2023))
        .withMessageContaining("was deflated with municipal RNB25")
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(Problem.MIXED_VINTAGES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MUNICIPAL.toPricesOf(Panel.of(List.of(real)), Given.Y2023))
        .withMessageContaining("not in current prices");
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.toCurrentPrices(cost))
        .withMessage("cost is in current prices already");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MUNICIPAL.toPricesOf(
                    Given.years(Given.indicator("n", Unit.COUNT, 0), 2021, 1), Y2024))
        .withMessageContaining("is not money");
  }

  @Test
  void amountsOfAYearAreRebasedFromIt() {
    Series amounts =
        Given.years(Indicator.builder(COST).priceBase("2021-kr").build(), 2021, 86_242, 86_242);

    Series real = MUNICIPAL.toPricesOf(amounts, Y2024);

    // Both years are in prices of 2021, so both get the factor of 2021.
    assertThat(Rounding.halfUp(real.valueAt(0), 0)).isEqualTo(100_776);
    assertThat(real.valueAt(1)).isEqualTo(real.valueAt(0));
    assertThat(MUNICIPAL.amount(amounts, Period.year(2022), Y2024).value())
        .isEqualTo(real.valueAt(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021",
        "faste 2021-priser",
        "prisnivå 2021",
        "i 2021-kroner",
        "fixed 2021 prices",
        "faste priser (2021)",
        "Faste 2021-priser (municipal RNB26)"
      })
  void theYearOfAPriceBaseIsFoundWhereverItStands(String base) {
    Series amounts = Given.years(in(base), 2021, 100, 100);

    // Divided by no growth of 2022: both years are in prices of 2021.
    assertThat(MUNICIPAL.toPricesOf(amounts, Period.year(2021)).toArray())
        .containsExactly(100, 100);
    assertThat(MUNICIPAL.toPricesOf(amounts, Y2024).valueAt(1))
        .isEqualTo(MUNICIPAL.toPricesOf(amounts, Y2024).valueAt(0))
        .isGreaterThan(110);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MUNICIPAL.toPricesOf(Panel.of(List.of(amounts)), Y2024))
        .withMessageContaining("not in current prices");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"løpende", "Løpende priser", "i løpende kroner", "current prices", "nominelle"})
  void currentPricesAreDeflatedFromEachYear(String base) {
    Series amounts = Given.years(in(base), 2021, 86_242, 105_386);

    assertThat(MUNICIPAL.toPricesOf(amounts, Y2024).toArray())
        .isEqualTo(MUNICIPAL.toPricesOf(Given.years(COST, 2021, 86_242, 105_386), Y2024).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"faste priser", "2021 og 2022", "prisjustert", "?"})
  void fixedPricesOfNoOneYearAreNotDeflated(String base) {
    Series amounts = Given.years(in(base), 2021, 100, 100);

    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.toPricesOf(amounts, Y2024))
        .withMessage(
            "cost has PRICE_BASE \""
                + base
                + "\", which is not current prices and has no one year to rebase from")
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(Problem.MIXED_BASES);
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.toCurrentPrices(amounts));
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.amount(amounts, Y2024, Y2024));
  }

  private static Indicator in(String priceBase) {
    return Indicator.builder(COST).priceBase(priceBase).build();
  }

  @Test
  void realGrowthIsForward() {
    Series cost = Given.years(COST, 2021, 1, 2, 3, 4);

    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.realGrowth(cost, Y2024, Given.Y2021))
        .withMessage("real growth is from a year to a later one, got 2024 to 2021");
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> MUNICIPAL.realGrowth(cost, Y2024, Y2024));
  }

  @Test
  void growthMustMakeAnIndex() {
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> of(Map.of()))
        .withMessageContaining("has no growth");
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> of(Map.of(2020, 1.0, 2022, 1.0)))
        .withMessage("deflator test v1 has no growth of 2021; it has 2020 and 2022");
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> of(Map.of(2020, -100.0)));
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> of(Map.of(2020, 1e300, 2021, 1e300)))
        .withMessageContaining("out of all bounds");
  }

  @Test
  void readsDeflatorsAndFindsOneByVintage() {
    String header = "DEFLATOR,NAME,VINTAGE,YEAR,GROWTH,OBS_STATUS,SOURCE\n";
    List<Deflator> two =
        read(header + "m,M,RNB25,2024,5.2,,s\nm,M,RNB26,2024,5.0,A,s\nm,M,RNB26,2025,4.7,F,s\n");

    assertThat(two).hasToString("[m RNB25 2023–2024, m RNB26 2023–2025]");
    assertThat(Deflator.find(two, "m", "RNB26").vintage()).isEqualTo("RNB26");
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> Deflator.find(two, "m", "RNB24"))
        .withMessageContaining("nearest of 2 known: [m RNB25, m RNB26]");
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> read(header + "m,M,v,2024,5,,s\nm,M,v,2024,5,,s\n"))
        .withMessageContaining("has 2024 twice");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read(header + "m,M,v,2024,\"5,2\",,s\n"))
        .withMessage(
            "deflators.csv line 2, column GROWTH: \"5,2\" is not a number;"
                + " allowed: digits with a decimal point, as 76.6");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read("DEFLATOR,YEAR\n"))
        .withMessageContaining("column NAME: the column is missing");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read(header + "m,M,v,2024,5,M,s\n"))
        .withMessageContaining("the status of a value");
  }

  @Test
  void aVintageIsOneDeflatorWhateverItsSources() {
    String header = "\ufeffDEFLATOR,NAME,VINTAGE,YEAR,GROWTH,SOURCE\n";
    List<Deflator> one = read(header + "m,M,V1,2022,5,s\nm,M,V1,2023,5,s\nm,M,V1,2024,4,anslag\n");

    assertThat(one).hasToString("[m V1 2021–2024]");
    assertThat(one.get(0).index(Y2024).indicator().source()).contains("s; anslag");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read(header + "m,M,V1,2022,5,s\nm,M anslag,V1,2023,5,s\n"))
        .withMessageContaining("line 3")
        .withMessageContaining("M, as on the rows before of this vintage");
  }

  @Test
  void aQuoteThatDoesNotEndSwallowsNoRows() {
    String header = "DEFLATOR,NAME,VINTAGE,YEAR,GROWTH,OBS_STATUS,SOURCE\n";

    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read(header + "m,M,V1,2022,5,,\"s\nm,M,V1,2023,5,,s\n"))
        .withMessageContaining("Unclosed quoted field at end of input (record starting at line 2)");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> read(header + "m,M,V1,2022,5,,s,more\n"))
        .withMessageContaining("8 fields");
  }

  private static List<Deflator> read(String text) {
    return Deflator.read(TableSource.ofTexts(Map.of("deflators.csv", text)));
  }
}
