package no.maaltall.kostra.statbank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads PC-Axis files ({@code .px}), the format that the statistical offices of the Nordic
 * countries store and exchange their tables in.
 *
 * <pre>{@code
 * Cube cube = PcAxis.read(Path.of("population.px"));
 * Cube swedish = PcAxis.read(Path.of("population.px"), "sv");
 * }</pre>
 *
 * <p>The dimensions are the variables of STUB, then those of HEADING; the id of one is its
 * VARIABLECODE, or its name. Categories have their CODES, or else their VALUES, as codes. The
 * variable of CONTVARIABLE has the role metric, with UNITS and SHOWDECIMALS or PRECISION; one with
 * TIMEVAL the role time; one with MAP the role geo. Without CONTVARIABLE, CONTENTS and UNITS become
 * a {@linkplain Cube#constants constant} of the cube. Notes are kept; of cells, with the cells.
 *
 * <p>Cells in dots are missing: one is "not applicable", two "missing", three "not yet available",
 * unless DATASYMBOL1 and so on say that they stand for another of {@linkplain StatusSigns SSB's
 * signs}; more dots, and dots that stand for any other text, are missing without a known reason. A
 * dash is a zero. The {@linkplain Cube#signAt sign} of the cube is that in the data. With KEYS, the
 * cells of rows that are not in the file are 0: they are left out because they are.
 *
 * <p>The encoding is that of CODEPAGE or CHARSET, unless the bytes say otherwise: text that is
 * UTF-8 by its bytes is read so whatever is declared, text that is not never is, and letters tell
 * the encoding of DOS from that of Windows. UTF-16 is known by its bytes as well.
 *
 * <p>It refuses, with a {@link StatbankFileException}: cells that are not as many as the product of
 * the sizes, anything in a cell that is neither a number nor a sign, spaces and commas both between
 * numbers (a decimal comma may be meant), texts without end, a file without a semicolon at its end,
 * and more than 32 MiB or a million texts before the data. What is allocated follows what the file
 * has, not what it declares.
 *
 * @see <a href="https://www.scb.se/en/services/statistical-programs-for-px-files/px-file-format/">
 *     Statistics Sweden: PX file format</a>
 */
public final class PcAxis {
  private PcAxis() {}

  /**
   * {@return the cube of a file, with the texts of its main language}
   *
   * @param file the file
   * @throws StatbankFileException if it is not a PC-Axis file that can be read whole
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Cube read(Path file) {
    return open(file, Optional.empty());
  }

  /**
   * {@return the cube of a file, with the texts of one of its languages}
   *
   * @param file the file
   * @param language one of LANGUAGES, as {@code en}
   * @throws StatbankFileException if it is not a PC-Axis file that can be read whole, or does not
   *     have the language
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Cube read(Path file, String language) {
    return open(file, Optional.of(language));
  }

  /**
   * {@return the cube of a stream, with the texts of its main language}
   *
   * @param in the bytes; read to the end, not closed
   * @throws StatbankFileException if it is not a PC-Axis file that can be read whole
   * @throws UncheckedIOException if the stream fails
   */
  public static Cube read(InputStream in) {
    return PxTable.read(in, Optional.empty());
  }

  /**
   * {@return the cube of a stream, with the texts of one of its languages}
   *
   * @param in the bytes; read to the end, not closed
   * @param language one of LANGUAGES, as {@code en}
   * @throws StatbankFileException if it is not a PC-Axis file that can be read whole, or does not
   *     have the language
   * @throws UncheckedIOException if the stream fails
   */
  public static Cube read(InputStream in, String language) {
    return PxTable.read(in, Optional.of(language));
  }

  /**
   * {@return the cube of a text, with the texts of its main language}
   *
   * @param text the content of a PC-Axis file; what it says of its encoding does not count
   * @throws StatbankFileException if it is not a PC-Axis file
   */
  public static Cube parse(String text) {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Cube open(Path file, Optional<String> language) {
    try (InputStream in = Files.newInputStream(file)) {
      return PxTable.read(in, language);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }
}
