package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** A measure of two values of a series: one in a period, and the one that it is compared with. */
abstract sealed class TwoPointMeasure extends Measure
    permits Level,
        Change,
        RelativeChange,
        Trend.MeanAnnualChange,
        Trend.TotalChange,
        Growth.Compound,
        IndexNumber,
        TargetDistance {

  /** The ordinal that a series does not have. */
  static final int NONE = Integer.MIN_VALUE;

  /**
   * The ordinal of the value that is compared with, for a result in a period; NONE without one. One
   * that depends on which values there are overrides the form with a series, and the kernel.
   */
  abstract int baseOrdinal(Frequency frequency, int ordinal);

  int baseOrdinal(Series series, int ordinal) {
    return baseOrdinal(series.frequency(), ordinal);
  }

  /** The ordinal of the value that is measured, for a result in a period. */
  int currentOrdinal(Series series, int ordinal) {
    return ordinal;
  }

  /** The formula. NaN when an input is, or when there is no answer. */
  abstract double formula(Series series, double current, double base, double years);

  /**
   * The formula for a block of two columns: a plain loop over one index, which is what the compiler
   * vectorises.
   */
  abstract void column(double[] x, double[] base, double years, double[] out, int from, int to);

  @Override
  Kernel kernel(Panel panel) {
    return new TwoPointKernel(this, panel);
  }

  /** The formula for a reader, of {x} (current), {b} (base) and {n} (years between). */
  abstract String formulaText();

  /** Why the formula has no answer, or what to beware of, though no input is missing. */
  Optional<Caveat.Kind> warning(Series series, double current, double base) {
    return Optional.empty();
  }

  /** Operands beside the two values and the years. */
  List<Operand> constants(Series series) {
    return List.of();
  }

  /** Whether the two values are one: then there is no base to name. */
  boolean comparesWithBase() {
    return true;
  }

  private static int index(Series series, int ordinal) {
    return ordinal == NONE ? -1 : series.indexOfOrdinal(ordinal);
  }

  @Override
  public final Figure at(Series series, Period period) {
    series.indexOf(period);
    int currentOrdinal = currentOrdinal(series, period.ordinal());
    int baseOrdinal = baseOrdinal(series, period.ordinal());
    int currentIndex = index(series, currentOrdinal);
    int baseIndex = index(series, baseOrdinal);
    double current = Inputs.value(series, currentIndex);
    double base = Inputs.value(series, baseIndex);
    double result = formula(series, current, base, years(series, currentOrdinal, baseOrdinal));
    ObservationStatus status = status(series, result, currentOrdinal, baseOrdinal);
    Indicator indicator = series.indicator();
    return Figure.builder()
        .indicator(indicator)
        .region(series.region())
        .measure(id())
        .period(period)
        .observation(new Observation(result, status))
        .unit(unit(indicator))
        .decimals(decimals(indicator))
        .caveats(caveats(series, period, currentOrdinal, baseOrdinal, result))
        .derivation(derivation(series, period, currentOrdinal, baseOrdinal))
        .build();
  }

  @Override
  public final Series over(Series series) {
    int size = series.size();
    double[] results = new double[size];
    boolean plain = series.hasPlainStatuses() && !series.hasBreaks();
    byte[] statuses = plain ? null : new byte[size];
    for (int i = 0; i < size; i++) {
      int ordinal = series.ordinalAt(i);
      int currentOrdinal = currentOrdinal(series, ordinal);
      int baseOrdinal = baseOrdinal(series, ordinal);
      double current = Inputs.value(series, index(series, currentOrdinal));
      double base = Inputs.value(series, index(series, baseOrdinal));
      results[i] = formula(series, current, base, years(series, currentOrdinal, baseOrdinal));
      if (statuses != null) {
        statuses[i] = (byte) status(series, results[i], currentOrdinal, baseOrdinal).ordinal();
      }
    }
    return series.withResultsUnsafe(resultIndicator(series.indicator()), results, statuses);
  }

  private static double years(Series series, int currentOrdinal, int baseOrdinal) {
    return years(series.frequency(), currentOrdinal, baseOrdinal);
  }

  static double years(Frequency frequency, int currentOrdinal, int baseOrdinal) {
    return ((double) currentOrdinal - baseOrdinal) / frequency.periodsPerYear();
  }

  private ObservationStatus status(
      Series series, double result, int currentOrdinal, int baseOrdinal) {
    if (!comparesWithBase() && !Double.isNaN(result)) {
      return Inputs.status(series, index(series, currentOrdinal));
    }
    ObservationStatus inputs =
        Inputs.combine(
            Inputs.status(series, index(series, currentOrdinal)),
            Inputs.status(series, index(series, baseOrdinal)));
    return Inputs.resultStatus(result, inputs, crossesBreak(series, currentOrdinal, baseOrdinal));
  }

  private static boolean crossesBreak(Series series, int currentOrdinal, int baseOrdinal) {
    return baseOrdinal != NONE
        && currentOrdinal != NONE
        && series.hasBreakBetween(
            Math.min(baseOrdinal, currentOrdinal), Math.max(baseOrdinal, currentOrdinal));
  }

  /** Whether the result stands for all the years between its two values. */
  boolean spansYears() {
    return false;
  }

  private boolean isUneven(Series series, int currentOrdinal, int baseOrdinal) {
    if (!spansYears()) {
      return false;
    }
    for (int ordinal = baseOrdinal; ordinal <= currentOrdinal; ordinal++) {
      if (Double.isNaN(Inputs.value(series, index(series, ordinal)))) {
        return true;
      }
    }
    return false;
  }

  private ImmutableList<Caveat> caveats(
      Series series, Period period, int currentOrdinal, int baseOrdinal, double result) {
    List<Caveat> caveats = new ArrayList<>();
    if (currentOrdinal == NONE || baseOrdinal == NONE) {
      caveats.add(Caveat.of(Caveat.Kind.TOO_FEW_VALUES, period));
      return Inputs.inOrder(caveats);
    }
    Period current = Period.ofOrdinal(series.frequency(), currentOrdinal);
    Period base = Period.ofOrdinal(series.frequency(), baseOrdinal);
    caveats.addAll(Inputs.ofObservation(series, current));
    if (comparesWithBase()) {
      caveats.addAll(Inputs.ofObservation(series, base));
      caveats.addAll(
          base.compareTo(current) <= 0
              ? Inputs.ofBreaks(series, base, current)
              : Inputs.ofBreaks(series, current, base));
    }
    if (!current.equals(period)) {
      caveats.add(Caveat.of(Caveat.Kind.ENDS_EARLY, current));
    }
    if (isUneven(series, currentOrdinal, baseOrdinal)) {
      caveats.add(new Caveat(Caveat.Kind.UNEVEN_PERIODS, base + "–" + current));
    }
    double x = series.at(current).value();
    double b = series.at(base).value();
    if (!Double.isNaN(x) && !Double.isNaN(b)) {
      Optional<Caveat.Kind> warning = warning(series, x, b);
      warning.ifPresent(kind -> caveats.add(Caveat.of(kind, base)));
      // A negative base is a warning, but no reason to be missing.
      boolean explained = warning.isPresent() && warning.get() != Caveat.Kind.NEGATIVE_BASE;
      if (Double.isNaN(result) && !explained) {
        caveats.add(Caveat.of(Caveat.Kind.OVERFLOW, current));
      }
    }
    return Inputs.inOrder(caveats);
  }

  private Derivation derivation(Series series, Period period, int currentOrdinal, int baseOrdinal) {
    Period current = periodOr(series, currentOrdinal, period);
    List<Operand> operands = new ArrayList<>();
    operands.add(Operand.observed("x", series, current));
    if (comparesWithBase() && baseOrdinal != NONE) {
      operands.add(
          Operand.observed("b", series, Period.ofOrdinal(series.frequency(), baseOrdinal)));
      if (formulaText().contains("{n}")) {
        operands.add(Operand.years("n", years(series, current.ordinal(), baseOrdinal)));
      }
    }
    operands.addAll(constants(series));
    return Derivation.of(formulaText(), operands.toArray(new Operand[0]));
  }

  private static Period periodOr(Series series, int ordinal, Period otherwise) {
    return ordinal == NONE ? otherwise : Period.ofOrdinal(series.frequency(), ordinal);
  }
}
