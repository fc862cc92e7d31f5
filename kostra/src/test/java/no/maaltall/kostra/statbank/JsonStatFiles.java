package no.maaltall.kostra.statbank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** JSON-stat files of statistical offices, where they are beside the project. */
final class JsonStatFiles {
  private JsonStatFiles() {}

  /** A directory of them: samples, ssb or edge; skips the test when it is not there. */
  static Path directory(String name) {
    Optional<Path> found = find().map(dir -> dir.resolve(name)).filter(Files::isDirectory);
    Assumptions.assumeTrue(
        found.isPresent(), "shared/data/jsonstat is not beside the project or above it");
    return found.orElseThrow();
  }

  static Path file(String directory, String name) {
    return directory(directory).resolve(name);
  }

  /** The JSON files of a directory; none when it is not there. */
  static List<Path> list(String directory) {
    Optional<Path> found = find().map(dir -> dir.resolve(directory)).filter(Files::isDirectory);
    if (found.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(found.get())) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Path> find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve("jsonstat");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    // A working copy may lie elsewhere; whoever runs the tests then says where the data are.
    return Optional.ofNullable(System.getProperty("maaltall.shared"))
        .map(dir -> Path.of(dir).resolve("data").resolve("jsonstat"))
        .filter(Files::isDirectory);
  }
}
