package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator in one region over periods of one frequency.
 *
 * <p>The periods are sorted and distinct, but need not be consecutive. A period that the series
 * does not have, and one that it has without a value, are both missing; the status says why.
 *
 * <p>{@link #asOf} is the period that figures are for unless another is asked for. It is the last
 * period of the data set that the series comes from, which may be later than the last period of the
 * series: then a trend is missing, not silently older.
 *
 * <pre>{@code
 * Series leaders = Series.ofYears(indicator, Region.of("3201", "Bærum"), 2014, 76.6, 81.0, 88.1);
 * leaders.at(Period.year(2015)).value();   // 81.0
 * }</pre>
 */
public final class Series {
  private static final int[] NO_BREAKS = {};
  private static final int MOST_PRINTED = 12;

  private final Indicator indicator;
  private final Region region;
  private final PeriodAxis axis;
  private final double[] values;
  private final byte @Nullable [] statuses;
  private final int offset;
  private final Period asOf;
  private final ImmutableList<SeriesBreak> breaks;
  private final int[] breakOrdinals;

  /**
   * Takes the arrays as they are.
   *
   * @param statuses ordinals of statuses; null when every value is normal and every NaN is missing
   * @param offset where in the arrays the first period is
   */
  Series(
      Indicator indicator,
      Region region,
      PeriodAxis axis,
      double[] values,
      byte @Nullable [] statuses,
      int offset,
      Period asOf,
      ImmutableList<SeriesBreak> breaks) {
    this(indicator, region, axis, values, statuses, offset, asOf, breaks, null);
  }

  /**
   * With the breaks already found.
   *
   * @param breakOrdinals where the breaks are; null when the declared ones and status {@code B}
   *     say. A result has status {@code B} because its inputs lie on both sides of a break, so in a
   *     series of results the status does not say where the break is
   */
  private Series(
      Indicator indicator,
      Region region,
      PeriodAxis axis,
      double[] values,
      byte @Nullable [] statuses,
      int offset,
      Period asOf,
      ImmutableList<SeriesBreak> breaks,
      int @Nullable [] breakOrdinals) {
    this.indicator = indicator;
    this.region = region;
    this.axis = axis;
    this.values = values;
    this.statuses = isPlain(statuses, offset, axis.size()) ? null : statuses;
    this.offset = offset;
    this.asOf = asOf;
    this.breaks = breaks;
    this.breakOrdinals = breakOrdinals == null ? foundBreaks() : breakOrdinals;
  }

  /** Few series of a data set have a status worth keeping; the others need not look at each. */
  private static boolean isPlain(byte @Nullable [] statuses, int offset, int size) {
    if (statuses == null) {
      return true;
    }
    for (int i = offset; i < offset + size; i++) {
      if (statuses[i] != ObservationStatus.NORMAL.ordinal()
          && statuses[i] != ObservationStatus.MISSING.ordinal()) {
        return false;
      }
    }
    return true;
  }

  private int[] foundBreaks() {
    if (breaks.isEmpty() && statuses == null) {
      return NO_BREAKS;
    }
    int[] found = new int[breaks.size() + axis.size()];
    int count = 0;
    for (SeriesBreak b : breaks) {
      found[count++] = b.ordinalIn(axis.frequency());
    }
    for (int i = 0; i < axis.size(); i++) {
      if (statusAt(i) == ObservationStatus.BREAK) {
        found[count++] = axis.ordinal(i);
      }
    }
    return count == 0 ? NO_BREAKS : Arrays.stream(found, 0, count).sorted().distinct().toArray();
  }

  /**
   * {@return a series over consecutive calendar years}
   *
   * @param indicator the indicator
   * @param region the region
   * @param firstYear the year of the first value
   * @param values one per year, finite, or NaN for none; at least one
   * @throws IllegalArgumentException if there are no values or one is infinite
   */
  public static Series ofYears(
      Indicator indicator, Region region, int firstYear, double... values) {
    Builder builder = builder(indicator, region);
    for (int i = 0; i < values.length; i++) {
      Observation observation =
          Double.isNaN(values[i]) ? Observation.missing() : Observation.of(values[i]);
      builder.add(Period.year(Math.addExact(firstYear, i)), observation);
    }
    return builder.build();
  }

  /**
   * {@return a builder of a series}
   *
   * @param indicator the indicator
   * @param region the region
   */
  public static Builder builder(Indicator indicator, Region region) {
    return new Builder(indicator, region);
  }

  /**
   * {@return a series over the same region, periods, as-of period and breaks, with other values}
   *
   * <p>For measures. The arrays are not copied and not checked: the caller must not change them
   * afterwards, and must give NaN exactly where the status is a missing one.
   *
   * @param indicator what the values are
   * @param values one per period of this series
   * @param statuses ordinals of {@link ObservationStatus}, one per period; null when every value is
   *     normal and every NaN missing
   * @throws IllegalArgumentException if there is not one value and status per period
   */
  public Series withResultsUnsafe(
      Indicator indicator, double[] values, byte @Nullable [] statuses) {
    if (values.length != size() || (statuses != null && statuses.length != size())) {
      throw new IllegalArgumentException(
          describe()
              + " has "
              + size()
              + " periods, got "
              + values.length
              + " values and "
              + (statuses == null ? "no" : statuses.length)
              + " statuses");
    }
    return new Series(indicator, region, axis, values, statuses, 0, asOf, breaks, breakOrdinals);
  }

  /**
   * {@return the same series, broken also where another one is}
   *
   * @param other the series that it is computed from beside its own
   */
  public Series withBreaksOf(Series other) {
    if (other.breakOrdinals.length == 0) {
      return this;
    }
    ImmutableList<SeriesBreak> all =
        Stream.concat(breaks.stream(), other.breaks.stream())
            .distinct()
            .collect(ImmutableList.toImmutableList());
    int[] ordinals =
        IntStream.concat(Arrays.stream(breakOrdinals), Arrays.stream(other.breakOrdinals))
            .sorted()
            .distinct()
            .toArray();
    return new Series(indicator, region, axis, values, statuses, offset, asOf, all, ordinals);
  }

  /**
   * {@return a series that takes its arrays as they are}
   *
   * <p>For those who have many. The arrays are not copied and not checked: the caller must not
   * change them afterwards, must give finite values, and NaN exactly where the status is a missing
   * one.
   *
   * @param indicator the indicator
   * @param region the region
   * @param axis its periods
   * @param values one per period
   * @param statuses ordinals of {@link ObservationStatus}, one per period; null when every value is
   *     normal and every NaN missing
   * @param asOf the period that figures are for unless another is asked for
   * @param breaks the breaks that were declared
   * @param breakOrdinals the ordinals of the first periods after all its breaks, sorted and
   *     distinct; null for those of the declared ones and of status {@code B}
   * @throws IllegalArgumentException if there is not one value and status per period
   */
  public static Series ofUnsafe(
      Indicator indicator,
      Region region,
      PeriodAxis axis,
      double[] values,
      byte @Nullable [] statuses,
      Period asOf,
      ImmutableList<SeriesBreak> breaks,
      int @Nullable [] breakOrdinals) {
    if (values.length != axis.size() || (statuses != null && statuses.length != axis.size())) {
      throw new IllegalArgumentException(
          "series "
              + indicator.id()
              + " in "
              + region.code()
              + " has "
              + axis.size()
              + " periods, got "
              + values.length
              + " values and "
              + (statuses == null ? "no" : statuses.length)
              + " statuses");
    }
    return new Series(indicator, region, axis, values, statuses, 0, asOf, breaks, breakOrdinals);
  }

  /** {@return the indicator} */
  @JsonProperty("indicator")
  public Indicator indicator() {
    return indicator;
  }

  /** {@return the region} */
  @JsonProperty("region")
  public Region region() {
    return region;
  }

  /** {@return the frequency of its periods} */
  public Frequency frequency() {
    return axis.frequency();
  }

  /** {@return its periods, as an axis that series share} */
  public PeriodAxis axis() {
    return axis;
  }

  /** {@return how many periods it has, with or without a value} */
  public int size() {
    return axis.size();
  }

  /** {@return its periods, in order} */
  public ImmutableList<Period> periods() {
    return axis.periods();
  }

  /**
   * {@return its period at an index}
   *
   * @param index 0 to {@code size() - 1}
   */
  public Period period(int index) {
    return axis.period(index);
  }

  /**
   * {@return the index of a period, or −1 when the series does not have it}
   *
   * @param period the period
   * @throws FrequencyMismatchException if it is of another frequency
   */
  public int indexOf(Period period) {
    requireFrequency(period);
    return axis.indexOf(period.ordinal());
  }

  /**
   * {@return the index of the period with an ordinal, or −1 when the series does not have it}
   *
   * @param ordinal as {@link Period#ordinal} gives it, for the frequency of this series
   */
  public int indexOfOrdinal(int ordinal) {
    return axis.indexOf(ordinal);
  }

  /**
   * {@return the ordinal of its period at an index}
   *
   * @param index 0 to {@code size() - 1}
   */
  public int ordinalAt(int index) {
    return axis.ordinal(index);
  }

  /**
   * {@return the value at an index; NaN when it is missing}
   *
   * @param index 0 to {@code size() - 1}
   */
  public double valueAt(int index) {
    Objects.checkIndex(index, axis.size());
    return values[offset + index];
  }

  /**
   * {@return the status at an index}
   *
   * @param index 0 to {@code size() - 1}
   */
  public ObservationStatus statusAt(int index) {
    double value = valueAt(index);
    if (statuses != null) {
      return ObservationStatus.ofOrdinal(statuses[offset + index]);
    }
    return Double.isNaN(value) ? ObservationStatus.MISSING : ObservationStatus.NORMAL;
  }

  /** {@return whether every value is normal and every period without one plainly missing} */
  public boolean hasPlainStatuses() {
    return statuses == null;
  }

  /**
   * {@return value and status in a period; missing when the series does not have it}
   *
   * @param period the period
   * @throws FrequencyMismatchException if it is of another frequency
   */
  public Observation at(Period period) {
    int index = indexOf(period);
    return index < 0 ? Observation.missing() : new Observation(valueAt(index), statusAt(index));
  }

  /** {@return its values in the order of its periods, NaN where one is missing; a copy} */
  public double[] toArray() {
    return Arrays.copyOfRange(values, offset, offset + axis.size());
  }

  /** {@return the period that figures are for unless another is asked for} */
  public Period asOf() {
    return asOf;
  }

  /**
   * {@return the same series with figures for another period}
   *
   * @param period the period
   * @throws FrequencyMismatchException if it is of another frequency
   */
  public Series asOf(Period period) {
    requireFrequency(period);
    return new Series(
        indicator, region, axis, values, statuses, offset, period, breaks, breakOrdinals);
  }

  /**
   * {@return the breaks that concern it; those marked by status {@code B} come without a reason}
   */
  public ImmutableList<SeriesBreak> breaks() {
    ImmutableList.Builder<SeriesBreak> all = ImmutableList.builder();
    all.addAll(breaks);
    for (int ordinal : breakOrdinals) {
      Period from = Period.ofOrdinal(frequency(), ordinal);
      if (breaks.stream().noneMatch(b -> b.ordinalIn(frequency()) == ordinal)) {
        all.add(new SeriesBreak(Optional.of(indicator.id()), Optional.of(region.code()), from, ""));
      }
    }
    return all.build();
  }

  /** {@return the breaks that were declared, without those marked only by status {@code B}} */
  public ImmutableList<SeriesBreak> declaredBreaks() {
    return breaks;
  }

  /** {@return the ordinals of the first periods after its breaks, sorted; a copy} */
  public int[] breakOrdinals() {
    return breakOrdinals.clone();
  }

  /** {@return whether it has breaks, declared or marked by status {@code B}} */
  public boolean hasBreaks() {
    return breakOrdinals.length > 0;
  }

  /**
   * {@return whether a break lies after one period and not after another}
   *
   * @param earlierOrdinal the ordinal of the earlier period
   * @param laterOrdinal the ordinal of the later period
   */
  public boolean hasBreakBetween(int earlierOrdinal, int laterOrdinal) {
    for (int ordinal : breakOrdinals) {
      if (ordinal > earlierOrdinal && ordinal <= laterOrdinal) {
        return true;
      }
    }
    return false;
  }

  private void requireFrequency(Period period) {
    if (period.frequency() != axis.frequency()) {
      throw new FrequencyMismatchException(describe(), axis.frequency(), period);
    }
  }

  private String describe() {
    return "series " + indicator.id() + " in " + region.code();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Series s
        && s.indicator.equals(indicator)
        && s.region.equals(region)
        && s.asOf.equals(asOf)
        && s.breaks.equals(breaks)
        && sameObservations(s);
  }

  boolean sameObservations(Series other) {
    if (!other.axis.equals(axis)) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (Double.compare(valueAt(i), other.valueAt(i)) != 0 || statusAt(i) != other.statusAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(indicator, region, asOf, axis, Arrays.hashCode(toArray()));
  }

  /** {@return indicator, region and at most twelve of the last observations, on one line} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(indicator.id()).append(" in ").append(region.code());
    text.append(": ");
    int from = Math.max(0, size() - MOST_PRINTED);
    if (from > 0) {
      text.append("... ");
    }
    for (int i = from; i < size(); i++) {
      if (i > from) {
        text.append(", ");
      }
      ObservationStatus status = statusAt(i);
      text.append(period(i)).append('=');
      text.append(
          status.isMissing()
              ? status.code()
              : indicator.unit().formatShort(valueAt(i), indicator.decimals(), Locale.ENGLISH));
      if (!status.isMissing() && status != ObservationStatus.NORMAL) {
        text.append(' ').append(status.code());
      }
    }
    return text.toString();
  }

  /** An observation with its period, as JSON has it. */
  record Dated(
      @JsonProperty(value = "period", required = true) Period period,
      @JsonProperty("value") @Nullable Double value,
      @JsonProperty("status") @Nullable ObservationStatus status) {}

  @JsonProperty("as_of")
  Period jsonAsOf() {
    return asOf;
  }

  @JsonProperty("observations")
  ImmutableList<Dated> jsonObservations() {
    ImmutableList.Builder<Dated> dated = ImmutableList.builder();
    for (int i = 0; i < size(); i++) {
      double value = valueAt(i);
      dated.add(new Dated(period(i), Double.isNaN(value) ? null : value, statusAt(i)));
    }
    return dated.build();
  }

  @JsonProperty("breaks")
  ImmutableList<SeriesBreak> jsonBreaks() {
    return breaks;
  }

  @JsonCreator
  static Series ofJson(
      @JsonProperty(value = "indicator", required = true) Indicator indicator,
      @JsonProperty(value = "region", required = true) Region region,
      @JsonProperty("as_of") @Nullable Period asOf,
      @JsonProperty(value = "observations", required = true) List<Dated> observations,
      @JsonProperty("breaks") @Nullable List<SeriesBreak> breaks) {
    Builder builder = builder(indicator, region);
    for (Dated dated : observations) {
      builder.add(dated.period(), Observation.ofNullable(dated.value(), dated.status()));
    }
    if (breaks != null) {
      breaks.forEach(builder::addBreak);
    }
    Series series = builder.build();
    return asOf == null ? series : series.asOf(asOf);
  }

  /** Builds a series, observation by observation, in any order. */
  public static final class Builder {
    private final Indicator indicator;
    private final Region region;
    private final TreeMap<Period, Observation> observations = new TreeMap<>();
    private final ImmutableList.Builder<SeriesBreak> breaks = ImmutableList.builder();

    private Builder(Indicator indicator, Region region) {
      this.indicator = indicator;
      this.region = region;
    }

    /**
     * Adds an ordinary value.
     *
     * @param period the period, in any notation that {@link Period#parse} reads
     * @param value the value, finite
     * @return this builder
     */
    public Builder add(String period, double value) {
      return add(Period.parse(period), Observation.of(value));
    }

    /**
     * Adds a value with a status.
     *
     * @param period the period, in any notation that {@link Period#parse} reads
     * @param value the value, finite, or NaN with a missing status
     * @param status the status
     * @return this builder
     */
    public Builder add(String period, double value, ObservationStatus status) {
      return add(Period.parse(period), new Observation(value, status));
    }

    /**
     * Adds an observation.
     *
     * @param period the period
     * @param observation the observation
     * @return this builder
     * @throws FrequencyMismatchException if the period is of another frequency than those before
     * @throws DuplicateObservationException if the period was added before
     */
    public Builder add(Period period, Observation observation) {
      if (!observations.isEmpty() && observations.firstKey().frequency() != period.frequency()) {
        throw new FrequencyMismatchException(
            "series " + indicator.id() + " in " + region.code(),
            observations.firstKey().frequency(),
            period);
      }
      if (observations.putIfAbsent(period, observation) != null) {
        throw new DuplicateObservationException(indicator.id(), region.code(), period);
      }
      return this;
    }

    /**
     * Adds a break.
     *
     * @param seriesBreak the break; what indicator and region it names is not looked at
     * @return this builder
     */
    public Builder addBreak(SeriesBreak seriesBreak) {
      breaks.add(seriesBreak);
      return this;
    }

    /**
     * {@return the series, as of its last period}
     *
     * @throws IllegalArgumentException if nothing was added
     */
    public Series build() {
      if (observations.isEmpty()) {
        throw new IllegalArgumentException(
            "series " + indicator.id() + " in " + region.code() + " needs at least one period");
      }
      int[] ordinals = observations.keySet().stream().mapToInt(Period::ordinal).toArray();
      double[] values = new double[ordinals.length];
      byte[] statuses = new byte[ordinals.length];
      int i = 0;
      for (Observation observation : observations.values()) {
        values[i] = observation.value();
        statuses[i++] = (byte) observation.status().ordinal();
      }
      Period last = observations.lastKey();
      return new Series(
          indicator,
          region,
          new PeriodAxis(last.frequency(), ordinals),
          values,
          DataSet.plainOrNull(statuses),
          0,
          last,
          breaks.build());
    }
  }
}
