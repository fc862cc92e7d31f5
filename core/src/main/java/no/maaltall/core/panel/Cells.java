package no.maaltall.core.panel;

import java.util.Arrays;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.Region;
import org.jspecify.annotations.Nullable;

/** The values of a panel, and where in its columns they are: a view shares those of another. */
final class Cells {
  private final double[][] columns;
  private final int indicators;
  private final int regions;
  // How many regions the columns have; of a view that may be more than its own.
  private final int stride;
  private final int @Nullable [] indicatorAt;
  private final int @Nullable [] regionAt;
  // Whether others will change the columns.
  private final boolean lent;

  private Cells(
      double[][] columns,
      int indicators,
      int regions,
      int stride,
      int @Nullable [] indicatorAt,
      int @Nullable [] regionAt,
      boolean lent) {
    this.columns = columns;
    this.indicators = indicators;
    this.regions = regions;
    this.stride = stride;
    this.indicatorAt = indicatorAt;
    this.regionAt = regionAt;
    this.lent = lent;
  }

  /** Takes the columns as they are. */
  static Cells of(
      Axis<Indicator> indicators, Axis<Region> regions, PeriodAxis axis, double[][] columns) {
    int cells = count(indicators, regions);
    if (columns.length != axis.size()) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.COLUMN_SIZE,
          "a panel has one column per period: " + axis + ", got " + columns.length + " columns");
    }
    for (int p = 0; p < columns.length; p++) {
      if (columns[p].length != cells) {
        throw new InvalidPanelException(
            InvalidPanelException.Problem.COLUMN_SIZE,
            "the column of "
                + axis.period(p)
                + " must have "
                + cells
                + " values ("
                + indicators
                + " times "
                + regions
                + "), got "
                + columns[p].length);
      }
    }
    return new Cells(columns, indicators.size(), regions.size(), regions.size(), null, null, false);
  }

  /** How many values a column has: indicators × regions. */
  static int count(Axis<Indicator> indicators, Axis<Region> regions) {
    long cells = (long) indicators.size() * regions.size();
    // Some VMs refuse arrays of the last few lengths.
    if (cells > Integer.MAX_VALUE - 8) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.TOO_LARGE,
          indicators
              + " times "
              + regions
              + " is "
              + cells
              + " values per period; an array holds at most "
              + (Integer.MAX_VALUE - 8)
              + ". Use several panels of fewer indicators");
    }
    return (int) cells;
  }

  /**
   * Columns of NaN.
   *
   * @throws InvalidPanelException if the memory of this VM could never hold them: a few series that
   *     share neither indicator nor region would otherwise run it full
   */
  static double[][] missing(Axis<Indicator> indicators, Axis<Region> regions, PeriodAxis axis) {
    int cells = count(indicators, regions);
    long values = (long) cells * axis.size();
    long memory = Runtime.getRuntime().maxMemory();
    if (values > memory / Double.BYTES) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.TOO_LARGE,
          indicators
              + " times "
              + regions
              + " times "
              + axis
              + " is "
              + values
              + " values of 8 bytes, most of them perhaps missing; the memory is "
              + memory
              + " bytes. Use several panels of fewer indicators");
    }
    double[][] columns = new double[axis.size()][cells];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    return columns;
  }

  double value(int indicator, int region, int period) {
    return columns[period][at(indicator, region)];
  }

  private int at(int indicator, int region) {
    int i = indicatorAt == null ? indicator : indicatorAt[indicator];
    return i * stride + (regionAt == null ? region : regionAt[region]);
  }

  /** The values of a series. */
  double[] series(int indicator, int region) {
    int cell = at(indicator, region);
    double[] values = new double[columns.length];
    for (int p = 0; p < values.length; p++) {
      values[p] = columns[p][cell];
    }
    return values;
  }

  Cells selectIndicators(int[] selected) {
    return new Cells(
        columns, selected.length, regions, stride, compose(indicatorAt, selected), regionAt, lent);
  }

  Cells selectRegions(int[] selected) {
    return new Cells(
        columns,
        indicators,
        selected.length,
        stride,
        indicatorAt,
        compose(regionAt, selected),
        lent);
  }

  Cells selectPeriods(int[] selected) {
    double[][] some = Arrays.stream(selected).mapToObj(p -> columns[p]).toArray(double[][]::new);
    return new Cells(some, indicators, regions, stride, indicatorAt, regionAt, lent);
  }

  private static int[] compose(int @Nullable [] outer, int[] selected) {
    return outer == null ? selected : Arrays.stream(selected).map(i -> outer[i]).toArray();
  }

  /** Whether the columns have these values and no others. */
  boolean isCompact() {
    return indicatorAt == null && regionAt == null;
  }

  /** The same in columns that others will change. */
  Cells lent() {
    return new Cells(columns, indicators, regions, stride, indicatorAt, regionAt, true);
  }

  /** The same with columns of their own; itself when it has them. */
  Cells compact() {
    if (isCompact() && !lent) {
      return this;
    }
    double[][] own = new double[columns.length][];
    Arrays.setAll(own, this::column);
    return new Cells(own, indicators, regions, regions, null, null, false);
  }

  /** A copy of a column. */
  double[] column(int period) {
    return isCompact() ? columns[period].clone() : gathered(columns[period]);
  }

  private double[] gathered(double[] column) {
    double[] own = new double[indicators * regions];
    for (int i = 0; i < indicators; i++) {
      int from = (indicatorAt == null ? i : indicatorAt[i]) * stride;
      int to = i * regions;
      if (regionAt == null) {
        System.arraycopy(column, from, own, to, stride);
        continue;
      }
      for (int r = 0; r < regionAt.length; r++) {
        own[to + r] = column[from + regionAt[r]];
      }
    }
    return own;
  }

  /** The columns themselves, of {@linkplain #isCompact compact} cells. */
  double[][] columns() {
    if (!isCompact()) {
      throw new IllegalStateException(
          "a view of indicators or regions has no columns of its own; compact() makes them");
    }
    return columns.clone();
  }
}
