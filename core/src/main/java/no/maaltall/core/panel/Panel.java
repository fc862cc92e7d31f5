package no.maaltall.core.panel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;
import org.jspecify.annotations.Nullable;

/**
 * Indicators × regions × periods, in primitive columns.
 *
 * <pre>{@code
 * Panel panel = Panel.of(TidyTables.read(Path.of("kostra")));
 * Panel trends = Trend.meanAnnualChange(3).of(panel);            // every indicator, everywhere
 * trends.filterRegions(r -> r.code().startsWith("32"))
 *     .selectIndicators("bhg.pedledere-godkjent:mean_annual_change_3")
 *     .toTable(20, 5);
 * }</pre>
 *
 * <p>There is one column per period, of one {@code double} for each indicator in each region: the
 * value of indicator i in region r is at {@code i · regions + r}, the same index in every column.
 * NaN is no value. The periods are of one frequency, sorted and distinct, but need not be
 * consecutive. A panel takes 8 bytes per value, and 5 for each status that is neither normal nor
 * plainly missing.
 *
 * <p>{@code select...} and {@code filter...} give views, which share the columns of their panel. A
 * measure of a view of indicators or regions copies it first ({@link #compact}); a view of periods
 * needs no copy.
 *
 * <p>The statuses and breaks of a panel that a measure gave are computed when they are asked for,
 * series by series, by the scalar form of the measure; so it keeps the panel that it came from. To
 * let go of that one, {@link #detached} computes them all. A measure of such a panel asks for them
 * again for each of its own statuses, most of all one that compares regions with each other: call
 * {@code detached()} before a measure of results whose statuses are to be read.
 *
 * <p>As JSON it is its {@linkplain #toDataSet data set}, with {@code "as_of"}, the last period when
 * that is not given.
 *
 * <p>Panels are immutable, and thread-safe; those made {@linkplain #ofUnsafe of arrays as they are}
 * or {@linkplain #lentUnsafe lent} as long as nobody changes the arrays.
 */
@JsonDeserialize(using = PanelDeserializer.class)
public final class Panel {
  private final Axis<Indicator> indicators;
  private final Axis<Region> regions;
  private final PeriodAxis axis;
  private final Period asOf;
  private final Cells cells;
  private final Notes notes;

  private Panel(
      Axis<Indicator> indicators,
      Axis<Region> regions,
      PeriodAxis axis,
      Period asOf,
      Cells cells,
      Notes notes) {
    this.indicators = indicators;
    this.regions = regions;
    this.axis = axis;
    this.asOf = asOf;
    this.cells = cells;
    this.notes = notes;
  }

  /** Takes the columns as they are. */
  static Panel of(
      Axis<Indicator> indicators,
      Axis<Region> regions,
      PeriodAxis axis,
      Period asOf,
      double[][] columns,
      Notes notes) {
    return new Panel(
        indicators, regions, axis, asOf, Cells.of(indicators, regions, axis, columns), notes);
  }

  static int indexOf(PeriodAxis axis, Period period) {
    if (period.frequency() != axis.frequency()) {
      throw new FrequencyMismatchException("panel of " + axis, axis.frequency(), period);
    }
    int index = axis.indexOf(period.ordinal());
    if (index < 0) {
      throw new UnknownCodeException(
          "period", period.toString(), axis.periods().stream().map(Period::toString).toList());
    }
    return index;
  }

  private static void requireOrder(List<Period> periods) {
    for (int i = 1; i < periods.size(); i++) {
      Period before = periods.get(i - 1);
      Period period = periods.get(i);
      if (period.frequency() == before.frequency() && period.ordinal() <= before.ordinal()) {
        throw new InvalidPanelException(
            InvalidPanelException.Problem.PERIOD_ORDER,
            "the periods of a panel come in order, each once: got " + period + " after " + before);
      }
    }
  }

