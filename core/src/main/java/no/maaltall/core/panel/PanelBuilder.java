package no.maaltall.core.panel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.maaltall.core.indicator.DuplicateObservationException;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.PeriodAxis;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.SeriesBreak;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Builds a panel from long rows, in any order, over indicators, regions and periods that are known
 * beforehand. What is not given is missing.
 */
public final class PanelBuilder {
  private final Axis<Indicator> indicators;
  private final Axis<Region> regions;
  private final PeriodAxis axis;
  private final double[][] columns;
  private final byte[][] given;
  private final List<SeriesBreak> breaks = new ArrayList<>();

  PanelBuilder(Axis<Indicator> indicators, Axis<Region> regions, PeriodAxis axis) {
    this.indicators = indicators;
    this.regions = regions;
    this.axis = axis;
    this.columns = Cells.missing(indicators, regions, axis);
    this.given = new byte[columns.length][columns[0].length];
    for (byte[] statuses : given) {
      Arrays.fill(statuses, Noted.PLAIN);
    }
  }

  /**
   * Adds an ordinary value.
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @param period the period, in any notation that {@link Period#parse} reads
   * @param value the value, finite
   * @return this builder
   * @throws InvalidNotationException if the period cannot be read
   * @throws IllegalArgumentException if the value is not finite
   * @throws UnknownCodeException if the panel does not have the indicator, region or period
   * @throws FrequencyMismatchException if the period is of another frequency
   * @throws DuplicateObservationException if it was added before
   */
  public PanelBuilder add(String indicatorId, String regionCode, String period, double value) {
    return add(indicatorId, regionCode, Period.parse(period), Observation.of(value));
  }

  /**
   * Adds an observation.
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @param period the period
   * @param observation value and status
   * @return this builder
   * @throws UnknownCodeException if the panel does not have the indicator, region or period
   * @throws FrequencyMismatchException if the period is of another frequency
   * @throws DuplicateObservationException if it was added before
   */
  public PanelBuilder add(
      String indicatorId, String regionCode, Period period, Observation observation) {
    int cell = indicators.indexOf(indicatorId) * regions.size() + regions.indexOf(regionCode);
    int p = Panel.indexOf(axis, period);
    if (given[p][cell] != Noted.PLAIN) {
      throw new DuplicateObservationException(indicatorId, regionCode, period);
    }
    columns[p][cell] = observation.value();
    given[p][cell] = (byte) observation.status().ordinal();
    return this;
  }

  /**
   * Adds a break.
   *
   * @param seriesBreak the break, of the series that it {@linkplain SeriesBreak#concerns concerns}
   * @return this builder
   */
  public PanelBuilder addBreak(SeriesBreak seriesBreak) {
    breaks.add(seriesBreak);
    return this;
  }

  /** {@return the panel, as of its last period} */
  public Panel build() {
    SparseNotes.Builder notes = new SparseNotes.Builder(indicators.size(), regions.size(), axis);
    ObservationStatus[] statuses = ObservationStatus.values();
    double[][] copies = new double[columns.length][];
    for (int p = 0; p < columns.length; p++) {
      copies[p] = columns[p].clone();
      for (int cell = 0; cell < copies[p].length; cell++) {
        if (given[p][cell] != Noted.PLAIN) {
          notes.status(cell, p, statuses[given[p][cell]]);
        }
      }
    }
    if (!breaks.isEmpty()) {
      addBreaks(notes);
    }
    return Panel.of(indicators, regions, axis, axis.last(), copies, notes.build());
  }

  private void addBreaks(SparseNotes.Builder notes) {
    ListMultimap<Named, Integer> numbers = ArrayListMultimap.create();
    for (int n = 0; n < breaks.size(); n++) {
      numbers.put(new Named(breaks.get(n).indicator(), breaks.get(n).region()), n);
    }
    for (int i = 0; i < indicators.size(); i++) {
      for (int r = 0; r < regions.size(); r++) {
        ImmutableList<SeriesBreak> own =
            Named.concerning(indicators.codeAt(i), regions.codeAt(r))
                .flatMap(named -> numbers.get(named).stream())
                .sorted()
                .map(breaks::get)
                .collect(ImmutableList.toImmutableList());
        notes.breaks(i * regions.size() + r, own, null);
      }
    }
  }

  /** What a break names; there may be as many of them as there are series. */
  private record Named(Optional<String> indicator, Optional<String> region) {
    static Stream<Named> concerning(String indicator, String region) {
      return Stream.of(
          new Named(Optional.empty(), Optional.empty()),
          new Named(Optional.of(indicator), Optional.empty()),
          new Named(Optional.empty(), Optional.of(region)),
          new Named(Optional.of(indicator), Optional.of(region)));
    }
  }
}
