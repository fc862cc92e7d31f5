package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a reader must know about a figure before trusting it.
 *
 * @param kind what kind of thing
 * @param detail which period, break or region; may be empty
 */
public record Caveat(
    @JsonProperty(value = "kind", required = true) Kind kind,
    @JsonProperty(value = "detail", required = true) String detail) {

  /** The kinds of caveats. */
  public enum Kind {
    /** A value that the figure needs is missing; the figure is missing too. */
    MISSING_INPUT("mangler verdi", "missing value"),
    /** An input is provisional. */
    PROVISIONAL_INPUT("foreløpig tall", "provisional value"),
    /** An input is estimated or imputed. */
    ESTIMATED_INPUT("anslått tall", "estimated value"),
    /** An input is a forecast. */
    FORECAST_INPUT("framskrevet tall", "forecast value"),
    /** An input has another mark: low reliability, another definition, not validated. */
    UNCERTAIN_INPUT("usikkert tall", "uncertain value"),
    /** The figure compares values from both sides of a break in the series. */
    BREAK_IN_SERIES("krysser brudd i serien", "crosses a break in the series"),
    /** The value that is compared with is zero; the figure is missing. */
    ZERO_BASE("grunntallet er null", "the base is zero"),
    /** The value that is compared with is negative: read the sign of the figure with care. */
    NEGATIVE_BASE("grunntallet er negativt", "the base is negative"),
    /** The denominator is zero; the figure is missing. */
    ZERO_DENOMINATOR("nevneren er null", "the denominator is zero"),
    /** The values have opposite signs, so there is no rate of growth; the figure is missing. */
    NO_GROWTH_RATE("verdiene har ulikt fortegn", "the values have opposite signs"),
    /** The periods that have values are not equally far apart. */
    UNEVEN_PERIODS("ujevn avstand mellom periodene", "uneven distance between periods"),
    /** The last value is earlier than the period that the figure is for. */
    ENDS_EARLY("siste verdi er eldre", "the last value is earlier"),
    /** There are fewer values than the formula needs; the figure is missing. */
    TOO_FEW_VALUES("for få verdier", "too few values"),
    /** Regions without a value were left out. */
    REGIONS_LEFT_OUT("regioner uten tall er utelatt", "regions without values are left out"),
    /** The parts are more, or less, than the whole. */
    PARTS_DO_NOT_ADD_UP("delene blir ikke helheten", "the parts do not add up to the whole"),
    /** The indicator has no target; the figure is missing. */
    NO_TARGET("indikatoren har ikke noe mål", "the indicator has no target"),
    /** The result is too large to be represented; the figure is missing. */
    OVERFLOW("for stort tall", "too large a number");

    private final String norwegian;
    private final String english;

    Kind(String norwegian, String english) {
      this.norwegian = norwegian;
      this.english = english;
    }

    /** {@return the kind in lower case, as files have it: {@code provisional_input}} */
    public String code() {
      return Ascii.toLowerCase(name());
    }
  }

  /**
   * {@return a caveat about periods}
   *
   * @param kind what kind of thing
   * @param period which period
   */
  public static Caveat of(Kind kind, Period period) {
    return new Caveat(kind, period.toString());
  }

  /**
   * {@return what one observed input makes a reader ask: that it is missing, provisional,
   * estimated, a forecast or otherwise uncertain; nothing about an ordinary one}
   *
   * @param input the observation
   * @param period its period
   */
  public static ImmutableList<Caveat> ofInput(Observation input, Period period) {
    ObservationStatus status = input.status();
    return switch (status) {
      case NORMAL, BREAK -> ImmutableList.of();
      case PROVISIONAL -> ImmutableList.of(of(Kind.PROVISIONAL_INPUT, period));
      case ESTIMATED, IMPUTED -> ImmutableList.of(of(Kind.ESTIMATED_INPUT, period));
      case FORECAST -> ImmutableList.of(of(Kind.FORECAST_INPUT, period));
      case MISSING -> ImmutableList.of(of(Kind.MISSING_INPUT, period));
      default ->
          ImmutableList.of(
              new Caveat(
                  status.isMissing() ? Kind.MISSING_INPUT : Kind.UNCERTAIN_INPUT,
                  period + " " + status.code()));
    };
  }

  /**
   * {@return each caveat once, in the order of their weight}
   *
   * @param caveats the caveats
   */
  public static ImmutableList<Caveat> inOrder(Collection<Caveat> caveats) {
    return caveats.stream()
        .distinct()
        .sorted(Comparator.comparing(Caveat::kind))
        .collect(ImmutableList.toImmutableList());
  }

  static String missingWord(Locale locale) {
    return NumberText.isEnglish(locale) ? "missing" : "mangler";
  }

  /** {@return the kind and the detail for a machine: {@code provisional_input: 2018}} */
  public String code() {
    return detail.isEmpty() ? kind.code() : kind.code() + ": " + detail;
  }

  /**
   * {@return the caveat for a reader: {@code foreløpig tall: 2018}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    String words = NumberText.isEnglish(locale) ? kind.english : kind.norwegian;
    return detail.isEmpty() ? words : words + ": " + detail;
  }
}
