package no.maaltall.kostra.comparison;

import java.util.List;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Expenses as if all had the pension cost of the network: {@code expenses − pension + share ·
 * wages}, where the share is {@code Σ pension / Σ wages} over the members.
 *
 * <p>Pension is what was paid (art 090) without the accounting deviation (premieavvik), which the
 * caller takes out first. Missing when one of them is; the share, when one is in any member.
 */
public final class PensionCorrection {
  private final DataSet data;
  private final Network network;
  private final String pension;
  private final String wages;

  private PensionCorrection(DataSet data, Network network, String pension, String wages) {
    this.data = data;
    this.network = network;
    this.pension = pension;
    this.wages = wages;
  }

  /**
   * {@return the correction to the mean of a network}
   *
   * @param data the amounts of all members
   * @param network the network
   * @param pension the id of the indicator with pension, without premieavvik
   * @param wages the id of the indicator with wages
   * @throws UnknownCodeException if the data do not have the indicators or a member
   * @throws InvalidComparisonException if they have different units or price bases
   */
  public static PensionCorrection of(DataSet data, Network network, String pension, String wages) {
    network.members().forEach(data::region);
    PriceBase.requireOne(
        "the pension correction", List.of(data.indicator(pension), data.indicator(wages)));
    return new PensionCorrection(data, network, pension, wages);
  }

  /**
   * {@return pension in percent of wages in the network: {@code 100 · Σ pension / Σ wages}, with id
   * {@code pension_share}}
   *
   * @param period the period
   */
  public Figure share(Period period) {
    Computation computation = new Computation(period);
    double above = 0;
    double below = 0;
    int i = 0;
    StringBuilder a = new StringBuilder();
    StringBuilder b = new StringBuilder();
    for (String member : network.members()) {
      Series paid = data.series(pension, member);
      Series wage = data.series(wages, member);
      i++;
      computation.observed("a" + i, paid).observed("b" + i, wage);
      above += paid.at(period).value();
      below += wage.at(period).value();
      a.append(i == 1 ? "" : " + ").append("{a").append(i).append('}');
      b.append(i == 1 ? "" : " + ").append("{b").append(i).append('}');
    }
    computation.denominator(below);
    return computation.figure(
        new Computation.Result(
            data.indicator(pension), network.region(), "pension_share", Unit.PERCENT, 1),
        "100 · (" + a + ") / (" + b + ")",
        RatioDefinition.value(above, below, 100));
  }

  /**
   * The formula: {@code expenses − pension + sharePercent / 100 · wages}.
   *
   * @param expenses expenses with pension, or NaN
   * @param pension pension without premieavvik, or NaN
   * @param wages wages, or NaN
   * @param sharePercent the share of the network in percent, or NaN
   * @return the corrected expenses; NaN when one is missing
   */
  public static double value(double expenses, double pension, double wages, double sharePercent) {
    return expenses - pension + sharePercent / 100 * wages;
  }

  /**
   * {@return the expenses of a municipality with the pension cost of the network, with id {@code
   * pension_corrected}}
   *
   * @param expenses expenses with pension, of the municipality
   * @param period the period
   * @throws UnknownCodeException if the data do not have the municipality
   * @throws InvalidComparisonException if they have another unit or price base than the pension
   */
  public Figure at(Series expenses, Period period) {
    String region = expenses.region().code();
    Series paid = data.series(pension, region);
    Series wage = data.series(wages, region);
    Indicator indicator = expenses.indicator();
    PriceBase.requireOne("the pension correction", List.of(indicator, paid.indicator()));
    Figure share = share(period);
    return new Computation(period)
        .observed("x", expenses)
        .observed("p", paid)
        .figure("s", share)
        .observed("w", wage)
        .figure(
            new Computation.Result(
                indicator,
                expenses.region(),
                "pension_corrected",
                indicator.unit(),
                indicator.decimals()),
            "{x} − {p} + {s} · {w}",
            value(
                expenses.at(period).value(),
                paid.at(period).value(),
                wage.at(period).value(),
                share.value()));
  }
}
