package no.maaltall.kostra.klass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Files of SSB's own responses, where they are beside the project. */
public final class SharedKlass {
  private SharedKlass() {}

  /**
   * {@return the directory of a kind of data; skips the test when it is not there}
   *
   * @param name the directory
   */
  public static Path directory(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    // A working copy may lie elsewhere; whoever runs the tests then says where the data are.
    Optional<Path> told =
        Optional.ofNullable(System.getProperty("maaltall.shared"))
            .map(dir -> Path.of(dir).resolve("data").resolve(name))
            .filter(Files::isDirectory);
    Assumptions.assumeTrue(told.isPresent(), "shared/data/" + name + " is not above the project");
    return told.orElseThrow();
  }

  /**
   * {@return a file of KLASS, open}
   *
   * @param name the file
   * @throws IOException if it cannot be opened
   */
  public static InputStream open(String name) throws IOException {
    return Files.newInputStream(directory("klass").resolve(name));
  }
}
