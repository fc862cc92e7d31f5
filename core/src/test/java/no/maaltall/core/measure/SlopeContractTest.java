package no.maaltall.core.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.maaltall.core.indicator.Series;

/** Slopes of lines through all values, against the textbook and against all pairs. */
class SlopeContractTest extends MeasureContract {
  @Override
  List<Measure> measures() {
    return List.of(
        Trend.leastSquaresSlope(),
        Trend.leastSquaresSlope(2),
        Trend.leastSquaresSlope(5),
        Trend.theilSenSlope(),
        Trend.theilSenSlope(1),
        Trend.theilSenSlope(4));
  }

  @Override
  double tolerance() {
    return 1e-10;
  }

  @Override
  Expected expected(Measure measure, Series series, int ordinal) {
    int years = number(measure, 9000);
    List<Integer> known = withValue(series, ordinal - years * perYear(series), ordinal);
    double slope = Double.NaN;
    if (known.size() > 1) {
      slope =
          measure.id().startsWith("least") ? leastSquares(series, known) : theilSen(series, known);
    }
    return new Expected(slope, new TreeSet<>(known), known.size() > 1 ? Lack.NOTHING : Lack.VALUES);
  }

  /** (n Σtx − Σt Σx) / (n Σt² − (Σt)²), t in years from the year 2000. */
  private static double leastSquares(Series series, List<Integer> known) {
    double n = known.size();
    double t = 0;
    double x = 0;
    double tx = 0;
    double tt = 0;
    for (int o : known) {
      // From the first one on, for the sake of precision; the slope does not depend on it.
      double at = (o - known.get(0)) / (double) perYear(series);
      t += at;
      x += value(series, o);
      tx += at * value(series, o);
      tt += at * at;
    }
    return (n * tx - t * x) / (n * tt - t * t);
  }

  private static double theilSen(Series series, List<Integer> known) {
    List<Double> slopes = new ArrayList<>();
    for (int a : known) {
      for (int b : known) {
        if (a < b) {
          slopes.add(perYear(series) * (value(series, b) - value(series, a)) / (b - a));
        }
      }
    }
    slopes.sort(null);
    int n = slopes.size();
    return n % 2 == 1 ? slopes.get(n / 2) : (slopes.get(n / 2 - 1) + slopes.get(n / 2)) / 2;
  }

  @Override
  double scaled(Measure measure, double result, double k) {
    return k * result;
  }

  @Override
  double shifted(Measure measure, double result, double c) {
    return result;
  }
}
