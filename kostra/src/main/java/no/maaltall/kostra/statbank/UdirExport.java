package no.maaltall.kostra.statbank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the files that the Directorate for Education and Training (Udir) gives from its
 * Statistikkbanken: UTF-16 without a byte order mark, a line {@code sep=}, and a column per school
 * year and group.
 *
 * <pre>{@code
 * sep=[tab]
 * EnhetNivaa  Organisasjonsnummer  EnhetNavn   2024-25.Alle trinn.Begge kjønn.Antall elever ...
 * 3           974557320            Slåtthaug   489
 * }</pre>
 *
 * <p>The dimensions are, in this order:
 *
 * <ul>
 *   <li>those of the rows. {@code Enhet}, with the columns of the school and of what it lies in
 *       ({@code EnhetNivaa, Nasjonaltkode, Fylkekode, Kommunekode, Organisasjonsnummer, Nasjonalt,
 *       Fylke, Kommune, EnhetNavn}): its code is {@code Organisasjonsnummer}, or else the code of
 *       the municipality, county or country; {@code Indikator}, with {@code Indikatorkode} and so
 *       on; and any other column, a column {@code Xkode} together with {@code Xnavn} as {@code X}.
 *       When one code of a dimension stands for rows that differ in its other columns, its codes
 *       are the texts of all its columns, joined with {@code /}.
 *   <li>{@code Skoleaar}, the first part of the heading of a column: {@code 2024-25} has the code
 *       {@code 2024/2025}, because {@code 2011-12} may be a month.
 *   <li>one for each further part of the headings, which are separated by points. A heading does
 *       not name it, so that it is named by the category that means "all" in it ({@code trinn} for
 *       "Alle trinn"), or {@code Inndeling2} and so on.
 *   <li>{@code Statistikkvariabel}, the last part: "Antall elever". Its unit is percent when it
 *       says so ("Andel", "prosent") or all its numbers have a percent sign.
 * </ul>
 *
 * <p>A column whose heading ends with {@code .Brudd} marks breaks: what is neither empty nor 0 or
 * "nei" in it gives the cell before the status break. {@code *} is suppressed, and {@code -} and an
 * empty cell are missing. Numbers are {@linkplain NorwegianNumber Norwegian}.
 *
 * <p>UTF-8 and the encoding of Windows are read as well, and separators without {@code sep=} when
 * they are tabs, semicolons or commas. The last line must end with a line break: a cut file is told
 * by its absence.
 */
public final class UdirExport {
  private UdirExport() {}

  /**
   * {@return the cube of a file}
   *
   * @param file the file
   * @throws StatbankFileException if it is not such a file, or is not whole
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Cube read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /**
   * {@return the cube of a stream}
   *
   * @param in the bytes; read to the end, not closed
   * @throws StatbankFileException if it is not such a file, or is not whole
   * @throws UncheckedIOException if the stream fails
   */
  public static Cube read(InputStream in) {
    return UdirTable.read(UdirText.read(in));
  }

  /**
   * {@return the cube of a text}
   *
   * @param text the content of a file
   * @throws StatbankFileException if it is not such a file, or is not whole
   */
  public static Cube parse(String text) {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
