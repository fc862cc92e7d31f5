package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Unit;

/** The median of the slopes between all pairs of values. */
final class TheilSenSlope extends WindowMeasure {
  /** 4,000 values make 8 million pairs, 64 MB. */
  static final int MOST_VALUES = 4_000;

  // After the arrays of WindowKernel.
  private static final int SLOPES = 2;

  TheilSenSlope(int years) {
    super(years);
  }

  private static double value(double[] t, double[] x, int n, int perYear, Scratch scratch) {
    if (n > MOST_VALUES) {
      throw new IllegalArgumentException(
          "a Theil-Sen slope takes at most " + MOST_VALUES + " values, got " + n);
    }
    double[] slopes = scratch.doubles(SLOPES, n * (n - 1) / 2);
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[count++] = perYear * (x[j] - x[i]) / (t[j] - t[i]);
      }
    }
    return Results.finite(Median.of(slopes, count));
  }

  @Override
  double formula(double[] t, double[] x, int n, int perYear, Scratch scratch) {
    return value(t, x, n, perYear, scratch);
  }

  @Override
  public String id() {
    return idWithYears("theil_sen_slope");
  }

  @Override
  public String name(Locale locale) {
    boolean english = isEnglish(locale);
    return (english ? "Theil-Sen slope per year" : "robust trend per år (Theil–Sen)")
        + overYears(english);
  }

  @Override
  public Unit unit(Indicator indicator) {
    return indicator.unit().ofDifference();
  }

  @Override
  public int decimals(Indicator indicator) {
    return indicator.decimals();
  }

  @Override
  String formulaText() {
    return "median (x_j − x_i) / (t_j − t_i)";
  }
}
