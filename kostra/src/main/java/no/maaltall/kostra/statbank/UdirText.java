package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.maaltall.kostra.statbank.StatbankFileException.Problem;

/**
 * The rows of an export of Udir, all with as many cells as there are headings.
 *
 * @param headings the headings
 * @param rows the rows below them
 */
record UdirText(ImmutableList<String> headings, ImmutableList<ImmutableList<String>> rows) {
  // Texts, copies and positions of a file, of a row and of a cell take this many bytes at worst.
  private static final long MEMORY = Runtime.getRuntime().maxMemory();
  private static final int LARGEST = (int) Math.min(1 << 30, MEMORY / 16);
  private static final long MOST_ROWS = MEMORY / 1_500;
  private static final long MOST_CELLS = MEMORY / 128;
  private static final int MOST_FIELDS = 16_384;

  static UdirText read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new StatbankFileException(
            Problem.LIMIT,
            "the file",
            "more than " + LARGEST + " bytes",
            "so many as there is memory for");
      }
      return parse(decode(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an export of Udir: " + e, e);
    }
  }

  private static String decode(byte[] bytes) {
    Optional<Charset> utf16 = TextEncoding.utf16(bytes);
    Charset charset =
        utf16.orElseGet(() -> TextEncoding.detect(bytes, Optional.empty(), TextEncoding.WINDOWS));
    try {
      String text = TextEncoding.decode(bytes, charset);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new StatbankFileException(
          utf16.isPresent() && bytes.length % 2 == 1 ? Problem.CUT_OFF : Problem.ENCODING,
          "the file",
          "bytes that are not " + charset,
          "whole characters of UTF-16, UTF-8 or Windows-1252");
    }
  }

  private static UdirText parse(String text) {
    if (text.isBlank()) {
      throw new StatbankFileException(
          Problem.EMPTY, "the file", "nothing", "headings and rows of an export of Udir");
    }
    if (!text.endsWith("\n") && !text.endsWith("\r")) {
      throw new StatbankFileException(
          Problem.CUT_OFF, "the last line", "no line break", "a line break after each line");
    }
    int firstEnd = text.indexOf('\n');
    boolean named = text.startsWith("sep=") && firstEnd > 0;
    String body = named ? text.substring(firstEnd + 1) : text;
    char separator = named ? named(text.substring(4, firstEnd)) : guessed(body);
    return rows(body, separator, named ? 2 : 1);
  }

  private static char named(String rest) {
    String separator = rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
    if (separator.length() != 1 || "\t;,|".indexOf(separator.charAt(0)) < 0) {
      throw new StatbankFileException(
          Problem.SYNTAX,
          "line 1, sep=",
          CubeException.quote(separator),
          "a tab, semicolon, comma or |");
    }
    return separator.charAt(0);
  }

  private static char guessed(String body) {
    String first = body.lines().findFirst().orElse("");
    return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
  }

  private static UdirText rows(String body, char separator, int firstLine) {
    List<ImmutableList<String>> rows = new ArrayList<>();
    long cells = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LARGEST)
            .ofCsvRecord(body)) {
      for (CsvRecord row : csv) {
        cells += row.getFieldCount();
        requireFits(rows, row, cells, firstLine);
        rows.add(ImmutableList.copyOf(row.getFields()));
      }
    } catch (CsvParseException e) {
      throw notCsv(e.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be read", e);
    }
    if (rows.isEmpty()) {
      throw notCsv("no headings");
    }
    return new UdirText(rows.get(0), ImmutableList.copyOf(rows.subList(1, rows.size())));
  }

  private static StatbankFileException notCsv(String got) {
    return new StatbankFileException(Problem.SYNTAX, "the rows", got, "texts between separators");
  }

  private static void requireFits(
      List<ImmutableList<String>> rows, CsvRecord row, long cells, int firstLine) {
    String where = "line " + (row.getStartingLineNumber() + firstLine - 1);
    if (cells > MOST_CELLS || rows.size() > MOST_ROWS || row.getFieldCount() > MOST_FIELDS) {
      throw new StatbankFileException(
          Problem.LIMIT,
          where,
          cells + " cells in " + (rows.size() + 1) + " rows so far",
          "at most "
              + MOST_CELLS
              + " cells in "
              + MOST_ROWS
              + " rows, for which there is memory, and "
              + MOST_FIELDS
              + " columns");
    }
    if (!rows.isEmpty() && rows.get(0).size() != row.getFieldCount()) {
      throw new StatbankFileException(
          Problem.SIZE,
          where,
          row.getFieldCount() + " cells",
          rows.get(0).size() + ", as there are headings");
    }
  }

  static boolean looksLikeUdir(String start) {
    String body = start.startsWith("\ufeff") ? start.substring(1) : start;
    return body.startsWith("sep=") || UdirHeading.findIn(body);
  }
}
