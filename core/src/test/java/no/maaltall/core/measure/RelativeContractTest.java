package no.maaltall.core.measure;

import java.util.List;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;

/** Relative changes and index numbers: what is measured in does not matter. */
class RelativeContractTest extends MeasureContract {
  @Override
  List<Measure> measures() {
    return List.of(
        RelativeChange.onPrevious(),
        RelativeChange.over(4),
        IndexNumber.withFirstAsBase(),
        IndexNumber.withBase(Period.year(2005)),
        IndexNumber.withBase(Period.schoolYear(2008)),
        IndexNumber.withBase(Period.quarter(2006, 2)),
        IndexNumber.withBase(Period.month(2007, 3)));
  }

  @Override
  double tolerance() {
    return 1e-12;
  }

  @Override
  Expected expected(Measure measure, Series series, int ordinal) {
    double current = value(series, ordinal);
    if (measure instanceof RelativeChange) {
      int base = ordinal - number(measure, 1);
      return base < perYear(series)
          ? Expected.lacking(ordinal)
          : Expected.of(ofBase(current, value(series, base)) - 100, ordinal, base);
    }
    List<Integer> all = withValue(series, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (measure.id().equals("index")) {
      return all.isEmpty()
          ? Expected.lacking(ordinal)
          : Expected.of(ofBase(current, value(series, all.get(0))), ordinal, all.get(0));
    }
    Period base = Period.parse(measure.id().substring("index_".length()));
    return base.frequency() == series.frequency()
        ? Expected.of(ofBase(current, value(series, base.ordinal())), ordinal, base.ordinal())
        : Expected.lacking(ordinal);
  }

  private static double ofBase(double current, double base) {
    return base == 0 ? Double.NaN : current / base * 100;
  }

  @Override
  double scaled(Measure measure, double result, double k) {
    return result;
  }

  @Override
  double shifted(Measure measure, double result, double c) {
    return Double.NaN;
  }
}
