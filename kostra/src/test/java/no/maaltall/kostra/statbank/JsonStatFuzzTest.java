package no.maaltall.kostra.statbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.maaltall.core.indicator.ObservationStatus;

/** Damaged files: a typed error, or a cube that keeps the laws of cubes. */
final class JsonStatFuzzTest {
  private static final int LARGEST = 12_000;
  private static final List<byte[]> SEEDS = seeds();
  private static final List<String> PARTS =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "-1",
          "1e999",
          "0",
          "99999999999",
          ",",
          ":",
          "}",
          "]",
          "\"id\"",
          "\"size\"",
          "\"value\":",
          "\"status\":",
          "\"dimension\":{",
          "\"..\"",
          "\"-\"",
          "\\ud800",
          "\u0000",
          "\"index\":[\"a\"]",
          "\"class\":\"collection\"",
          "[[[[",
          "æ");

  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String form :
        List.of(
            "value-array",
            "value-object",
            "value-texts",
            "status-array",
            "status-text",
            "status-and-sparse-value",
            "v1-dataset",
            "collection-of-one",
            "eurostat-status",
            "other-members",
            "value-empty",
            "size-as-texts")) {
      try (InputStream in =
          Objects.requireNonNull(
              JsonStatFuzzTest.class.getResourceAsStream("forms/" + form + ".json"))) {
        seeds.add(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Stream.of("samples", "ssb", "edge")
        .flatMap(dir -> JsonStatFiles.list(dir).stream())
        .map(JsonStatFuzzTest::bytes)
        .filter(bytes -> bytes.length <= LARGEST)
        .forEach(seeds::add);
    return seeds;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 3_000)
  void aDamagedFileIsRefusedOrIsACube(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1_000_000) Integer> damages) {
    byte[] file = SEEDS.get(seed % SEEDS.size());
    for (int damage : damages) {
      file = damaged(file, new Random(damage));
    }
    check(file);
  }

  private static byte[] damaged(byte[] file, Random random) {
    int at = random.nextInt(file.length + 1);
    int length = Math.min(random.nextInt(20), file.length - at);
    switch (random.nextInt(5)) {
      case 0 -> {
        byte[] flipped = file.clone();
        if (at < file.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        return concat(file, 0, at, new byte[0], at + length);
      }
      case 2 -> {
        byte[] part = PARTS.get(random.nextInt(PARTS.size())).getBytes(StandardCharsets.UTF_8);
        return concat(file, 0, at, part, at);
      }
      case 3 -> {
        return concat(file, 0, at, Arrays.copyOfRange(file, at, at + length), at);
      }
      default -> {
        return digitChanged(file, at, random);
      }
    }
  }

  private static byte[] concat(byte[] file, int from, int to, byte[] part, int rest) {
    byte[] all = new byte[to - from + part.length + file.length - rest];
    System.arraycopy(file, from, all, 0, to - from);
    System.arraycopy(part, 0, all, to - from, part.length);
    System.arraycopy(file, rest, all, to - from + part.length, file.length - rest);
    return all;
  }

  /** A text that stays JSON, with another number in it: what passes the parser. */
  private static byte[] digitChanged(byte[] file, int from, Random random) {
    byte[] changed = file.clone();
    for (int at = from; at < changed.length; at++) {
      if (changed[at] >= '0' && changed[at] <= '9') {
        changed[at] = (byte) ('0' + random.nextInt(10));
        return changed;
      }
    }
    return changed;
  }

  private static void check(byte[] file) {
    JsonStatDocument document;
    try {
      document = JsonStat.readDocument(new ByteArrayInputStream(file));
    } catch (JsonStatException refused) {
      assertThat(refused).hasMessageStartingWith("$");
      assertThat(refused.getMessage()).hasSizeLessThan(2_000);
      return;
    }
    for (Cube cube : document.cubes().values()) {
      checkLaws(cube);
    }
  }

  private static void checkLaws(Cube cube) {
    long product = 1;
    for (Dimension dimension : cube.dimensions()) {
      product *= dimension.size();
    }
    assertThat(cube.size()).isEqualTo(product);
    for (long at = 0; at < Math.min(product, 500); at++) {
      ObservationStatus status = cube.statusAt(at);
      assertThat(Double.isNaN(cube.valueAt(at))).isEqualTo(status.isMissing());
      assertThat(Double.isInfinite(cube.valueAt(at))).isFalse();
    }
    assertThat(cube.statusCounts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(product);
    Cube again = JsonStat.parse(JsonStat.toJson(cube));
    assertThat(again.statusCounts()).isEqualTo(cube.statusCounts());
    assertThat(again.dimensions()).isEqualTo(cube.dimensions());
    assertThat(cube.summary()).hasSizeLessThan(100_000);
  }
}
