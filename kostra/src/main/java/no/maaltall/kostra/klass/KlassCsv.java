package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads KLASS's responses in CSV: semicolons, quoted, columns by name in any order, the last ones
 * left out where they are empty.
 *
 * <p>KLASS sends ISO-8859-1 unless it is asked for another charset. A letter that ISO-8859-1 does
 * not have, as the {@code č} of a Sámi name, then comes as {@code ?}, and cannot be had back: ask
 * for UTF-8, or for JSON.
 */
public final class KlassCsv {
  private static final int LONGEST_ROW = 1_000_000;

  private KlassCsv() {}

  /**
   * {@return the text of bytes that may be UTF-8 or ISO-8859-1: UTF-8 when they are valid as that}
   *
   * <p>Text in ISO-8859-1 with any letter beyond ASCII is hardly ever valid as UTF-8.
   *
   * @param content the bytes
   */
  public static String decode(byte[] content) {
    try {
      return decode(content, StandardCharsets.UTF_8);
    } catch (KlassFormatException e) {
      return decode(content, StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * {@return the text of bytes in a charset, without a byte order mark}
   *
   * @param content the bytes
   * @param charset the charset that the response declares
   * @throws KlassFormatException if the bytes are not valid in it
   */
  public static String decode(byte[] content, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      KlassFormatException problem =
          new KlassFormatException("bytes", String.valueOf(e.getMessage()), charset.name());
      problem.initCause(e);
      throw problem;
    }
  }

  /**
   * {@return codes}
   *
   * @param csv the text, with columns {@code code}, {@code name} and more
   * @throws KlassFormatException if it is something else
   */
  public static ImmutableList<KlassCode> codes(String csv) {
    return read(csv, Set.of("code", "name"), Fields::toCode);
  }

  /**
   * {@return changes}
   *
   * @param csv the text, with columns {@code oldCode}, {@code newCode}, {@code changeOccurred} and
   *     more
   * @throws KlassFormatException if it is something else
   */
  public static CodeChanges changes(String csv) {
    return CodeChanges.of(
        read(csv, Set.of("oldCode", "newCode", "changeOccurred"), Fields::toChange));
  }

  /**
   * {@return correspondences}
   *
   * @param csv the text, with columns {@code sourceCode}, {@code targetCode} and more
   * @throws KlassFormatException if it is something else
   */
  public static ImmutableList<Correspondence> correspondences(String csv) {
    return read(csv, Set.of("sourceCode", "targetCode"), Fields::toCorrespondence);
  }

  private static <T> ImmutableList<T> read(
      String csv, Set<String> required, Function<Fields, T> reading) {
    ImmutableList.Builder<T> rows = ImmutableList.builder();
    List<String> columns = null;
    // An open quote would swallow the rest of the rows without a word.
    if (csv.chars().filter(c -> c == '"').count() % 2 != 0) {
      throw new KlassFormatException(
          "CSV", "an uneven number of quotes", "a quote at the end of each quoted field");
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .maxBufferSize(LONGEST_ROW)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(csv)) {
      for (CsvRecord row : reader) {
        String path = "line " + row.getStartingLineNumber();
        if (columns == null) {
          columns = columns(path, row, required);
        } else {
          rows.add(reading.apply(fields(path, row, columns)));
        }
      }
    } catch (CsvParseException e) {
      throw unreadable(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be read", e);
    }
    if (columns == null) {
      throw new KlassFormatException("line 1", "nothing", "a header with the columns " + required);
    }
    return rows.build();
  }

  private static KlassFormatException unreadable(CsvParseException e) {
    KlassFormatException problem =
        new KlassFormatException(
            "CSV", String.valueOf(e.getMessage()), "semicolons, quotes as in RFC 4180");
    problem.initCause(e);
    return problem;
  }

  private static List<String> columns(String path, CsvRecord header, Set<String> required) {
    List<String> columns = header.getFields();
    if (!columns.containsAll(required) || Set.copyOf(columns).size() != columns.size()) {
      throw new KlassFormatException(
          path, String.join(";", columns), "a header with the columns " + required + ", each once");
    }
    return columns;
  }

  private static Fields fields(String path, CsvRecord row, List<String> columns) {
    if (row.getFieldCount() > columns.size()) {
      throw new KlassFormatException(
          path, row.getFieldCount() + " fields", "at most " + columns.size());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < row.getFieldCount(); i++) {
      texts.put(columns.get(i), row.getField(i));
    }
    return new Fields(path, ImmutableMap.copyOf(texts));
  }
}
