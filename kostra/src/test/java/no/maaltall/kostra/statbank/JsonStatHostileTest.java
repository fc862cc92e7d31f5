package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile texts: a typed error or a right answer, in bounded time and memory. */
final class JsonStatHostileTest {
  private static final String SMALL =
      """
      {"version":"2.0","class":"dataset","label":"Barnehager i Bærum","note":["n"],
       "id":["Region","Tid"],"size":[2,2],"role":{"geo":["Region"],"time":["Tid"]},
       "dimension":{"Region":{"category":{"index":{"3201":0,"3203":1},"label":{"3201":"Bærum"}},
       "extension":{"show":"code"},"link":{"describedby":[{"href":"x"}]}},
       "Tid":{"category":{"index":["2023","2024"]}}},
       "value":[98,97.5,null,61],"status":{"2":":"},"extension":{"px":{"decimals":1}}}""";

  private static JsonStatException refused(InputStream in) {
    JsonStatException refused =
        catchThrowableOfType(JsonStatException.class, () -> JsonStat.readDocument(in));
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).hasSizeLessThan(2_000);
    return refused;
  }

  private static JsonStatException refused(String json) {
    return refused(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** A stream of a text, a part many times over, and a text; it is never there as a whole. */
  private static InputStream generated(String before, String part, long times, String after) {
    byte[] block = part.repeat(4096 / part.length()).getBytes(StandardCharsets.US_ASCII);
    InputStream repeated =
        new InputStream() {
          private long left = times * part.length();

          @Override
          public int read() {
            return left == 0 ? -1 : block[(int) ((times * part.length() - left--) % block.length)];
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            if (left == 0) {
              return -1;
            }
            int from = (int) ((times * part.length() - left) % block.length);
            int count = (int) Math.min(Math.min(length, block.length - from), left);
            System.arraycopy(block, from, to, offset, count);
            left -= count;
            return count;
          }
        };
    return new SequenceInputStream(
        new SequenceInputStream(
            new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)), repeated),
        new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theSmallTextIsReadWhenItIsWhole() {
    assertThat(JsonStat.parse(SMALL).cell("3203", "2023").sign()).isEqualTo(":");
  }

  @Test
  void aTextCutAtAnyByteIsRefused() {
    byte[] whole = SMALL.getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < whole.length; length++) {
      JsonStatException refused = refused(new ByteArrayInputStream(Arrays.copyOf(whole, length)));
      assertThat(refused.problem())
          .as("cut after %s bytes: %s", length, refused.getMessage())
          .isIn(
              JsonStatException.Problem.CUT_OFF,
              JsonStatException.Problem.EMPTY,
              JsonStatException.Problem.ENCODING,
              JsonStatException.Problem.SYNTAX);
    }
  }

  @Test
  void aConnectionCutHalfWayIsAnErrorOfTheStream() {
    InputStream cut =
        new SequenceInputStream(
            new ByteArrayInputStream(SMALL.substring(0, 300).getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }

              @Override
              public int read(byte[] to, int offset, int length) throws IOException {
                throw new IOException("connection reset");
              }
            });

    assertThatThrownBy(() -> JsonStat.read(cut))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("connection reset");
  }

  @Test
  void deepNestingIsRefusedWhereverItIs() {
    for (String before :
        List.of("", "{\"a\":", "{\"extension\":", "{\"value\":", "{\"note\":", "{\"dimension\":")) {
      for (String part : List.of("[", "{\"a\":", "{\"link\":{\"item\":[")) {
        JsonStatException refused = refused(generated(before, part, 100_000, ""));
        assertThat(refused.problem())
            .as("%s%s...: %s", before, part, refused.getMessage())
            .isIn(
                JsonStatException.Problem.LIMIT,
                JsonStatException.Problem.NOT_JSON_STAT,
                JsonStatException.Problem.SYNTAX,
                JsonStatException.Problem.WRONG_TYPE);
      }
    }
  }

  @Test
  void aGigabyteInOneTextIsRefusedOrPassedOver() {
    long gigabyte = 1L << 30;
    for (String before :
        List.of("{\"label\":\"", "{\"value\":[\"", "{\"status\":{\"", "{\"x\":1")) {
      JsonStatException refused =
          refused(generated(before, before.endsWith("1") ? "1" : "x", gigabyte, "\"}"));
      assertThat(refused.problem()).isEqualTo(JsonStatException.Problem.LIMIT);
    }
  }

  @Test
  void aGigabyteOfSpaceIsPassedOver() {
    assertThat(JsonStat.read(generated(SMALL, " ", 1L << 28, "")).size()).isEqualTo(4);
  }

  @Test
  void sizesThatLieAllocateNothing() {
    for (String size :
        List.of("[2147483647,2147483647]", "[4611686018427387904,4]", "[2,900000000]")) {
      assertThat(refused(SMALL.replace("[2,2]", size)).problem())
          .isEqualTo(JsonStatException.Problem.SIZE);
      // Also when the values come first, or the size is known before them.
      assertThat(
              refused(
                      SMALL
                          .replace("\"size\":[2,2],", "")
                          .replaceFirst("\\}$", ",\"size\":" + size + "}"))
                  .problem())
          .isEqualTo(JsonStatException.Problem.SIZE);
    }
  }

  private static String binary(int dimensions, String rest) {
    String ids =
        IntStream.range(0, dimensions)
            .mapToObj(d -> "\"d" + d + "\"")
            .collect(Collectors.joining(","));
    String sizes =
        IntStream.range(0, dimensions).mapToObj(d -> "2").collect(Collectors.joining(","));
    String each =
        IntStream.range(0, dimensions)
            .mapToObj(d -> "\"d" + d + "\":{\"category\":{\"index\":[\"a\",\"b\"]}}")
            .collect(Collectors.joining(","));
    return "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":["
        + ids
        + "],\"size\":["
        + sizes
        + "],\"dimension\":{"
        + each
        + "},"
        + rest
        + "}";
  }

  @Test
  void aTableOfManyCellsWithFewValuesIsSmall() {
    Cube sparse =
        JsonStat.parse(binary(40, "\"value\":{\"7\":1.5,\"1099511627775\":2},\"status\":\"e\""));

    assertThat(sparse.size()).isEqualTo(1L << 40);
    assertThat(sparse.valueAt(7)).isEqualTo(1.5);
    assertThat(sparse.signAt(8)).isEqualTo("e");
    assertThat(sparse.store().arrayBytes()).isLessThan(100);
    assertThat(JsonStat.parse(JsonStat.toJson(sparse))).isEqualTo(sparse);
    assertThat(sparse.summary()).hasSizeLessThan(10_000);
    assertThatThrownBy(() -> sparse.writeCsv(new StringWriter())).isInstanceOf(CubeException.class);
    assertThatThrownBy(sparse::values).isInstanceOf(CubeException.class);
  }

  @Test
  void aDescriptionMayHaveMoreCellsThanAnArray() {
    Cube description = JsonStat.parse(binary(50, "\"value\":[]"));

    assertThat(description.size()).isEqualTo(1L << 50);
    assertThat(description.hasData()).isFalse();
    assertThat(description.summary()).contains("beskrivelse");
  }

  @Test
  void sizesThatMultiplyPastALongAreRefused() {
    assertThat(refused(binary(63, "\"value\":[]")).problem())
        .isEqualTo(JsonStatException.Problem.SIZE);
    assertThat(refused(binary(31, "\"value\":[1]")).problem())
        .isEqualTo(JsonStatException.Problem.VALUES);
  }

  @Test
  void moreDifferentSignsThanCanBeKeptAreRefused() {
    String texts =
        IntStream.range(0, 70_000).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));

    assertThat(refused("{\"value\":[" + texts + "]}").problem())
        .isEqualTo(JsonStatException.Problem.LIMIT);
    assertThat(refused("{\"status\":[" + texts + "]}").problem())
        .isEqualTo(JsonStatException.Problem.LIMIT);
  }

  @TestFactory
  Stream<DynamicTest> everyEdgeCaseGivesAnErrorThatSaysWhereOrACube() {
    return JsonStatFiles.list("edge").stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> checkEdge(f)));
  }

  private static void checkEdge(Path file) {
    String name = file.getFileName().toString();
    boolean invalid =
        name.startsWith("jsonstat_schema")
            || name.equals("order_invalid.json")
            || name.equals("rjstat_notjsonstat.json");
    Throwable thrown = catchThrowable(() -> JsonStat.readDocument(file));
    if (invalid) {
      assertThat(thrown).isInstanceOf(JsonStatException.class).hasMessageStartingWith("$");
      return;
    }
    assertThat(thrown).isNull();
    for (Cube cube : JsonStat.readDocument(file).cubes().values()) {
      assertThat(cube.hasData()).isTrue();
      assertThat(JsonStat.parse(JsonStat.toJson(cube)).statusCounts())
          .isEqualTo(cube.statusCounts());
    }
  }

  @Test
  void aFileThatIsNotThereIsAnErrorOfTheFile(@TempDir Path directory) {
    assertThatThrownBy(() -> JsonStat.read(directory.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }
}
