package no.maaltall.projections.population;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Public data that are read where they are and not copied here. */
final class SharedData {
  private SharedData() {}

  /** The directory; skips the test when it is not there. */
  static Path directory() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate.resolve("projections"))) {
        return candidate;
      }
    }
    // A working copy may lie elsewhere; whoever runs the tests then says where the data are.
    Optional<Path> told =
        Optional.ofNullable(System.getProperty("maaltall.shared"))
            .map(dir -> Path.of(dir).resolve("data"))
            .filter(Files::isDirectory);
    assumeTrue(told.isPresent(), "shared/data is not beside the project or above it");
    return told.orElseThrow();
  }

  static List<String[]> rows(Path file, String separator, Charset charset) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, charset)) {
      rows.add(line.replace("\"", "").split(separator, -1));
    }
    return rows;
  }
}
