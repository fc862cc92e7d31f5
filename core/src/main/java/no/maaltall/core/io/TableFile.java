package no.maaltall.core.io;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of a directory of tidy tables, and the columns that each must and may have. */
enum TableFile {
  INDICATORS(
      "indicators.csv",
      true,
      ImmutableList.of(
          Column.INDICATOR, Column.NAME, Column.UNIT_MEASURE, Column.DIRECTION, Column.DECIMALS),
      ImmutableList.of(
          Column.AREA,
          Column.SOURCE,
          Column.PRICE_BASE,
          Column.TARGET,
          Column.PARENT,
          Column.NUMERATOR,
          Column.DENOMINATOR,
          Column.FACTOR)),
  REGIONS(
      "regions.csv",
      false,
      ImmutableList.of(Column.REF_AREA, Column.NAME),
      ImmutableList.of(Column.VALID_FROM, Column.VALID_TO)),
  BREAKS(
      "breaks.csv",
      false,
      ImmutableList.of(Column.INDICATOR, Column.REF_AREA, Column.TIME_PERIOD, Column.REASON),
      ImmutableList.of()),
  OBSERVATIONS(
      "observations.csv",
      true,
      ImmutableList.of(Column.INDICATOR, Column.REF_AREA, Column.TIME_PERIOD, Column.OBS_VALUE),
      ImmutableList.of(Column.OBS_STATUS));

  private final String fileName;
  private final boolean needed;
  private final ImmutableList<Column> required;
  private final ImmutableList<Column> optional;

  TableFile(
      String fileName,
      boolean needed,
      ImmutableList<Column> required,
      ImmutableList<Column> optional) {
    this.fileName = fileName;
    this.needed = needed;
    this.required = required;
    this.optional = optional;
  }

  String fileName() {
    return fileName;
  }

  boolean isNeeded() {
    return needed;
  }

  ImmutableList<Column> required() {
    return required;
  }

  @Nullable Column column(String name) {
    for (Column column : Column.values()) {
      if (column.name().equals(name) && (required.contains(column) || optional.contains(column))) {
        return column;
      }
    }
    return null;
  }

  /** The columns, in words. */
  String allowedColumns() {
    return "the columns "
        + names(required)
        + (optional.isEmpty() ? "" : ", and optionally " + names(optional));
  }

  private static String names(ImmutableList<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
