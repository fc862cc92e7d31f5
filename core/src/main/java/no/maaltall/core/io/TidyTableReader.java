package no.maaltall.core.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.io.TableProblem.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the files of a tidy table, in the order that they name each other in. */
final class TidyTableReader {
  // A field of the longest length fits, with room for a read beside it; no more is ever held.
  private static final int BUFFER_SIZE = 1 << 20;

  private final TableSource source;
  private final Problems problems;
  private final DataSet.Builder builder = DataSet.builder();

  TidyTableReader(TableSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  DataSet read() {
    IndicatorCodes indicators = readIndicators();
    RegionCodes regions = new RegionCodes(readRegions());
    read(new BreakHandler(builder, indicators, regions, problems));
    ObservationHandler observations =
        new ObservationHandler(builder, indicators, regions, problems);
    read(observations);
    ConflictReport conflicts = new ConflictReport(observations, problems);
    DataSet dataSet = builder.build(conflicts);
    conflicts.throwFirst();
    return dataSet;
  }

  private IndicatorCodes readIndicators() {
    IndicatorHandler handler = new IndicatorHandler(problems);
    read(handler);
    DefinitionResolver resolver = new DefinitionResolver(handler, problems);
    resolver.resolve();
    List<Indicator> kept = resolver.kept();
    kept.forEach(builder::addIndicator);
    return new IndicatorCodes(kept, resolver.dropped());
  }

  /** The regions of the list; empty when there is none, or none that can be read. */
  private Optional<List<Region>> readRegions() {
    RegionHandler handler = new RegionHandler(problems);
    read(handler);
    if (!handler.hasHeader() || handler.isStopped()) {
      return Optional.empty();
    }
    handler.regions().forEach(builder::addRegion);
    return Optional.of(handler.regions());
  }

  private void read(RowHandler handler) {
    TableFile file = handler.file();
    try {
      Optional<InputStream> found = source.open(file.fileName());
      if (found.isPresent()) {
        try (InputStream in = found.get()) {
          read(in, handler);
        }
      } else if (file.isNeeded()) {
        String allowed = "a directory with indicators.csv and observations.csv";
        problems.add(handler.problem(Kind.MISSING_FILE, 0, "", source.description(), allowed));
      }
    } catch (IOException e) {
      addUnreadable(handler, e);
    } catch (UncheckedIOException e) {
      addUnreadable(handler, e.getCause());
    }
  }

  private void read(InputStream in, RowHandler handler) throws IOException {
    Utf8Reader reader = new Utf8Reader(in);
    if (!reader.foundEncoding().isEmpty()) {
      String allowed = "UTF-8; this looks like " + reader.foundEncoding();
      problems.add(handler.problem(Kind.ENCODING, 1, "", "the file", allowed));
      return;
    }
    handler.attach(reader);
    try (CsvReader<Boolean> csv = parser().build(handler, reader)) {
      // The handler takes the rows; there is a record only when it wants no more of them.
      boolean ended = !csv.iterator().hasNext();
      if (ended && !handler.hasHeader()) {
        String allowed = "a header row, with " + handler.file().allowedColumns();
        problems.add(handler.problem(Kind.EMPTY_FILE, 0, "", "", allowed));
      }
    } catch (CsvParseException e) {
      addUnparsable(handler, reader, e);
    }
  }

  private static CsvReader.CsvReaderBuilder parser() {
    return CsvReader.builder()
        .maxBufferSize(BUFFER_SIZE)
        .skipEmptyLines(true)
        // Else a quote that does not end swallows the rest of the file without a word.
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /** What the parser stopped at, or what it wrapped when one of our own methods threw. */
  private void addUnparsable(RowHandler handler, Utf8Reader reader, CsvParseException e) {
    Throwable cause = e.getCause();
    if (cause instanceof TidyTableException own) {
      throw own;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause != null) {
      addUnreadable(handler, cause);
    } else if (reader.hasToldEnd()) {
      add(handler, Kind.UNCLOSED_QUOTE, "", "a quote at each end of a field", e);
    } else if (reader.largestBuffer() >= BUFFER_SIZE) {
      String got = ", maybe by a quote that does not end; nothing is read from here on";
      String allowed = "at most " + RowHandler.LONGEST_FIELD + " characters";
      add(handler, Kind.FIELD_TOO_LONG, got, allowed, e);
    } else {
      String allowed = "a comma or a line end there; a quote in a field is written twice";
      add(handler, Kind.TEXT_AFTER_QUOTE, "", allowed, e);
    }
  }

  private void addUnreadable(RowHandler handler, @Nullable Throwable cause) {
    add(handler, Kind.UNREADABLE, String.valueOf(cause), "", cause);
  }

  private void add(
      RowHandler handler, Kind kind, String got, String allowed, @Nullable Throwable cause) {
    problems.add(handler.problem(kind, handler.line(), "", got, allowed), cause);
  }
}
