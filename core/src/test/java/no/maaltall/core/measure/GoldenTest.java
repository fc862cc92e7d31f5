package no.maaltall.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import org.junit.jupiter.api.Test;

/** What a municipality's own document prints, and how the figure explains itself. */
class GoldenTest {
  private static final Indicator LEADERS =
      Indicator.builder()
          .id("bhg.pedledere-godkjent")
          .name("Andel pedagogiske ledere med godkjent utdanning")
          .unit(Unit.PERCENT)
          .direction(Direction.UP)
          .decimals(1)
          .source("KOSTRA")
          .build();
  private static final Region BAERUM = Region.of("0219", "Bærum");
  private static final Series SERIES =
      Series.ofYears(LEADERS, BAERUM, 2014, 76.6, 81.0, 88.1, 86.5, 76.0);

  /** Only here are no-break spaces plain, so that the expected text can be read. */
  private static String readable(String text) {
    return text.replace('\u00a0', ' ');
  }

  /**
   * By hand (76,0 − 76,6) / 4 is −0,15 and (76,0 − 88,1) / 2 is −6,05; in binary both are a little
   * less than that, and would print as −0,1 and −6,0.
   */
  @Test
  void aTieIsRoundedAsByHand() {
    Figure four = Trend.meanAnnualChange(4).of(SERIES);

    assertThat(four.value()).isEqualTo(-0.14999999999999858);
    assertThat(four.text()).isEqualTo("−0,2\u00a0prosentpoeng");
    assertThat(four.rounded()).isEqualTo(-0.2);
    assertThat(readable(four.explain()))
        .startsWith("(76,0 % [2018] − 76,6 % [2014]) / 4 år = −0,15 prosentpoeng");
    assertThat(Trend.meanAnnualChange(2).of(SERIES).text()).isEqualTo("−6,1\u00a0prosentpoeng");
    assertThat(
            Level.observed().of(Series.ofYears(LEADERS, BAERUM, 2018, 0.04999999999999999)).text())
        .as("what was observed is printed as it was written")
        .isEqualTo("0,0\u00a0%");
  }

  @Test
  void theTrendIsWhatTheDocumentPrints() {
    Figure trend = Trend.meanAnnualChange(3).of(SERIES);

    assertThat(trend.value()).isCloseTo(-5 / 3.0, within(1e-15));
    assertThat(trend.text()).isEqualTo("−1,7\u00a0prosentpoeng");
    assertThat(trend.text(Locale.UK)).isEqualTo("-1.7 percentage points");
    assertThat(trend.status()).isEqualTo(ObservationStatus.NORMAL);
    assertThat(trend.caveats()).isEmpty();
    assertThat(trend)
        .hasToString(
            "mean_annual_change_3(bhg.pedledere-godkjent, 0219, 2018) = −1,7\u00a0prosentpoeng");
    assertThat(LEADERS.direction().judge(trend.value())).isEqualTo(Direction.Movement.UNWANTED);
    assertThat(Trend.totalChange(3).of(SERIES).text()).isEqualTo("−5,0\u00a0prosentpoeng");
    assertThat(Trend.meanAnnualChange(5).of(SERIES).text()).isEqualTo("-");
  }

  @Test
  void theTrendExplainsItselfInBokmaal() {
    assertThat(readable(Trend.meanAnnualChange(3).of(SERIES).explain()))
        .isEqualTo(
            """
            (76,0 % [2018] − 81,0 % [2015]) / 3 år = −1,67 prosentpoeng
              76,0 % [2018]: Andel pedagogiske ledere med godkjent utdanning, Bærum (kilde: KOSTRA)
              81,0 % [2015]: Andel pedagogiske ledere med godkjent utdanning, Bærum (kilde: KOSTRA)\
            """);
  }

  @Test
  void theTrendExplainsItselfInEnglish() {
    assertThat(readable(Trend.meanAnnualChange(3).of(SERIES).explain(Locale.ENGLISH)))
        .isEqualTo(
            """
            (76.0 % [2018] − 81.0 % [2015]) / 3 years = -1.67 percentage points
              76.0 % [2018]: Andel pedagogiske ledere med godkjent utdanning, Bærum (source: KOSTRA)
              81.0 % [2015]: Andel pedagogiske ledere med godkjent utdanning, Bærum (source: KOSTRA)\
            """);
  }

