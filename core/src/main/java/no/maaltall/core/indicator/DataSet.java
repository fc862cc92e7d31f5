package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Indicators, regions, breaks and observations: what a directory of tidy tables holds.
 *
 * <pre>{@code
 * DataSet baerum = TidyTables.read(Path.of("baerum"));
 * Series leaders = baerum.series("bhg.pedledere-godkjent", "3201");
 * }</pre>
 *
 * <p>Observations are kept in primitive arrays, sorted by indicator, region and period: 8 bytes
 * each, and one more when some status of the data set is not plain.
 *
 * <p>An indicator that is defined as a ratio has no observations of its own; {@link #series}
 * computes it. Where the denominator is zero or an input is missing, it is missing.
 *
 * <p>As JSON: {@code {"indicators": [...], "regions": [...], "breaks": [...], "observations":
 * [{"indicator": ..., "ref_area": ..., "period": ..., "value": ..., "status": ...}]}}.
 */
public final class DataSet {
  private final ImmutableMap<String, Indicator> indicators;
  private final ImmutableMap<String, Region> regions;
  private final ImmutableList<SeriesBreak> breaks;
  private final ObservationTable table;
  private final SeriesEvaluator evaluator;

  private DataSet(
      ImmutableMap<String, Indicator> indicators,
      ImmutableMap<String, Region> regions,
      ImmutableList<SeriesBreak> breaks,
      ObservationTable table) {
    this.indicators = indicators;
    this.regions = regions;
    this.breaks = breaks;
    this.table = table;
    this.evaluator = new SeriesEvaluator(indicators, breaks, table);
  }

  /** {@return a builder without content} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return its indicators, in the order that they were given} */
  public ImmutableCollection<Indicator> indicators() {
    return indicators.values();
  }

  /** {@return its regions, in the order that they were given} */
  public ImmutableCollection<Region> regions() {
    return regions.values();
  }

  /** {@return its breaks in series} */
  @JsonProperty("breaks")
  public ImmutableList<SeriesBreak> breaks() {
    return breaks;
  }

  /**
   * {@return the indicator with an id}
   *
   * @param id the id
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public Indicator indicator(String id) {
    Indicator indicator = indicators.get(id);
    if (indicator == null) {
      throw new UnknownCodeException("indicator", id, indicators.keySet());
    }
    return indicator;
  }

  /**
   * {@return whether there is an indicator with an id}
   *
   * @param id the id
   */
  public boolean hasIndicator(String id) {
    return indicators.containsKey(id);
  }

  /**
   * {@return the region with a code}
   *
   * @param code the code
   * @throws UnknownCodeException if there is none; it lists the nearest
   */
  public Region region(String code) {
    Region region = regions.get(code);
    if (region == null) {
      throw new UnknownCodeException("region", code, regions.keySet());
    }
    return region;
  }

  /** {@return how many observations it has, with and without a value} */
  public int size() {
    return table.size();
  }

  /** {@return the frequencies that its observations have, in the order of the enum} */
  public Set<Frequency> frequencies() {
    return table.frequencies();
  }

  /**
   * {@return all periods that some observation of a frequency has, in order}
   *
   * @param frequency the frequency
   */
  public ImmutableList<Period> periods(Frequency frequency) {
    return table.periods(frequency);
  }

  /**
   * {@return the last period of a frequency that some observation has, be it with a value or
   * without}
   *
   * @param frequency the frequency
   */
  public Optional<Period> lastPeriod(Frequency frequency) {
    return table.lastPeriod(frequency);
  }

  /**
   * {@return the last period of any frequency: the one that ends last, and of those that end
   * together the longest}
   */
  public Optional<Period> lastPeriod() {
    return table.lastPeriod();
  }

  /**
   * {@return whether an indicator has observations in a region, its own or, for one defined as a
   * ratio, those of its numerator or denominator}
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @throws UnknownCodeException if either is unknown
   */
  public boolean has(String indicatorId, String regionCode) {
    int regionIndex = indexOfRegion(regionCode);
    for (String id : evaluator.leaves(indicator(indicatorId))) {
      if (table.find(indexOfIndicator(id), regionIndex) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return an indicator in a region, as of the last period of its frequency in this data set}
   *
   * <p>One that is defined as a ratio is computed. One without any observation in the region is a
   * series of one missing value, in the last period.
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   * @throws UnknownCodeException if either is unknown; it lists the nearest
   * @throws FrequencyMismatchException if the numerator and the denominator of a ratio have periods
   *     of different kinds
   * @throws IllegalStateException if this data set has no observations at all
   */
  public Series series(String indicatorId, String regionCode) {
    Indicator indicator = indicator(indicatorId);
    return evaluator.evaluate(indicator, region(regionCode), indexOfRegion(regionCode));
  }

  /**
   * {@return every indicator in every region where it has observations, defined ratios included; in
   * the order of the indicators, then of the regions}
   */
  public ImmutableList<Series> allSeries() {
    ImmutableList.Builder<Series> all = ImmutableList.builder();
    for (Indicator indicator : indicators.values()) {
      for (String region : regions.keySet()) {
        if (has(indicator.id(), region)) {
          all.add(series(indicator.id(), region));
        }
      }
    }
    return all.build();
  }

  /** {@return every indicator with observations of its own, in every region where it has some} */
  public ImmutableList<Series> observedSeries() {
    ImmutableList<Indicator> byIndex = indicators.values().asList();
    ImmutableList<Region> regionByIndex = regions.values().asList();
    ImmutableList.Builder<Series> all = ImmutableList.builderWithExpectedSize(table.seriesCount());
    for (int s = 0; s < table.seriesCount(); s++) {
      Indicator indicator = byIndex.get(table.indicatorOf(s));
      Region region = regionByIndex.get(table.regionOf(s));
      all.add(table.series(s, indicator, region, evaluator.breaksOf(indicator, region)));
    }
    return all.build();
  }

  private int indexOfIndicator(String id) {
    return table.indicatorIndex(id);
  }

  private int indexOfRegion(String code) {
    region(code);
    return table.regionIndex(code);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof DataSet d)
        || !d.indicators.equals(indicators)
        || !d.regions.equals(regions)
        || !d.breaks.equals(breaks)
        || d.table.seriesCount() != table.seriesCount()) {
      return false;
    }
    for (Series mine : observedSeries()) {
      if (!d.has(mine.indicator().id(), mine.region().code())
          || !d.series(mine.indicator().id(), mine.region().code()).sameObservations(mine)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * indicators.hashCode() + regions.hashCode() + table.size();
  }

  /** {@return how many of each it has, on one line} */
  @Override
  public String toString() {
    return "DataSet of "
        + indicators.size()
        + " indicators, "
        + regions.size()
        + " regions, "
        + size()
        + " observations"
        + lastPeriod().map(p -> ", last period " + p).orElse("");
  }

  static byte @Nullable [] plainOrNull(byte[] statuses) {
    for (byte status : statuses) {
      if (status != ObservationStatus.NORMAL.ordinal()
          && status != ObservationStatus.MISSING.ordinal()) {
        return statuses;
      }
    }
    return null;
  }

  /** An observation with all that it is about, as JSON has it. */
  record Row(
      @JsonProperty(value = "indicator", required = true) String indicator,
      @JsonProperty(value = "ref_area", required = true) String region,
      @JsonProperty(value = "period", required = true) Period period,
      @JsonProperty("value") @Nullable Double value,
      @JsonProperty("status") @Nullable ObservationStatus status) {}

  @JsonProperty("indicators")
  ImmutableList<Indicator> jsonIndicators() {
    return indicators.values().asList();
  }

  @JsonProperty("regions")
  ImmutableList<Region> jsonRegions() {
    return regions.values().asList();
  }

  @JsonProperty("observations")
  ImmutableList<Row> jsonObservations() {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (Series series : observedSeries()) {
      for (int i = 0; i < series.size(); i++) {
        double value = series.valueAt(i);
        rows.add(
            new Row(
                series.indicator().id(),
                series.region().code(),
                series.period(i),
                Double.isNaN(value) ? null : value,
                series.statusAt(i)));
      }
    }
    return rows.build();
  }

  @JsonCreator
  static DataSet ofJson(
      @JsonProperty(value = "indicators", required = true) List<Indicator> indicators,
      @JsonProperty("regions") @Nullable List<Region> regions,
      @JsonProperty("breaks") @Nullable List<SeriesBreak> breaks,
      @JsonProperty(value = "observations", required = true) List<Row> observations) {
    Builder builder = builder();
    indicators.forEach(builder::addIndicator);
    if (regions != null) {
      regions.forEach(builder::addRegion);
    }
    if (breaks != null) {
      breaks.forEach(builder::addBreak);
    }
    for (Row row : observations) {
      Observation observation = Observation.ofNullable(row.value(), row.status());
      builder.addObservation(row.indicator(), row.region(), row.period(), observation);
    }
    return builder.build();
  }

  /**
   * Builds a data set. Indicators come before the breaks and observations that name them; a region
   * that was not added gets its code as its name.
   */
  public static final class Builder {
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final BitSet ratios = new BitSet();
    private final ImmutableList.Builder<SeriesBreak> breaks = ImmutableList.builder();
    private final ObservationTableBuilder table = new ObservationTableBuilder();

    private Builder() {}

    /**
     * Adds an indicator.
     *
     * @param indicator the indicator
     * @return this builder
     * @throws IllegalArgumentException if there is one with its id already
     */
    public Builder addIndicator(Indicator indicator) {
      if (indicators.putIfAbsent(indicator.id(), indicator) != null) {
        throw new IllegalArgumentException("two indicators with id " + indicator.id());
      }
      ratios.set(indicators.size() - 1, indicator.ratio().isPresent());
      table.addIndicator(indicator.id());
      return this;
    }

    /**
     * Adds a region.
     *
     * @param region the region
     * @return this builder
     * @throws IllegalArgumentException if there is one with its code already
     */
    public Builder addRegion(Region region) {
      if (regions.putIfAbsent(region.code(), region) != null) {
        throw new IllegalArgumentException("two regions with code " + region.code());
      }
      table.addRegion(region.code());
      return this;
    }

    /**
     * Adds a break in series.
     *
     * @param seriesBreak the break
     * @return this builder
     * @throws UnknownCodeException if it names an indicator that was not added
     */
    public Builder addBreak(SeriesBreak seriesBreak) {
      seriesBreak.indicator().ifPresent(this::requireIndicator);
      breaks.add(seriesBreak);
      return this;
    }

    /**
     * Adds an ordinary value.
     *
     * @param indicatorId the indicator
     * @param regionCode the region
     * @param period the period, in any notation that {@link Period#parse} reads
     * @param value the value, finite
     * @return this builder
     * @throws UnknownCodeException if the indicator was not added
     */
    public Builder addObservation(
        String indicatorId, String regionCode, String period, double value) {
      return addObservation(indicatorId, regionCode, Period.parse(period), Observation.of(value));
    }

    /**
     * Adds an observation.
     *
     * @param indicatorId the indicator
     * @param regionCode the region
     * @param period the period
     * @param observation value and status
     * @return this builder
     * @throws UnknownCodeException if the indicator was not added
     */
    public Builder addObservation(
        String indicatorId, String regionCode, Period period, Observation observation) {
      return addObservation(
          indicatorId, regionCode, period, observation.value(), observation.status());
    }

    /**
     * Adds an observation, given as value and status: for readers of many.
     *
     * @param indicatorId the indicator
     * @param regionCode the region
     * @param period the period
     * @param value the value, finite, or NaN exactly when the status is a missing one
     * @param status the status
     * @return this builder
     * @throws UnknownCodeException if the indicator was not added
     * @throws IllegalArgumentException if value and status do not agree, the region code is blank,
     *     or the indicator is defined as a ratio and so has no observations of its own
     */
    public Builder addObservation(
        String indicatorId,
        String regionCode,
        Period period,
        double value,
        ObservationStatus status) {
      Observation.check(value, status);
      Indicator indicator = requireIndicator(indicatorId);
      if (indicator.ratio().isPresent()) {
        throw observedRatio(indicatorId);
      }
      if (!regions.containsKey(regionCode)) {
        addRegion(Region.of(regionCode));
      }
      table.add(
          table.indicatorIndex(indicatorId),
          table.regionIndex(regionCode),
          period,
          value + 0.0,
          status);
      return this;
    }

    /**
     * Adds an observation by the numbers of its indicator and region: for readers of millions,
     * which look each code up once.
     *
     * @param indicatorIndex the indicator, as {@link #indicatorIndex} numbers it
     * @param regionIndex the region, as {@link #regionIndex} numbers it
     * @param period the period
     * @param value the value, finite, or NaN exactly when the status is a missing one
     * @param status the status
     * @return this builder
     * @throws IndexOutOfBoundsException if no indicator or region has that number
     * @throws IllegalArgumentException if value and status do not agree, or the indicator is
     *     defined as a ratio and so has no observations of its own
     */
    public Builder addObservation(
        int indicatorIndex,
        int regionIndex,
        Period period,
        double value,
        ObservationStatus status) {
      Observation.check(value, status);
      if (ratios.get(indicatorIndex)) {
        throw observedRatio(table.indicatorId(indicatorIndex));
      }
      table.requireIndices(indicatorIndex, regionIndex);
      table.add(indicatorIndex, regionIndex, period, value + 0.0, status);
      return this;
    }

    /**
     * {@return the number of an indicator: 0 for the first that was added}
     *
     * @param id the id
     * @throws UnknownCodeException if it was not added
     */
    public int indicatorIndex(String id) {
      requireIndicator(id);
      return table.indicatorIndex(id);
    }

    /**
     * {@return the number of a region: 0 for the first that was added}
     *
     * @param code the code
     * @throws UnknownCodeException if it was not added
     */
    public int regionIndex(String code) {
      if (!regions.containsKey(code)) {
        throw new UnknownCodeException("region", code, regions.keySet());
      }
      return table.regionIndex(code);
    }

    private static IllegalArgumentException observedRatio(String id) {
      return new IllegalArgumentException(
          id + " is defined as a ratio, so it has no observations of its own");
    }

    private Indicator requireIndicator(String id) {
      Indicator indicator = indicators.get(id);
      if (indicator == null) {
        throw new UnknownCodeException("indicator", id, indicators.keySet());
      }
      return indicator;
    }

    /**
     * {@return the data set}
     *
     * @throws UnknownCodeException if a ratio or a parent names an indicator that was not added
     * @throws CircularDefinitionException if a ratio is defined by itself, or an indicator is a
     *     part of itself
     * @throws DuplicateObservationException if an indicator was given twice for a region and period
     * @throws FrequencyMismatchException if one series has periods of different kinds
     */
    public DataSet build() {
      return build(ObservationConflict::raise);
    }

    /**
     * {@return the data set, without the observations that cannot all be kept}
     *
     * <p>Of equal observations of the same indicator, region and period the first is kept. Of
     * different ones none is, and none of a series that mixes frequencies: which of them is right
     * is not for the library to say.
     *
     * @param leftOut told of each observation that is left out; in the order of the series, not of
     *     the observations
     * @throws UnknownCodeException if a ratio or a parent names an indicator that was not added
     * @throws CircularDefinitionException if a ratio is defined by itself, or an indicator is a
     *     part of itself
     */
    public DataSet build(Consumer<ObservationConflict> leftOut) {
      Definitions.check(indicators);
      return new DataSet(
          ImmutableMap.copyOf(indicators),
          ImmutableMap.copyOf(regions),
          breaks.build(),
          table.build(leftOut));
    }
  }
}
