package no.maaltall.core.io;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of a tidy table come from: a directory, resources, a map, or a lambda.
 *
 * <pre>{@code
 * TidyTables.read(TableSource.directory(Path.of("baerum")));
 * TidyTables.read(TableSource.resources(MyApplication.class, "baerum"));
 * TidyTables.read(name -> Optional.ofNullable(MyApplication.class.getResourceAsStream(name)));
 * }</pre>
 */
@FunctionalInterface
public interface TableSource {

  /**
   * {@return the content of a file as a new stream, which the reader closes; empty when there is no
   * such file}
   *
   * @param fileName the name, such as {@code observations.csv}
   * @throws IOException if the file is there but cannot be opened
   */
  Optional<InputStream> open(String fileName) throws IOException;

  /** {@return what the files are in, for messages} */
  default String description() {
    return "the source";
  }

  /**
   * {@return the files of a directory}
   *
   * @param directory the directory; one that does not exist has no files
   */
  static TableSource directory(Path directory) {
    return new TableSource() {
      @Override
      public Optional<InputStream> open(String fileName) throws IOException {
        try {
          return Optional.of(Files.newInputStream(directory.resolve(fileName)));
        } catch (NoSuchFileException e) {
          return Optional.empty();
        }
      }

      @Override
      public String description() {
        return directory.toString();
      }
    };
  }

  /**
   * {@return the resources of a folder, found as {@link Class#getResourceAsStream} finds them}
   *
   * <p>A named module hides resources in its packages. There the folder is one that is no package
   * (its name has a hyphen, say), or the module opens it; or the caller gives a lambda, as above,
   * since a class always finds what lies in its own module.
   *
   * @param anchor a class of the module or jar that has the resources
   * @param folder the folder, relative to the class unless it starts with {@code /}; empty for the
   *     folder of the class itself
   */
  static TableSource resources(Class<?> anchor, String folder) {
    String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    return new TableSource() {
      @Override
      public Optional<InputStream> open(String fileName) {
        return Optional.ofNullable(anchor.getResourceAsStream(prefix + fileName));
      }

      @Override
      public String description() {
        return "the resources " + prefix + " of " + anchor.getName();
      }
    };
  }

  /**
   * {@return files given as text: for tests and notebooks}
   *
   * @param texts the text of each file, by its name
   * @throws IllegalArgumentException if a text has half a surrogate pair, which UTF-8 cannot hold
   */
  static TableSource ofTexts(Map<String, String> texts) {
    ImmutableMap.Builder<String, byte[]> contents = ImmutableMap.builder();
    texts.forEach((name, text) -> contents.put(name, utf8(name, text)));
    ImmutableMap<String, byte[]> byName = contents.buildOrThrow();
    return fileName -> Optional.ofNullable(byName.get(fileName)).map(ByteArrayInputStream::new);
  }

  private static byte[] utf8(String name, String text) {
    try {
      var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name + " has half a surrogate pair; allowed: text", e);
    }
  }
}
