package no.maaltall.core.io;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.UnknownCodeException;

/** Writes a data set as tables: the files and optional columns that it needs, and no others. */
final class TidyTableWriter {
  private final DataSet dataSet;
  private final ImmutableList<Series> series;

  TidyTableWriter(DataSet dataSet) {
    this.dataSet = dataSet;
    this.series = dataSet.observedSeries();
  }

  /** A column to write, and the text that a row has in it. */
  private record TextColumn<T>(Column column, Function<T, String> text) {}

  boolean needs(TableFile file) {
    return switch (file) {
      case INDICATORS, OBSERVATIONS -> true;
      case REGIONS -> needsRegions();
      case BREAKS -> !dataSet.breaks().isEmpty();
    };
  }

  void write(TableFile file, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    switch (file) {
      case INDICATORS -> write(csv, indicatorColumns(), dataSet.indicators());
      case REGIONS -> write(csv, regionColumns(), dataSet.regions());
      case BREAKS -> write(csv, breakColumns(), dataSet.breaks());
      case OBSERVATIONS -> writeObservations(csv);
    }
    csv.flush();
  }

  private static <T> void write(CsvWriter csv, List<TextColumn<T>> columns, Iterable<T> rows) {
    csv.writeRecord(columns.stream().map(c -> c.column().name()).toList());
    for (T row : rows) {
      csv.writeRecord(columns.stream().map(c -> c.text().apply(row)).toList());
    }
  }

  private List<TextColumn<Indicator>> indicatorColumns() {
    List<TextColumn<Indicator>> columns = new ArrayList<>();
    columns.add(new TextColumn<>(Column.INDICATOR, i -> WritableText.ofCode("an id", i.id())));
    columns.add(new TextColumn<>(Column.NAME, i -> name("indicator " + i.id(), i.id(), i.name())));
    columns.add(
        new TextColumn<>(
            Column.UNIT_MEASURE, i -> WritableText.of("the unit of " + i.id(), unit(i))));
    columns.add(new TextColumn<>(Column.DIRECTION, i -> "" + i.direction().sign()));
    columns.add(new TextColumn<>(Column.DECIMALS, i -> "" + i.decimals()));
    addText(columns, Column.AREA, Indicator::area);
    addText(columns, Column.SOURCE, Indicator::source);
    addText(columns, Column.PRICE_BASE, Indicator::priceBase);
    if (any(i -> i.target().isPresent())) {
      columns.add(
          new TextColumn<>(
              Column.TARGET, i -> i.target().isPresent() ? number(i.target().getAsDouble()) : ""));
    }
    addText(columns, Column.PARENT, Indicator::parent);
    if (any(i -> i.ratio().isPresent())) {
      addText(columns, Column.NUMERATOR, i -> i.ratio().map(RatioDefinition::numerator));
      addText(columns, Column.DENOMINATOR, i -> i.ratio().map(RatioDefinition::denominator));
    }
    if (any(i -> i.ratio().map(r -> r.factor() != 1).orElse(false))) {
      columns.add(
          new TextColumn<>(Column.FACTOR, i -> i.ratio().map(r -> number(r.factor())).orElse("")));
    }
    return columns;
  }

  private static String unit(Indicator indicator) {
    return indicator.unit().toString();
  }

  /** The name; nothing where it is the code, which is what an empty name is read as. */
  private static String name(String what, String code, String name) {
    return name.equals(code) ? "" : WritableText.ofPresent("the name of " + what, name);
  }

  private void addText(
      List<TextColumn<Indicator>> columns,
      Column column,
      Function<Indicator, Optional<String>> text) {
    if (any(i -> text.apply(i).isPresent())) {
      columns.add(
          new TextColumn<>(
              column,
              i ->
                  text.apply(i)
                      .map(t -> WritableText.ofPresent(column + " of indicator " + i.id(), t))
                      .orElse("")));
    }
  }

  private boolean any(Predicate<Indicator> has) {
    return dataSet.indicators().stream().anyMatch(has);
  }

