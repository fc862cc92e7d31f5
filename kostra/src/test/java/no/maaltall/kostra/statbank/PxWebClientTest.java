package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.CallLimits;
import no.maaltall.kostra.client.CallProgress;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.client.ClientOptions;
import no.maaltall.kostra.http.FakePace;
import no.maaltall.kostra.http.LocalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A client and a service that talk over a socket. */
@Timeout(60)
class PxWebClientTest {
  private static final Query QUERY =
      Query.of("12362")
          .items("KOKkommuneregion0000", "EAK", "3201")
          .items("ContentsCode", "KOSbelop0000")
          .top("Tid", 3);

  private final FakePace pace = new FakePace();
  private final PretendService service = new PretendService();
  @TempDir Path directory;

  @AfterEach
  void close() {
    service.close();
  }

  private PxWebClient client(PxWebVersion version) {
    return service.client(version, pace);
  }

  private PxWebClient v2() {
    return client(PxWebVersion.V2);
  }

  private void assertRight(Cube cube, String... codes) {
    Cell cell = cube.cell(codes);
    double value = service.value(codes);
    if (value % 7 == 0) {
      assertThat(cell.status()).isEqualTo(ObservationStatus.SUPPRESSED);
      assertThat(cell.sign()).isEqualTo(":");
    } else {
      assertThat(cell.value()).isEqualTo(value);
    }
  }

  private void assertAllRight(Cube cube) {
    cube.cells().forEach(c -> assertRight(cube, c.codes().toArray(String[]::new)));
  }

