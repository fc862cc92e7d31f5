package no.maaltall.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.io.Reading;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTables;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.IndexNumber;
import no.maaltall.core.measure.Measure;
import no.maaltall.core.measure.Ratio;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.core.measure.TargetDistance;
import no.maaltall.core.measure.Trend;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public type is itself after a round trip, and is written as documented. */
class JsonRoundTripTest {
  private static final ObjectMapper JSON = MaaltallModule.mapper();

  private static final Region BAERUM = Region.of("3201", "Bærum");
  private static final Region OLD_BAERUM =
      new Region(
          "0219", "Bærum", Optional.of(LocalDate.of(1838, 1, 1)), Optional.of(LocalDate.MAX));
  private static final Indicator BARE = Indicator.builder().id("bhg.barn").build();
  private static final Indicator FULL =
      Indicator.builder()
          .id("bhg.dekning")
          .name("Dekning, 1–5 år")
          .unit(Unit.parse("NOK/child"))
          .direction(Direction.DOWN)
          .decimals(2)
          .area("barnehage")
          .source("SSB, tabell 12272")
          .priceBase("løpende")
          .target(92.5)
          .parent("bhg.barn")
          .build();
  private static final Indicator RATIO =
      Indicator.builder()
          .id("r")
          .ratio(new RatioDefinition("bhg.barn", "bhg.dekning", 100))
          .build();
  private static final SeriesBreak EVERYWHERE = SeriesBreak.of(Period.year(2020), "kommunereform");
  private static final SeriesBreak HERE =
      new SeriesBreak(
          Optional.of("bhg.barn"), Optional.of("3201"), Period.quarter(2019, 2), "ny \"telling\"");
  private static final Series SERIES =
      Series.builder(FULL, BAERUM)
          .add("2015", 81.0)
          .add("2016", Double.NaN, ObservationStatus.SUPPRESSED)
          .add("2018", -0.1, ObservationStatus.PROVISIONAL)
          .addBreak(EVERYWHERE)
          .addBreak(HERE)
          .build();
  private static final DataSet DATA =
      DataSet.builder()
          .addIndicator(BARE)
          .addIndicator(FULL)
          .addIndicator(RATIO)
          .addRegion(OLD_BAERUM)
          .addRegion(BAERUM)
          .addBreak(EVERYWHERE)
          .addBreak(HERE)
          .addObservation("bhg.barn", "3201", "2018", Math.scalb(1.0, -44))
          .addObservation("bhg.barn", "3201", Period.year(2019), Observation.missing())
          .addObservation("bhg.dekning", "0219", "2018/2019", 1e300)
          .build();

  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("indicator of an id", BARE);
    values.put("indicator with all parts", FULL);
    values.put("indicator that is a ratio", RATIO);
    values.put("ratio definition", new RatioDefinition("a", "b", 0.001));
    values.put("unit", Unit.PERCENTAGE_POINT);
    values.put("unit per", Unit.NOK.per("1000 count"));
    values.put("region", BAERUM);
    values.put("region with days", OLD_BAERUM);
    values.put("calendar year", Period.year(2018));
    values.put("school year", Period.schoolYear(1999));
    values.put("quarter", Period.quarter(2018, 4));
    values.put("month", Period.month(1, 1));
    values.put("observation", Observation.of(76.6));
    values.put("observation without value", Observation.missing(ObservationStatus.SUPPRESSED));
    values.put("break everywhere", EVERYWHERE);
    values.put("break of one series", HERE);
    values.put("series", SERIES);
    values.put("series as of another period", SERIES.asOf(Period.year(2020)));
    values.put("data set", DATA);
    values.put("data set of nothing", DataSet.builder().build());
    values.put("caveat", Caveat.of(Caveat.Kind.PROVISIONAL_INPUT, Period.year(2018)));
    values.put("derivation", Change.onPrevious().of(SERIES).derivation());
    values.put("operand observed", Operand.observed("x", SERIES, Period.year(2016)));
    values.put("operand of years", Operand.years("n", 2.5));
    values.put("operand constant", Operand.constant("m", 75, Unit.PERCENT, 1));
    values.put("figure", Trend.meanAnnualChange(3).of(SERIES));
    values.put("figure that is missing", RelativeChange.onPrevious().of(SERIES));
    values.put("figure of a ratio", Ratio.times(0.5).of(SERIES, SERIES));
    for (Direction direction : Direction.values()) {
      values.put("direction " + direction, direction);
    }
    for (Direction.Movement movement : Direction.Movement.values()) {
      values.put("movement " + movement, movement);
    }
    for (ObservationStatus status : ObservationStatus.values()) {
      values.put("status " + status, status);
    }
    for (Frequency frequency : Frequency.values()) {
      values.put("frequency " + frequency, frequency);
    }
    return values;
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsItselfAfterARoundTrip() {
    return values().entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> roundTrip(e.getValue(), publicType(e.getValue()))));
  }

  /** The generated classes are nobody's business. */
  private static Class<?> publicType(Object value) {
    return value instanceof Indicator
        ? Indicator.class
        : value instanceof Figure ? Figure.class : value.getClass();
  }

  private static void roundTrip(Object value, Class<?> type) throws JsonProcessingException {
    String text = JSON.writeValueAsString(value);
    Object read = JSON.readValue(text, type);

    assertThat(read).isEqualTo(value).hasSameHashCodeAs(value);
    assertThat(JSON.writeValueAsString(read)).isEqualTo(text);
    assertThat(text).doesNotContain("NaN");
  }

  @TestFactory
  Stream<DynamicTest> measuresAreTheirIds() {
    return Stream.of(
            Change.onPrevious(),
            Trend.theilSenSlope(4),
            TargetDistance.from(-0.5),
            Growths.COMPOUND)
        .map(
            measure ->
                dynamicTest(
                    measure.id(),
                    () -> {
                      assertThat(JSON.writeValueAsString(measure))
                          .isEqualTo("\"" + measure.id() + "\"");
                      roundTrip(measure, Measure.class);
                    }));
  }

  private static final class Growths {
    static final Measure COMPOUND = no.maaltall.core.measure.Growth.compound();
  }

  @Test
  void scalarsAreTexts() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(Period.schoolYear(2018))).isEqualTo("\"2018/2019\"");
    assertThat(JSON.writeValueAsString(Unit.parse("NOK/child"))).isEqualTo("\"NOK/child\"");
    assertThat(JSON.writeValueAsString(ObservationStatus.PROVISIONAL)).isEqualTo("\"P\"");
    assertThat(JSON.writeValueAsString(Direction.DOWN)).isEqualTo("-1");
  }

  @Test
  void aMissingValueIsNullWithItsStatusBesideIt() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(Observation.missing(ObservationStatus.SUPPRESSED)))
        .isEqualTo("{\"value\":null,\"status\":\"Q\"}");
    assertThat(JSON.writeValueAsString(Observation.of(76.6)))
        .isEqualTo("{\"value\":76.6,\"status\":\"A\"}");
    assertThat(JSON.readValue("{\"value\":5}", Observation.class)).isEqualTo(Observation.of(5));
    assertThat(JSON.readValue("{}", Observation.class)).isEqualTo(Observation.missing());
  }

  @Test
  void regionsAndBreaksUseTheWordsOfTheTables() throws JsonProcessingException {
    assertThat(JSON.readTree(JSON.writeValueAsString(BAERUM)))
        .isEqualTo(
            JSON.readTree(
                "{\"code\":\"3201\",\"name\":\"Bærum\",\"valid_from\":null,\"valid_to\":null}"));
    assertThat(JSON.readTree(JSON.writeValueAsString(HERE)))
        .isEqualTo(
            JSON.readTree(
                "{\"indicator\":\"bhg.barn\",\"ref_area\":\"3201\",\"period\":\"2019-Q2\","
                    + "\"reason\":\"ny \\\"telling\\\"\"}"));
    assertThat(JSON.readValue("{\"code\":\"3201\"}", Region.class)).isEqualTo(Region.of("3201"));
  }

  /** The form that the Javadoc of Figure promises. */
  @Test
  void aFigureHasTheDocumentedForm() throws JsonProcessingException {
    Series leaders =
        Series.ofYears(
            Indicator.builder().id("l").unit(Unit.PERCENT).decimals(1).build(),
            Region.of("3201"),
            2015,
            81,
            88,
            86,
            76);

    assertThat(JSON.readTree(JSON.writeValueAsString(Trend.meanAnnualChange(3).of(leaders))))
        .isEqualTo(
            JSON.readTree(
                """
                {"indicator": {"id": "l", "name": "l", "unit": "percent", "direction": 0,
                   "decimals": 1},
                 "region": {"code": "3201", "name": "3201", "valid_from": null, "valid_to": null},
                 "measure": "mean_annual_change_3",
                 "period": "2018",
                 "observation": {"value": -1.6666666666666667, "status": "A"},
                 "unit": "percentage_point",
                 "decimals": 1,
                 "caveats": [],
                 "derivation": {
                   "formula": "({x} − {b}) / {n}",
                   "operands": [
                     {"symbol": "x", "role": "OBSERVED", "decimals": 1, "unit": "percent",
                      "observation": {"value": 76.0, "status": "A"}, "period": "2018",
                      "label": "l, 3201"},
                     {"symbol": "b", "role": "OBSERVED", "decimals": 1, "unit": "percent",
                      "observation": {"value": 81.0, "status": "A"}, "period": "2015",
                      "label": "l, 3201"},
                     {"symbol": "n", "role": "YEARS", "decimals": 0, "unit": "count",
                      "observation": {"value": 3.0, "status": "A"}, "label": ""}]}}
                """));
  }

  @Test
  void aDataSetHasTheDocumentedForm() throws JsonProcessingException {
    DataSet read =
        JSON.readValue(
            """
            {"indicators": [{"id": "bhg.barn"}],
             "observations": [
               {"indicator": "bhg.barn", "ref_area": "3201", "period": "2018K1", "value": 5},
               {"indicator": "bhg.barn", "ref_area": "3201", "period": "2018-Q2", "value": null,
                "status": "Q"},
               {"indicator": "bhg.barn", "ref_area": "3201", "period": "2018-Q3"}]}
            """,
            DataSet.class);

    assertThat(read)
        .isEqualTo(
            DataSet.builder()
                .addIndicator(BARE)
                .addObservation("bhg.barn", "3201", "2018-Q1", 5)
                .addObservation(
                    "bhg.barn",
                    "3201",
                    Period.quarter(2018, 2),
                    Observation.missing(ObservationStatus.SUPPRESSED))
                .addObservation("bhg.barn", "3201", Period.quarter(2018, 3), Observation.missing())
                .build());
  }

  /** A mapper of the application's own, with the same modules registered already. */
  @Test
  void theModuleWorksInAnApplicationsMapper() throws JsonProcessingException {
    ObjectMapper own =
        new ObjectMapper()
            .registerModule(new com.fasterxml.jackson.datatype.guava.GuavaModule())
            .registerModule(new MaaltallModule());

    assertThat(own.readValue(own.writeValueAsString(DATA), DataSet.class)).isEqualTo(DATA);
  }

  @Test
  void whatIsNotAllowedIsRefusedWithItsReason() {
    assertThatThrownBy(() -> JSON.readValue("\"20l8\"", Period.class))
        .hasMessageContaining("invalid period \"20l8\"");
    assertThatThrownBy(() -> JSON.readValue("{\"value\":0,\"status\":\"Q\"}", Observation.class))
        .hasMessageContaining("status Q (suppressed) has no value, got 0.0");
    assertThatThrownBy(() -> JSON.readValue("\"trend\"", Measure.class))
        .hasMessageContaining("invalid measure \"trend\"");
    assertThatThrownBy(() -> JSON.readValue("2", Direction.class))
        .hasMessageContaining("invalid direction \"2\"");
    assertThatThrownBy(() -> JSON.readValue("\"prosent\"", Unit.class))
        .hasMessageContaining("invalid unit \"prosent\"");
  }

  @Test
  void derivationsNeedNoOperands() throws JsonProcessingException {
    roundTrip(Derivation.of("1"), Derivation.class);
  }

  @Test
  void aRatioKeepsItsFactorAndWhatItDefines() throws JsonProcessingException {
    for (Ratio ratio :
        new Ratio[] {
          Ratio.times(0.25),
          Ratio.percent(),
          Ratio.shareOfWhole(),
          Ratio.relativeTo(),
          Ratio.defining(RATIO)
        }) {
      assertThat(JSON.readValue(JSON.writeValueAsString(ratio), Ratio.class)).isEqualTo(ratio);
    }
    assertThat(JSON.writeValueAsString(Ratio.percent()))
        .isEqualTo("{\"id\":\"ratio\",\"factor\":100.0,\"indicator\":null}");
  }

  @Test
  void aMeasureCanBeReadAsItsOwnType() throws JsonProcessingException {
    assertThat(JSON.readValue("\"change_2\"", Change.class)).isEqualTo(Change.over(2));
    assertThat(JSON.readValue("\"index_2015\"", IndexNumber.class))
        .isEqualTo(IndexNumber.withBase(Period.year(2015)));
    assertThatThrownBy(() -> JSON.readValue("\"change_2\"", IndexNumber.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("change_2 is no IndexNumber");
  }

  @Test
  void whatWasReadIsItselfAfterARoundTrip() throws JsonProcessingException {
    Reading reading =
        TidyTables.readLenient(
            TableSource.ofTexts(
                Map.of(
                    "indicators.csv",
                    "INDICATOR,NAME,UNIT_MEASURE,DIRECTION,DECIMALS\na,A,count,1,0\n",
                    "observations.csv",
                    "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\na,X,2018,1\na,X,20l9,1\n")));
    assertThat(reading.problems()).hasSize(1);
    assertThat(JSON.readValue(JSON.writeValueAsString(reading), Reading.class)).isEqualTo(reading);
  }

  @Test
  void whatIsLeftOutIsNamed() {
    assertThatThrownBy(() -> JSON.readValue("{}", DataSet.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("'indicators'");
    assertThatThrownBy(() -> JSON.readValue("{\"name\":\"x\"}", Region.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("'code'");
  }
}
