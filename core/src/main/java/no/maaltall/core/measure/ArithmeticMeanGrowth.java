package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Unit;

/** The mean of the growth on the year before. */
final class ArithmeticMeanGrowth extends WindowMeasure {
  ArithmeticMeanGrowth() {
    super(0);
  }

  static double value(double[] t, double[] x, int n) {
    double sum = 0;
    int growths = 0;
    int yearBefore = 0;
    for (int i = 1; i < n; i++) {
      if (t[i] < 1) {
        continue;
      }
      while (t[yearBefore] < t[i] - 1) {
        yearBefore++;
      }
      if (t[yearBefore] != t[i] - 1) {
        return Double.NaN;
      }
      sum += RelativeChange.value(x[i], x[yearBefore]);
      growths++;
    }
    return sum / growths;
  }

  @Override
  double formula(double[] t, double[] x, int n) {
    return value(t, x, n);
  }

  @Override
  Caveat.Kind whyUndefined(double[] x, int n) {
    for (int i = 0; i < n; i++) {
      if (x[i] == 0) {
        return Caveat.Kind.ZERO_BASE;
      }
    }
    return Caveat.Kind.TOO_FEW_VALUES;
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
    return "snitt av 100 · (x_t − x_{t−1}) / x_{t−1}";
  }
}
