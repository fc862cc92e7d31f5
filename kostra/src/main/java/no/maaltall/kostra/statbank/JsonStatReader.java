package no.maaltall.kostra.statbank;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads JSON-stat with other than the standard meanings of signs.
 *
 * <pre>{@code
 * JsonStatReader eurostat =
 *     JsonStatReader.standard()
 *         .signs(StatusSigns.standard().with(":", ObservationStatus.MISSING));
 * Cube cube = eurostat.read(Path.of("nama_10_gdp.json"));
 * }</pre>
 *
 * <p>What is read, and what is refused, is told in {@link JsonStat}.
 */
public final class JsonStatReader {
  private static final JsonStatReader STANDARD = new JsonStatReader(StatusSigns.standard());

  private final StatusSigns signs;

  private JsonStatReader(StatusSigns signs) {
    this.signs = signs;
  }

  /** {@return a reader with the standard meanings of signs} */
  public static JsonStatReader standard() {
    return STANDARD;
  }

  /**
   * {@return a reader with other meanings of signs}
   *
   * @param signs the meanings
   */
  public JsonStatReader signs(StatusSigns signs) {
    return new JsonStatReader(signs);
  }

  /**
   * {@return the one cube of a file}
   *
   * @param file the file
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   * @throws UncheckedIOException if the file cannot be read
   */
  public Cube read(Path file) {
    return readDocument(file).cube();
  }

  /**
   * {@return the one cube of a stream}
   *
   * @param in the bytes; read to the end, not closed
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   * @throws UncheckedIOException if the stream fails
   */
  public Cube read(InputStream in) {
    return readDocument(in).cube();
  }

  /**
   * {@return the one cube of a text}
   *
   * @param json the text
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   */
  public Cube parse(String json) {
    return parseDocument(json).cube();
  }

  /**
   * {@return all that a file holds}
   *
   * @param file the file
   * @throws JsonStatException if it is not JSON-stat
   * @throws UncheckedIOException if the file cannot be read
   */
  public JsonStatDocument readDocument(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return document(JsonSource.of(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /**
   * {@return all that a stream holds}
   *
   * @param in the bytes; read to the end, not closed
   * @throws JsonStatException if it is not JSON-stat
   * @throws UncheckedIOException if the stream fails
   */
  public JsonStatDocument readDocument(InputStream in) {
    try {
      return document(JsonSource.of(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read JSON-stat: " + e, e);
    }
  }

  /**
   * {@return all that a text holds}
   *
   * @param json the text
   * @throws JsonStatException if it is not JSON-stat
   */
  public JsonStatDocument parseDocument(String json) {
    try {
      return document(JsonSource.of(json));
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be read", e);
    }
  }

  private JsonStatDocument document(JsonSource source) throws IOException {
    try (JsonCursor json = new JsonCursor(source)) {
      JsonToken first = json.next();
      if (first == null) {
        throw json.error(JsonStatException.Problem.EMPTY, "no text at all", "a JSON-stat document");
      }
      if (first != JsonToken.START_OBJECT) {
        throw json.error(
            JsonStatException.Problem.NOT_JSON_STAT,
            json.got(),
            "an object: a dataset, dimension, collection or bundle");
      }
      JsonStatNode node = new JsonStatNode(signs, "$").read(json);
      if (json.next() != null) {
        throw json.error(
            JsonStatException.Problem.SYNTAX, json.got() + " after the document", "nothing more");
      }
      return JsonStatAssembler.document(node);
    }
  }
}
