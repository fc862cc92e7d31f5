package no.maaltall.core.measure;

import java.util.List;
import no.maaltall.core.indicator.Series;

/** Changes: total, per period and per year. */
class DifferenceContractTest extends MeasureContract {
  @Override
  List<Measure> measures() {
    return List.of(
        Change.onPrevious(),
        Change.over(4),
        Change.over(12),
        Trend.totalChange(1),
        Trend.totalChange(3),
        Trend.meanAnnualChange(1),
        Trend.meanAnnualChange(3));
  }

  @Override
  double tolerance() {
    return 1e-14;
  }

  @Override
  Expected expected(Measure measure, Series series, int ordinal) {
    boolean inPeriods = measure instanceof Change;
    int n = number(measure, 1);
    int base = ordinal - n * (inPeriods ? 1 : perYear(series));
    if (base < perYear(series)) {
      return Expected.lacking(ordinal);
    }
    double change = value(series, ordinal) - value(series, base);
    return Expected.of(measure.id().startsWith("mean") ? change / n : change, ordinal, base);
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
