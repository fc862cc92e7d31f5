package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/** The mean of the growth on the year before. */
final class ArithmeticMeanGrowth extends WindowMeasure {
  ArithmeticMeanGrowth() {
    super(0);
  }

  /** The values are of consecutive periods, so many to a year. */
  static double value(double[] x, int n, int perYear) {
    double sum = 0;
    for (int i = perYear; i < n; i++) {
      sum += RelativeChange.value(x[i], x[i - perYear]);
    }
    return n > perYear ? Results.finite(sum / (n - perYear)) : Double.NaN;
  }

  @Override
  boolean needsEveryPeriod() {
    return true;
  }

  @Override
  double formula(double[] t, double[] x, int n, int perYear, Scratch scratch) {
    return value(x, n, perYear);
  }

  @Override
  Caveat whyUndefined(Series series, double[] x, int n, Period period) {
    int perYear = series.frequency().periodsPerYear();
    if (n <= perYear) {
      return Caveat.of(Caveat.Kind.TOO_FEW_VALUES, period);
    }
    for (int i = 0; i < n - perYear; i++) {
      if (x[i] == 0) {
        return Caveat.of(Caveat.Kind.ZERO_BASE, series.period(indexOfFirst(series) + i));
      }
    }
    return Caveat.of(Caveat.Kind.OVERFLOW, period);
  }

  private static int indexOfFirst(Series series) {
    int i = 0;
    while (Double.isNaN(series.valueAt(i))) {
      i++;
    }
    return i;
  }

  @Override
  public String id() {
    return "arithmetic_mean_annual_growth";
  }

  @Override
  public String name(Locale locale) {
    return isEnglish(locale) ? "mean of annual growth" : "snitt av årlig vekst";
  }

  @Override
  public Unit unit(Indicator indicator) {
    return indicator.unit().ofRelativeChange();
  }

  @Override
  public int decimals(Indicator indicator) {
    return 1;
  }

  @Override
  String formulaText() {
    return "1/n · Σ 100 · (x_t − x_(t−1)) / x_(t−1)";
  }
}
