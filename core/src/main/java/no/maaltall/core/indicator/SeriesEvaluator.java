package no.maaltall.core.indicator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes the series of a data set: those observed, and those defined as ratios of others. */
final class SeriesEvaluator {
  private final ImmutableMap<String, Indicator> indicators;
  private final ImmutableList<SeriesBreak> breaks;
  private final ObservationTable table;

  SeriesEvaluator(
      ImmutableMap<String, Indicator> indicators,
      ImmutableList<SeriesBreak> breaks,
      ObservationTable table) {
    this.indicators = indicators;
    this.breaks = breaks;
    this.table = table;
  }

  private Indicator indicator(String id) {
    return Objects.requireNonNull(indicators.get(id), "definitions were checked to be known");
  }

  /** The indicator in a region: observed, or computed from the definition that it has. */
  Series evaluate(Indicator wanted, Region region, int regionIndex) {
    ImmutableList<SeriesBreak> breaks = breaksOf(wanted, region);
    if (wanted.ratio().isEmpty()) {
      return observed(wanted, region, regionIndex, breaks, wanted);
    }
    // Definitions were checked to be without circles; each is computed once, inputs first. Only the
    // wanted one needs its breaks: looking for those of each would be quadratic in a long chain.
    Map<String, Series> done = new HashMap<>();
    List<Indicator> pending = new ArrayList<>(List.of(wanted));
    while (!pending.isEmpty()) {
      Indicator next = pending.get(pending.size() - 1);
      RatioDefinition ratio = next.ratio().orElse(null);
      if (ratio == null) {
        done.put(next.id(), observed(next, region, regionIndex, ImmutableList.of(), wanted));
      } else {
        Series numerator = done.get(ratio.numerator());
        Series denominator = done.get(ratio.denominator());
        if (numerator == null || denominator == null) {
          pending.add(indicator(numerator == null ? ratio.numerator() : ratio.denominator()));
          continue;
        }
        done.put(
            next.id(),
            RatioSeries.of(
                next, ratio, numerator, denominator, next == wanted ? breaks : ImmutableList.of()));
      }
      pending.remove(pending.size() - 1);
    }
    return Objects.requireNonNull(done.get(wanted.id()), "the loop ends with the wanted one done");
  }

  private Series observed(
      Indicator indicator,
      Region region,
      int regionIndex,
      ImmutableList<SeriesBreak> breaks,
      Indicator wanted) {
    int s = table.find(table.indicatorIndex(indicator.id()), regionIndex);
    if (s >= 0) {
      return table.series(s, indicator, region, breaks);
    }
    Frequency frequency =
        table
            .frequencyOfIndicator(table.indicatorIndex(indicator.id()))
            .or(() -> frequencyOfInputs(wanted, regionIndex))
            .or(() -> table.lastPeriod().map(Period::frequency))
            .orElseThrow(SeriesEvaluator::noObservations);
    Period last = table.lastPeriod(frequency).orElseThrow(SeriesEvaluator::noObservations);
    return new Series(
        indicator,
        region,
        new PeriodAxis(frequency, new int[] {last.ordinal()}),
        new double[] {Double.NaN},
        null,
        0,
        last,
        breaks);
  }

  /** The frequency that an input that is never observed takes after the other inputs of a ratio. */
  private Optional<Frequency> frequencyOfInputs(Indicator wanted, int regionIndex) {
    Optional<Frequency> elsewhere = Optional.empty();
    for (String id : leaves(wanted)) {
      int s = table.find(table.indicatorIndex(id), regionIndex);
      if (s >= 0) {
        return Optional.of(table.frequencyOf(s));
      }
      elsewhere = elsewhere.or(() -> table.frequencyOfIndicator(table.indicatorIndex(id)));
    }
    return elsewhere;
  }

  private static IllegalStateException noObservations() {
    return new IllegalStateException("the data set has no observations, so there are no series");
  }

  /** The breaks of the indicator, and of all that its ratio is computed from. */
  ImmutableList<SeriesBreak> breaksOf(Indicator indicator, Region region) {
    if (breaks.isEmpty()) {
      return breaks;
    }
    Set<String> ids = closure(indicator);
    return breaks.stream()
        .filter(b -> ids.stream().anyMatch(id -> b.concerns(id, region.code())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The indicator, and all that its ratio is computed from. */
  private Set<String> closure(Indicator indicator) {
    Set<String> ids = new LinkedHashSet<>();
    List<String> pending = new ArrayList<>(List.of(indicator.id()));
    while (!pending.isEmpty()) {
      String id = pending.remove(pending.size() - 1);
      if (ids.add(id)) {
        indicator(id)
            .ratio()
            .ifPresent(
                r -> {
                  pending.add(r.numerator());
                  pending.add(r.denominator());
                });
      }
    }
    return ids;
  }

  /** The indicators with observations of their own that this one comes down to. */
  Set<String> leaves(Indicator indicator) {
    if (indicator.ratio().isEmpty()) {
      return Set.of(indicator.id());
    }
    Set<String> ids = closure(indicator);
    ids.removeIf(id -> indicator(id).ratio().isPresent());
    return ids;
  }
}
