package no.maaltall.core.measure;

import java.util.Locale;
import java.util.Optional;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;

/**
 * Mean annual growth in percent.
 *
 * <p>Municipal documents print both kinds as "gjennomsnittlig årlig vekst"; they agree only when
 * the growth is the same every year.
 */
public final class Growth {
  private Growth() {}

  /**
   * {@return the compound annual growth from the first value to the last: {@code 100 · ((x_T /
   * x_s)^(1/(T−s)) − 1)}, with id {@code mean_annual_growth}}
   *
   * <p>s is the first period with a value, T the last one up to the period asked for, T−s in years.
   * When T is earlier than the period asked for, caveat {@code ENDS_EARLY}; when values between the
   * two are missing, {@code UNEVEN_PERIODS}. Unit: percent, printed with one decimal. Missing with
   * fewer than two values, when the first is zero (caveat {@code ZERO_BASE}), and when the two have
   * opposite signs ({@code NO_GROWTH_RATE}). Between two negative amounts it is the growth of their
   * size, with caveat {@code NEGATIVE_BASE}.
   */
  public static Measure compound() {
    return new Compound(0);
  }

  /**
   * {@return the compound annual growth over a number of years, from {@code x_{T−n}} to {@code
   * x_T}; id {@code mean_annual_growth_N}; missing when either is, otherwise as {@link
   * #compound()}}
   *
   * @param years n, 1 or more
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Measure compound(int years) {
    return new Compound(Measure.requirePositive("years", years));
  }

  /**
   * {@return the arithmetic mean of the growth on the year before, from the first value to the
   * last: the mean of {@code 100 · (x_t − x_{t−1}) / x_{t−1}}, with id {@code
   * arithmetic_mean_annual_growth}}
   *
   * <p>In quarters and months the growth is on the same period of the year before. Unit: percent,
   * printed with one decimal. Missing when a value between the first and the last is, when one that
   * is divided by is zero, and with less than a year between first and last.
   */
  public static Measure arithmeticMean() {
    return new ArithmeticMeanGrowth();
  }

  /**
   * The formula of {@link #compound()}: {@code 100 · ((current / base)^(1/years) − 1)}.
   *
   * @param current x_T, or NaN
   * @param base x_s, or NaN
   * @param years T − s, not 0
   * @return the growth in percent; NaN when either is missing, the base is 0, they have opposite
   *     signs, or the result is too large for a double
   */
  public static double compound(double current, double base, double years) {
    return growth(Math.pow(ratio(current, base), 1 / years));
  }

  /** A power of a negative ratio may be a number, when 1 / years is whole, but never a growth. */
  private static double ratio(double current, double base) {
    return current * Math.signum(base) < 0 ? Double.NaN : current / base;
  }

  private static double growth(double factor) {
    return Results.finite(100 * (factor - 1));
  }

  /** From the first value to the last, or over n years. */
  static final class Compound extends TwoPointMeasure {
    private final int years;

    /** 0 years: from the first value to the last. */
    Compound(int years) {
      this.years = years;
    }

    @Override
    public String id() {
      return years == 0 ? "mean_annual_growth" : "mean_annual_growth_" + years;
    }

    @Override
    public String name(Locale locale) {
      if (isEnglish(locale)) {
        return "mean annual growth" + (years == 0 ? "" : " over " + years + " years");
      }
      return "gjennomsnittlig årlig vekst" + (years == 0 ? "" : " siste " + years + " år");
    }

    @Override
    public Unit unit(Indicator indicator) {
      return indicator.unit().ofRelativeChange();
    }

    @Override
    public int decimals(Indicator indicator) {
      return 1;
    }

    @Override
    int currentOrdinal(Series series, int ordinal) {
      return years > 0 ? ordinal : lastWithValue(series, ordinal);
    }

    @Override
    int baseOrdinal(Frequency frequency, int ordinal) {
      return Lags.yearsBack(frequency, ordinal, years);
    }

    @Override
    int baseOrdinal(Series series, int ordinal) {
      if (years > 0) {
        return baseOrdinal(series.frequency(), ordinal);
      }
      int first = firstWithValue(series);
      int last = lastWithValue(series, ordinal);
      return last == NONE || first == last ? NONE : first;
    }

    private static int firstWithValue(Series series) {
      for (int i = 0; i < series.size(); i++) {
        if (!Double.isNaN(series.valueAt(i))) {
          return series.ordinalAt(i);
        }
      }
      return NONE;
    }

    private static int lastWithValue(Series series, int ordinal) {
      for (int i = series.size() - 1; i >= 0; i--) {
        if (series.ordinalAt(i) <= ordinal && !Double.isNaN(series.valueAt(i))) {
          return series.ordinalAt(i);
        }
      }
      return NONE;
    }

    @Override
    double formula(Series series, double current, double base, double distance) {
      return distance > 0 ? compound(current, base, distance) : Double.NaN;
    }

    @Override
    boolean spansYears() {
      return years == 0;
    }

    @Override
    void column(double[] x, double[] base, double distance, double[] out, int from, int to) {
      for (int start = from; start < to; start += RatioKernel.PIECE) {
        int end = Math.min(start + RatioKernel.PIECE, to);
        piece(x, base, 1 / distance, out, start, end);
      }
    }

    /** In three passes, of which the first and the last vectorise; only the power does not. */
    private static void piece(
        double[] x, double[] base, double exponent, double[] out, int from, int to) {
      for (int k = from; k < to; k++) {
        out[k] = x[k] / base[k];
      }
      for (int k = from; k < to; k++) {
        // A positive ratio is of equal signs; that of others is looked at.
        double ratio = out[k] <= 0 ? ratio(x[k], base[k]) : out[k];
        out[k] = Math.pow(ratio, exponent);
      }
      for (int k = from; k < to; k++) {
        out[k] = growth(out[k]);
      }
    }

    @Override
    Kernel kernel(Panel panel) {
      return years > 0 ? super.kernel(panel) : new FirstToLastGrowth(panel);
    }

    @Override
    String formulaText() {
      return "100 · (({x} / {b})^(1 / {n}) − 1)";
    }

    @Override
    Optional<Caveat.Kind> warning(Series series, double current, double base) {
      if (current * Math.signum(base) < 0) {
        return Optional.of(Caveat.Kind.NO_GROWTH_RATE);
      }
      return Bases.warning(base);
    }
  }
}
