package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Calculated spending need of a municipality, the country = 1: {@code KI = Σ w_j · (c_jk / C_j) /
 * (N_k / N)}, for criteria c with weights w that sum to 1 and inhabitants N.
 *
 * <p>1.10 is a need 10 percent above the country's. Source: the cost keys (delkostnadsnøkler) of
 * the income system, Grønt hefte. The weights are data: give those of the year. Missing when a
 * criterion is, in the municipality or in the country, and when one sums to zero in the country or
 * there are no inhabitants.
 */
public final class NeedIndex {
  private static final String MEASURE = "need_index";

  private final String name;
  private final ImmutableMap<String, Double> weights;

  private NeedIndex(String name, ImmutableMap<String, Double> weights) {
    this.name = name;
    this.weights = weights;
  }

  /**
   * {@return the need by some criteria}
   *
   * @param name what it is the need for: {@code barnevern}
   * @param weights the weight of each criterion, by the id of its indicator
   * @throws InvalidComparisonException if a weight is not between 0 and 1, or they do not sum to 1
   */
  public static NeedIndex of(String name, Map<String, Double> weights) {
    return new NeedIndex(name, Weights.of("need index " + name, weights).byIndicator());
  }

  /** {@return the weight of each criterion, by the id of its indicator} */
  public ImmutableMap<String, Double> weights() {
    return weights;
  }

  /**
   * {@return the need of a municipality, with id {@code need_index}}
   *
   * @param data the criteria and the inhabitants, of the municipality and of the country
   * @param region the code of the municipality
   * @param country the code of the country
   * @param inhabitants the id of the indicator with all inhabitants
   * @param period the period
   * @throws UnknownCodeException if the data do not have one of them
   */
  public Figure at(DataSet data, String region, String country, String inhabitants, Period period) {
    Computation computation = new Computation(period);
    Series own = data.series(inhabitants, region);
    Series all = data.series(inhabitants, country);
    double inhabitantsHere = own.at(period).value();
    double inhabitantsOfAll = all.at(period).value();
    List<String> terms = new ArrayList<>();
    double sum = 0;
    int j = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      j++;
      Series criterion = data.series(weight.getKey(), region);
      Series total = data.series(weight.getKey(), country);
      computation
          .constant("w" + j, weight.getValue(), Unit.RATIO, 4)
          .observed("c" + j, criterion)
          .observed("C" + j, total);
      double ofAll = total.at(period).value();
      computation.denominator(ofAll);
      sum +=
          weight.getValue()
              * value(criterion.at(period).value(), ofAll, inhabitantsHere, inhabitantsOfAll);
      terms.add("{w%d} · ({c%d} / {C%d}) / ({n} / {N})".replace("%d", Integer.toString(j)));
    }
    computation
        .observed("n", own)
        .observed("N", all)
        .denominator(inhabitantsHere)
        .denominator(inhabitantsOfAll);
    return computation.figure(
        new Computation.Result(indicator(), own.region(), MEASURE, Unit.RATIO, 4),
        String.join(" + ", terms),
        sum);
  }

  /**
   * {@return the need of a municipality over the periods of its inhabitants}
   *
   * @param data the criteria and the inhabitants, of the municipality and of the country
   * @param region the code of the municipality
   * @param country the code of the country
   * @param inhabitants the id of the indicator with all inhabitants
   * @throws UnknownCodeException if the data do not have one of them
   */
  public Series over(DataSet data, String region, String country, String inhabitants) {
    Region where = data.region(region);
    List<Period> periods = data.series(inhabitants, region).periods();
    return SeriesOfFigures.of(
        indicator(), where, periods, p -> at(data, region, country, inhabitants, p));
  }

  private Indicator indicator() {
    return Indicator.builder()
        .id(MEASURE + ":" + name)
        .name("Kostnadsindeks " + name)
        .unit(Unit.RATIO)
        .decimals(4)
        .build();
  }

  /**
   * The formula for one criterion: {@code (own / country) / (inhabitants / all)}.
   *
   * @param own c_k, or NaN
   * @param country C, or NaN
   * @param inhabitants N_k, or NaN
   * @param all N, or NaN
   * @return how much of the criterion there is per inhabitant, the country = 1; NaN when one is
   *     missing or a denominator is 0
   */
  public static double value(double own, double country, double inhabitants, double all) {
    // All = 0 would make the divisor infinite and the need 0, as if there were none.
    double value = all == 0 ? Double.NaN : own / country / (inhabitants / all);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** {@return what it is the need for, and by which criteria} */
  @Override
  public String toString() {
    return name + " " + weights.keySet();
  }
}
