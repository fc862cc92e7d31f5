package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;

/** A measure of all values of a series in a window of years that ends with a period. */
abstract sealed class WindowMeasure extends Measure
    permits LeastSquaresSlope, TheilSenSlope, ArithmeticMeanGrowth {

  /** How many years the window goes back; 0 for all. */
  private final int years;

  WindowMeasure(int years) {
    this.years = years;
  }

  /**
   * The formula, of the values in the window that are not missing.
   *
   * @param t their periods, counted from the first one in the window that has a value
   * @param x the values
   * @param n how many; the arrays may be longer
   * @param perYear how many periods a year has
   * @param scratch of one thread, for what it needs
   */
  abstract double formula(double[] t, double[] x, int n, int perYear, Scratch scratch);

  @Override
  Kernel kernel(Panel panel) {
    return new WindowKernel(this, panel);
  }

  /** The ordinal that the window of a result starts with. */
  final int windowStart(Frequency frequency, int ordinal) {
    return years == 0 ? Integer.MIN_VALUE : Lags.yearsBack(frequency, ordinal, years);
  }

  /** Whether every period from the first value to the last needs one. */
  boolean needsEveryPeriod() {
    return false;
  }

  /** The formula for a reader, before the list of values. */
  abstract String formulaText();

  final String idWithYears(String name) {
    return years == 0 ? name : name + "_" + years;
  }

  final String overYears(boolean english) {
    if (years == 0) {
      return "";
    }
    return english ? " over " + years + " years" : " siste " + years + " år";
  }

  /** The values in a window, and what they say of the result. */
  private final class Window {
    final double[] t;
    final double[] x;
    final int perYear;
    int n;
    int first = -1;
    int last = -1;
    ObservationStatus status = ObservationStatus.NORMAL;

    Window(Series series, int ordinal) {
      t = new double[series.size()];
      x = new double[series.size()];
      int from = windowStart(series.frequency(), ordinal);
      perYear = series.frequency().periodsPerYear();
      for (int i = 0; i < series.size(); i++) {
        double value = series.valueAt(i);
        int at = series.ordinalAt(i);
        if (at < from || at > ordinal || Double.isNaN(value)) {
          continue;
        }
        first = first < 0 ? i : first;
        last = i;
        t[n] = at - series.ordinalAt(first);
        x[n++] = value;
        status = Inputs.combine(status, series.statusAt(i));
      }
      if (needsEveryPeriod() && n > 0) {
        addReasonsForGaps(series);
      }
    }

    private void addReasonsForGaps(Series series) {
      for (int i = first + 1; i < last; i++) {
        status = Inputs.combine(status, series.statusAt(i));
      }
      if (series.ordinalAt(last) - series.ordinalAt(first) != last - first) {
        status = status.combine(ObservationStatus.MISSING);
      }
    }

    double result() {
      return n < 2 || status.isMissing() ? Double.NaN : formula(t, x, n, perYear, new Scratch());
    }

    /** The ordinals of the observations that the result needs. */
    IntStream needed(Series series) {
      if (n == 0) {
        return IntStream.empty();
      }
      return needsEveryPeriod()
          ? IntStream.rangeClosed(series.ordinalAt(first), series.ordinalAt(last))
          : IntStream.rangeClosed(first, last)
              .filter(i -> !Double.isNaN(series.valueAt(i)))
              .map(series::ordinalAt);
    }

    ObservationStatus status(Series series, double result) {
      boolean crosses =
          n > 1 && series.hasBreakBetween(series.ordinalAt(first), series.ordinalAt(last));
      return Inputs.resultStatus(result, status, crosses);
    }
  }

  @Override
  public final Figure at(Series series, Period period) {
    series.indexOf(period);
    Window window = new Window(series, period.ordinal());
    double result = window.result();
    Indicator indicator = series.indicator();
    return Figure.builder()
        .indicator(indicator)
        .region(series.region())
        .measure(id())
        .period(period)
        .observation(new Observation(result, window.status(series, result)))
        .unit(unit(indicator))
        .decimals(decimals(indicator))
        .caveats(caveats(series, period, window, result))
        .derivation(derivation(series, window))
        .build();
  }

  @Override
  public final Series over(Series series) {
    int size = series.size();
    double[] results = new double[size];
    boolean plain = series.hasPlainStatuses() && !series.hasBreaks();
    byte[] statuses = plain ? null : new byte[size];
    for (int i = 0; i < size; i++) {
      Window window = new Window(series, series.ordinalAt(i));
      results[i] = window.result();
      if (statuses != null) {
        statuses[i] = (byte) window.status(series, results[i]).ordinal();
      }
    }
    return series.withResultsUnsafe(resultIndicator(series.indicator()), results, statuses);
  }

  private ImmutableList<Caveat> caveats(
      Series series, Period period, Window window, double result) {
    List<Caveat> caveats = new ArrayList<>();
    if (window.n < 2) {
      caveats.add(Caveat.of(Caveat.Kind.TOO_FEW_VALUES, period));
      return Inputs.inOrder(caveats);
    }
    window
        .needed(series)
        .mapToObj(o -> Period.ofOrdinal(series.frequency(), o))
        .forEach(p -> caveats.addAll(Inputs.ofObservation(series, p)));
    Period first = series.period(window.first);
    Period last = series.period(window.last);
    caveats.addAll(Inputs.ofBreaks(series, first, last));
    if (!needsEveryPeriod() && last.ordinal() - first.ordinal() != window.n - 1) {
      caveats.add(new Caveat(Caveat.Kind.UNEVEN_PERIODS, first + "–" + last));
    }
    if (!last.equals(period)) {
      caveats.add(Caveat.of(Caveat.Kind.ENDS_EARLY, last));
    }
    if (Double.isNaN(result) && !window.status.isMissing()) {
      caveats.add(whyUndefined(series, window.x, window.n, period));
    }
    return Inputs.inOrder(caveats);
  }

  /** Why there is no result though there are two values or more. */
  Caveat whyUndefined(Series series, double[] x, int n, Period period) {
    return Caveat.of(Caveat.Kind.OVERFLOW, period);
  }

  private Derivation derivation(Series series, Window window) {
    List<Operand> operands = new ArrayList<>();
    for (int ordinal : window.needed(series).toArray()) {
      Period period = Period.ofOrdinal(series.frequency(), ordinal);
      operands.add(Operand.observed("x" + (operands.size() + 1), series, period));
    }
    String values =
        operands.stream().map(o -> "{" + o.symbol() + "}").collect(Collectors.joining("; "));
    return Derivation.of(formulaText() + " (" + values + ")", operands.toArray(new Operand[0]));
  }
}
