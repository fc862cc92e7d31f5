package no.maaltall.core.measure;

import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;

/**
 * The value as an index number: {@code 100 · x_t / x_base}.
 *
 * <p>Unit: index, printed with one decimal. Missing when either value is, and when the base is zero
 * (caveat {@code ZERO_BASE}). With a negative base the formula is computed as it stands, with
 * caveat {@code NEGATIVE_BASE}.
 */
public final class IndexNumber extends TwoPointMeasure {
  private final Optional<Period> base;

  private IndexNumber(Optional<Period> base) {
    this.base = base;
  }

  /**
   * {@return the index with a period = 100; id {@code index_PERIOD}}
   *
   * <p>Applied to a series of another frequency it is missing throughout.
   *
   * @param base the base period
   */
  public static IndexNumber withBase(Period base) {
    return new IndexNumber(Optional.of(base));
  }

  /** {@return the index with the first period that has a value = 100; id {@code index}} */
  public static IndexNumber withFirstAsBase() {
    return new IndexNumber(Optional.empty());
  }

  /**
   * The formula: {@code 100 · current / base}.
   *
   * @param current x_t, or NaN
   * @param base the value in the base period, or NaN
   * @return the index number; NaN when either is missing, the base is 0, or the result too large
   *     for a double
   */
  public static double value(double current, double base) {
    double index = 100 * current / base;
    return Results.finite(index);
  }

  @Override
  public String id() {
    return base.map(p -> "index_" + p).orElse("index");
  }

  @Override
  public String name(Locale locale) {
    String first = isEnglish(locale) ? "first value" : "første verdi";
    return (isEnglish(locale) ? "index (" : "indeks (")
        + base.map(Period::toString).orElse(first)
        + " = 100)";
  }

  @Override
  public Unit unit(Indicator indicator) {
    return Unit.INDEX;
  }

  @Override
  public int decimals(Indicator indicator) {
    return 1;
  }

  @Override
  int baseOrdinal(Frequency frequency, int ordinal) {
    return base.isPresent() && base.get().frequency() == frequency ? base.get().ordinal() : NONE;
  }

  @Override
  int baseOrdinal(Series series, int ordinal) {
    if (base.isPresent()) {
      return baseOrdinal(series.frequency(), ordinal);
    }
    for (int i = 0; i < series.size(); i++) {
      if (!Double.isNaN(series.valueAt(i))) {
        return series.ordinalAt(i);
      }
    }
    return NONE;
  }

  @Override
  double formula(Series series, double current, double base, double years) {
    return value(current, base);
  }

  @Override
  void column(double[] x, double[] base, double years, double[] out, int from, int to) {
    for (int k = from; k < to; k++) {
      out[k] = value(x[k], base[k]);
    }
  }

  @Override
  Kernel kernel(Panel panel) {
    return base.isPresent() ? super.kernel(panel) : firstAsBase(panel.columnsUnsafe());
  }

  /** The first column of the results holds the bases until it is computed, last. */
  private Kernel firstAsBase(double[][] columns) {
    return (first, last, out, from, to, scratch) -> {
      double[] bases = out[0];
      System.arraycopy(columns[0], from, bases, from, to - from);
      for (int p = 1; p < columns.length; p++) {
        firstValues(columns[p], bases, from, to);
      }
      for (int p = last - 1; p >= first; p--) {
        column(columns[p], bases, 0, out[p - first], from, to);
      }
    };
  }

  private static void firstValues(double[] x, double[] bases, int from, int to) {
    for (int k = from; k < to; k++) {
      if (Double.isNaN(bases[k])) {
        bases[k] = x[k];
      }
    }
  }

  @Override
  String formulaText() {
    return "100 · {x} / {b}";
  }

  @Override
  Optional<Caveat.Kind> warning(Series series, double current, double base) {
    return Bases.warning(base);
  }
}
