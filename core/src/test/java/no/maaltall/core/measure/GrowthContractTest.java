package no.maaltall.core.measure;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Series;

/** Mean annual growth, compound and arithmetic. */
class GrowthContractTest extends MeasureContract {
  @Override
  List<Measure> measures() {
    return List.of(
        Growth.compound(), Growth.compound(1), Growth.compound(3), Growth.arithmeticMean());
  }

  @Override
  double tolerance() {
    return 1e-10;
  }

  @Override
  Expected expected(Measure measure, Series series, int ordinal) {
    if (measure.equals(Growth.arithmeticMean())) {
      return arithmetic(series, ordinal);
    }
    int years = number(measure, 0);
    if (years > 0) {
      int base = ordinal - years * perYear(series);
      return base < perYear(series)
          ? Expected.lacking(ordinal)
          : Expected.of(compound(series, ordinal, base), ordinal, base);
    }
    List<Integer> known = withValue(series, Integer.MIN_VALUE, ordinal);
    if (known.isEmpty()) {
      return Expected.tooFew(ordinal);
    }
    int last = known.get(known.size() - 1);
    return known.size() == 1
        ? Expected.tooFew(last)
        : Expected.of(compound(series, last, known.get(0)), last, known.get(0));
  }

  private static double compound(Series series, int current, int base) {
    double ratio = value(series, current) / value(series, base);
    double years = (current - base) / (double) perYear(series);
    if (ratio == 0) {
      return -100;
    }
    double growth = 100 * Math.expm1(Math.log(ratio) / years);
    return Double.isFinite(growth) ? growth : Double.NaN;
  }

  private static Expected arithmetic(Series series, int ordinal) {
    List<Integer> known = withValue(series, Integer.MIN_VALUE, ordinal);
    if (known.isEmpty()) {
      return Expected.of(Double.NaN);
    }
    int first = known.get(0);
    int last = known.get(known.size() - 1);
    double mean =
        IntStream.rangeClosed(first + perYear(series), last)
            .mapToDouble(
                o -> {
                  double base = value(series, o - perYear(series));
                  double growth = base == 0 ? Double.NaN : value(series, o) / base - 1;
                  return 100 * growth;
                })
            .average()
            .orElse(Double.NaN);
    boolean complete = known.size() == last - first + 1;
    return new Expected(
        complete ? mean : Double.NaN,
        IntStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(TreeSet::new)),
        known.size() > 1 ? Lack.NOTHING : Lack.VALUES);
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
