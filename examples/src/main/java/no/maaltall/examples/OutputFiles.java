package no.maaltall.examples;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one run: written beside their places, and moved there together when all are whole,
 * so that a run that fails leaves those of the run before.
 */
final class OutputFiles implements Closeable {
  private static final String UNFINISHED = ".part";

  private final Path directory;
  private final List<String> names = new ArrayList<>();

  private OutputFiles(Path directory) {
    this.directory = directory;
  }

  static OutputFiles in(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new OutputFiles(directory);
  }

  /** Where to write the file with a name until it is moved in place. */
  Path create(String name) {
    names.add(name);
    return unfinished(name);
  }

  private Path unfinished(String name) {
    return directory.resolve(name + UNFINISHED);
  }

  void moveInPlace() throws IOException {
    for (String name : names) {
      Files.move(unfinished(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    names.clear();
  }

  /** Removes what was not moved. */
  @Override
  public void close() throws IOException {
    for (String name : names) {
      Files.deleteIfExists(unfinished(name));
    }
  }
}
