package no.maaltall.kostra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is what was written, whole, or nothing. */
class DiskCacheTest {
  private static final byte[] BODY = "{\"value\":[1,2,3]}".getBytes(UTF_8);
  @TempDir Path directory;

  private DiskCache cache() {
    return DiskCache.in(directory, 1_000_000);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void anEntryIsFoundByKeyAndVersion() {
    cache().write("POST a", "2024", BODY);
    assertThat(cache().read("POST a", "2024")).hasValue(BODY);
    assertThat(cache().read("POST b", "2024")).isEmpty();
    assertThat(cache().read("POST a", "2025")).isEmpty();
  }

  @Test
  void keyAndVersionAreNotMixedUp() {
    cache().write("ab", "c", BODY);
    assertThat(cache().read("a", "bc")).isEmpty();
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOld() throws IOException {
    cache().write("a", "2024", BODY);
    cache().write("a", "2025", "{}".getBytes(UTF_8));
    assertThat(cache().read("a", "2024")).isEmpty();
    assertThat(cache().read("a", "2025")).hasValue("{}".getBytes(UTF_8));
    onlyFile();
  }

  @Test
  void anEntryCutAnywhereCountsAsAbsent() throws IOException {
    cache().write("a", "2024", BODY);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int length = 0; length < whole.length; length++) {
      Files.write(onlyFile(), Arrays.copyOf(whole, length));
      assertThat(cache().read("a", "2024")).as("cut at %s", length).isEmpty();
    }
    Files.write(onlyFile(), Arrays.copyOf(whole, whole.length + 1));
    assertThat(cache().read("a", "2024")).as("one byte more").isEmpty();
  }

  @Test
  void anEntryWithAnyByteChangedCountsAsAbsent() throws IOException {
    cache().write("a", "2024", BODY);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x40;
      Files.write(onlyFile(), changed);
      assertThat(cache().read("a", "2024")).as("byte %s", at).isEmpty();
    }
  }

  @Test
  void aDirectoryInThePlaceOfAnEntryDoesNoHarm() throws IOException {
    cache().write("a", "2024", BODY);
    Path place = onlyFile();
    Files.delete(place);
    Files.createDirectories(place.resolve("inside"));
    assertThat(cache().read("a", "2024")).isEmpty();
    cache().write("a", "2024", BODY);
    assertThat(onlyFile()).isDirectory();
  }

  @Test
  void writersAtTheSameTimeNeverShowHalfAnEntry() throws Exception {
    byte[] other = "{\"value\":[4,5,6,7,8,9]}".getBytes(UTF_8);
    cache().write("a", "2024", BODY);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int t = 0; t < 2; t++) {
        byte[] mine = t == 0 ? BODY : other;
        tasks.add(
            () -> {
              for (int i = 0; i < 50; i++) {
                cache().write("a", "2024", mine);
              }
              return 0;
            });
        tasks.add(
            () -> {
              int wrong = 0;
              for (int i = 0; i < 500; i++) {
                byte[] read = cache().read("a", "2024").orElse(new byte[0]);
                wrong += Arrays.equals(read, BODY) || Arrays.equals(read, other) ? 0 : 1;
              }
              return wrong;
            });
      }
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    onlyFile();
  }

  @Test
  void aWriterInAnotherProcessNeverShowsHalfAnEntry() throws Exception {
    cache().write("a", "2024", BODY);
    String path =
        System.getProperty("jdk.module.path", "")
            + File.pathSeparator
            + System.getProperty("java.class.path")
            + File.pathSeparator
            + Path.of("target", "test-classes");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                Writer.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    int read = 0;
    while (other.isAlive()) {
      assertThat(cache().read("a", "2024")).hasValueSatisfying(b -> assertThat(b).startsWith('{'));
      cache().write("a", "2024", BODY);
      read++;
    }
    String said = new String(other.getInputStream().readAllBytes(), UTF_8);
    assertThat(other.exitValue()).as(said).isZero();
    assertThat(read).isPositive();
    onlyFile();
  }

  /** What the other process runs. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      byte[] large = ("{" + " ".repeat(100_000) + "}").getBytes(UTF_8);
      DiskCache cache = DiskCache.in(Path.of(args[0]), 1_000_000);
      for (int i = 0; i < 100; i++) {
        cache.write("a", "2024", large);
      }
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsAnError() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> DiskCache.in(file.resolve("sub"), 10))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("sub");
  }
}
