package no.maaltall.core.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;
import org.jspecify.annotations.Nullable;

/**
 * A formula that makes a figure of a series.
 *
 * <p>The same measure gives one {@link Figure} ({@link #of}, {@link #at}), with caveats and a
 * derivation, or a whole {@link Series} of results ({@link #over}), with the same values to the
 * last bit and the same statuses. Measures are immutable, and equal when their {@link #id} is.
 *
 * <p>Missing values: when a value that the formula needs is missing, so is the result, with the
 * heaviest status of the missing ones. When the formula has no answer (a base of zero, say) the
 * result is missing with status {@code M} and a caveat that says why. A result that compares values
 * from both sides of a break in the series has status {@code B}, unless a heavier one; a result of
 * one value has the status of that value.
 */
public abstract sealed class Measure permits TwoPointMeasure, WindowMeasure {
  private static final int LONGEST_ID = 60;
  private static final Pattern NOTATION = Pattern.compile("([a-z_]+?)(?:_([0-9]{1,4}))?");
  private static final Pattern TARGET =
      Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final String ALLOWED =
      "value, change[_K], relative_change[_K], mean_annual_change_N, total_change_N,"
          + " mean_annual_growth[_N], arithmetic_mean_annual_growth, index[_PERIOD],"
          + " least_squares_slope[_N], theil_sen_slope[_N], distance_to_target[:VALUE]";

  private volatile @Nullable Derived lastDerived;

  /** For the measures of this package. */
  Measure() {}

  /** The indicator that the results for an indicator are. */
  final Indicator resultIndicator(Indicator indicator) {
    Derived last = lastDerived;
    if (last == null || !last.isFrom(indicator)) {
      last = Derived.of(indicator, this);
      lastDerived = last;
    }
    return last.result();
  }

  /** {@return the id, as in {@code figures.json}: {@code mean_annual_change_3}} */
  public abstract String id();

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public abstract String name(Locale locale);

  /**
   * {@return the unit of its results}
   *
   * @param indicator the indicator that it is applied to
   */
  public abstract Unit unit(Indicator indicator);

  /**
   * {@return how many decimals its results are printed with}
   *
   * @param indicator the indicator that it is applied to
   */
  public abstract int decimals(Indicator indicator);

  /**
   * {@return the figure of a series as of {@link Series#asOf}}
   *
   * @param series the series
   */
  public Figure of(Series series) {
    return at(series, series.asOf());
  }

  /**
   * {@return the figure of a series for a period}
   *
   * @param series the series
   * @param period the period; one that the series does not have gives a missing figure
   * @throws FrequencyMismatchException if the period is of another frequency than the series
   */
  public abstract Figure at(Series series, Period period);

  /**
   * {@return the results for all periods of a series, as a series of the same periods}
   *
   * @param series the series
   */
  public abstract Series over(Series series);

  /**
   * {@return the results for all indicators, regions and periods of a panel}
   *
   * <p>The values are those of {@link #over} to the last bit, and so are the statuses, which are
   * computed when they are asked for. Its indicators are called {@code ID:MEASURE}.
   *
   * @param panel the panel; a view of indicators or regions is copied first
   */
  public Panel of(Panel panel) {
    return on(panel).toPanel();
  }

  /**
   * {@return the computation of a panel, to choose periods, threads or a buffer for its results}
   *
   * @param panel the panel; a view of indicators or regions is copied first
   */
  public PanelComputation on(Panel panel) {
    Panel source = panel.compact();
    return PanelComputation.of(
        source,
        source.indicators().size(),
        () -> Derived.all(source.indicators(), this),
        source.regions(),
        kernel(source),
        new MeasureForm(this, source));
  }

  /** The formula for columns. */
  abstract Kernel kernel(Panel panel);

  /**
   * {@return the measure with an id}
   *
   * @param id as {@link #id} gives it
   * @throws InvalidNotationException if no measure has that id; it lists the forms
   */
  @JsonCreator
  public static Measure parse(String id) {
    if (id.startsWith("distance_to_target:")) {
      return TargetDistance.from(targetIn(id));
    }
    if (id.startsWith("index_")) {
      return IndexNumber.withBase(Period.parse(id.substring("index_".length())));
    }
    Matcher m = NOTATION.matcher(id.length() <= LONGEST_ID ? id : "");
    Optional<Measure> measure =
        !m.matches()
            ? Optional.empty()
            : m.group(2) == null ? plain(m.group(1)) : numbered(m.group(1), m.group(2));
    return measure.orElseThrow(() -> new InvalidNotationException("measure", id, ALLOWED));
  }

  private static double targetIn(String id) {
    String text = id.substring("distance_to_target:".length());
    double target =
        text.length() <= LONGEST_ID && TARGET.matcher(text).matches()
            ? Double.parseDouble(text)
            : Double.NaN;
    if (!Double.isFinite(target)) {
      throw new InvalidNotationException("measure", id, ALLOWED);
    }
    return target;
  }

  private static Optional<Measure> plain(String name) {
    return switch (name) {
      case "value" -> Optional.of(Level.observed());
      case "change" -> Optional.of(Change.onPrevious());
      case "relative_change" -> Optional.of(RelativeChange.onPrevious());
      case "mean_annual_growth" -> Optional.of(Growth.compound());
      case "arithmetic_mean_annual_growth" -> Optional.of(Growth.arithmeticMean());
      case "index" -> Optional.of(IndexNumber.withFirstAsBase());
      case "least_squares_slope" -> Optional.of(Trend.leastSquaresSlope());
      case "theil_sen_slope" -> Optional.of(Trend.theilSenSlope());
      case "distance_to_target" -> Optional.of(TargetDistance.ofIndicator());
      default -> Optional.empty();
    };
  }

  private static Optional<Measure> numbered(String name, String digits) {
    int number = Integer.parseInt(digits);
    if (number < 1 || number > Period.MAX_YEAR) {
      return Optional.empty();
    }
    return switch (name) {
      case "change" -> Optional.of(Change.over(number));
      case "relative_change" -> Optional.of(RelativeChange.over(number));
      case "mean_annual_change" -> Optional.of(Trend.meanAnnualChange(number));
      case "total_change" -> Optional.of(Trend.totalChange(number));
      case "mean_annual_growth" -> Optional.of(Growth.compound(number));
      case "least_squares_slope" -> Optional.of(Trend.leastSquaresSlope(number));
      case "theil_sen_slope" -> Optional.of(Trend.theilSenSlope(number));
      default -> Optional.empty();
    };
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Measure m && m.id().equals(id());
  }

  @Override
  public final int hashCode() {
    return id().hashCode();
  }

  /** {@return the id} */
  @Override
  @JsonValue
  public final String toString() {
    return id();
  }

  /** Refuses a number of years or periods that no series can have. */
  static int requirePositive(String what, int number) {
    if (number < 1 || number > Period.MAX_YEAR) {
      throw new IllegalArgumentException(
          what + " must be 1 to " + Period.MAX_YEAR + ", got " + number);
    }
    return number;
  }

  static boolean isEnglish(Locale locale) {
    return "en".equals(locale.getLanguage());
  }
}
