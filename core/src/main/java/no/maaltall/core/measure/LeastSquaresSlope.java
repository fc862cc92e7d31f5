package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;

/** The slope of the least-squares line. */
final class LeastSquaresSlope extends WindowMeasure {
  LeastSquaresSlope(int years) {
    super(years);
  }

  /**
   * Σ w_i x_i with w_i = (t_i − t̄) / Σ (t − t̄)². The weights depend on the periods alone, which
   * is what lets the same sum be taken over a column of a panel.
   */
  static double value(double[] t, double[] x, int n) {
    double mean = mean(t, n);
    double squares = squares(t, n, mean);
    double slope = 0;
    for (int i = 0; i < n; i++) {
      slope += (t[i] - mean) / squares * x[i];
    }
    return Results.finite(slope);
  }

  /** The weights of the values in {@link #value}. */
  static void weights(double[] t, int n, double[] weights) {
    double mean = mean(t, n);
    double squares = squares(t, n, mean);
    for (int i = 0; i < n; i++) {
      weights[i] = (t[i] - mean) / squares;
    }
  }

  private static double mean(double[] t, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += t[i];
    }
    return sum / n;
  }

  private static double squares(double[] t, int n, double mean) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (t[i] - mean) * (t[i] - mean);
    }
    return squares;
  }

  @Override
  Kernel kernel(Panel panel) {
    return new LeastSquaresKernel(this, panel);
  }

  @Override
  double formula(double[] t, double[] x, int n) {
    return value(t, x, n);
  }

  @Override
  public String id() {
    return idWithYears("least_squares_slope");
  }

  @Override
  public String name(Locale locale) {
    boolean english = isEnglish(locale);
    return (english ? "least-squares slope per year" : "lineær trend per år") + overYears(english);
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
    return "Σ (t − t̄) · x / Σ (t − t̄)²";
  }
}
