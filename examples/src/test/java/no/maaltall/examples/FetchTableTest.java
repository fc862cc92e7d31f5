package no.maaltall.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example against a service on this machine, as it would be against Statistics Norway's. */
@Timeout(60)
class FetchTableTest {
  private static final String DIMENSIONS =
      """
      {"version":"2.0","class":"dataset","label":"12362: Utgifter til tjenesteområdene",
       "source":"Statistisk sentralbyrå","updated":"2026-03-16T07:00:00Z",
       "role":{"time":["Tid"],"geo":["KOKkommuneregion0000"],"metric":["ContentsCode"]},
       "id":["KOKkommuneregion0000","KOKfunksjon0000","KOKart0000","ContentsCode","Tid"],
       "size":[2,1,1,1,2],
       "dimension":{
        "KOKkommuneregion0000":{"label":"region","category":{"index":["3201","EAKUO"],
          "label":{"3201":"Bærum (2024-)","EAKUO":"Landet uten Oslo"}}},
        "KOKfunksjon0000":{"label":"funksjon","category":{"index":["FGK13"]}},
        "KOKart0000":{"label":"art","category":{"index":["AGD10"]}},
        "ContentsCode":{"label":"statistikkvariabel","category":{"index":["KOSbelop0000"],
          "label":{"KOSbelop0000":"Beløp"},
          "unit":{"KOSbelop0000":{"base":"1000 kr","decimals":0}}}},
        "Tid":{"label":"år","category":{"index":["2024","2025"]}}},
      """;
  private static final String METADATA = DIMENSIONS + "\"value\":[]}";
  private static final String DATA =
      DIMENSIONS + "\"value\":[1,2,3,null],\"status\":{\"3\":\":\"}}";

  @TempDir Path directory;
  private ServerSocket server;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException e) {
        if (server.isClosed()) {
          return; // The test is over.
        }
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String first = line(in);
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
    boolean known = first.contains("/tables/12362/");
    String body = first.startsWith("POST") ? DATA : known ? METADATA : "{\"title\":\"no table\"}";
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(known ? "200 OK" : "404 Not Found", bytes.length);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(UTF_8).strip();
  }

  private int run(String... args) {
    return FetchTable.run(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Test
  void fetchesAndWrites() throws IOException {
    int code = run("--base", base(), "--out", directory.toString());
    assertThat(err.toString(UTF_8)).contains("12362: 1 av 1 deler, 4 av 4 celler");
    assertThat(code).isZero();
    assertThat(out.toString(UTF_8)).contains("12362: Utgifter til tjenesteområdene");
    assertThat(Files.readAllLines(directory.resolve("cells.csv")))
        .containsExactly(
            "KOKkommuneregion0000,KOKfunksjon0000,KOKart0000,ContentsCode,Tid,OBS_VALUE,OBS_STATUS",
            "3201,FGK13,AGD10,KOSbelop0000,2024,1,",
            "3201,FGK13,AGD10,KOSbelop0000,2025,2,",
            "EAKUO,FGK13,AGD10,KOSbelop0000,2024,3,",
            "EAKUO,FGK13,AGD10,KOSbelop0000,2025,,:");
  }

  @Test
  void takesATableAndSelections() {
    String[] args = {
      "12362",
      "-s",
      "Tid=from(2024)",
      "-s",
      "KOKkommuneregion0000=3201,EAKUO",
      "--base",
      base(),
      "--cache",
      directory.resolve("kept").toString(),
      "--out",
      directory.resolve("out").toString()
    };
    assertThat(run(args)).isZero();
    assertThat(directory.resolve("out/cells.csv")).exists();
    assertThat(directory.resolve("kept")).isNotEmptyDirectory();
  }

  @Test
  void saysWhichTableIsNotThere() {
    assertThat(run("99999", "--base", base(), "--out", directory.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("table 99999: there is no such thing; status 404 from " + base());
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void saysWhichCodesAreNearest() {
    String[] args = {"12362", "-s", "KOKkommuneregion0000=3202", "--base", base()};
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("\"3202\"", "nearest of 2 known: [3201");
  }
}
