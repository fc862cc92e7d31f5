package no.maaltall.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;

/** A data set as of a period: the last one that it has, unless another is asked for. */
final class Analysis {
  private final DataSet dataSet;
  private final Optional<Period> asked;

  private Analysis(DataSet dataSet, Optional<Period> asked) {
    this.dataSet = dataSet;
    this.asked = asked;
  }

  static Analysis of(DataSet dataSet) {
    return new Analysis(dataSet, Optional.empty());
  }

  /**
   * The analysis as of a period.
   *
   * @throws IllegalArgumentException if the data set does not have it
   */
  static Analysis of(DataSet dataSet, Period asOf) {
    ImmutableList<Period> known = dataSet.periods(asOf.frequency());
    if (!known.contains(asOf)) {
      throw new IllegalArgumentException(
          "period "
              + asOf
              + " is not in the data; they have "
              + dataSet.lastPeriod().map(last -> having(dataSet)).orElse("no observations"));
    }
    return new Analysis(dataSet, Optional.of(asOf));
  }

  /** The first and last period of each kind. */
  private static String having(DataSet dataSet) {
    return dataSet.frequencies().stream()
        .sorted()
        .map(dataSet::periods)
        .map(p -> p.get(0) + " to " + p.get(p.size() - 1))
        .collect(Collectors.joining(", "));
  }

  DataSet dataSet() {
    return dataSet;
  }

  /**
   * Every indicator in every region that has it, as of the period of this analysis; those with
   * other kinds of periods as of the last that has ended by then, and not at all when none has.
   */
  ImmutableList<Series> series() {
    return dataSet.allSeries().stream()
        .filter(s -> !periods(s.frequency()).isEmpty())
        .map(this::asOf)
        .collect(ImmutableList.toImmutableList());
  }

  Series series(String indicator, String region) {
    return asOf(dataSet.series(indicator, region));
  }

  /** The series by service area, areas in the order of the indicators. */
  ImmutableListMultimap<String, Series> byArea() {
    ImmutableListMultimap.Builder<String, Series> areas = ImmutableListMultimap.builder();
    for (Series series : series()) {
      areas.put(series.indicator().area().orElse("Uten tjenesteområde"), series);
    }
    return areas.build();
  }

  /** The periods of a frequency, up to the one that the analysis is as of. */
  ImmutableList<Period> periods(Frequency frequency) {
    ImmutableList<Period> all = dataSet.periods(frequency);
    return asked
        .map(
            p ->
                all.stream()
                    .filter(q -> !q.endDate().isAfter(p.endDate()))
                    .collect(ImmutableList.toImmutableList()))
        .orElse(all);
  }

  private Series asOf(Series series) {
    ImmutableList<Period> periods = periods(series.frequency());
    if (periods.isEmpty()) {
      throw new IllegalArgumentException(
          series.indicator().id()
              + " has no period that ends by "
              + asked.map(Period::endDate).orElseThrow());
    }
    return series.asOf(periods.get(periods.size() - 1));
  }

  /**
   * The series of the indicator that this one is a part of, in the same region; empty when it is a
   * part of none, or of one that it cannot be a share of, for the unit or the kind of period is
   * another.
   */
  Optional<Series> whole(Series part) {
    return part.indicator()
        .parent()
        .map(id -> dataSet.series(id, part.region().code()))
        .filter(whole -> whole.frequency() == part.frequency())
        .filter(whole -> whole.indicator().unit().equals(part.indicator().unit()))
        .map(this::asOf);
  }

  /** How deep an indicator lies in its "herav" hierarchy; 0 for a whole. */
  int depth(Indicator indicator) {
    int depth = 0;
    Optional<String> parent = indicator.parent();
    while (parent.isPresent()) {
      depth++;
      parent = dataSet.indicator(parent.get()).parent();
    }
    return depth;
  }

  static ImmutableSet<Region> regions(Iterable<Series> series) {
    ImmutableSet.Builder<Region> regions = ImmutableSet.builder();
    series.forEach(s -> regions.add(s.region()));
    return regions.build();
  }
}
