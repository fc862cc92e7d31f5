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
   * {@code Σ (n t − Σt) x / (n Σt² − (Σt)²)}, t in periods: the textbook's formula, with weights
   * that are whole numbers. So nothing is rounded but the products and their sum, and the slope of
   * whole numbers is rounded once. The weights do not depend on which period t counts from.
   */
  static double value(double[] t, double[] x, int n, int perYear) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      sum += t[i];
      squares += t[i] * t[i];
    }
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      weighted += (n * t[i] - sum) * x[i];
    }
    return slope(weighted, n * squares - sum * sum, perYear);
  }

  /** Per year; NaN without two values, when the denominator is 0. */
  static double slope(double weighted, double denominator, double perYear) {
    return Results.finite(perYear * weighted / denominator);
  }

  @Override
  Kernel kernel(Panel panel) {
    return new LeastSquaresKernel(this, panel);
  }

  @Override
  double formula(double[] t, double[] x, int n, int perYear, Scratch scratch) {
    return value(t, x, n, perYear);
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
