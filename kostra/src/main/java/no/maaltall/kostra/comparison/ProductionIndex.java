package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;

/**
 * What a service produces, the network = 100: {@code P = Σ v_i · r_i}, where r_i is production
 * indicator i per need-corrected unit with the network's mean = 100, and the weights v sum to 1.
 *
 * <p>Source: SØF report 06/11 for KS, and KS's production indices of the ASSS network. The weights
 * are data, per sector and year. Missing when one of the indicators is: a sum of the others would
 * be too low.
 */
public final class ProductionIndex {
  private static final String MEASURE = "production_index";

  private final String name;
  private final ImmutableMap<String, Double> weights;

  private ProductionIndex(String name, ImmutableMap<String, Double> weights) {
    this.name = name;
    this.weights = weights;
  }

  /**
   * {@return the production index of a sector}
   *
   * @param name the sector: {@code barnevern}
   * @param weights the weight of each production indicator, by its id
   * @throws InvalidComparisonException if a weight is not between 0 and 1, or they do not sum to 1
   */
  public static ProductionIndex of(String name, Map<String, Double> weights) {
    return new ProductionIndex(name, Weights.of("production index " + name, weights).byIndicator());
  }

  /**
   * {@return the production indices of {@code weights.csv}}
   *
   * <p>Columns {@code INDEX} (the sector), {@code INDICATOR}, {@code WEIGHT}; the weights of an
   * index sum to 1.
   *
   * @param source where the file is; without it there are none
   * @throws no.maaltall.core.io.TidyTableException if the file is no such table
   * @throws InvalidComparisonException if the weights of an index do not sum to 1
   */
  public static ImmutableList<ProductionIndex> read(TableSource source) {
    ImmutableList.Builder<ProductionIndex> indices = ImmutableList.builder();
    Weights.read(source).forEach((name, weights) -> indices.add(of(name, weights)));
    return indices.build();
  }

  /** {@return the sector} */
  public String name() {
    return name;
  }

  /** {@return the weight of each production indicator, by its id} */
  public ImmutableMap<String, Double> weights() {
    return weights;
  }

  /**
   * {@return the index of a municipality, with id {@code production_index}}
   *
   * @param data the production indicators, each per need-corrected unit
   * @param network the network that is 100
   * @param mean how its means are taken
   * @param region the code of the municipality
   * @param period the period
   * @throws UnknownCodeException if the data do not have an indicator or the municipality
   */
  public Figure at(DataSet data, Network network, NetworkMean mean, String region, Period period) {
    Computation computation = new Computation(period);
    List<String> terms = new ArrayList<>();
    double sum = 0;
    int i = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      Figure relative =
          NetworkComparison.of(data, network, mean, weight.getKey()).index(region, period);
      i++;
      computation.constant("v" + i, weight.getValue(), Unit.RATIO, 2).figure("r" + i, relative);
      sum += weight.getValue() * relative.value();
      terms.add("{v%d} · {r%d}".replace("%d", Integer.toString(i)));
    }
    Region where = data.region(region);
    return computation.figure(
        new Computation.Result(indicator(), where, MEASURE, Unit.INDEX, 1),
        String.join(" + ", terms),
        sum);
  }

  /**
   * {@return the index of a municipality over some years}
   *
   * @param data the production indicators, each per need-corrected unit
   * @param network the network that is 100
   * @param mean how its means are taken
   * @param region the code of the municipality
   * @param periods the years, in order
   * @throws UnknownCodeException if the data do not have an indicator or the municipality
   */
  public Series over(
      DataSet data, Network network, NetworkMean mean, String region, List<Period> periods) {
    return SeriesOfFigures.of(
        indicator(), data.region(region), periods, p -> at(data, network, mean, region, p));
  }

  private Indicator indicator() {
    return Indicator.builder()
        .id(MEASURE + ":" + name)
        .name("Produksjonsindeks " + name)
        .unit(Unit.INDEX)
        .decimals(1)
        .direction(Direction.UP)
        .build();
  }

  /** {@return the sector and its indicators} */
  @Override
  public String toString() {
    return name + " " + weights.keySet();
  }
}
