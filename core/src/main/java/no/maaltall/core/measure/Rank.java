package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;

/**
 * The place of a region among others, for one indicator in one period.
 *
 * <p>Rank 1 is the best: the highest value, or the lowest when the desired direction of the
 * indicator is down. As a {@linkplain #percentile percentile} the best is 100 and the last 0.
 * Regions without a value have no place, and are not counted.
 *
 * <pre>{@code
 * Panel places = Rank.withTies(Rank.Ties.MIN).of(panel);
 * }</pre>
 */
public final class Rank {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  /** What equal values do. */
  public enum Ties {
    /** Share the mean of their places: 1, 2.5, 2.5, 4. */
    MEAN,
    /** Share the best of their places: 1, 2, 2, 4. */
    MIN
  }

  private final Ties ties;
  private final boolean percentile;

  private Rank(Ties ties, boolean percentile) {
    this.ties = ties;
    this.percentile = percentile;
  }

  /**
   * {@return the place, 1 for the best}
   *
   * @param ties what equal values do
   */
  public static Rank withTies(Ties ties) {
    return new Rank(ties, false);
  }

  /**
   * {@return the place in percent of the way from the last to the best: {@code 100 · (n − rank) /
   * (n − 1)}, for n regions with a value; missing when there is only one}
   *
   * @param ties what equal values do
   */
  public static Rank percentile(Ties ties) {
    return new Rank(ties, true);
  }

  /**
   * The formula: {@code better + 1}, or with {@link Ties#MEAN} {@code better + (equal + 1) / 2};
   * for a percentile {@code 100 · (n − rank) / (n − 1)}.
   *
   * @param better how many are better
   * @param equal how many are equal, the region itself included
   * @param n how many have a value
   * @return the place or percentile; NaN for a percentile among one
   */
  public double value(int better, int equal, int n) {
    double rank = ties == Ties.MIN ? better + 1.0 : better + (equal + 1) / 2.0;
    return percentile ? Results.finite(100 * (n - rank) / (n - 1)) : rank;
  }

  /** {@return the id of the results: {@code rank} or {@code percentile}} */
  public String id() {
    return percentile ? "percentile" : "rank";
  }

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    if (Measure.isEnglish(locale)) {
      return percentile ? "percentile" : "rank";
    }
    return percentile ? "persentil" : "rangering";
  }

  static boolean highIsBest(Indicator indicator) {
    return indicator.direction() != Direction.DOWN;
  }

  Indicator resultIndicator(Indicator indicator) {
    Direction wanted = percentile ? Direction.UP : Direction.DOWN;
    return Indicator.builder(indicator)
        .id(indicator.id() + ":" + id())
        .name(indicator.name() + ": " + name(NORWEGIAN))
        .unit(percentile ? Unit.PERCENT : Unit.COUNT)
        .decimals(percentile || ties == Ties.MEAN ? 1 : 0)
        .direction(indicator.direction() == Direction.NEUTRAL ? Direction.NEUTRAL : wanted)
        .priceBase(Optional.empty())
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the places of a series for all its periods}
   *
   * <p>A status is the heaviest of all values that are compared; that of a missing value is its
   * own. Where one of them is broken, so are the places. Cost: O(regions) for each period.
   *
   * @param series the series
   * @param among those that it is compared with, its own region included
   * @throws FrequencyMismatchException if they have periods of different kinds
   * @throws IllegalArgumentException if its own region is not among them
   */
  public Series over(Series series, List<Series> among) {
    String code = series.region().code();
    if (among.stream().noneMatch(s -> s.region().code().equals(code))) {
      throw new IllegalArgumentException(code + " is not among the regions that it is ranked with");
    }
    for (Series other : among) {
      if (other.frequency() != series.frequency()) {
        throw new FrequencyMismatchException(
            "rank of " + series.indicator().id() + " in " + code,
            series.frequency(),
            other.period(0));
      }
    }
    double[] results = new double[series.size()];
    byte[] statuses = new byte[series.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = Double.NaN;
      ObservationStatus status = series.statusAt(i);
      if (!status.isMissing()) {
        results[i] = place(series.valueAt(i), series, i, among);
        status = Inputs.resultStatus(results[i], compared(series, i, among), false);
      }
      statuses[i] = (byte) status.ordinal();
    }
    Series places =
        series.withResultsUnsafe(resultIndicator(series.indicator()), results, statuses);
    for (Series other : among) {
      places = places.withBreaksOf(other);
    }
    return places;
  }

  private double place(double value, Series series, int at, List<Series> among) {
    boolean highIsBest = highIsBest(series.indicator());
    int better = 0;
    int equal = 0;
    int n = 0;
    for (Series other : among) {
      double x = Inputs.value(other, other.indexOfOrdinal(series.ordinalAt(at)));
      better += (highIsBest ? x > value : x < value) ? 1 : 0;
      equal += x == value ? 1 : 0;
      n += Double.isNaN(x) ? 0 : 1;
    }
    return value(better, equal, n);
  }

  private static ObservationStatus compared(Series series, int at, List<Series> among) {
    ObservationStatus status = series.statusAt(at);
    for (Series other : among) {
      ObservationStatus own = Inputs.status(other, other.indexOfOrdinal(series.ordinalAt(at)));
      status = own.isMissing() ? status : status.combine(own);
    }
    return status;
  }

  /**
   * {@return the place of every region among all regions of a panel, for each indicator and period}
   *
   * @param panel the values; a view of indicators or regions is copied first
   */
  public Panel of(Panel panel) {
    return on(panel).toPanel();
  }

  /**
   * {@return the computation of {@link #of}, to choose periods, threads or a buffer}
   *
   * @param panel the values
   */
  public PanelComputation on(Panel panel) {
    Panel source = panel.compact();
    return PanelComputation.of(
        source,
        source.indicators().size(),
        () ->
            source.indicators().stream()
                .map(this::resultIndicator)
                .collect(ImmutableList.toImmutableList()),
        source.regions(),
        new RankKernel(this, source),
        new RankForm(this, source));
  }
}
