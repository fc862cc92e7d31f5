package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of the samples and of SSB, against the plainest reading of the same file. */
final class JsonStatRealFilesTest {
  /** Files that lie among them and are something else. */
  private static final List<String> NOT_JSON_STAT =
      List.of(
          "pxwebpy_query",
          "pxwebpy_result",
          "pxwebpy_response_table_variables",
          "scb_v2_codelist",
          "scb_v2_config",
          "scb_v2_search",
          "scb_v2_tables",
          "vtl_09220-metadata",
          "vtl_metadata",
          "vtl_query");

  @TestFactory
  Stream<DynamicTest> everyFileIsReadAndRoundTrips() {
    return Stream.of("samples", "ssb")
        .flatMap(dir -> JsonStatFiles.list(dir).stream())
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (NOT_JSON_STAT.stream().anyMatch(name::startsWith)) {
      JsonStatException refused =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              JsonStatException.class, () -> JsonStat.readDocument(file));
      assertThat(refused.problem()).isEqualTo(JsonStatException.Problem.NOT_JSON_STAT);
      return;
    }
    JsonStatDocument document = JsonStat.readDocument(file);
    for (Map.Entry<String, Cube> entry : document.cubes().entrySet()) {
      Cube cube = entry.getValue();
      Map<String, ?> expected = dataset(file, document, entry.getKey());
      compare(cube, expected);
      assertThat(roundTripped(cube)).isEqualTo(cube);
      assertThat(cube.summary()).isNotEmpty();
      assertThat(cube.toString()).hasSizeLessThan(1_000);
    }
    assertThat(
            document.cubes().size()
                + document.items().size()
                + document.dimension().stream().count())
        .isPositive();
  }

  private static Cube roundTripped(Cube cube) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonStat.write(cube, out);
    return JsonStat.read(new ByteArrayInputStream(out.toByteArray()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> object(@Nullable Object json) {
    return (Map<String, ?>) Objects.requireNonNull(json);
  }

  private static List<?> list(@Nullable Object json) {
    return (List<?>) Objects.requireNonNull(json);
  }

  private static Map<String, ?> dataset(Path file, JsonStatDocument document, String name)
      throws IOException {
    Map<String, ?> root = object(PlainJson.parse(Files.readString(file)));
    return switch (document.kind()) {
      case DATASET -> root;
      case BUNDLE -> object(root.get(name));
      case COLLECTION ->
          object(list(object(root.get("link")).get("item")).get(Integer.parseInt(name) - 1));
      case DIMENSION -> throw new AssertionError(file + " has no cube");
    };
  }

  private static void compare(Cube cube, Map<String, ?> expected) {
    Map<String, ?> home = expected.containsKey("id") ? expected : object(expected.get("dimension"));
    assertThat(cube.dimensions()).extracting(Dimension::id).isEqualTo(home.get("id"));
    assertThat(cube.dimensions())
        .extracting(d -> d.size() + "")
        .isEqualTo(list(home.get("size")).stream().map(Object::toString).toList());
    assertThat(cube.label()).isEqualTo(Optional.ofNullable(expected.get("label")));
    assertThat(cube.updated()).isEqualTo(Optional.ofNullable(expected.get("updated")));
    for (Dimension dimension : cube.dimensions()) {
      compare(dimension, object(object(expected.get("dimension")).get(dimension.id())));
    }
    for (long at = 0; at < Math.min(cube.size(), 100_000); at++) {
      compareCell(cube, at, expected);
    }
  }

  private static void compare(Dimension dimension, Map<String, ?> expected) {
    assertThat(dimension.label()).isEqualTo(expected.get("label"));
    Map<String, ?> category = object(expected.get("category"));
    for (int i = 0; i < dimension.size(); i++) {
      Category read = dimension.categories().get(i);
      Object index = category.get("index");
      if (index instanceof List<?> codes) {
        assertThat(read.code()).isEqualTo(codes.get(i));
      } else if (index != null) {
        assertThat(object(index).get(read.code())).hasToString(i + "");
      }
      if (category.get("label") != null) {
        assertThat(read.label()).isEqualTo(object(category.get("label")).get(read.code()));
      }
    }
  }

  private static void compareCell(Cube cube, long at, Map<String, ?> expected) {
    Object value = at(expected.get("value"), at);
    Object status = at(expected.get("status"), at);
    assertThat(cube.signAt(at)).as("sign of %s", at).isEqualTo(status == null ? "" : status);
    if (value instanceof BigDecimal number) {
      assertThat(cube.valueAt(at)).as("value of %s", at).isEqualTo(number.doubleValue());
    } else if (value instanceof String text) {
      assertThat(cube.cellAt(at).text()).contains(text);
    } else if ("-".equals(status)) {
      assertThat(cube.valueAt(at)).isZero();
    } else {
      assertThat(cube.valueAt(at)).isNaN();
      assertThat(cube.statusAt(at).isMissing()).isTrue();
    }
  }

  private static @Nullable Object at(@Nullable Object member, long at) {
    if (member instanceof List<?> list) {
      return list.isEmpty() ? null : list.size() == 1 ? list.get(0) : list.get((int) at);
    }
    return member instanceof Map<?, ?> map ? map.get(at + "") : member;
  }
}
