package no.maaltall.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tables made to do harm, read in a heap of 40 MB. A reader that holds a field, a line or the
 * problems of a whole file ends there with an OutOfMemoryError, one that recurses with a
 * StackOverflowError, and one that compares each code with every other does not end.
 */
class HostileTablesTest {
  private static final int PACKAGE_DEPTH = 4;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void saysWhatIsWrongInASmallHeap() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-Xmx40m", "-Xss512k", "-cp", classPath(), HostileTables.class.getName())
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(said).isEqualTo(expected());
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroy();
    }
  }

  private static String expected() throws IOException {
    try (InputStream in = HostileTablesTest.class.getResourceAsStream("hostile-tables.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The modules and classes of this JVM, and the tests, which are patched into one of them. */
  private static String classPath() throws URISyntaxException {
    String resource = "bad-tables.csv";
    URI inTests = Objects.requireNonNull(BadTablesTest.class.getResource(resource)).toURI();
    Path tests = Path.of(inTests);
    for (int up = 0; up < 1 + PACKAGE_DEPTH; up++) {
      tests = Objects.requireNonNull(tests.getParent());
    }
    return String.join(
        File.pathSeparator,
        List.of(
            tests.toString(),
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path", "")));
  }
}
