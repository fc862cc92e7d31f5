package no.maaltall.core.io;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of a table as slices of the parser's buffer, finds each one's column, and gives
 * them to a subclass; a row with a problem is reported and goes no further.
 *
 * <p>It builds no records, so that the parser runs through the file in one call; it builds one only
 * to stop the parser, when the header makes the rest of no use.
 */
abstract class RowHandler extends CsvCallbackHandler<Boolean> {
  /** The most characters that a field may have. */
  static final int LONGEST_FIELD = 1_000_000;

  // No table of ours has a twentieth of them; more is a line of commas.
  private static final int MOST_COLUMNS = 1_000;
  private static final int SHOWN_BESIDE = 30;

  private final TableFile file;
  private final Problems problems;
  private final List<String> header = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private @Nullable Utf8Reader input;
  private @Nullable Column @Nullable [] columns;
  private boolean stopped;
  private long line;
  private int fieldCount;

  /** A problem of the row that is being read, which may yet turn out to be of another kind. */
  private record Failure(TableProblem problem, @Nullable Throwable cause) {}

  RowHandler(TableFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Takes a field of a column that the file may have. */
  abstract void field(Column column, char[] buffer, int offset, int length);

  /** Takes the row whose fields were given, when none of them failed. */
  abstract void row();

  /** Told of a row that failed, of which some fields may not have been given. */
  void refused() {}

  /** Forgets the row, whether it was taken or not. */
  abstract void clear();

  final TableFile file() {
    return file;
  }

  final Problems problems() {
    return problems;
  }

  final void attach(Utf8Reader reader) {
    input = reader;
  }

  final long line() {
    return line;
  }

  final boolean hasFailed() {
    return !failures.isEmpty();
  }

  final boolean isStopped() {
    return stopped;
  }

  final boolean hasHeader() {
    return columns != null;
  }

  final void fail(Kind kind, Column column, String value, String allowed) {
    fail(kind, column, value, allowed, null);
  }

  final void fail(
      Kind kind, Column column, String value, String allowed, @Nullable Throwable cause) {
    fail(kind, column.name(), value, allowed, cause);
  }

  private void fail(
      Kind kind, String column, String value, String allowed, @Nullable Throwable cause) {
    failures.add(new Failure(problem(kind, line, column, value, allowed), cause));
  }

  final TableProblem problem(Kind kind, long at, String column, String value, String allowed) {
    return new TableProblem(
        kind, file.fileName(), at, column, TableProblem.excerpt(value), allowed);
  }

  @Override
  protected final RecordType getRecordType() {
    return RecordType.DATA;
  }

  @Override
  protected final int getFieldCount() {
    return fieldCount;
  }

  @Override
  protected final void beginRecord(long startingLine) {
    line = startingLine;
    fieldCount = 0;
  }

  @Override
  protected final void addField(char[] buffer, int offset, int length, boolean quoted) {
    int index = fieldCount++;
    if (columns == null) {
      if (index < MOST_COLUMNS) {
        header.add(new String(buffer, offset, Math.min(length, LONGEST_FIELD)));
      }
    } else if (index < columns.length) {
      if (isReadable(index, buffer, offset, length)) {
        Column column = columns[index];
        if (column != null) {
          field(column, buffer, offset, length);
        }
      }
    }
  }

  private boolean isReadable(int index, char[] buffer, int offset, int length) {
    if (input != null && input.sawMalformed()) {
      if (Utf8Reader.indexOfMalformed(buffer, offset, length) >= 0) {
        failures.add(new Failure(malformed(header.get(index), buffer, offset, length), null));
        return false;
      }
    }
    if (length > LONGEST_FIELD) {
      fail(
          Kind.FIELD_TOO_LONG,
          TableProblem.excerpt(header.get(index)),
          ": " + length + " characters",
          "at most " + LONGEST_FIELD,
          null);
      return false;
    }
    return true;
  }

  /** Shows only what is around the first bad byte: a field may be a million of them. */
  private TableProblem malformed(String column, char[] buffer, int offset, int length) {
    int bad = Utf8Reader.indexOfMalformed(buffer, offset, length);
    int start = Math.max(offset, bad - SHOWN_BESIDE);
    if (start < bad && Character.isLowSurrogate(buffer[start])) {
      start++;
    }
    int end = Math.min(offset + length, bad + SHOWN_BESIDE);
    String text = new String(buffer, start, end - start);
    return new TableProblem(
        Kind.ENCODING,
        file.fileName(),
        line,
        TableProblem.excerpt(column),
        TableProblem.excerpt(Utf8Reader.visible(text), text.length()),
        Utf8Reader.guess(text));
  }

  @Override
  protected final void setComment(char[] buffer, int offset, int length) {
    throw new IllegalStateException("a tidy table has no comments, and the parser reads none");
  }

  @Override
  protected final void setEmpty() {
    fieldCount = 0;
  }

  /** Null, which makes the parser go on; something when it has to stop. */
  @Override
  @SuppressWarnings("NullAway") // The parser takes null for "no record".
  protected final Boolean buildRecord() {
    if (fieldCount > 0) {
      if (columns == null) {
        finishHeader();
      } else {
        finishRow(columns.length);
      }
    }
    return stopped ? Boolean.TRUE : null;
  }

  private void finishRow(int expectedFields) {
    if (fieldCount != expectedFields) {
      // Fields of a row that is cut or shifted are in the wrong columns, so their problems are not
      // what is wrong with it.
      failures.clear();
      String got = fieldCount == 1 ? "1 field" : fieldCount + " fields";
      String allowed = expectedFields + ", one for each column of the header";
      failures.add(new Failure(problem(Kind.FIELD_COUNT, line, "", got, allowed), null));
    } else if (failures.isEmpty()) {
      row();
    }
    if (!failures.isEmpty()) {
      refused();
      failures.forEach(f -> problems.add(f.problem(), f.cause()));
      failures.clear();
    }
    clear();
  }

  private void finishHeader() {
    if (fieldCount > MOST_COLUMNS) {
      stopped = true;
      String allowed = "a header of at most " + MOST_COLUMNS + " columns";
      problems.add(problem(Kind.FIELD_COUNT, line, "", fieldCount + " fields", allowed));
    }
    @Nullable Column[] found = new @Nullable Column[header.size()];
    Set<Column> seen = EnumSet.noneOf(Column.class);
    for (int i = 0; i < found.length && !stopped; i++) {
      found[i] = column(header.get(i));
      if (found[i] != null && !seen.add(found[i])) {
        stopped = true;
        problems.add(problem(Kind.DUPLICATE_COLUMN, line, found[i].name(), "", "each column once"));
      }
    }
    for (Column required : file.required()) {
      if (!stopped && !seen.contains(required)) {
        stopped = true;
        problems.add(
            problem(Kind.MISSING_COLUMN, line, required.name(), "", file.allowedColumns()));
      }
    }
    columns = found;
  }

  private @Nullable Column column(String name) {
    Column column = file.column(name);
    if (column == null) {
      char[] text = name.toCharArray();
      problems.add(
          Utf8Reader.indexOfMalformed(text, 0, text.length) >= 0
              ? malformed("", text, 0, text.length)
              : problem(
                  Kind.UNKNOWN_COLUMN,
                  line,
                  TableProblem.excerpt(name),
                  "",
                  file.allowedColumns()));
    }
    return column;
  }
}
