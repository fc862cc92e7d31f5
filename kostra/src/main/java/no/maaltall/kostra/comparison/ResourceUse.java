package no.maaltall.kostra.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * What a service costs per inhabitant against what it should cost with the municipality's need:
 * {@code f · expenses / inhabitants / KI}, compared with a network.
 *
 * <p>KI is the calculated need, the country = 1 ({@link NeedIndex}). Expenses are net operating
 * expenses without depreciation (KS, descriptions of the ASSS indicators), corrected for {@link
 * EmployerContribution} and {@link PensionCorrection} when municipalities in other zones or funds
 * are compared. Relative to the network's mean = 100, above 100 is more than the need says.
 *
 * <pre>{@code
 * NetworkComparison use =
 *     ResourceUse.of("ndu-barnevern", "innbyggere", "ki-barnevern").times(1_000)
 *         .compare(data, asss, NetworkMean.unweighted());
 * use.index("3201", year).text();      // "90,5"
 * }</pre>
 */
public final class ResourceUse {
  private final String expenses;
  private final String inhabitants;
  private final String need;
  private final double factor;

  private ResourceUse(String expenses, String inhabitants, String need, double factor) {
    this.expenses = expenses;
    this.inhabitants = inhabitants;
    this.need = need;
    this.factor = factor;
  }

  /**
   * {@return resource use from three indicators}
   *
   * @param expenses the id of the expenses
   * @param inhabitants the id of the inhabitants
   * @param need the id of the calculated need, the country = 1
   */
  public static ResourceUse of(String expenses, String inhabitants, String need) {
    return new ResourceUse(expenses, inhabitants, need, 1);
  }

  /**
   * {@return the same times a factor: 1 000 from thousands of kroner to kroner}
   *
   * @param by the factor, finite and not 0
   * @throws InvalidComparisonException if it is not, or if the product of all factors is not
   */
  public ResourceUse times(double by) {
    return new ResourceUse(expenses, inhabitants, need, CostUnits.factor(factor * by));
  }

  /**
   * The formula: {@code factor · expenses / inhabitants / need}.
   *
   * @param expenses expenses, or NaN
   * @param inhabitants inhabitants, or NaN
   * @param need KI, or NaN
   * @param factor the factor
   * @return need-corrected expenses per inhabitant; NaN when one is missing, or a denominator is 0
   */
  public static double value(double expenses, double inhabitants, double need, double factor) {
    return RatioDefinition.value(RatioDefinition.value(expenses, inhabitants, factor), need, 1);
  }

  /**
   * {@return the expenses of a municipality per inhabitant with its need, with id {@code
   * need_corrected}}
   *
   * @param data the three indicators
   * @param region the code of the municipality
   * @param period the period
   * @throws UnknownCodeException if the data do not have one of them
   */
  public Figure at(DataSet data, String region, Period period) {
    Series above = data.series(expenses, region);
    Series below = data.series(inhabitants, region);
    Series ki = data.series(need, region);
    Computation computation =
        new Computation(period)
            .observed("x", above)
            .observed("n", below)
            .observed("k", ki)
            .denominator(below.at(period).value())
            .denominator(ki.at(period).value());
    if (factor != 1) {
      computation.constant("f", factor, Unit.RATIO, CostUnits.decimals(factor));
    }
    Indicator indicator = indicator(above.indicator());
    return computation.figure(
        new Computation.Result(
            indicator, above.region(), "need_corrected", indicator.unit(), indicator.decimals()),
        (factor == 1 ? "" : "{f} · ") + "{x} / {n} / {k}",
        value(above.at(period).value(), below.at(period).value(), ki.at(period).value(), factor));
  }

  private Indicator indicator(Indicator of) {
    return Indicator.builder(of)
        .id(of.id() + ":need_corrected")
        .name(of.name() + ", per innbygger, korrigert for utgiftsbehov")
        .unit(CostUnits.unit(of.unit(), factor, "inhabitant"))
        .decimals(of.decimals())
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the need-corrected expenses of all regions that have the three, compared with a
   * network}
   *
   * @param data the three indicators
   * @param network with whom
   * @param mean how the mean is taken: unweighted, or weighted by an indicator of the data
   * @throws UnknownCodeException if the data do not have one of the indicators
   * @throws InvalidComparisonException if no region has them, or the mean is of another kind
   */
  public NetworkComparison compare(DataSet data, Network network, NetworkMean mean) {
    List<Series> values = new ArrayList<>();
    List<Series> weights = new ArrayList<>();
    for (Region region : data.regions()) {
      String code = region.code();
      if (data.has(expenses, code) && data.has(inhabitants, code) && data.has(need, code)) {
        Series amounts = data.series(expenses, code);
        values.add(
            SeriesOfFigures.of(
                indicator(amounts.indicator()), region, amounts.periods(), p -> at(data, code, p)));
        mean.weight().ifPresent(w -> weights.add(data.series(w, code)));
      }
    }
    return NetworkComparison.of(values, network, mean, weights);
  }
}
