package no.maaltall.kostra.accounts;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import no.maaltall.kostra.accounts.AccountsFileException.Problem;

/** The rows of a CSV file with a header: UTF-8, comma, columns by name in any order. */
final class CsvRows {
  private static final String PERIOD = "periode";
  private static final String PERIODS_ALLOWED = "a year (2015) or a range of years (2020..2026)";

  /** One row, with where it is. */
  static final class Row {
    private final String file;
    private final ImmutableMap<String, Integer> columns;
    private final CsvRecord fields;

    private Row(String file, ImmutableMap<String, Integer> columns, CsvRecord fields) {
      this.file = file;
      this.columns = columns;
      this.fields = fields;
    }

    String file() {
      return file;
    }

    long line() {
      return fields.getStartingLineNumber();
    }

    /** The field of a column; empty when the file does not have the column. */
    String get(String column) {
      Integer index = columns.get(column);
      return index == null ? "" : fields.getField(index);
    }

    AccountsFileException problem(Problem problem, String column, String allowed) {
      return new AccountsFileException(problem, file, line(), column, get(column), allowed);
    }

    /** Whether the row is for a year: its period is the year, a range with it, or not there. */
    boolean isFor(int year) {
      return !columns.containsKey(PERIOD) || period().contains(year);
    }

    /** The years that the row is for; none when it has no period. */
    ContiguousSet<Integer> years() {
      return columns.containsKey(PERIOD)
          ? ContiguousSet.create(period(), DiscreteDomain.integers())
          : ContiguousSet.closedOpen(0, 0);
    }

    private Range<Integer> period() {
      String text = get(PERIOD).strip();
      int dots = text.indexOf("..");
      int from = year(dots < 0 ? text : text.substring(0, dots));
      int to = dots < 0 ? from : year(text.substring(dots + 2));
      if (to < from) {
        throw problem(Problem.INVALID_PERIOD, PERIOD, PERIODS_ALLOWED);
      }
      return Range.closed(from, to);
    }

    private int year(String text) {
      if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw problem(Problem.INVALID_PERIOD, PERIOD, PERIODS_ALLOWED);
      }
      return Integer.parseInt(text);
    }
  }

  /** Knows at the end whether a quote was left open, which would have swallowed rows unnoticed. */
  private static final class QuoteCounter extends FilterReader {
    private boolean open;

    private QuoteCounter(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      open ^= c == '"';
      return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      for (int i = 0; i < count; i++) {
        open ^= buffer[offset + i] == '"';
      }
      return count;
    }

    private boolean isOpen() {
      return open;
    }
  }

  private CsvRows() {}

  static void read(
      Path path, ImmutableSet<String> required, ImmutableSet<String> optional, Consumer<Row> to) {
    String file = String.valueOf(path.getFileName());
    try (InputStream in = Files.newInputStream(path)) {
      read(file, in, required, optional, to);
    } catch (NoSuchFileException e) {
      throw new AccountsFileException(
          Problem.MISSING_FILE, file, 0, "", path.toString(), "a file with columns " + required);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  static void read(
      String file,
      InputStream in,
      ImmutableSet<String> required,
      ImmutableSet<String> optional,
      Consumer<Row> to)
      throws IOException {
    long line = 1;
    try (QuoteCounter reader =
            new QuoteCounter(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(reader)) {
      Iterator<CsvRecord> rows = csv.iterator();
      if (!rows.hasNext()) {
        throw new AccountsFileException(
            Problem.MISSING_COLUMN, file, 1, "", "", "a header with the columns " + required);
      }
      ImmutableMap<String, Integer> columns = columns(file, rows.next(), required, optional);
      while (rows.hasNext()) {
        CsvRecord fields = rows.next();
        line = fields.getStartingLineNumber();
        if (fields.getFieldCount() != columns.size()) {
          throw fieldCount(file, line, columns.size());
        }
        to.accept(new Row(file, columns, fields));
      }
      if (reader.isOpen()) {
        throw new AccountsFileException(
            Problem.UNREADABLE, file, line, "", "", "a quote at the end of each quoted field");
      }
    } catch (CsvParseException e) {
      throw unreadable(file, line, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw unreadable(file, line, e);
      }
      throw e;
    } catch (CharacterCodingException e) {
      throw unreadable(file, line, e);
    }
  }

  private static AccountsFileException fieldCount(String file, long line, int columns) {
    return new AccountsFileException(
        Problem.FIELD_COUNT, file, line, "", "", "a field for each of the columns, " + columns);
  }

  private static AccountsFileException unreadable(String file, long line, Exception cause) {
    AccountsFileException problem =
        new AccountsFileException(
            Problem.UNREADABLE, file, line, "", "", "UTF-8 text, comma, RFC 4180 quotes");
    problem.initCause(cause);
    return problem;
  }

  private static ImmutableMap<String, Integer> columns(
      String file, CsvRecord header, ImmutableSet<String> required, ImmutableSet<String> optional) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String name = header.getField(i).strip();
      if (i == 0 && name.startsWith("\ufeff")) {
        name = name.substring(1);
      }
      if (!required.contains(name) && !optional.contains(name)) {
        throw new AccountsFileException(
            Problem.UNKNOWN_COLUMN, file, 1, "", name, required + ", optional " + optional);
      }
      if (columns.put(name, i) != null) {
        throw new AccountsFileException(Problem.DUPLICATE, file, 1, "", name, "each column once");
      }
    }
    for (String name : required) {
      if (!columns.containsKey(name)) {
        throw new AccountsFileException(
            Problem.MISSING_COLUMN, file, 1, name, "", required + ", optional " + optional);
      }
    }
    return ImmutableMap.copyOf(columns);
  }
}