  private static PeriodAxis axis(List<Period> periods) {
    if (periods.isEmpty()) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.NO_PERIODS, "a panel needs at least one period, got none");
    }
    requireOrder(periods);
    return PeriodAxis.of(periods);
  }

  /**
   * {@return the panel of a data set, defined ratios included}
   *
   * <p>It has the indicators and regions with observations, in their order, and every period that
   * one of them has.
   *
   * @param dataSet a data set with periods of one frequency
   * @throws FrequencyMismatchException if it has several; see {@link #of(DataSet, Frequency)}
   * @throws InvalidPanelException if it has no observations, or the memory cannot hold a value for
   *     each indicator in each region and period
   */
  public static Panel of(DataSet dataSet) {
    return SeriesGathering.of(SeriesGathering.seriesOf(dataSet));
  }

  /**
   * {@return the panel of the series of one frequency in a data set}
   *
   * @param dataSet the data set
   * @param frequency the frequency
   * @throws InvalidPanelException if it has no observations of that frequency, or the memory cannot
   *     hold a value for each indicator in each region and period
   */
  public static Panel of(DataSet dataSet, Frequency frequency) {
    return SeriesGathering.of(
        SeriesGathering.seriesOf(dataSet).stream()
            .filter(s -> s.frequency() == frequency)
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * {@return the panel of some series}
   *
   * <p>Its indicators and regions come in the order in which they first appear; its periods are all
   * that some series has; it is as of the latest period that one is as of. Where there is no
   * series, or the series does not have a period, it is missing.
   *
   * @param series the series, of one frequency
   * @throws FrequencyMismatchException if they are of several frequencies
   * @throws InvalidPanelException if there are none, one indicator is given twice for a region, or
   *     the memory cannot hold a value for each indicator in each region and period
   */
  public static Panel of(Collection<Series> series) {
    return SeriesGathering.of(ImmutableList.copyOf(series));
  }

  /**
   * {@return a panel of a copy of columns}
   *
   * @param indicators the indicators, each once
   * @param regions the regions, each once
   * @param periods the periods, in order, each once, of one frequency
   * @param columns one per period, indicator by indicator: the value of indicator i in region r at
   *     {@code i · regions + r}; finite, or NaN for none
   * @throws InvalidPanelException if there are no indicators, regions or periods, one is given
   *     twice, the periods are not in order, there are too many values for an array, a column has
   *     another size, or a value is infinite
   * @throws FrequencyMismatchException if the periods are of several frequencies
   */
  public static Panel of(
      List<Indicator> indicators, List<Region> regions, List<Period> periods, double[]... columns) {
    Panel checked = ofUnsafe(indicators, regions, periods, columns);
    double[][] copies = new double[columns.length][];
    for (int p = 0; p < columns.length; p++) {
      copies[p] = columns[p].clone();
      for (int k = 0; k < copies[p].length; k++) {
        copies[p][k] += 0.0; // -0.0 becomes 0.0, as in an Observation
        if (Double.isInfinite(copies[p][k])) {
          throw checked.infinite(p, k, copies[p][k]);
        }
      }
    }
    return of(
        checked.indicators, checked.regions, checked.axis, checked.asOf, copies, checked.notes);
  }

  private InvalidPanelException infinite(int period, int cell, double value) {
    return new InvalidPanelException(
        InvalidPanelException.Problem.INFINITE_VALUE,
        indicators.codeAt(cell / regions.size())
            + " in "
            + regions.codeAt(cell % regions.size())
            + ", "
            + axis.period(period)
            + ": a value is finite, or NaN for none, got "
            + value);
  }

  /**
   * {@return a panel that takes columns as they are, without copying or looking at the values}
   *
   * <p>The caller must not change the arrays afterwards, and must give finite values or NaN.
   *
   * @param indicators as in {@link #of(List, List, List, double[][])}
   * @param regions as there
   * @param periods as there
   * @param columns as there
   * @throws InvalidPanelException as there, but for infinite values
   * @throws FrequencyMismatchException as there
   */
  public static Panel ofUnsafe(
      List<Indicator> indicators, List<Region> regions, List<Period> periods, double[]... columns) {
    Axis<Indicator> indicatorAxis = Axis.indicators(indicators);
    Axis<Region> regionAxis = Axis.regions(regions);
    PeriodAxis axis = axis(periods);
    Cells.count(indicatorAxis, regionAxis);
    return of(
        indicatorAxis,
        regionAxis,
        axis,
        axis.last(),
        columns.clone(),
        new SparseNotes.Builder(indicators.size(), regions.size(), axis).build());
  }

  /**
   * {@return a builder of a panel from long rows}
   *
   * @param indicators the indicators, each once
   * @param regions the regions, each once
   * @param periods the periods, in order, each once, of one frequency
   * @throws InvalidPanelException as in {@link #of(List, List, List, double[][])}, or if the memory
   *     cannot hold a value for each
   * @throws FrequencyMismatchException if the periods are of several frequencies
   */
  public static PanelBuilder builder(
      List<Indicator> indicators, List<Region> regions, List<Period> periods) {
    return new PanelBuilder(Axis.indicators(indicators), Axis.regions(regions), axis(periods));
  }

  /**
   * {@return the panel of the results of a measure, over the periods and as of the period of this
   * one}
   *
   * <p>For measures. Neither copies nor looks at the columns.
   *
   * @param indicators what the values are, all distinct
   * @param regions the regions, all distinct
   * @param columns one per period of this panel, indicators × regions
   * @param form gives its statuses
   * @throws InvalidPanelException if a column has another size
   */
  public Panel withResultsUnsafe(
      List<Indicator> indicators, List<Region> regions, double[][] columns, ScalarForm form) {
    Axis<Region> where = regions == this.regions.items() ? this.regions : Axis.regions(regions);
    return of(Axis.derived(indicators), where, axis, asOf, columns, new DerivedNotes(form));
  }

  /** {@return its indicators} */
  public ImmutableList<Indicator> indicators() {
    return indicators.items();
  }

  /** {@return its regions} */
  public ImmutableList<Region> regions() {
    return regions.items();
  }

  /** {@return its periods, in order} */
  public ImmutableList<Period> periods() {
    return axis.periods();
  }

  /** {@return its periods, as the axis of its series} */
  public PeriodAxis axis() {
    return axis;
  }

  /** {@return the period that figures are for unless another is asked for} */
  @JsonProperty("as_of")
  public Period asOf() {
    return asOf;
  }

  Panel asOf(Period period) {
    if (period.frequency() != axis.frequency()) {
      throw new FrequencyMismatchException("panel of " + axis, axis.frequency(), period);
    }
    return new Panel(indicators, regions, axis, period, cells, notes);
  }

  /** {@return how many values a column has: indicators × regions} */
  public int columnSize() {
    return indicators.size() * regions.size();
  }

  /** {@return how many values it has, missing ones included: indicators × regions × periods} */
  public long size() {
    return (long) columnSize() * axis.size();
  }

  /**
   * {@return the number of an indicator}
   *
   * @param id its id
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public int indexOfIndicator(String id) {
    return indicators.indexOf(id);
  }

  /**
   * {@return the number of a region}
   *
   * @param code its code
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public int indexOfRegion(String code) {
    return regions.indexOf(code);
  }

  private void checkCell(int indicator, int region) {
    indicators.checkIndex(indicator);
    regions.checkIndex(region);
  }

  private void checkPeriod(int period) {
    if (period < 0 || period >= axis.size()) {
      throw new IndexOutOfBoundsException(
          "period number " + period + " is outside 0 to " + (axis.size() - 1));
    }
  }

  /**
   * {@return a value; NaN when it is missing}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   * @param period the number of the period
   * @throws IndexOutOfBoundsException if one is outside; it says which
   */
  public double value(int indicator, int region, int period) {
    checkPeriod(period);
    checkCell(indicator, region);
    return cells.value(indicator, region, period);
  }

  /**
   * {@return a status}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   * @param period the number of the period
   * @throws IndexOutOfBoundsException if one is outside; it says which
   */
  public ObservationStatus status(int indicator, int region, int period) {
    return notes.status(indicator, region, period, value(indicator, region, period));
  }

  /**
   * {@return value and status}
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @param period the period
   * @throws UnknownCodeException if the panel does not have one of them
   * @throws FrequencyMismatchException if the period is of another frequency
   */
  public Observation at(String indicatorId, String regionCode, Period period) {
    int i = indicators.indexOf(indicatorId);
    int r = regions.indexOf(regionCode);
    int p = indexOf(axis, period);
    return new Observation(value(i, r, p), status(i, r, p));
  }

  /**
   * {@return an indicator in a region, over the periods and as of the period of the panel}
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @throws UnknownCodeException if the panel does not have one of them; it lists the nearest
   */
  public Series series(String indicatorId, String regionCode) {
    return series(indicators.indexOf(indicatorId), regions.indexOf(regionCode));
  }

  /**
   * {@return an indicator in a region, over the periods and as of the period of the panel}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   * @throws IndexOutOfBoundsException if one is outside; it says which
   */
  public Series series(int indicator, int region) {
    checkCell(indicator, region);
    double[] values = cells.series(indicator, region);
    Noted noted = notes.isPlain(indicator, region) ? Noted.NOTHING : notes.of(indicator, region);
    return Series.ofUnsafe(
        indicators.get(indicator),
        regions.get(region),
        axis,
        values,
        noted.ordinals(values),
        asOf,
        noted.breaks(),
        noted.breakOrdinals());
  }

  /** {@return every indicator in every region, indicator by indicator} */
  public ImmutableList<Series> allSeries() {
    ImmutableList.Builder<Series> all = ImmutableList.builderWithExpectedSize(columnSize());
    for (int i = 0; i < indicators.size(); i++) {
      for (int r = 0; r < regions.size(); r++) {
        all.add(series(i, r));
      }
    }
    return all.build();
  }

  /**
   * {@return whether every status of a series is known to be normal or plainly missing, and the
   * series to have no break}
   *
   * @param indicator the number of the indicator
   * @param region the number of the region
   * @throws IndexOutOfBoundsException if one is outside; it says which
   */
  public boolean isPlain(int indicator, int region) {
    checkCell(indicator, region);
    return notes.isPlain(indicator, region);
  }

  /** {@return whether every status is known to be normal or plainly missing, without breaks} */
  @JsonIgnore
  public boolean isPlain() {
    return notes.isPlain();
  }

  /**
   * {@return a view of some indicators, in the order given}
   *
   * @param ids their ids
   * @throws UnknownCodeException if the panel does not have one
   * @throws InvalidPanelException if there are none, or one is given twice
   */
  public Panel selectIndicators(String... ids) {
    return selectIndicators(indicators.indexesOf(ids));
  }

  /**
   * {@return a view of the indicators that pass a test}
   *
   * @param test the test
   * @throws InvalidPanelException if none does
   */
  public Panel filterIndicators(Predicate<? super Indicator> test) {
    return selectIndicators(indicators.indexesWhere(test));
  }

  Panel selectIndicators(int[] selected) {
    Axis<Indicator> some = indicators.select(selected, InvalidPanelException.Problem.NO_INDICATORS);
    return new Panel(
        some,
        regions,
        axis,
        asOf,
        cells.selectIndicators(selected),
        new SelectedNotes(notes, selected, null, null));
  }

  /**
   * {@return a view of some regions, in the order given}
   *
   * @param codes their codes
   * @throws UnknownCodeException if the panel does not have one
   * @throws InvalidPanelException if there are none, or one is given twice
   */
  public Panel selectRegions(String... codes) {
    return selectRegions(regions.indexesOf(codes));
  }

  /**
   * {@return a view of the regions that pass a test}
   *
   * @param test the test
   * @throws InvalidPanelException if none does
   */
  public Panel filterRegions(Predicate<? super Region> test) {
    return selectRegions(regions.indexesWhere(test));
  }

  private Panel selectRegions(int[] selected) {
    Axis<Region> some = regions.select(selected, InvalidPanelException.Problem.NO_REGIONS);
    return new Panel(
        indicators,
        some,
        axis,
        asOf,
        cells.selectRegions(selected),
        new SelectedNotes(notes, null, selected, null));
  }

  /**
   * {@return a view of some periods; it is as of the same period as this panel}
   *
   * @param periods the periods, in order
   * @throws UnknownCodeException if the panel does not have one
   * @throws FrequencyMismatchException if one is of another frequency
   * @throws InvalidPanelException if there are none, or one is not later than the one before
   */
  public Panel selectPeriods(Period... periods) {
    int[] selected = Arrays.stream(periods).mapToInt(p -> indexOf(axis, p)).toArray();
    requireOrder(Arrays.asList(periods));
    return selectPeriods(selected);
  }

  /**
   * {@return a view of the periods that pass a test; it is as of the same period as this panel}
   *
   * @param test the test
   * @throws InvalidPanelException if none does
   */
  public Panel filterPeriods(Predicate<? super Period> test) {
    return selectPeriods(
        IntStream.range(0, axis.size()).filter(p -> test.test(axis.period(p))).toArray());
  }

  Panel selectPeriods(int[] selected) {
    if (selected.length == 0) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.NO_PERIODS,
          "a panel needs at least one period, got none of " + axis);
    }
    return new Panel(
        indicators,
        regions,
        axis.select(selected),
        asOf,
        cells.selectPeriods(selected),
        new SelectedNotes(notes, null, null, selected));
  }

  /**
   * {@return the column of a period, indicators × regions; a copy}
   *
   * @param period the period
   * @throws UnknownCodeException if the panel does not have it
   */
  public double[] toArray(Period period) {
    return cells.column(indexOf(axis, period));
  }

  /**
   * {@return the columns themselves, one per period, for kernels: they must not be changed}
   *
   * @throws IllegalStateException if this is a view of indicators or regions; see {@link #compact}
   */
  public double[][] columnsUnsafe() {
    return cells.columns();
  }

  /**
   * {@return the same panel with columns of its own; itself when it has them}
   *
   * <p>Copies a view of indicators or regions, so that the panel it is a view of can be let go of,
   * and a panel whose columns are {@linkplain #lentUnsafe lent}.
   */
  public Panel compact() {
    Cells own = cells.compact();
    return own == cells ? this : new Panel(indicators, regions, axis, asOf, own, notes);
  }

  /**
   * {@return the same panel, in columns that are lent to it: their owner will change them}
   *
   * <p>For those who compute into the same columns again and again. Whoever is given the panel
   * reads it before that, or copies it: {@link #compact} and {@link #detached} do, and so does a
   * measure of it.
   */
  public Panel lentUnsafe() {
    return new Panel(indicators, regions, axis, asOf, cells.lent(), notes);
  }

  /**
   * {@return views of consecutive indicators that together are this panel, none of more values than
   * fit a number of bytes}
   *
   * @param bytes how many bytes the values of a part may take, at least those of one indicator
   * @throws InvalidPanelException if it is less
   */
  public ImmutableList<Panel> blocks(long bytes) {
    long one = (long) Double.BYTES * regions.size() * axis.size();
    if (bytes < one) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.TOO_LARGE,
          "the values of one indicator take " + one + " bytes, got " + bytes);
    }
    int most = (int) Math.min(bytes / one, indicators.size());
    ImmutableList.Builder<Panel> blocks = ImmutableList.builder();
    for (int from = 0; from < indicators.size(); from += most) {
      int to = Math.min(from + most, indicators.size());
      blocks.add(selectIndicators(IntStream.range(from, to).toArray()));
    }
    return blocks.build();
  }

  /**
   * {@return the same panel with statuses of its own}
   *
   * <p>Computes every status of a panel that a measure gave, and keeps those that are neither
   * normal nor plainly missing; then the panel that it came from can be let go of. Copies what
   * {@link #compact} does.
   */
  public Panel detached() {
    Panel own = compact();
    if (own.notes instanceof SparseNotes) {
      return own;
    }
    SparseNotes kept =
        SparseNotes.of(own.notes, indicators.size(), regions.size(), axis, own.cells);
    return new Panel(indicators, regions, axis, asOf, own.cells, kept);
  }

  /**
   * Requires that another panel has the same indicators and regions, by id and code, in the same
   * order.
   *
   * @param other the other panel
   * @throws AxisMismatchException if it has others, or in another order; the message prints both
   */
  public void requireSameCells(Panel other) {
    regions.requireSame(other.regions);
    indicators.requireSame(other.indicators);
  }

  /**
   * Requires that another panel has the same regions in the same order.
   *
   * @param other the other panel
   * @throws AxisMismatchException if it has others; the message prints both
   */
  public void requireSameRegions(Panel other) {
    regions.requireSame(other.regions);
  }

  /**
   * {@return a data set of the same observations}
   *
   * <p>Every indicator is one with observations of its own, also one that was defined as a ratio;
   * an indicator that was a part of one that the panel does not have is a part of none. A data set
   * does not say what period it is as of.
   *
   * <p>The breaks of a panel of observations are the same; one that only a status B marks, in a
   * period that a view does not have, is declared. Those of results may become more: there status B
   * says that a result is computed across a break, but in a data set that the value is the first
   * after one. So a mean annual change over three years across one break is, read from the data
   * set, broken in each of the years with a B; measure before writing.
   */
  @JsonUnwrapped
  public DataSet toDataSet() {
    return SeriesGathering.toDataSet(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Panel p
        && p.indicators.equals(indicators)
        && p.regions.equals(regions)
        && p.axis.equals(axis)
        && p.asOf.equals(asOf)
        && sameSeries(p);
  }

  private boolean sameSeries(Panel other) {
    for (int i = 0; i < indicators.size(); i++) {
      for (int r = 0; r < regions.size(); r++) {
        if (!series(i, r).equals(other.series(i, r))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(indicators, regions, axis, asOf, series(0, 0));
  }

  /** {@return the sizes, on one line} */
  @Override
  public String toString() {
    return "Panel of " + indicators + ", " + regions + ", " + axis;
  }

  /**
   * {@return the first series as an aligned table, one on each line, over the last periods; in
   * bokmål}
   *
   * @param rows how many series at most
   * @param columns how many periods at most
   * @throws IllegalArgumentException if either is less than 1
   */
  public String toTable(int rows, int columns) {
    return toTable(rows, columns, Locale.forLanguageTag("nb-NO"));
  }

  /**
   * {@return the first series as an aligned table, one on each line, over the last periods}
   *
   * <p>A missing value is shown as the letter of its status; another status that is not normal
   * follows the value. What is left out is counted.
   *
   * @param rows how many series at most
   * @param columns how many periods at most
   * @param locale English for any English locale, bokmål for every other
   * @throws IllegalArgumentException if either is less than 1
   */
  public String toTable(int rows, int columns, Locale locale) {
    return PanelTable.of(this, rows, columns, locale);
  }
}
