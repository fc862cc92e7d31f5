package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/**
 * Reads a file of official statistics of any kind that is known, told by what is in it: JSON-stat,
 * PC-Axis, or an export of Udir. Its name does not count.
 *
 * <pre>{@code
 * Cube cube = StatbankFile.read(Path.of("table.dat"));
 * }</pre>
 *
 * <p>Spreadsheets and other files that a statistical office gives, but that are not read, are
 * refused with a word on what to fetch instead.
 */
public final class StatbankFile {
  private static final int START = 1 << 16;
  private static final Pattern PX_KEYWORD =
      Pattern.compile("[A-Za-z0-9_-]{2,40}\\s*(?:\\[[^\\]]{1,20}\\])?\\s*(?:\\(.*)?=.*");
  private static final String READ =
      "JSON-stat (json-stat2), PC-Axis (.px) or a CSV export of Udir";

  private StatbankFile() {}

  /** The kinds of file that are read. */
  public enum Format {
    /** JSON-stat 2.0 or 1.x. */
    JSON_STAT,
    /** PC-Axis. */
    PC_AXIS,
    /** A CSV export of Udir's Statistikkbanken. */
    UDIR_EXPORT
  }

  /**
   * {@return the kind of a file}
   *
   * @param file the file
   * @throws StatbankFileException if it is of none of the kinds; it says what it is, when it can
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Format format(Path file) {
    return open(file, in -> format(in.readNBytes(START)));
  }

  /**
   * {@return the cube of a file}
   *
   * @param file the file
   * @throws StatbankFileException if it is of none of the kinds, or cannot be read whole
   * @throws JsonStatException if it is JSON, but not JSON-stat with one cube
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Cube read(Path file) {
    return open(file, StatbankFile::readOne);
  }

  /**
   * {@return the cube of a stream}
   *
   * @param in the bytes; read to the end, not closed
   * @throws StatbankFileException if it is of none of the kinds, or cannot be read whole
   * @throws JsonStatException if it is JSON, but not JSON-stat with one cube
   * @throws UncheckedIOException if the stream fails
   */
  public static Cube read(InputStream in) {
    try {
      return readOne(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a table: " + e, e);
    }
  }

  /**
   * {@return the cubes of a file, in order; a bundle or collection of JSON-stat may have several,
   * or none}
   *
   * @param file the file
   * @throws StatbankFileException if it is of none of the kinds, or cannot be read whole
   * @throws JsonStatException if it is JSON, but not JSON-stat
   * @throws UncheckedIOException if the file cannot be read
   */
  public static ImmutableList<Cube> readAll(Path file) {
    return open(
        file,
        in -> {
          InputStream marked = new BufferedInputStream(in, START);
          return peek(marked) == Format.JSON_STAT
              ? JsonStat.readDocument(marked).cubes().values().asList()
              : ImmutableList.of(readOne(marked));
        });
  }

  private interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  private static <T> T open(Path file, Reading<T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  private static Cube readOne(InputStream in) throws IOException {
    InputStream marked = new BufferedInputStream(in, START);
    return switch (peek(marked)) {
      case JSON_STAT -> JsonStat.read(marked);
      case PC_AXIS -> PcAxis.read(marked);
      case UDIR_EXPORT -> UdirExport.read(marked);
    };
  }

  private static Format peek(InputStream marked) throws IOException {
    marked.mark(START);
    Format format = format(marked.readNBytes(START));
    marked.reset();
    return format;
  }

  private static Format format(byte[] start) {
    requireNoOtherFile(start);
    Charset charset = TextEncoding.utf16(start).orElse(StandardCharsets.UTF_8);
    // A start may end in the middle of a character, and what tells the kind is ASCII.
    String decoded = new String(start, charset);
    String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
    String stripped = text.stripLeading();
    if (stripped.isEmpty()) {
      throw new StatbankFileException(Problem.EMPTY, "the file", "nothing", READ);
    }
    if (stripped.startsWith("{") || stripped.startsWith("[")) {
      return Format.JSON_STAT;
    }
    if (stripped.startsWith("<")) {
      throw new StatbankFileException(
          Problem.UNSUPPORTED, "the file", "a web page or XML", READ + "; a page may tell why");
    }
    if (UdirText.looksLikeUdir(text)) {
      return Format.UDIR_EXPORT;
    }
    String line = stripped.lines().findFirst().orElse("");
    if (PX_KEYWORD.matcher(line).matches()) {
      return Format.PC_AXIS;
    }
    throw new StatbankFileException(
        Problem.UNKNOWN_FORMAT, "the file", CubeException.quote(line), READ);
  }

  private static void requireNoOtherFile(byte[] start) {
    String magic = new String(start, 0, Math.min(8, start.length), StandardCharsets.ISO_8859_1);
    String kind = otherKind(magic);
    if (!kind.isEmpty()) {
      throw new StatbankFileException(
          Problem.UNSUPPORTED,
          "the file",
          kind,
          READ + "; SSB's Statbank gives the same table as json-stat2 and px, Udir's as CSV");
    }
  }

  private static String otherKind(String magic) {
    if (magic.startsWith("PK\u0003\u0004")) {
      return "a spreadsheet (xlsx) or another zip archive";
    }
    if (magic.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return "an old spreadsheet (xls) or another Office document";
    }
    if (magic.startsWith("\u001f\u008b")) {
      return "a file packed with gzip";
    }
    if (magic.startsWith("PAR1")) {
      return "a Parquet file";
    }
    return magic.toUpperCase(Locale.ROOT).startsWith("%PDF") ? "a PDF document" : "";
  }
}