  @Test
  void theFormulaHasNoBreakSpacesWhereALineMustNotBreak() {
    assertThat(Trend.meanAnnualChange(3).of(SERIES).explain())
        .startsWith("(76,0\u00a0% [2018] − 81,0\u00a0% [2015]) / 3 år = −1,67\u00a0prosentpoeng\n");
  }

  @Test
  void aMissingFigureSaysWhyInPlaceOfItsValue() {
    Series suppressed = SeriesText.parse(LEADERS, "2015=Q 2018=76P !2017:ny_definisjon");

    assertThat(readable(Trend.meanAnnualChange(3).of(suppressed).explain()))
        .isEqualTo(
            """
            (76,0 % [2018] − skjermet [2015]) / 3 år = -
              76,0 % [2018]: Andel pedagogiske ledere med godkjent utdanning, Bærum (kilde: KOSTRA)
              skjermet [2015]: Andel pedagogiske ledere med godkjent utdanning, Bærum (kilde: KOSTRA)
              Forbehold: mangler verdi: 2015 Q
              Forbehold: foreløpig tall: 2018
              Forbehold: krysser brudd i serien: 2017 ny_definisjon\
            """);
    assertThat(Trend.meanAnnualChange(3).of(suppressed).explain(Locale.ENGLISH))
        .contains("suppressed [2015]")
        .endsWith(
            """

              Note: missing value: 2015 Q
              Note: provisional value: 2018
              Note: crosses a break in the series: 2017 ny_definisjon\
            """);
  }

  @Test
  void aSlopeExplainsItselfByItsValues() {
    assertThat(readable(Trend.leastSquaresSlope(2).of(SERIES).explain()).lines().findFirst())
        .contains(
            "Σ (t − t̄) · x / Σ (t − t̄)² (88,1 % [2016]; 86,5 % [2017]; 76,0 % [2018])"
                + " = −6,05 prosentpoeng");
  }

  @Test
  void noFormulaMixesLanguages() {
    assertThat(Growth.arithmeticMean().of(SERIES).explain(Locale.ENGLISH).lines().findFirst())
        .get()
        .asString()
        .doesNotContain("snitt")
        .doesNotContain("{")
        .contains("(x_t − x_(t−1)) / x_(t−1)");
  }

  @Test
  void aDistanceNamesItsTarget() {
    assertThat(readable(TargetDistance.from(75).of(SERIES).explain()).lines().findFirst())
        .contains("76,0 % [2018] − 75,0 % = 1,00 prosentpoeng");
  }

  /** 0,3 / 0,1 is 3, and so is 3 / 1; in binary the first is a little less. */
  @Test
  void aChangeThatIsOnlyNoiseIsNoMovement() {
    Indicator up = Indicator.builder().id("u").direction(Direction.UP).build();
    Series noisy = Series.ofYears(up, BAERUM, 2017, 0.3 / 0.1, 3.0);
    Figure change = Change.onPrevious().of(noisy);

    assertThat(change.value()).isGreaterThan(0);
    assertThat(change.movement()).isEqualTo(Direction.Movement.UNCHANGED);
    assertThat(Trend.meanAnnualChange(3).of(SERIES).movement())
        .isEqualTo(Direction.Movement.UNWANTED);
  }

  /** A reader who puts the printed numbers into the formula must get what is printed. */
  @Test
  void theExplanationShowsEnoughDigits() {
    Series hours = Series.ofYears(LEADERS, BAERUM, 2017, 4873 / 414.0 / 4, 5110 / 410.0 / 4);

    assertThat(readable(RelativeChange.onPrevious().of(hours).explain()))
        .startsWith("100 · (3,11585 % [2018] − 2,94263 % [2017]) / 2,94263 % [2017] = 5,89 %");
    Series income = Series.ofYears(LEADERS, BAERUM, 2017, -505.5, -516.5);
    assertThat(readable(Change.onPrevious().of(income).explain()))
        .startsWith("−516,5 % [2018] − (−505,5 % [2017]) = −11,00 prosentpoeng");
    assertThat(readable(Trend.meanAnnualChange(3).of(income).explain()))
        .startsWith("(−516,5 % [2018] − mangler [2015]) / 3 år = -");
  }
}
