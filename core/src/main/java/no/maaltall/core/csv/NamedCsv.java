package no.maaltall.core.csv;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.maaltall.core.io.TableProblem;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with named columns, in any order: rows whose fields are asked for by name and type.
 * The first thing that cannot be read is an exception with file, line, column, value and what is
 * allowed.
 */
public final class NamedCsv {
  // What a decoder puts for bytes that are not UTF-8.
  private static final char NOT_UTF_8 = '\ufffd';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String file;
  private final ImmutableSet<String> required;
  private final ImmutableSet<String> optional;
  private long line;

  /**
   * A file with these columns, in any order.
   *
   * @param file its name
   * @param required the columns that it must have
   * @param optional the columns that may be left out
   */
  public NamedCsv(String file, List<String> required, List<String> optional) {
    this.file = file;
    this.required = ImmutableSet.copyOf(required);
    this.optional = ImmutableSet.copyOf(optional);
  }

  /**
   * {@return the rows of the file; empty when there is no such file}
   *
   * @param source where it is
   * @throws TidyTableException at the first thing that cannot be read
   */
  public Optional<ImmutableList<CsvRow>> readIfPresent(TableSource source) {
    return readIfPresent(
        source,
        problem -> {
          throw problem;
        });
  }

  /**
   * {@return the good rows of the file; empty when there is no such file}
   *
   * @param source where it is
   * @param problems told what is wrong with a column or a row, which is left out
   * @throws TidyTableException if something is wrong with the whole file
   */
  public Optional<ImmutableList<CsvRow>> readIfPresent(
      TableSource source, Consumer<TidyTableException> problems) {
    try {
      Optional<InputStream> found = source.open(file);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = found.get()) {
        return Optional.of(rows(in, problems));
      }
    } catch (IOException e) {
      throw failure(Kind.UNREADABLE, line, "", String.valueOf(e), "", e);
    } catch (UncheckedIOException e) {
      throw failure(Kind.UNREADABLE, line, "", String.valueOf(e.getCause()), "", e);
    }
  }

  /**
   * {@return the rows of a file that must be there}
   *
   * @param source where it is
   * @throws TidyTableException at the first thing that cannot be read, or if there is no such file
   */
  public ImmutableList<CsvRow> read(TableSource source) {
    return readIfPresent(source)
        .orElseThrow(
            () -> failure(Kind.MISSING_FILE, 0, "", source.description(), "the file", null));
  }

  private ImmutableList<CsvRow> rows(InputStream in, Consumer<TidyTableException> problems)
      throws IOException {
    ImmutableList.Builder<CsvRow> rows = ImmutableList.builder();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(true)
            // Else a quote that does not end swallows the rest of the file without a word.
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw failure(Kind.EMPTY_FILE, 0, "", "", "a header row, with " + allowedColumns(), null);
      }
      ImmutableList<String> header = header(records.next(), problems);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        try {
          rows.add(row(header, row));
        } catch (TidyTableException e) {
          problems.accept(e);
        }
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof TidyTableException own) {
        throw own;
      }
      throw failure(Kind.UNREADABLE, line, "", String.valueOf(e.getMessage()), "RFC 4180", e);
    }
    return rows.build();
  }

  private ImmutableList<String> header(CsvRecord first, Consumer<TidyTableException> problems) {
    line = first.getStartingLineNumber();
    ImmutableList.Builder<String> header = ImmutableList.builder();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      String name = first.getField(i);
      if (i == 0 && !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK) {
        name = name.substring(1);
      }
      if (!required.contains(name) && !optional.contains(name)) {
        problems.accept(failure(Kind.UNKNOWN_COLUMN, line, name, "", allowedColumns(), null));
      }
      if (seen.put(name, i) != null) {
        throw failure(Kind.DUPLICATE_COLUMN, line, name, "", "each column once", null);
      }
      header.add(name);
    }
    for (String name : required) {
      if (!seen.containsKey(name)) {
        throw failure(Kind.MISSING_COLUMN, line, name, "", allowedColumns(), null);
      }
    }
    return header.build();
  }

  private CsvRow row(ImmutableList<String> header, CsvRecord row) {
    if (row.getFieldCount() != header.size()) {
      throw failure(
          Kind.FIELD_COUNT,
          line,
          "",
          row.getFieldCount() + (row.getFieldCount() == 1 ? " field" : " fields"),
          header.size() + ", one for each column of the header",
          null);
    }
    ImmutableMap.Builder<String, String> fields = ImmutableMap.builder();
    for (int i = 0; i < header.size(); i++) {
      String value = row.getField(i);
      if (value.indexOf(NOT_UTF_8) >= 0) {
        throw failure(Kind.ENCODING, line, header.get(i), value, "UTF-8", null);
      }
      if (required.contains(header.get(i)) || optional.contains(header.get(i))) {
        fields.put(header.get(i), value);
      }
    }
    return new CsvRow(file, line, fields.buildOrThrow());
  }

  private String allowedColumns() {
    return "the columns "
        + String.join(", ", required)
        + (optional.isEmpty() ? "" : ", and optionally " + String.join(", ", optional));
  }

  private TidyTableException failure(
      Kind kind, long at, String column, String value, String allowed, @Nullable Throwable cause) {
    return new TidyTableException(new TableProblem(kind, file, at, column, value, allowed), cause);
  }
}