  /** Rounding.shortest drops the sign of zero, which a target may have. */
  private static String number(double value) {
    return Double.compare(value, -0.0) == 0 ? "-0" : Rounding.shortest(value);
  }

  /** Whether the observations alone would not give the same regions in the same order. */
  private boolean needsRegions() {
    Set<String> seen = new HashSet<>();
    List<Region> plain = new ArrayList<>();
    for (Series one : series) {
      if (seen.add(one.region().code())) {
        plain.add(Region.of(one.region().code()));
      }
    }
    return !plain.equals(dataSet.regions().asList());
  }

  private List<TextColumn<Region>> regionColumns() {
    List<TextColumn<Region>> columns = new ArrayList<>();
    columns.add(new TextColumn<>(Column.REF_AREA, r -> WritableText.ofCode("a region", r.code())));
    columns.add(new TextColumn<>(Column.NAME, r -> name("region " + r.code(), r.code(), r.name())));
    addDate(columns, Column.VALID_FROM, Region::validFrom);
    addDate(columns, Column.VALID_TO, Region::validTo);
    return columns;
  }

  private void addDate(
      List<TextColumn<Region>> columns, Column column, Function<Region, Optional<LocalDate>> date) {
    if (dataSet.regions().stream().anyMatch(r -> date.apply(r).isPresent())) {
      columns.add(new TextColumn<>(column, r -> date.apply(r).map(d -> d.toString()).orElse("")));
    }
  }

  private List<TextColumn<SeriesBreak>> breakColumns() {
    if (needsRegions()) {
      dataSet.breaks().forEach(this::requireListed);
    }
    return List.of(
        new TextColumn<>(
            Column.INDICATOR,
            b -> b.indicator().map(i -> WritableText.ofCode("a break's indicator", i)).orElse("")),
        new TextColumn<>(
            Column.REF_AREA,
            b -> b.region().map(r -> WritableText.ofCode("a break's region", r)).orElse("")),
        new TextColumn<>(Column.TIME_PERIOD, b -> b.from().toString()),
        new TextColumn<>(Column.REASON, b -> WritableText.of("a break's reason", b.reason())));
  }

  /** A table that lists its regions cannot have a break in another one. */
  private void requireListed(SeriesBreak seriesBreak) {
    if (seriesBreak.region().isPresent()) {
      String code = seriesBreak.region().get();
      if (dataSet.regions().stream().noneMatch(r -> r.code().equals(code))) {
        List<String> known = dataSet.regions().stream().map(Region::code).toList();
        throw new UnknownCodeException("region of a break", code, known);
      }
    }
  }

  private void writeObservations(CsvWriter csv) {
    boolean withStatus = series.stream().anyMatch(s -> !s.hasPlainStatuses());
    List<String> header =
        new ArrayList<>(
            List.of(
                Column.INDICATOR.name(),
                Column.REF_AREA.name(),
                Column.TIME_PERIOD.name(),
                Column.OBS_VALUE.name()));
    if (withStatus) {
      header.add(Column.OBS_STATUS.name());
    }
    csv.writeRecord(header);
    for (Series one : series) {
      writeSeries(csv, one, withStatus);
    }
  }

  private static void writeSeries(CsvWriter csv, Series series, boolean withStatus) {
    String indicator = series.indicator().id();
    String region = series.region().code();
    for (int i = 0; i < series.size(); i++) {
      double value = series.valueAt(i);
      CsvWriter.CsvWriterRecord row = csv.writeRecord();
      row.writeField(indicator).writeField(region).writeField(series.period(i).toString());
      row.writeField(Double.isNaN(value) ? "" : Rounding.shortest(value));
      if (withStatus) {
        row.writeField(letter(series.statusAt(i)));
      }
      row.endRecord();
    }
  }

  /** Nothing where it is what an empty status is read as. */
  private static String letter(ObservationStatus status) {
    boolean plain = status == ObservationStatus.NORMAL || status == ObservationStatus.MISSING;
    return plain ? "" : status.code();
  }
}
