package no.maaltall.projections.population;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.maaltall.core.io.TableSource;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Reads one of the files of a projection: its columns, and a range for its values.
 *
 * @param name the name of the file
 * @param keys the columns before the value that it must have, of YEAR, SEX and AGE
 * @param value the name of the column with the value
 * @param low the lowest value allowed
 * @param high the highest value allowed
 * @param allowed the range in words
 */
record CellFile(
    String name, List<String> keys, String value, double low, double high, String allowed) {
  static final CellFile POPULATION =
      new CellFile(
          "population.csv", List.of("SEX", "AGE"), "VALUE", 0, Double.MAX_VALUE, "0 or more");
  static final CellFile SURVIVAL =
      new CellFile("survival.csv", List.of("YEAR", "SEX", "AGE"), "SURVIVAL_RATIO", 0, 1, "0 to 1");
  static final CellFile FERTILITY =
      new CellFile(
          "fertility.csv",
          List.of("YEAR", "AGE"),
          "RATE",
          0,
          Double.MAX_VALUE,
          "births per woman, 0 or more");
  static final CellFile SEX_RATIO =
      new CellFile(
          "sex_ratio.csv",
          List.of("YEAR"),
          "SRB",
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          "males per female at birth, more than 0");
  static final CellFile MIGRATION =
      new CellFile(
          "migration.csv",
          List.of("YEAR", "SEX", "AGE"),
          "NET",
          -Double.MAX_VALUE,
          Double.MAX_VALUE,
          "a finite number");

  private static final String REF_AREA = "REF_AREA";
  // What the decoder puts for bytes that are not UTF-8, so that the row can be told.
  private static final char NOT_UTF8 = '\ufffd';
  private static final int HIGHEST_AGE = 200;
  private static final int LONGEST_NUMBER = 400;
  private static final int MOST_ROWS = 50_000_000;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

  /** Reads the file, strictly. */
  CellRows read(TableSource source) {
    try {
      Optional<InputStream> found = source.open(name);
      if (found.isEmpty()) {
        throw problem(
            Kind.MISSING_FILE,
            0,
            "there is no such file in " + source.description(),
            "population.csv, survival.csv, fertility.csv, sex_ratio.csv and migration.csv");
      }
      try (InputStream in = found.get()) {
        return read(in);
      }
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private ProjectionInputException unreadable(Exception e) {
    return problem(Kind.UNREADABLE, 0, "the file cannot be read: " + e, "a table in UTF-8");
  }

  private CellRows read(InputStream in) {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    long line = 1;
    try (CsvReader<CsvRecord> csv = parser().ofCsvRecord(reader)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw problem(Kind.COLUMN, 0, "the file is empty", "a header with " + columnsInWords());
      }
      Map<String, Integer> columns = columns(records.next());
      CellRows rows = new CellRows(this, columns.containsKey(REF_AREA));
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        if (rows.size() == MOST_ROWS) {
          throw problem(Kind.UNREADABLE, line, "too many rows", "at most " + MOST_ROWS);
        }
        add(rows, columns, row, line);
      }
      return rows;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof ProjectionInputException own) {
        throw own;
      }
      throw problem(
          Kind.UNREADABLE,
          line,
          "the file cannot be read from here on: "
              + (e.getCause() == null ? e.getMessage() : e.getCause()),
          "comma-separated values in UTF-8");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static CsvReader.CsvReaderBuilder parser() {
    // Rows with other than the fields of the header are told here, with what was got.
    return CsvReader.builder()
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private Map<String, Integer> columns(CsvRecord header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String column = header.getField(i);
      requireUtf8(column, 1);
      if (i == 0 && column.startsWith("\ufeff")) {
        column = column.substring(1);
      }
      if (!keys.contains(column) && !column.equals(value) && !column.equals(REF_AREA)) {
        throw problem(Kind.COLUMN, 1, "column \"" + column + "\" is unknown", columnsInWords());
      }
      if (columns.put(column, i) != null) {
        throw problem(Kind.COLUMN, 1, "column " + column + " is there twice", columnsInWords());
      }
    }
    List<String> needed = new ArrayList<>(keys);
    needed.add(value);
    for (String column : needed) {
      if (!columns.containsKey(column)) {
        throw problem(Kind.COLUMN, 1, "column " + column + " is missing", columnsInWords());
      }
    }
    return columns;
  }

  private String columnsInWords() {
    return String.join(", ", keys) + ", " + value + " and optionally " + REF_AREA;
  }

  private void add(CellRows rows, Map<String, Integer> columns, CsvRecord row, long line) {
    if (row.getFieldCount() != columns.size()) {
      throw problem(
          Kind.UNREADABLE,
          line,
          row.getFieldCount() + " fields",
          columns.size() + ", one for each column of the header");
    }
    for (int i = 0; i < row.getFieldCount(); i++) {
      requireUtf8(row.getField(i), line);
    }
    String area = columns.containsKey(REF_AREA) ? field(row, columns, REF_AREA) : "";
    if (columns.containsKey(REF_AREA) && area.isBlank()) {
      throw problem(Kind.NOTATION, line, "REF_AREA is blank", "the code of a region");
    }
    int year = keys.contains("YEAR") ? whole(row, columns, "YEAR", 1, 9998, line) : 0;
    int sex = keys.contains("SEX") ? sex(field(row, columns, "SEX"), line) : 0;
    int age = keys.contains("AGE") ? whole(row, columns, "AGE", 0, HIGHEST_AGE, line) : 0;
    rows.add(area, year, sex, age, number(field(row, columns, value), line), line);
  }

  private void requireUtf8(String text, long line) {
    if (text.indexOf(NOT_UTF8) >= 0) {
      throw problem(Kind.UNREADABLE, line, "\"" + text + "\" is not UTF-8", "a table in UTF-8");
    }
  }

  private static String field(CsvRecord row, Map<String, Integer> columns, String column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.getField(index);
  }

  private int whole(
      CsvRecord row, Map<String, Integer> columns, String column, int low, int high, long line) {
    String text = field(row, columns, column);
    int number = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (number < low || number > high) {
      throw problem(
          Kind.NOTATION,
          line,
          column + " is \"" + text + "\"",
          "a whole number from " + low + " to " + high);
    }
    return number;
  }

  private int sex(String text, long line) {
    for (Sex sex : Sex.values()) {
      if (sex.code().equals(text)) {
        return sex.ordinal();
      }
    }
    throw problem(Kind.NOTATION, line, "SEX is \"" + text + "\"", "M or F");
  }

  private double number(String text, long line) {
    if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
      throw problem(
          Kind.NOTATION,
          line,
          value + " is \"" + text + "\"",
          "digits with a decimal point, as 0.98");
    }
    double number = Double.parseDouble(text);
    if (!(number >= low && number <= high)) {
      throw problem(Kind.OUT_OF_RANGE, line, value + " is " + text, allowed);
    }
    return number + 0.0;
  }

  ProjectionInputException problem(Kind kind, long line, String got, String allowedWords) {
    return new ProjectionInputException(kind, name, line, got, allowedWords);
  }
}
