package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that went into a figure, and where it came from.
 *
 * @param symbol what stands for it in the formula of the {@link Derivation}
 * @param role whether it was observed, is a number of years, or is a constant of the formula
 * @param observation its value and status
 * @param unit its unit
 * @param decimals how many decimals it is printed with
 * @param period the period that it was observed in; empty for a constant
 * @param label what it is: indicator and region; empty for a constant
 * @param source where it was published; empty when that is not known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Operand(
    @JsonProperty(value = "symbol", required = true) String symbol,
    @JsonProperty(value = "role", required = true) Role role,
    @JsonProperty(value = "observation", required = true) Observation observation,
    @JsonProperty(value = "unit", required = true) Unit unit,
    @JsonProperty(value = "decimals", required = true) int decimals,
    @JsonProperty("period") Optional<Period> period,
    @JsonProperty(value = "label", required = true) String label,
    @JsonProperty("source") Optional<String> source) {

  private static final int MOST_EXTRA_DECIMALS = 4;

  /** What kind of number it is. */
  public enum Role {
    /** An observed value. */
    OBSERVED,
    /** A number of years. */
    YEARS,
    /** A constant of the formula: a factor, a target. */
    CONSTANT
  }

  @JsonCreator
  static Operand ofJson(
      @JsonProperty(value = "symbol", required = true) String symbol,
      @JsonProperty(value = "role", required = true) Role role,
      @JsonProperty(value = "observation", required = true) Observation observation,
      @JsonProperty(value = "unit", required = true) Unit unit,
      @JsonProperty(value = "decimals", required = true) int decimals,
      @JsonProperty("period") @Nullable Period period,
      @JsonProperty("label") @Nullable String label,
      @JsonProperty("source") @Nullable String source) {
    return new Operand(
        symbol,
        role,
        observation,
        unit,
        decimals,
        Optional.ofNullable(period),
        label == null ? "" : label,
        Optional.ofNullable(source));
  }

  /**
   * {@return an observed value of a series}
   *
   * @param symbol what stands for it in the formula
   * @param series the series
   * @param period the period, of the frequency of the series
   */
  public static Operand observed(String symbol, Series series, Period period) {
    Indicator indicator = series.indicator();
    return new Operand(
        symbol,
        Role.OBSERVED,
        series.at(period),
        indicator.unit(),
        indicator.decimals(),
        Optional.of(period),
        indicator.name() + ", " + series.region().name(),
        indicator.source());
  }

  /**
   * {@return a number of years}
   *
   * @param symbol what stands for it in the formula
   * @param years how many
   */
  public static Operand years(String symbol, double years) {
    return constant(symbol, Role.YEARS, years, Unit.COUNT, 0);
  }

  /**
   * {@return a constant of the formula}
   *
   * @param symbol what stands for it in the formula
   * @param value its value, finite
   * @param unit its unit
   * @param decimals how many decimals it is printed with
   */
  public static Operand constant(String symbol, double value, Unit unit, int decimals) {
    return constant(symbol, Role.CONSTANT, value, unit, decimals);
  }

  private static Operand constant(String symbol, Role role, double value, Unit unit, int decimals) {
    return new Operand(
        symbol,
        role,
        Observation.of(value),
        unit,
        decimals,
        Optional.empty(),
        "",
        Optional.empty());
  }

  /**
   * {@return the number as the formula shows it: {@code 76,0 % [2018]}, {@code 3 år}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    if (observation.isMissing()) {
      return missingText(locale);
    }
    double value = observation.value();
    return switch (role) {
      case OBSERVED -> unit.format(value, shownDecimals(), locale) + bracketedPeriod();
      case YEARS -> yearsText(value, locale);
      case CONSTANT -> unit.format(value, decimals, locale);
    };
  }

  /**
   * As many decimals as the value has, though no more than four beyond the printed ones: a reader
   * who puts the numbers into the formula must get its result.
   */
  private int shownDecimals() {
    int most = Math.min(decimals + MOST_EXTRA_DECIMALS, Rounding.MAX_DECIMALS);
    // Rounded first: a computed 1519.1000000000001 has one decimal that a reader needs.
    int needed = Rounding.toDecimal(observation.value(), most).stripTrailingZeros().scale();
    return Math.max(decimals, needed);
  }

  private String missingText(Locale locale) {
    ObservationStatus status = observation.status();
    String why = NumberText.isEnglish(locale) ? status.english() : status.norwegian();
    return why + bracketedPeriod();
  }

  private String bracketedPeriod() {
    return period.map(p -> " [" + p + "]").orElse("");
  }

  private static String yearsText(double years, Locale locale) {
    boolean whole = years == Math.rint(years);
    String number = NumberText.of(years, whole ? 0 : 2, locale);
    if (NumberText.isEnglish(locale)) {
      return number + (years == 1 ? " year" : " years");
    }
    return number + " år";
  }
}
