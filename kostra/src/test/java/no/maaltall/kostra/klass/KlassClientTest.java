package no.maaltall.kostra.klass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.maaltall.kostra.client.CallException;
import no.maaltall.kostra.client.CallException.Problem;
import no.maaltall.kostra.client.Cancellation;
import no.maaltall.kostra.http.FakePace;
import no.maaltall.kostra.http.LocalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The addresses of KLASS's guide, and what becomes of its answers. */
@Timeout(60)
class KlassClientTest {
  private static final LocalDate NEW_YEAR_2020 = LocalDate.of(2020, 1, 1);
  private static final LocalDate NEW_YEAR_2024 = LocalDate.of(2024, 1, 1);
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/classifications/131",
          "{\"name\":\"Standard for kommuneinndeling\",\"id\":131,\"versions\":[{\"name\":\"2024\",\"id\":1848,"
              + "\"validFrom\":\"2024-01-01\"}]}",
          "/classifications/131/codes?from=2020-01-01&to=2024-01-01",
          "{\"codes\":[{\"code\":\"3024\",\"level\":\"1\",\"name\":\"Bærum\","
              + "\"validFromInRequestedRange\":\"2020-01-01\",\"validToInRequestedRange\":\"2024-01-01\"}]}",
          "/classifications/131/codesAt?date=2024-01-01",
          "{\"codes\":[{\"code\":\"3201\",\"level\":\"1\",\"name\":\"Bærum\"}]}",
          "/classifications/131/changes?from=2020-01-01&to=2024-01-01",
          "{\"codeChanges\":[]}",
          "/classifications/131/changes?from=2020-01-01&to=2024-01-01&includeFuture=true",
          "{\"codeChanges\":[{\"oldCode\":\"3024\",\"oldName\":\"Bærum\",\"newCode\":\"3201\","
              + "\"newName\":\"Bærum\",\"changeOccurred\":\"2024-01-01\"}]}",
          "/classifications/131/corresponds?targetClassificationId=104&from=2020-01-01&to=2024-01-01",
          "{\"correspondenceItems\":[{\"sourceCode\":\"3024\",\"sourceName\":\"Bærum\","
              + "\"targetCode\":\"30\",\"targetName\":\"Viken\"}]}",
          "/classifications/131/correspondsAt?targetClassificationId=104&date=2024-01-01",
          "{\"correspondenceItems\":[{\"sourceCode\":\"3201\",\"sourceName\":\"Bærum\","
              + "\"targetCode\":\"32\",\"targetName\":\"Akershus\"}]}",
          "/versions/1848",
          "{\"name\":\"2024\",\"id\":1848,\"validFrom\":\"2024-01-01\",\"classificationItems\":"
              + "[{\"code\":\"3201\",\"level\":\"1\",\"name\":\"Bærum\"}]}",
          "/correspondencetables/2036",
          "{\"id\":2036,\"name\":\"Kommuner - fylker\",\"source\":\"Kommuner\",\"target\":\"Fylker\","
              + "\"correspondenceMaps\":[{\"sourceCode\":\"3201\",\"targetCode\":\"32\"}]}",
          "/versions/1",
          "{\"classificationItems\":[{\"code\":\"\"}]}");

  private final FakePace pace = new FakePace();
  private final LocalServer server =
      LocalServer.answering(
          request -> {
            String answer = ANSWERS.get(request.path());
            return answer == null
                ? LocalServer.status("404 Not Found", "Content-Type: application/json", "{}")
                : LocalServer.json(answer);
          });
  private final KlassClient client = KlassClient.at(server.uri(), pace);
  @TempDir Path directory;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void asksForJsonAtTheAddressesOfTheGuide() {
    assertThat(client.classification(131).versions()).hasSize(1);
    assertThat(client.codes(131, NEW_YEAR_2020, NEW_YEAR_2024).get(0).validTo())
        .hasValue(NEW_YEAR_2024);
    assertThat(client.codesAt(131, NEW_YEAR_2024).get(0).name()).isEqualTo("Bærum");
    assertThat(client.correspondsAt(131, 104, NEW_YEAR_2024).get(0).targetName())
        .isEqualTo("Akershus");
    assertThat(client.corresponds(131, 104, NEW_YEAR_2020, NEW_YEAR_2024).get(0).targetCode())
        .hasValue("30");
    assertThat(client.version(1848).codes().get(0).code()).isEqualTo("3201");
    assertThat(client.correspondenceTable(2036).correspondences()).hasSize(1);
    assertThat(server.received())
        .hasSize(7)
        .allMatch(r -> "application/json".equals(r.headers().get("accept")));
  }

  @Test
  void changesThatAreNotYetInForceAreAskedForByName() {
    assertThat(
            client
                .changes(131, NEW_YEAR_2020, NEW_YEAR_2024, KlassClient.Future.EXCLUDED)
                .changes())
        .isEmpty();
    assertThat(
            client
                .changes(131, NEW_YEAR_2020, NEW_YEAR_2024, KlassClient.Future.INCLUDED)
                .changes())
        .hasSize(1);
  }

  @Test
  void aRangeWithoutDaysIsRefused() {
    assertThatThrownBy(() -> client.codes(131, NEW_YEAR_2024, NEW_YEAR_2024))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the range of dates is from 2024-01-01 to 2024-01-01; allowed: to a later day");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aCorrespondenceThatIsNotThereIsAnError() {
    CallException e =
        catchThrowableOfType(
            CallException.class, () -> client.correspondsAt(131, 999, NEW_YEAR_2024));
    assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(e.subject())
        .isEqualTo(
            "KLASS /classifications/131/correspondsAt?targetClassificationId=999&date=2024-01-01");
  }

  @Test
  void anAnswerOfAnotherFormIsAnErrorAndIsNotKept() {
    KlassClient keeping = client.withCache(directory);
    for (int i = 0; i < 2; i++) {
      CallException e = catchThrowableOfType(CallException.class, () -> keeping.version(1));
      assertThat(e.problem()).isEqualTo(Problem.UNREADABLE);
      assertThat(e).hasCauseInstanceOf(KlassFormatException.class);
    }
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void anAnswerIsKeptForTheDay() {
    KlassClient keeping = client.withCache(directory);
    List<KlassCode> first = keeping.codesAt(131, NEW_YEAR_2024);
    assertThat(keeping.codesAt(131, NEW_YEAR_2024)).isEqualTo(first);
    assertThat(server.received()).hasSize(1);
    pace.pass(Duration.ofDays(1));
    assertThat(keeping.codesAt(131, NEW_YEAR_2024)).isEqualTo(first);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void keepsToTheCallsThatSsbAllows() {
    for (int i = 0; i < 31; i++) {
      client.codesAt(131, NEW_YEAR_2024);
    }
    assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(60));
  }

  @Test
  void aCancelledCallIsNotMade() {
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    assertThat(
            catchThrowableOfType(
                    CallException.class,
                    () -> client.withCancellation(cancellation).codesAt(131, NEW_YEAR_2024))
                .problem())
        .isEqualTo(Problem.CANCELLED);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void ssbsIsTheOneByDefault() {
    assertThat(KlassClient.SSB).isEqualTo(URI.create("https://data.ssb.no/api/klass/v1"));
    assertThat(KlassClient.ssb()).isSameAs(KlassClient.ssb());
  }
}
