package no.maaltall.kostra.statbank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes JSON-stat, the format of SSB's Statbank, keeping the status of every cell.
 *
 * <pre>{@code
 * Cube cube = JsonStat.read(Path.of("12362.json"));
 * cube.cell("3201", "KOSbelop0000", "2024").status();
 * }</pre>
 *
 * <p>It reads JSON-stat 2.0 and 1.x: datasets, dimensions, bundles, and collections with what they
 * hold; {@code value} as an array or an object by position, with numbers, nulls, numbers written as
 * texts, and other texts; {@code status} as an array, an object by position or one sign for all;
 * {@code size} also as texts; {@code index} as an array or an object in any order, or none for a
 * dimension of one category; an empty {@code value}, which describes a table without its data; and
 * members in any order. Values go from the text to a {@code double[]}; nothing is allocated because
 * of a declared size. The encoding is UTF-8, or UTF-16 with a byte order mark.
 *
 * <p>It refuses, with a {@link JsonStatException} that tells the JSON path: sizes that are not
 * those of the categories, values that are not one per cell, positions outside the table or given
 * twice, codes given twice, and numbers that no double can stand for; also more than 500 levels of
 * nesting and texts of more than a million characters.
 *
 * <p>{@code note}, {@code link} and {@code extension} are kept and written again. Members that
 * JSON-stat does not have are left out.
 *
 * @see <a href="https://json-stat.org/full/">The JSON-stat Format 2.0</a>
 */
public final class JsonStat {
  private JsonStat() {}

  /**
   * {@return the one cube of a file}
   *
   * @param file the file
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Cube read(Path file) {
    return JsonStatReader.standard().read(file);
  }

  /**
   * {@return the one cube of a stream}
   *
   * @param in the bytes; read to the end, not closed
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   * @throws UncheckedIOException if the stream fails
   */
  public static Cube read(InputStream in) {
    return JsonStatReader.standard().read(in);
  }

  /**
   * {@return the one cube of a text}
   *
   * @param json the text
   * @throws JsonStatException if it is not JSON-stat, or has no cube or several
   */
  public static Cube parse(String json) {
    return JsonStatReader.standard().parse(json);
  }

  /**
   * {@return all that a file holds: cubes, a dimension, a collection}
   *
   * @param file the file
   * @throws JsonStatException if it is not JSON-stat
   * @throws UncheckedIOException if the file cannot be read
   */
  public static JsonStatDocument readDocument(Path file) {
    return JsonStatReader.standard().readDocument(file);
  }

  /**
   * {@return all that a stream holds: cubes, a dimension, a collection}
   *
   * @param in the bytes; read to the end, not closed
   * @throws JsonStatException if it is not JSON-stat
   * @throws UncheckedIOException if the stream fails
   */
  public static JsonStatDocument readDocument(InputStream in) {
    return JsonStatReader.standard().readDocument(in);
  }

  /**
   * {@return all that a text holds: cubes, a dimension, a collection}
   *
   * @param json the text
   * @throws JsonStatException if it is not JSON-stat
   */
  public static JsonStatDocument parseDocument(String json) {
    return JsonStatReader.standard().parseDocument(json);
  }

  /**
   * Writes a cube as JSON-stat 2.0, so that reading it gives an equal cube.
   *
   * <p>The exception are signs that have other than the {@linkplain StatusSigns#standard standard}
   * meanings. JSON-stat has no place for those, so the standard sign of the same meaning is written
   * instead: reading gives the same statuses.
   *
   * @param cube the cube
   * @param file the file; is replaced
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Cube cube, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(cube, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  /**
   * Writes a cube as JSON-stat 2.0, in UTF-8.
   *
   * @param cube the cube
   * @param out where to; is flushed, not closed
   * @throws UncheckedIOException if it cannot be written, also because of half a surrogate pair,
   *     which UTF-8 cannot hold
   */
  public static void write(Cube cube, OutputStream out) {
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder());
      JsonStatWriter.write(cube, writer);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write JSON-stat: " + e, e);
    }
  }

  /**
   * {@return a cube as JSON-stat 2.0}
   *
   * @param cube the cube
   */
  public static String toJson(Cube cube) {
    StringWriter out = new StringWriter();
    try {
      JsonStatWriter.write(cube, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be written to", e);
    }
    return out.toString();
  }
}