  @Test
  void makesNoCallBeforeItIsAsked() {
    v2().withLanguage("en").withCache(directory).withOptions(ClientOptions.defaults());
    assertThat(service.received()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void fetchesWhatIsAskedFor(PxWebVersion version) {
    Cube cube = client(version).fetch(QUERY);
    assertThat(cube.dimension("KOKkommuneregion0000").codes()).containsExactly("3201", "EAK");
    assertThat(cube.dimension("Tid").codes()).containsExactly("2022", "2023", "2024");
    assertThat(cube.size()).isEqualTo(6);
    assertAllRight(cube);
    assertThat(service.posts()).hasSize(1);
  }

  @Test
  void version2StatesEveryDimension() {
    v2().fetch(Query.of("12362").items("KOKkommuneregion0000", "3201"));
    LocalServer.Received post = service.posts().get(0);
    assertThat(post.path()).isEqualTo("/tables/12362/data?lang=no&outputFormat=json-stat2");
    assertThat(post.body())
        .isEqualTo(
            "{\"selection\":["
                + "{\"variableCode\":\"KOKkommuneregion0000\",\"valueCodes\":[\"3201\"]},"
                + "{\"variableCode\":\"ContentsCode\",\"valueCodes\":[\"*\"]},"
                + "{\"variableCode\":\"Tid\",\"valueCodes\":[\"*\"]}]}");
  }

  @Test
  void version1StatesEveryDimension() {
    client(PxWebVersion.V1).fetch(QUERY.all("ContentsCode"));
    LocalServer.Received post = service.posts().get(0);
    assertThat(post.path()).isEqualTo("/no/table/12362");
    assertThat(post.body())
        .isEqualTo(
            "{\"query\":["
                + "{\"code\":\"KOKkommuneregion0000\",\"selection\":{\"filter\":\"item\",\"values\":[\"3201\",\"EAK\"]}},"
                + "{\"code\":\"ContentsCode\",\"selection\":{\"filter\":\"all\",\"values\":[\"*\"]}},"
                + "{\"code\":\"Tid\",\"selection\":{\"filter\":\"top\",\"values\":[\"3\"]}}],"
                + "\"response\":{\"format\":\"json-stat2\"}}");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfSelectionMeansTheSameInBothVersions(PxWebVersion version) {
    PxWebClient client = client(version);
    Query all = Query.of("12362").items("ContentsCode", "KOSbelop0000");
    assertThat(years(client, all.bottom("Tid", 2))).containsExactly("2019", "2020");
    assertThat(years(client, all.top("Tid", 2))).containsExactly("2023", "2024");
    assertThat(years(client, all.from("Tid", "2023"))).containsExactly("2023", "2024");
    assertThat(years(client, all.to("Tid", "2020"))).containsExactly("2019", "2020");
    assertThat(years(client, all.range("Tid", "2020", "2021"))).containsExactly("2020", "2021");
    assertThat(years(client, all.matching("Tid", "202?"))).hasSize(5).doesNotContain("2019");
    assertThat(years(client, all.matching("Tid", "*19", "*24"))).containsExactly("2019", "2024");
    assertThat(years(client, all.all("Tid"))).hasSize(6);
    assertThat(client.fetch(all.top("Tid", 1).matching("KOKkommuneregion0000", "32*")).size())
        .isEqualTo(2);
  }

  private static List<String> years(PxWebClient client, Query query) {
    return client.fetch(query).dimension("Tid").codes();
  }

  @ParameterizedTest
  @EnumSource
  void aQueryOverTheLimitIsFetchedInPartsAndJoined(PxWebVersion version) {
    Query query = Query.of("12362").top("Tid", 5);
    Cube whole = client(version).fetch(query);
    for (int limit = 1; limit <= 40; limit++) {
      service.maxCells = limit;
      Cube joined = client(version).fetch(query);
      assertThat(joined.dimensions()).isEqualTo(whole.dimensions());
      assertThat(joined).isEqualTo(whole);
    }
    assertAllRight(whole);
  }

  @Test
  void partsAreAsFewAsTheLimitAllowsAndNameTheirCodes() {
    service.maxCells = 10;
    List<CallProgress> told = new ArrayList<>();
    v2().withProgress(told::add).fetch(Query.of("12362").top("Tid", 5));
    assertThat(service.posts()).hasSize(4);
    assertThat(service.posts()).noneMatch(p -> p.body().contains("top("));
    assertThat(told).hasSize(5);
    assertThat(told.get(0)).isEqualTo(new CallProgress("12362", 0, 4, 0, 40));
    assertThat(told.get(4).text()).isEqualTo("12362: 4 av 4 deler, 40 av 40 celler");
  }

  @Test
  void keepsToTheCallsThatTheServiceAllows() {
    service.maxCells = 1;
    service.maxCalls = 10;
    v2().fetch(Query.of("12362").top("Tid", 3).items("ContentsCode", "KOSbelop0000"));
    // 12 cells, metadata and limits are 14 calls: the last four wait for the next window.
    assertThat(service.received()).hasSize(14);
    assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void limitsAreReadOnceAndAreThoseOfSsbWhenTheServiceHasNone() {
    PxWebClient client = v2();
    client.fetch(QUERY);
    client.withLanguage("no").fetch(QUERY);
    assertThat(service.received().stream().filter(r -> r.path().equals("/config"))).hasSize(1);

    service.hasLimits = false;
    assertThat(v2().currentLimits()).isEqualTo(CallLimits.SSB);
    service.hasLimits = true;
    service.maxCells = 150_000;
    assertThat(v2().limits()).isEqualTo(new CallLimits(150_000, 30, Duration.ofSeconds(60)));
  }

  @Test
  void limitsThatMakeNoSenseAreThoseOfSsb() {
    service.maxCells = 0;
    assertThat(catchThrowableOfType(CallException.class, () -> v2().limits()).problem())
        .isEqualTo(Problem.UNREADABLE);
    assertThat(v2().currentLimits()).isEqualTo(CallLimits.SSB);
  }

  @Test
  void aGroupingIsAskedForByItsCodeList() {
    service.codeLists.put(
        "agg_KommSummer",
        ImmutableMap.of("3201", List.of("3201", "0301"), "EAK", List.of("3203", "0301")));
    Query query = QUERY.aggregation("KOKkommuneregion0000", "KommSummer");
    Cube cube = v2().fetch(query);
    assertThat(cube.dimension("KOKkommuneregion0000").codes()).containsExactly("3201", "EAK");
    assertThat(service.posts().get(0).body())
        .contains("\"valueCodes\":[\"*\"],\"codelist\":\"agg_KommSummer\"");
    assertThat(v2().grouping("agg_KommSummer").groups().get(0).members())
        .containsExactly("3201", "0301");
    assertThatThrownBy(
            () -> v2().fetch(QUERY.aggregation("KOKkommuneregion0000", "agg_KommSummer", "K-9")))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("K-9");

    Cube single =
        v2().fetch(QUERY.aggregationSingle("KOKkommuneregion0000", "agg_KommSummer", "EAK"));
    assertThat(single.dimension("KOKkommuneregion0000").codes()).containsExactly("3203", "0301");
  }

  @Test
  void version1NamesItsCodeListsInTheFilter() {
    PxWebClient client = client(PxWebVersion.V1);
    client.fetch(
        QUERY.aggregationSingle("KOKkommuneregion0000", "KOGkommuneregion000005402", "3201"));
    client.fetch(QUERY.aggregation("KOKkommuneregion0000", "agg:KommSummer", "0301"));
    client.fetch(QUERY.valueSet("KOKkommuneregion0000", "vs_Kommun", "0301"));
    assertThat(service.posts().get(0).body())
        .contains("{\"filter\":\"agg_single:KOGkommuneregion000005402\",\"values\":[\"3201\"]}");
    assertThat(service.posts().get(1).body())
        .contains("{\"filter\":\"agg:KommSummer\",\"values\":[\"0301\"]}");
    assertThat(service.posts().get(2).body())
        .contains("{\"filter\":\"vs:Kommun\",\"values\":[\"0301\"]}");
    assertThatThrownBy(() -> client.fetch(QUERY.aggregation("KOKkommuneregion0000", "KommSummer")))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("asks for all of agg:KommSummer, which this service cannot list");
    assertThatThrownBy(() -> client.grouping("agg_x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheTableDoesNotHaveIsAnErrorBeforeDataAreAskedFor(PxWebVersion version) {
    PxWebClient client = client(version);
    assertThatThrownBy(() -> client.fetch(QUERY.items("KOKkommuneregion0000", "3202")))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessage(
            "unknown code of KOKkommuneregion0000 in table 12362 \"3202\"; nearest of 4 known:"
                + " [3201, 3203, 0301]");
    assertThatThrownBy(() -> client.fetch(QUERY.all("Region")))
        .isInstanceOf(UnknownCodeException.class)
        .hasMessageContaining("dimension of table 12362 \"Region\"");
    assertThatThrownBy(() -> client.fetch(QUERY.matching("Tid", "19*")))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "the query of table 12362, dimension Tid, selects nothing: 19*; allowed: a selection of"
                + " some of its 6 categories");
    assertThat(service.posts()).isEmpty();
  }

  @Test
  void aCubeThatIsTooLargeIsRefusedBeforeDataAreAskedFor() {
    PxWebClient client = v2().withOptions(ClientOptions.defaults().withMaxCells(47));
    assertThatThrownBy(() -> client.fetch(Query.of("12362")))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("has 48 cells: {KOKkommuneregion0000=4, ContentsCode=2, Tid=6}");
    assertThat(service.posts()).isEmpty();
  }

  @Test
  void anUnknownTableIsAnError() {
    CallException e =
        catchThrowableOfType(CallException.class, () -> v2().fetch(Query.of("99999")));
    assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(e.subject()).isEqualTo("table 99999");
    assertThat(e.excerpt()).contains("Non-existent table");
  }

  @Test
  void aTableThatChangesWhileItIsFetchedIsFetchedAnew() {
    service.maxCells = 8;
    int[] calls = {0};
    service.beforeData =
        () -> {
          if (++calls[0] == 3) {
            service.updated = "2026-06-15T06:00:00Z";
          }
        };
    Cube cube = v2().fetch(Query.of("12362"));
    assertThat(cube.updated()).hasValue("2026-06-15T06:00:00Z");
    assertAllRight(cube);
    assertThat(calls[0]).isEqualTo(12);
  }

  @Test
  void aNewPeriodBetweenMetadataAndDataIsNotedAndFetched() {
    List<String> more = List.of("2019", "2020", "2021", "2022", "2023", "2024", "2025");
    service.beforeData = () -> service.dimensions.put("Tid", more);
    assertThat(v2().fetch(QUERY).dimension("Tid").codes()).containsExactly("2023", "2024", "2025");
    assertThat(service.posts()).hasSize(2);
  }

  /** A service of one dimension, which answers a request for data with what it is given. */
  private static LocalServer answeringData(String codes, String values) {
    return LocalServer.answering(
        request ->
            request.path().contains("/data")
                ? LocalServer.json(years(codes, values))
                : LocalServer.json(years("\"2023\",\"2024\"", "")));
  }

  private static String years(String codes, String values) {
    int size = Splitter.on(',').splitToList(codes).size();
    return """
        {"version":"2.0","class":"dataset","id":["Tid"],"size":[%d],
         "dimension":{"Tid":{"category":{"index":[%s]}}},"value":[%s]}
        """
        .formatted(size, codes, values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"2024\"' | 1 | OTHER_THAN_ASKED | dimension Tid has 1 codes, and not the 2 asked for",
        "'\"2023\",\"2025\"' | 1,2 | OTHER_THAN_ASKED | missing: 2024; not asked for: 2025",
        "'\"2023\",\"2024\"' | '' | OTHER_THAN_ASKED | it has no values",
        "'\"2023\",\"2024\"' | 1 | UNREADABLE | the answer has not the form",
        "'\"2023\",\"2024\"' | 1,} | UNREADABLE | the answer has not the form",
        "'\"2023\",\"2023\"' | 1,2 | UNREADABLE | the answer has not the form",
      })
  void anAnswerToAnotherQuestionIsFoundOut(
      String codes, String values, Problem problem, String message) {
    try (LocalServer liar = answeringData(codes, values)) {
      PxWebClient client = PxWebClient.at(liar.uri(), PxWebVersion.V2, pace);
      CallException e =
          catchThrowableOfType(CallException.class, () -> client.fetch(Query.of("12362")));
      assertThat(e.problem()).isEqualTo(problem);
      assertThat(e).hasMessageContaining(message);
      assertThat(e.subject()).isEqualTo("table 12362");
      assertThat(e.status()).hasValue(200);
    }
  }

  @Test
  void valuesThatAreAllMissingAreAnAnswer() {
    try (LocalServer server = answeringData("\"2023\",\"2024\"", "null,null")) {
      Cube cube = PxWebClient.at(server.uri(), PxWebVersion.V2, pace).fetch(Query.of("12362"));
      assertThat(cube.cells())
          .extracting(Cell::status)
          .containsOnly(ObservationStatus.MISSING_UNKNOWN);
    }
  }

  @Test
  void categoriesComeInTheOrderOfTheTable() {
    try (LocalServer server = answeringData("\"2024\",\"2023\"", "2024,2023")) {
      Cube cube = PxWebClient.at(server.uri(), PxWebVersion.V2, pace).fetch(Query.of("12362"));
      assertThat(cube.cells()).extracting(Cell::value).containsExactly(2023.0, 2024.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptIsNotAskedForAgainUntilTheTableChanges(PxWebVersion version) {
    service.maxCells = 3;
    Cube first = client(version).withCache(directory).fetch(QUERY);
    int posts = service.posts().size();
    Cube second = client(version).withCache(directory).fetch(QUERY);
    assertThat(second).isEqualTo(first);
    // Version 1 tells with data alone when the table was changed.
    assertThat(service.posts().size() - posts).isEqualTo(version == PxWebVersion.V1 ? 1 : 0);

    service.updated = "2026-06-15T06:00:00Z";
    Cube third = client(version).withCache(directory).fetch(QUERY);
    assertThat(third.updated()).hasValue("2026-06-15T06:00:00Z");
  }

  @Test
  void aKeptAnswerThatWasCutIsFetchedAgain() throws IOException {
    Cube first = v2().withCache(directory).fetch(QUERY);
    for (Path entry : entries()) {
      byte[] whole = Files.readAllBytes(entry);
      Files.write(entry, Arrays.copyOf(whole, whole.length / 2));
    }
    assertThat(v2().withCache(directory).fetch(QUERY)).isEqualTo(first);
    assertThat(service.posts()).hasSize(2);
    assertThat(v2().withCache(directory).fetch(QUERY)).isEqualTo(first);
    assertThat(service.posts()).hasSize(2);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void whatWasFetchedBeforeAStopIsNotFetchedAgain() {
    service.maxCells = 8;
    Cancellation cancellation = Cancellation.create();
    CallException e =
        catchThrowableOfType(
            CallException.class,
            () ->
                v2().withCache(directory)
                    .withCancellation(cancellation)
                    .withProgress(
                        p -> {
                          if (p.parts() == 4) {
                            cancellation.cancel();
                          }
                        })
                    .fetch(Query.of("12362")));
    assertThat(e.problem()).isEqualTo(Problem.CANCELLED);
    assertThat(service.posts()).hasSize(4);
    assertAllRight(v2().withCache(directory).fetch(Query.of("12362")));
    assertThat(service.posts()).hasSize(6);
  }

  @Test
  void anAddressStatesEveryDimension() {
    TableMetadata metadata = v2().metadata("12362");
    int calls = service.received().size();
    URI address =
        v2().address(
                Query.of("12362").items("KOKkommuneregion0000", "3201", "EAK").from("Tid", "2015"),
                metadata);
    assertThat(address.getRawPath()).isEqualTo("/tables/12362/data");
    assertThat(address.getQuery())
        .isEqualTo(
            "lang=no&outputFormat=json-stat2&valueCodes[KOKkommuneregion0000]=3201,EAK"
                + "&valueCodes[ContentsCode]=*&valueCodes[Tid]=from(2015)");
    assertThat(address.getRawQuery()).doesNotContain("[", "]");
    assertThat(service.received()).hasSize(calls);
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    for (String base : List.of("data.ssb.no", "file:///etc/passwd", "https://x.no/?a=b")) {
      assertThatThrownBy(() -> PxWebClient.at(URI.create(base), PxWebVersion.V2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(base);
    }
    assertThatThrownBy(() -> v2().withLanguage("no&x=1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
