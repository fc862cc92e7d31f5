package no.maaltall.core.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * Puts the files of a table in a directory. All are written under other names first and moved when
 * they are whole, so that a crash leaves no half file.
 */
final class TableDirectory {
  private final Path directory;

  TableDirectory(Path directory) {
    this.directory = directory;
  }

  void write(TidyTableWriter writer) throws IOException {
    Files.createDirectories(directory);
    Map<TableFile, Path> written = new EnumMap<>(TableFile.class);
    String suffix = "." + UUID.randomUUID() + ".tmp";
    try {
      for (TableFile file : TableFile.values()) {
        if (writer.needs(file)) {
          Path temporary = directory.resolve(file.fileName() + suffix);
          written.put(file, temporary);
          write(writer, file, temporary);
        }
      }
      for (TableFile file : TableFile.values()) {
        Path temporary = written.get(file);
        Path target = directory.resolve(file.fileName());
        if (temporary != null) {
          move(temporary, target);
        } else {
          // One of an earlier data set would be read as part of this one.
          Files.deleteIfExists(target);
        }
      }
    } finally {
      for (Path temporary : written.values()) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void write(TidyTableWriter writer, TableFile file, Path path) throws IOException {
    try (Writer out =
        Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      writer.write(file, out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
