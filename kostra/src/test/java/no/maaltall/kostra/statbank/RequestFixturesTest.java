package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.http.Request;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers as the agencies' documents and other people's clients have them. */
class RequestFixturesTest {
  private static final Service SSB = Service.of(PxWebClient.SSB_V1, "no");
  private final PxProtocolV1 v1 = new PxProtocolV1();
  private final PxProtocolV2 v2 = new PxProtocolV2();

  private static byte[] shared(String name) throws IOException {
    Optional<Path> file = Optional.empty();
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data/jsonstat/ssb").resolve(name);
      if (file.isEmpty() && Files.isRegularFile(candidate)) {
        file = Optional.of(candidate);
      }
    }
    Assumptions.assumeTrue(file.isPresent(), "shared/data is not beside the project or above it");
    return Files.readAllBytes(file.orElseThrow());
  }

  private static JsonNode json(Request request) throws IOException {
    return Json.MAPPER.readTree(request.body().orElseThrow());
  }

  private static SelectedDimension items(String id, String... codes) {
    ImmutableList<String> all = ImmutableList.copyOf(codes);
    return new SelectedDimension(id, new Selection.Items(all), all, true);
  }

  private static SelectedDimension selected(String id, Selection selection) {
    return new SelectedDimension(id, selection, ImmutableList.of("-"), true);
  }

  // SSB's guide to the API, with a query of KOSTRA's table of service areas.
  @Test
  void theQueryOfSsbsGuide() throws IOException {
    Request request =
        v1.data(
            SSB,
            "12362",
            ImmutableList.of(
                items("KOKkommuneregion0000", "3201", "EAK"),
                items("KOKfunksjon0000", "FGK13"),
                items("KOKart0000", "AGD10"),
                items("ContentsCode", "KOSbelop0000"),
                selected("Tid", new Selection.Top(5))));
    assertThat(request.uri()).isEqualTo(URI.create("https://data.ssb.no/api/v0/no/table/12362"));
    assertThat(json(request))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"query":[{"code":"KOKkommuneregion0000","selection":{"filter":"item","values":["3201","EAK"]}},
                          {"code":"KOKfunksjon0000","selection":{"filter":"item","values":["FGK13"]}},
                          {"code":"KOKart0000","selection":{"filter":"item","values":["AGD10"]}},
                          {"code":"ContentsCode","selection":{"filter":"item","values":["KOSbelop0000"]}},
                          {"code":"Tid","selection":{"filter":"top","values":["5"]}}],
                 "response":{"format":"json-stat2"}}
                """));
  }

  @Test
  void theQueryOfSsbsHousePrices() throws IOException {
    JsonNode expected = Json.MAPPER.readTree(shared("pxwebpy_query_no.json"));
    Request request =
        v1.data(
            SSB,
            "07221",
            ImmutableList.of(
                items(
                    "Region", "TOTAL", "001", "002", "003", "004", "005", "006", "007", "008",
                    "009", "010", "011"),
                items("Boligtype", "01", "02", "03"),
                items("ContentsCode", "Boligindeks"),
                items(
                    "Tid", "2022K1", "2022K2", "2022K3", "2022K4", "2023K1", "2023K2", "2023K3",
                    "2023K4")));
    assertThat(json(request)).isEqualTo(expected);
  }

  @Test
  void theQueryOfSsbsConnector() throws IOException {
    JsonNode expected = Json.MAPPER.readTree(shared("vtl_query.json"));
    Request request =
        v1.data(
            SSB,
            "09220",
            ImmutableList.of(
                selected("Region", new Selection.All()),
                items("Eierskap", "01", "02-03", "98"),
                items("ContentsCode", "Antall1"),
                selected("Tid", new Selection.Top(3))));
    // Theirs asks for JSON-stat 1, ours for 2.
    assertThat(json(request).path("query")).isEqualTo(expected.path("query"));
  }

  // The users' guide of PxWebApi 2 and its specification, PxAPI-2.yml.
  @Test
  void aPostOfVersion2() throws IOException {
    Request request =
        v2.data(
            Service.of(PxWebClient.SSB_V2, "no"),
            "12362",
            ImmutableList.of(
                items("Tid", "2024"),
                selected("Maaned", new Selection.Matching(ImmutableList.of("202?M12"))),
                selected("Aar", new Selection.Range("2015", "2020")),
                selected(
                    "KOKkommuneregion0000",
                    Selection.CodeListed.of(
                        Selection.Kind.AGGREGATION_SINGLE,
                        "agg_KOGkommuneregion000005402",
                        ImmutableList.of()))));
    assertThat(request.uri().toString())
        .isEqualTo(
            "https://data.ssb.no/api/pxwebapi/v2/tables/12362/data?lang=no&outputFormat=json-stat2"
                + "&outputValues%5BKOKkommuneregion0000%5D=single");
    assertThat(json(request))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"selection":[{"variableCode":"Tid","valueCodes":["2024"]},
                              {"variableCode":"Maaned","valueCodes":["202?M12"]},
                              {"variableCode":"Aar","valueCodes":["range(2015,2020)"]},
                              {"variableCode":"KOKkommuneregion0000","valueCodes":["*"],
                               "codelist":"agg_KOGkommuneregion000005402"}]}
                """));
  }

  @Test
  void aGetOfVersion2() {
    String address =
        v2.address(
                Service.of(PxWebClient.SSB_V2, "no"),
                "12362",
                ImmutableList.of(
                    selected("Tid", new Selection.From("2015")),
                    selected(
                        "KOKkommuneregion0000",
                        Selection.CodeListed.of(
                            Selection.Kind.AGGREGATION,
                            "agg_KOGkommuneregion000005402",
                            ImmutableList.of("3201")))))
            .orElseThrow();
    assertThat(URI.create(address).getQuery())
        .isEqualTo(
            "lang=no&outputFormat=json-stat2&valueCodes[Tid]=from(2015)"
                + "&valueCodes[KOKkommuneregion0000]=3201"
                + "&codelist[KOKkommuneregion0000]=agg_KOGkommuneregion000005402");
  }

  @Test
  void aCommaInACodeHasNoPlaceInAnAddress() {
    assertThatThrownBy(
            () ->
                v2.address(
                    Service.of(PxWebClient.SSB_V2, "no"),
                    "1",
                    ImmutableList.of(items("Varer", "01,2"))))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("has a comma in the code \"01,2\"");
  }

  @Test
  void whatIsNoLetterIsEncoded() {
    Service service = Service.of(PxWebClient.SSB_V2, "no");
    assertThat(v2.grouping(service, "agg_Ålder10årJ").orElseThrow().uri().toString())
        .isEqualTo(
            "https://data.ssb.no/api/pxwebapi/v2/codelists/agg_%C3%85lder10%C3%A5rJ?lang=no");
    assertThat(v2.metadata(service, "../a b?c").uri().toString())
        .isEqualTo("https://data.ssb.no/api/pxwebapi/v2/tables/..%2Fa%20b%3Fc/metadata?lang=no");
  }

  @Test
  void theLimitsOfStatisticsSweden() throws IOException {
    assertThat(v2.limits(Json.read(shared("scb_v2_config.json"))))
        .isEqualTo(new CallLimits(150_000, 3, Duration.ofSeconds(1)));
  }

  @Test
  void theTablesOfStatisticsSweden() throws IOException {
    ImmutableList<TableSummary> tables = v2.tables(Json.read(shared("scb_v2_tables.json")));
    assertThat(tables).hasSize(20);
    assertThat(tables.get(0))
        .isEqualTo(
            new TableSummary(
                "TAB4707",
                "Antal pågående anställningar efter anställningstid, kön och sektor. Månad"
                    + " 2015M04-2026M03",
                Optional.of("2026-05-29T06:00:00Z")));
  }

  @Test
  void theCodeListOfStatisticsSweden() throws IOException {
    Grouping ages = PxProtocolV2.grouping(Json.read(shared("scb_v2_codelist_agg_Alder10arJ.json")));
    assertThat(ages.id()).isEqualTo("agg_Ålder10årJ");
    assertThat(ages.type()).isEqualTo(Grouping.Type.AGGREGATION);
    assertThat(ages.codes()).hasSize(11).startsWith("-9", "10-19");
    assertThat(ages.groups().get(0).members()).hasSize(10).contains("0", "9");
  }

  @Test
  void theMetadataOfStatisticsSweden() throws IOException {
    TableMetadata table = v2.metadata("TAB6471", shared("scb_v2_TAB6471_metadata.json"));
    assertThat(table.dimensions()).extracting(Dimension::size).containsExactly(312, 134, 3, 1, 16);
    assertThat(table.cells()).isEqualTo(2_006_784);
    assertThat(table.updated()).hasValue("2026-06-08T06:00:00Z");
    assertThat(table.dimension("Tid").role()).isEqualTo(DimensionRole.TIME);
    assertThat(table.codeLists().get("Region"))
        .extracting(TableMetadata.CodeListReference::id)
        .containsExactly("vs_CKM01Riket", "vs_CKM02Län", "vs_CKM03Kommun");
    assertThat(table.codeLists().get("Kon")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pxwebpy_response_table_variables.json, 6, 312",
    "vtl_09220-metadata.json, 4, 607",
  })
  void theMetadataOfVersion1(String file, int dimensions, int regions) throws IOException {
    TableMetadata table = v1.metadata("1", shared(file));
    assertThat(table.dimensions()).hasSize(dimensions);
    assertThat(table.dimension("Region").size()).isEqualTo(regions);
    assertThat(table.dimension("Region").role()).isEqualTo(DimensionRole.NONE);
    assertThat(table.dimension("Tid").role()).isEqualTo(DimensionRole.TIME);
    assertThat(table.dimension("ContentsCode").role()).isEqualTo(DimensionRole.METRIC);
    assertThat(table.updated()).isEmpty();
  }

  // From from(2015) the periods of a table that starts in 2016; a code between two years.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from(2015) | 2016 2017 2018",
        "to(2016) | 2016",
        "range(2017,2030) | 2017 2018",
        "top(99) | 2016 2017 2018",
        "top(1) | 2018",
        "bottom(1) | 2016",
        "2018,2016 | 2016 2018",
        "*7,*8 | 2017 2018",
      })
  void expressionsAreResolvedInTheOrderOfTheTable(String expression, String years) {
    Dimension newestFirst =
        Dimension.of("Tid", "2018", "2017", "2016").toBuilder().role(DimensionRole.TIME).build();
    Dimension oldestFirst =
        Dimension.of("Tid", "2016", "2017", "2018").toBuilder().role(DimensionRole.TIME).build();
    Selection selection = Selection.parse("Tid", expression);
    Stream.of(newestFirst, oldestFirst)
        .forEach(
            time ->
                assertThat(
                        SelectedDimension.of("1", time, selection, Optional.empty())
                            .codes()
                            .stream()
                            .sorted())
                    .containsExactly(years.split(" ", -1)));
  }

  @Test
  void topOfWhatIsNotTimeIsItsFirst() {
    Dimension regions = Dimension.of("Region", "32", "31", "03");
    assertThat(SelectedDimension.of("1", regions, new Selection.Top(2), Optional.empty()).codes())
        .containsExactly("32", "31");
    assertThat(
            SelectedDimension.of("1", regions, new Selection.From("31"), Optional.empty()).codes())
        .containsExactly("31", "03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"top(0)", "top(-1)", "top(1,2)", "range(2015)", "from(1,2)", "a,,b", "", " "})
  void anExpressionThatIsNoneIsRefused(String expression) {
    assertThatThrownBy(() -> Query.of("1").selecting("Tid", expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension Tid");
  }

  @Test
  void aQueryPrintsAsItIsWritten() {
    Query query = Query.of("12362").items("Region", "3201", "EAK").selecting("Tid", "top(5)");
    assertThat(query).hasToString("12362[Region=3201,EAK, Tid=top(5)]");
    assertThat(query)
        .isEqualTo(Query.of("12362").items("Region", "3201", "EAK").top("Tid", 5))
        .isNotEqualTo(Query.of("12362").top("Tid", 5));
  }
}
