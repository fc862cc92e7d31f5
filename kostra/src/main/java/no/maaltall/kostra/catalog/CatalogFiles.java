package no.maaltall.kostra.catalog;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Function;
import no.maaltall.core.indicator.InvalidNotationException;

/** Reads a catalog from its four files. */
final class CatalogFiles {
  private static final int LAST_YEAR = 9998;

  private interface Opener {
    InputStream open(String name) throws IOException;
  }

  private CatalogFiles() {}

  static Catalog standard() {
    return read(
        name -> {
          InputStream in = CatalogFiles.class.getResourceAsStream(name);
          if (in == null) {
            throw new FileNotFoundException(name + " is not in the library");
          }
          return in;
        });
  }

  static Catalog read(Path directory) {
    return read(name -> Files.newInputStream(directory.resolve(name)));
  }

  private static Catalog read(Opener files) {
    return Catalog.of(
        CodeList.of("funksjon", rows(files, "funksjoner.csv", CatalogFiles::code)),
        CodeList.of("art", rows(files, "arter.csv", CatalogFiles::code)),
        rows(files, "konsepter.csv", CatalogFiles::concept),
        rows(files, "tjenesteomraader.csv", CatalogFiles::area));
  }

  private static <T> ImmutableList<T> rows(Opener files, String name, Function<Fields, T> reading) {
    ImmutableList.Builder<T> rows = ImmutableList.builder();
    long line = 1;
    try (InputStream in = files.open(name);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      for (NamedCsvRecord row : csv) {
        line = row.getStartingLineNumber();
        rows.add(reading.apply(new Fields(name, row)));
      }
    } catch (CsvParseException e) {
      InvalidNotationException problem =
          new InvalidNotationException(
              "row after line " + line + " of " + name,
              String.valueOf(e.getMessage()),
              "UTF-8 text, comma, RFC 4180 quotes, a field for each column");
      problem.initCause(e);
      throw problem;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return rows.build();
  }

  private static CatalogEntry code(Fields row) {
    return new CatalogEntry(
        row.get("kode"),
        row.get("navn"),
        row.get("kontoklasser"),
        row.year("gyldig_fra"),
        row.end(),
        ImmutableList.copyOf(Splitter.on(' ').omitEmptyStrings().split(row.get("erstattet_av"))),
        row.get("kilde"));
  }

  private static Catalog.ConceptCode concept(Fields row) {
    return new Catalog.ConceptCode(
        new Concept(row.get("konsept")),
        row.level(),
        new CatalogEntry(
            row.get("art"),
            row.get("navn"),
            "",
            row.year("gyldig_fra"),
            row.end(),
            ImmutableList.of(),
            row.get("kilde")),
        row.get("formel"));
  }

  private static Catalog.AreaFunction area(Fields row) {
    return new Catalog.AreaFunction(
        new ServiceArea(row.get("omraade")),
        row.get("navn"),
        row.level(),
        row.get("kode"),
        row.get("funksjon"),
        row.year("gyldig_fra"),
        row.end(),
        row.get("kilde"));
  }

  /** The fields of a row, with where it is. */
  private record Fields(String file, NamedCsvRecord row) {
    String get(String column) {
      return row.findField(column)
          .map(String::strip)
          .orElseThrow(() -> problem(column, "", "a column " + column));
    }

    int year(String column) {
      String text = get(column);
      try {
        int year = Integer.parseInt(text);
        if (year >= 1 && year <= LAST_YEAR) {
          return year;
        }
      } catch (NumberFormatException e) {
        throw problem(column, text, "a year");
      }
      throw problem(column, text, "a year from 1 to " + LAST_YEAR);
    }

    OptionalInt end() {
      return get("gyldig_til").isEmpty() ? OptionalInt.empty() : OptionalInt.of(year("gyldig_til"));
    }

    Level level() {
      String text = get("nivaa");
      return switch (text) {
        case "funksjon" -> Level.FUNCTION;
        case "total" -> Level.TOTAL;
        default -> throw problem("nivaa", text, "funksjon or total");
      };
    }

    private InvalidNotationException problem(String column, String text, String allowed) {
      return new InvalidNotationException(
          column + " on line " + row.getStartingLineNumber() + " of " + file, text, allowed);
    }
  }
}
