package no.maaltall.core.measure;

import java.util.Locale;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/**
 * The observed value itself, as a figure: {@code x_t}.
 *
 * <p>Unit and decimals are the indicator's. Missing where the observation is.
 */
public final class Level extends TwoPointMeasure {
  private static final Level OBSERVED = new Level();

  private Level() {}

  /** {@return the measure, with id {@code value}} */
  public static Level observed() {
    return OBSERVED;
  }

  @Override
  public String id() {
    return "value";
  }

  @Override
  public String name(Locale locale) {
    return isEnglish(locale) ? "value" : "verdi";
  }

  @Override
  public Unit unit(Indicator indicator) {
    return indicator.unit();
  }

  @Override
  public int decimals(Indicator indicator) {
    return indicator.decimals();
  }

  @Override
  int baseOrdinal(Frequency frequency, int ordinal) {
    return ordinal;
  }

  @Override
  boolean comparesWithBase() {
    return false;
  }

  @Override
  double formula(Series series, double current, double base, double years) {
    return current;
  }

  @Override
  void column(double[] x, double[] base, double years, double[] out, int from, int to) {
    System.arraycopy(x, from, out, from, to - from);
  }

  @Override
  String formulaText() {
    return "{x}";
  }
}
