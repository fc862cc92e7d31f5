package no.maaltall.projections.need;

/**
 * A fitted trend: its value some years after the last, and the standard error of a new value there.
 *
 * @param last the last value
 * @param slope change, or the logarithm of growth, per year
 * @param intercept where a line of least squares is in the last year
 * @param variance of the steps per year, or of the residuals; NaN when there are too few values
 * @param span years from the first value to the last
 * @param degrees of freedom
 * @param damping φ; 1 when the change stays as it is
 * @param logarithmic whether the trend is in logarithms
 * @param line the mean of the years before the last and their sum of squares; zeros unless it is a
 *     line of least squares
 * @param growth what the derivation shows of a growth rate; 0 unless arithmetic
 */
record TrendFit(
    double last,
    double slope,
    double intercept,
    double variance,
    double span,
    double degrees,
    double damping,
    boolean logarithmic,
    Line line,
    double growth) {

  /** The years that a line was fitted to, counted from the last. */
  record Line(int count, double mean, double squares) {
    static final Line NONE = new Line(0, 0, 0);
  }

  static TrendFit meanChange(double[] t, double[] x, double damping) {
    int n = x.length;
    double span = t[n - 1] - t[0];
    double slope = (x[n - 1] - x[0]) / span;
    return new TrendFit(
        x[n - 1], slope, 0, stepVariance(t, x, slope), span, n - 2, damping, false, Line.NONE, 0);
  }

  static TrendFit compound(double[] t, double[] x) {
    double[] logs = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      logs[i] = Math.log(x[i]);
    }
    int n = x.length;
    double span = t[n - 1] - t[0];
    double slope = Math.log(x[n - 1] / x[0]) / span;
    return new TrendFit(
        x[n - 1],
        slope,
        0,
        stepVariance(t, logs, slope),
        span,
        n - 2,
        1,
        true,
        Line.NONE,
        Math.expm1(slope));
  }

  static TrendFit arithmetic(double[] t, double[] x) {
    int n = x.length;
    double sum = 0;
    double[] logs = new double[n];
    logs[0] = Math.log(x[0]);
    for (int i = 1; i < n; i++) {
      // Over a gap of several years, the growth per year that would bridge it.
      sum += (t[i] - t[i - 1]) * (Math.pow(x[i] / x[i - 1], 1 / (t[i] - t[i - 1])) - 1);
      logs[i] = Math.log(x[i]);
    }
    double span = t[n - 1] - t[0];
    double growth = sum / span;
    return new TrendFit(
        x[n - 1],
        Math.log1p(growth),
        0,
        stepVariance(t, logs, (logs[n - 1] - logs[0]) / span),
        span,
        n - 2,
        1,
        true,
        Line.NONE,
        growth);
  }

  static TrendFit leastSquares(double[] t, double[] x) {
    int n = x.length;
    double meanT = 0;
    double meanX = 0;
    for (int i = 0; i < n; i++) {
      meanT += (t[i] - t[n - 1]) / n;
      meanX += x[i] / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      double d = t[i] - t[n - 1] - meanT;
      squares += d * d;
      products += d * (x[i] - meanX);
    }
    double slope = products / squares;
    double intercept = meanX - slope * meanT;
    double residuals = 0;
    for (int i = 0; i < n; i++) {
      double r = x[i] - intercept - slope * (t[i] - t[n - 1]);
      residuals += r * r;
    }
    return new TrendFit(
        x[n - 1],
        slope,
        intercept,
        n > 2 ? residuals / (n - 2) : Double.NaN,
        t[n - 1] - t[0],
        n - 2,
        1,
        false,
        new Line(n, meanT, squares),
        0);
  }

  /** Variance per year of steps around a mean change; a step over k years has k times that. */
  private static double stepVariance(double[] t, double[] x, double slope) {
    int steps = x.length - 1;
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      double years = t[i] - t[i - 1];
      double deviation = x[i] - x[i - 1] - slope * years;
      sum += deviation * deviation / years;
    }
    return steps > 1 ? sum / (steps - 1) : Double.NaN;
  }

  double point(int h) {
    if (line.count() > 0) {
      return intercept + slope * h;
    }
    if (logarithmic) {
      return last * Math.exp(slope * h);
    }
    return last + slope * drifts(h);
  }

  private double drifts(int h) {
    return damping == 1 ? h : dampedYears(h);
  }

  double dampedYears(int h) {
    return damping * (1 - Math.pow(damping, h)) / (1 - damping);
  }

  /** Below or above the point, by t standard errors. */
  double bound(int h, double t) {
    // The drift is estimated over the span, and moves the point as many times as it is in it.
    double error =
        line.count() > 0
            ? Math.sqrt(
                variance * (1 + 1.0 / line.count() + square(h - line.mean()) / line.squares()))
            : Math.sqrt(variance * (h + square(drifts(h)) / span));
    return logarithmic ? point(h) * Math.exp(t * error) : point(h) + t * error;
  }

  private static double square(double x) {
    return x * x;
  }
}
