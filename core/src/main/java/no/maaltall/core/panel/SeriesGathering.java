package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;

/** Makes a panel of series, and a data set of a panel. */
final class SeriesGathering {
  private SeriesGathering() {}

  /** Series by series is much slower with definitions to resolve, which most data sets have not. */
  static ImmutableList<Series> seriesOf(DataSet dataSet) {
    boolean defined = dataSet.indicators().stream().anyMatch(i -> i.ratio().isPresent());
    return defined ? dataSet.allSeries() : dataSet.observedSeries();
  }

  static Panel of(List<Series> series) {
    if (series.isEmpty()) {
      throw new InvalidPanelException(
          InvalidPanelException.Problem.NO_PERIODS,
          "a panel needs at least one indicator, region and period, got no series");
    }
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    Map<String, Region> regions = new LinkedHashMap<>();
    Period asOf = series.get(0).asOf();
    for (Series s : series) {
      indicators.putIfAbsent(s.indicator().id(), s.indicator());
      regions.putIfAbsent(s.region().code(), s.region());
      asOf = s.asOf().compareTo(asOf) > 0 ? s.asOf() : asOf;
    }
    PeriodAxis axis = union(series);
    Axis<Indicator> indicatorAxis = Axis.indicators(List.copyOf(indicators.values()));
    Axis<Region> regionAxis = Axis.regions(List.copyOf(regions.values()));
    double[][] columns = Cells.missing(indicatorAxis, regionAxis, axis);
    SparseNotes notes = fill(series, indicatorAxis, regionAxis, axis, columns);
    return Panel.of(indicatorAxis, regionAxis, axis, asOf, columns, notes);
  }

  private static SparseNotes fill(
      List<Series> series,
      Axis<Indicator> indicators,
      Axis<Region> regions,
      PeriodAxis axis,
      double[][] columns) {
    SparseNotes.Builder notes = new SparseNotes.Builder(indicators.size(), regions.size(), axis);
    boolean[] given = new boolean[columns[0].length];
    for (Series s : series) {
      int cell =
          indicators.indexOf(s.indicator().id()) * regions.size()
              + regions.indexOf(s.region().code());
      if (given[cell]) {
        throw new InvalidPanelException(
            InvalidPanelException.Problem.SERIES_TWICE,
            "indicator " + s.indicator().id() + " in " + s.region().code() + " is given twice");
      }
      given[cell] = true;
      for (int i = 0; i < s.size(); i++) {
        int p = axis.indexOf(s.ordinalAt(i));
        columns[p][cell] = s.valueAt(i);
        if (!s.hasPlainStatuses()) {
          notes.status(cell, p, s.statusAt(i));
        }
      }
      if (s.hasBreaks()) {
        notes.breaks(cell, s.declaredBreaks(), s.breakOrdinals());
      }
    }
    return notes.build();
  }

  private static PeriodAxis union(List<Series> series) {
    PeriodAxis first = series.get(0).axis();
    Set<PeriodAxis> distinct = new HashSet<>();
    TreeSet<Period> periods = new TreeSet<>();
    for (Series s : series) {
      if (s.frequency() != first.frequency()) {
        throw new FrequencyMismatchException(
            "panel with series " + s.indicator().id() + " in " + s.region().code(),
            first.frequency(),
            s.period(0));
      }
      if (distinct.add(s.axis())) {
        periods.addAll(s.periods());
      }
    }
    return distinct.size() == 1 ? first : PeriodAxis.of(List.copyOf(periods));
  }

  static DataSet toDataSet(Panel panel) {
    DataSet.Builder builder = DataSet.builder();
    Set<String> ids = new HashSet<>();
    panel.indicators().forEach(i -> ids.add(i.id()));
    for (Indicator indicator : panel.indicators()) {
      boolean orphan = indicator.parent().isPresent() && !ids.contains(indicator.parent().get());
      builder.addIndicator(
          orphan || indicator.ratio().isPresent()
              ? Indicator.builder(indicator)
                  .ratio(Optional.empty())
                  .parent(orphan ? Optional.empty() : indicator.parent())
                  .build()
              : indicator);
    }
    panel.regions().forEach(builder::addRegion);
    ImmutableList<Series> all = panel.allSeries();
    breaks(panel, all).forEach(builder::addBreak);
    for (Series s : all) {
      for (int p = 0; p < s.size(); p++) {
        builder.addObservation(
            s.indicator().id(), s.region().code(), s.period(p), s.valueAt(p), s.statusAt(p));
      }
    }
    return builder.build();
  }

  /** The breaks of a series but those that the data set will find by status B. */
  private static List<SeriesBreak> unmarked(Series series) {
    ImmutableList<SeriesBreak> declared = series.declaredBreaks();
    return series.breaks().stream()
        .filter(b -> declared.contains(b) || !marked(series, b))
        .toList();
  }

  private static boolean marked(Series series, SeriesBreak b) {
    int index = series.indexOfOrdinal(b.ordinalIn(series.frequency()));
    return index >= 0 && series.statusAt(index) == ObservationStatus.BREAK;
  }

  /**
   * The breaks of all series; one that others than those it concerns have, or not all, is split.
   */
  private static Collection<SeriesBreak> breaks(Panel panel, List<Series> all) {
    Map<SeriesBreak, List<Series>> having = new LinkedHashMap<>();
    for (Series s : all) {
      for (SeriesBreak b : new LinkedHashSet<>(unmarked(s))) {
        having.computeIfAbsent(b, key -> new ArrayList<>()).add(s);
      }
    }
    Set<SeriesBreak> exact = new LinkedHashSet<>();
    having.forEach(
        (b, those) -> {
          if (isAsNamed(panel, b, those)) {
            exact.add(b);
          } else {
            those.forEach(s -> exact.add(of(b, s)));
          }
        });
    return exact;
  }

  /** Whether the series that have a break are all those that it concerns, and no others. */
  private static boolean isAsNamed(Panel panel, SeriesBreak b, List<Series> having) {
    // A panel has every indicator in every region, so those that it concerns need not be looked
    // for.
    int indicators = b.indicator().isPresent() ? 1 : panel.indicators().size();
    int regions = b.region().isPresent() ? 1 : panel.regions().size();
    return having.size() == indicators * regions
        && having.stream().allMatch(s -> b.concerns(s.indicator().id(), s.region().code()));
  }

  private static SeriesBreak of(SeriesBreak b, Series series) {
    return new SeriesBreak(
        Optional.of(series.indicator().id()),
        Optional.of(series.region().code()),
        b.from(),
        b.reason());
  }
}
