package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A break in series: values from a period on are not comparable with those before it.
 *
 * @param indicator the id of the indicator that it concerns; empty for all
 * @param region the code of the region that it concerns; empty for all
 * @param from the first period after the break; it also breaks series of other frequencies, at the
 *     first period that starts on or after its first day
 * @param reason why, for a reader
 */
public record SeriesBreak(
    @JsonProperty("indicator") Optional<String> indicator,
    @JsonIgnore Optional<String> region,
    @JsonIgnore Period from,
    @JsonProperty(value = "reason", required = true) String reason) {

  /**
   * {@return a break in every series}
   *
   * @param from the first period after the break
   * @param reason why
   */
  public static SeriesBreak of(Period from, String reason) {
    return new SeriesBreak(Optional.empty(), Optional.empty(), from, reason);
  }

  /**
   * {@return whether it concerns the series of an indicator in a region}
   *
   * @param indicatorId the indicator
   * @param regionCode the region
   */
  public boolean concerns(String indicatorId, String regionCode) {
    return indicator.map(indicatorId::equals).orElse(true)
        && region.map(regionCode::equals).orElse(true);
  }

  /**
   * {@return whether it lies between two periods: after the start of the earlier one, and not after
   * the start of the later}
   *
   * @param earlier the earlier period
   * @param later the later period
   */
  public boolean isBetween(Period earlier, Period later) {
    return from.startDate().isAfter(earlier.startDate())
        && !from.startDate().isAfter(later.startDate());
  }

  /**
   * {@return the ordinal of the first period of a frequency that starts on or after its first day}
   *
   * @param frequency the frequency
   */
  public int ordinalIn(Frequency frequency) {
    if (from.frequency() == frequency) {
      return from.ordinal();
    }
    int ordinal = from.startYear() * frequency.periodsPerYear();
    int end = (Period.MAX_YEAR + 1) * frequency.periodsPerYear();
    while (ordinal < end
        && Period.ofOrdinal(frequency, ordinal).startDate().isBefore(from.startDate())) {
      ordinal++;
    }
    return ordinal;
  }

  @JsonCreator
  static SeriesBreak ofJson(
      @JsonProperty("indicator") @Nullable String indicator,
      @JsonProperty("ref_area") @Nullable String region,
      @JsonProperty(value = "period", required = true) Period from,
      @JsonProperty("reason") @Nullable String reason) {
    return new SeriesBreak(
        Optional.ofNullable(indicator),
        Optional.ofNullable(region),
        from,
        reason == null ? "" : reason);
  }

  /** {@return the region as JSON names it} */
  @JsonProperty("ref_area")
  Optional<String> jsonRegion() {
    return region;
  }

  /** {@return the period as JSON names it} */
  @JsonProperty("period")
  Period jsonPeriod() {
    return from;
  }
}
