package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.ScalarForm;

/**
 * Amounts in the prices of one period: {@code x_t · P_base / P_t}, where P is a price index.
 *
 * <p>Unit and decimals are the indicator's, which must be money in {@linkplain
 * Indicator#hasCurrentPrices current prices}; its price base becomes the base period. Missing when
 * the amount is, or the index in the period or in the base; and when the index is zero. Whatever
 * the index has as 100 is the same.
 *
 * <pre>{@code
 * Panel real = FixedPrices.of(deflator, Period.year(2024)).of(expenses);
 * }</pre>
 */
public final class FixedPrices {
  private final Series index;
  private final Period base;
  private final String priceBase;
  private final int baseAt;

  private FixedPrices(Series index, Period base, String priceBase) {
    this.index = index;
    this.base = base;
    this.priceBase = priceBase;
    this.baseAt = index.indexOf(base);
  }

  /**
   * {@return amounts in the prices of a period}
   *
   * @param priceIndex the price index
   * @param base the period
   * @throws FrequencyMismatchException if the period is of another frequency than the index
   */
  public static FixedPrices of(Series priceIndex, Period base) {
    return new FixedPrices(priceIndex, base, base.toString());
  }

  /**
   * {@return the same, with results whose price base says more than the period: which index, say}
   *
   * @param text the price base of the results
   */
  public FixedPrices withPriceBase(String text) {
    return new FixedPrices(index, base, text);
  }

  /**
   * The formula: {@code amount · baseIndex / index}.
   *
   * @param amount x_t, or NaN
   * @param index P_t, or NaN
   * @param baseIndex P_base, or NaN
   * @return the amount in fixed prices; NaN when one is missing, the index is 0, or the result too
   *     large for a double
   */
  public static double value(double amount, double index, double baseIndex) {
    return Results.finite(amount * baseIndex / index);
  }

  /** {@return the id of the results: {@code fixed_prices_PERIOD}} */
  public String id() {
    return "fixed_prices_" + base;
  }

  private Indicator resultIndicator(Indicator indicator) {
    if (!indicator.unit().kind().isMoney()) {
      throw new IllegalArgumentException(
          indicator.id() + " (" + indicator.unit() + ") is not money, so it has no prices");
    }
    if (!indicator.hasCurrentPrices()) {
      throw new IllegalArgumentException(
          indicator.id()
              + " is not in current prices (PRICE_BASE "
              + indicator.priceBase().orElse("")
              + "); only current prices are deflated, twice would be once too often");
    }
    return Indicator.builder(indicator)
        .id(indicator.id() + ":" + id())
        .name(indicator.name() + ", faste " + base + "-priser")
        .priceBase(priceBase)
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the amounts of a series in fixed prices}
   *
   * <p>A status is the heaviest of the amount's and the index's in the period and in the base; a
   * break in the index between them makes it {@code B}, unless a heavier one.
   *
   * @param amounts the amounts
   * @throws FrequencyMismatchException if they are of another frequency than the index
   * @throws IllegalArgumentException if they are not money, or not in current prices
   */
  public Series over(Series amounts) {
    requireFrequency(amounts.period(0), amounts.indicator().id());
    int size = amounts.size();
    double[] results = new double[size];
    byte[] statuses = new byte[size];
    for (int i = 0; i < size; i++) {
      int at = index.indexOfOrdinal(amounts.ordinalAt(i));
      results[i] = value(amounts.valueAt(i), Inputs.value(index, at), Inputs.value(index, baseAt));
      ObservationStatus prices =
          Inputs.combine(Inputs.status(index, at), Inputs.status(index, baseAt));
      int ordinal = amounts.ordinalAt(i);
      boolean crosses =
          index.hasBreakBetween(
              Math.min(ordinal, base.ordinal()), Math.max(ordinal, base.ordinal()));
      statuses[i] =
          (byte)
              Inputs.resultStatus(results[i], amounts.statusAt(i).combine(prices), crosses)
                  .ordinal();
    }
    return amounts
        .withResultsUnsafe(resultIndicator(amounts.indicator()), results, statuses)
        .withBreaksOf(index);
  }

  private void requireFrequency(Period period, String what) {
    if (period.frequency() != index.frequency()) {
      throw new FrequencyMismatchException(
          what + " in prices of " + index.indicator().id(), index.frequency(), period);
    }
  }

  /**
   * {@return all amounts of a panel in fixed prices}
   *
   * @param amounts the amounts; a view of indicators or regions is copied first
   * @throws FrequencyMismatchException if they are of another frequency than the index
   * @throws IllegalArgumentException if an indicator is not money, or not in current prices
   */
  public Panel of(Panel amounts) {
    return on(amounts).toPanel();
  }

  /**
   * {@return the computation of {@link #of(Panel)}, to choose periods, threads or a buffer}
   *
   * @param amounts the amounts
   */
  public PanelComputation on(Panel amounts) {
    Panel source = amounts.compact();
    requireFrequency(source.axis().last(), source.toString());
    ImmutableList<Indicator> results =
        source.indicators().stream()
            .map(this::resultIndicator)
            .collect(ImmutableList.toImmutableList());
    boolean plainIndex = index.hasPlainStatuses() && !index.hasBreaks();
    return PanelComputation.of(
        source,
        results.size(),
        () -> results,
        source.regions(),
        kernel(source),
        new ScalarForm() {
          @Override
          public boolean isPlain() {
            return plainIndex && source.isPlain();
          }

          @Override
          public boolean isPlain(int indicator, int region) {
            return plainIndex && source.isPlain(indicator, region);
          }

          @Override
          public Series series(int indicator, int region) {
            return over(source.series(indicator, region));
          }
        });
  }

  private Kernel kernel(Panel source) {
    double[][] columns = source.columnsUnsafe();
    int[] at = Periods.indexes(source.axis(), index.axis());
    double baseIndex = Inputs.value(index, baseAt);
    return (first, last, out, from, to, scratch) -> {
      for (int p = first; p < last; p++) {
        column(columns[p], Inputs.value(index, at[p]), baseIndex, out[p - first], from, to);
      }
    };
  }

  private static void column(
      double[] x, double index, double baseIndex, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = value(x[k], index, baseIndex);
    }
  }
}
