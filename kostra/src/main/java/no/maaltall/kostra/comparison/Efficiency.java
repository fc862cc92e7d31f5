package no.maaltall.kostra.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.measure.Change;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import no.maaltall.kostra.report.Table;
import no.maaltall.kostra.report.Table.Align;

/**
 * What a municipality gets for its resources, the network = 100: {@code E = 100 · (P / 100) / (R /
 * 100)}, from the production index P and the resource index R.
 *
 * <p>It is a quotient, not a difference: production 15.4 percent below the network with 2.3 percent
 * less resources is 84.6 / 97.7 → 86.6, 13.4 percent lower, not 13.1. Missing when either is, and
 * when R is zero.
 *
 * <p>A change of efficiency is in index points ({@link #changeInPoints}) or in percent ({@link
 * #changeInPercent}); documents that write percentage points for the first mean index points.
 */
public final class Efficiency {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");
  private static final String MEASURE = "efficiency";

  private Efficiency() {}

  /**
   * The formula: {@code 100 · (production / 100) / (resources / 100)}.
   *
   * @param production P, or NaN
   * @param resources R, or NaN
   * @return E; NaN when either is missing or R is 0
   */
  public static double value(double production, double resources) {
    return RatioDefinition.value(production, resources, 100);
  }

  /**
   * {@return the efficiency in a period, with id {@code efficiency}}
   *
   * @param production the production index
   * @param resources the resource index
   * @param period the period
   * @throws InvalidComparisonException if they are not index numbers of one region
   */
  public static Figure at(Series production, Series resources, Period period) {
    requireIndices(production, resources);
    double below = resources.at(period).value();
    return new Computation(period)
        .observed("p", production)
        .observed("r", resources)
        .denominator(below)
        .figure(
            new Computation.Result(
                indicator(production.indicator()), production.region(), MEASURE, Unit.INDEX, 1),
            "100 · ({p} / 100) / ({r} / 100)",
            value(production.at(period).value(), below));
  }

  private static void requireIndices(Series production, Series resources) {
    boolean indices =
        production.indicator().unit().equals(Unit.INDEX)
            && resources.indicator().unit().equals(Unit.INDEX)
            && production.region().code().equals(resources.region().code());
    if (!indices) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS,
          "efficiency is of two index numbers of one region, got "
              + production.indicator().id()
              + " ("
              + production.indicator().unit()
              + ") in "
              + production.region().code()
              + " and "
              + resources.indicator().id()
              + " ("
              + resources.indicator().unit()
              + ") in "
              + resources.region().code());
    }
  }

  private static Indicator indicator(Indicator production) {
    return Indicator.builder(production)
        .id(production.id() + ":" + MEASURE)
        .name("Effektivitet")
        .direction(Direction.UP)
        .decimals(1)
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the efficiency over the periods of the production}
   *
   * @param production the production index
   * @param resources the resource index
   * @throws InvalidComparisonException if they are not index numbers of one region
   */
  public static Series over(Series production, Series resources) {
    requireIndices(production, resources);
    return SeriesOfFigures.of(
        indicator(production.indicator()),
        production.region(),
        production.periods(),
        p -> at(production, resources, p));
  }

  /**
   * {@return an index number of a municipality as a distance from the network in percent: {@code E
   * − 100}, with id {@code distance_from_network}; −13.4 is 13.4 percent lower}
   *
   * @param index an index with the network = 100
   * @throws InvalidComparisonException if it is no index number
   */
  public static Figure distance(Figure index) {
    if (!index.unit().equals(Unit.INDEX)) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS, index + " is in " + index.unit() + ", and no index number");
    }
    return new Computation(index.period())
        .figure("e", index)
        .figure(
            new Computation.Result(
                index.indicator(), index.region(), "distance_from_network", Unit.PERCENT, 1),
            "{e} − 100",
            index.value() - 100);
  }

  /**
   * {@return a distance in words: {@code 13,4 % lavere}}
   *
   * @param distance a distance from the network in percent
   * @param locale English for any English locale, bokmål for every other
   */
  public static String words(Figure distance, Locale locale) {
    boolean english = "en".equals(locale.getLanguage());
    if (distance.isMissing()) {
      return distance.text(locale);
    }
    if (distance.rounded() == 0) {
      return english ? "as the network" : "som nettverket";
    }
    Figure size =
        Figure.builder()
            .from(distance)
            .observation(new Observation(Math.abs(distance.rounded()), distance.status()))
            .build();
    boolean lower = distance.value() < 0;
    return size.text(locale)
        + (english ? (lower ? " lower" : " higher") : (lower ? " lavere" : " høyere"));
  }

  /**
   * {@return the change from the year before in index points}
   *
   * @param efficiency the efficiency over years
   * @param period the year
   */
  public static Figure changeInPoints(Series efficiency, Period period) {
    return Change.onPrevious().at(efficiency, period);
  }

  /**
   * {@return the change from the year before in percent}
   *
   * @param efficiency the efficiency over years
   * @param period the year
   */
  public static Figure changeInPercent(Series efficiency, Period period) {
    return RelativeChange.onPrevious().at(efficiency, period);
  }

  /**
   * {@return production, resources and efficiency per municipality, with the change from the year
   * before}
   *
   * @param production the production index of each municipality
   * @param resources the resource index of each, in the same order
   * @param period the year
   * @throws InvalidComparisonException if there are not as many, or they are not index numbers of
   *     the same region
   */
  public static Table table(List<Series> production, List<Series> resources, Period period) {
    if (production.size() != resources.size()) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS,
          production.size() + " production indices, " + resources.size() + " resource indices");
    }
    Table.Builder table =
        Table.builder("Produksjon, ressursbruk og effektivitet " + period + " (nettverket = 100)")
            .column("Kommune", Align.LEFT)
            .column("Produksjon", Align.RIGHT)
            .column("Ressursbruk", Align.RIGHT)
            .column("Effektivitet", Align.RIGHT)
            .column("Mot nettverket", Align.RIGHT)
            .column("Endring (poeng)", Align.RIGHT)
            .column("Endring (prosent)", Align.RIGHT);
    for (int i = 0; i < production.size(); i++) {
      Series p = production.get(i);
      Series r = resources.get(i);
      Figure efficiency = at(p, r, period);
      Series years = over(p, r);
      table.row(
          p.region().name(),
          Unit.INDEX.formatShort(p.at(period).value(), 1, NORWEGIAN),
          Unit.INDEX.formatShort(r.at(period).value(), 1, NORWEGIAN),
          efficiency.shortText(NORWEGIAN),
          words(distance(efficiency), NORWEGIAN),
          changeInPoints(years, period).shortText(NORWEGIAN),
          changeInPercent(years, period).shortText(NORWEGIAN));
    }
    table.note("Nettverket er det som indeksene er regnet mot i dataene");
    return table.build();
  }
}
