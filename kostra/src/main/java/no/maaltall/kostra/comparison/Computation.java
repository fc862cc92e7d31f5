package no.maaltall.kostra.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;

/** A figure in the making: what goes into it, and what that says about its status. */
final class Computation {
  private static final Set<Caveat.Kind> REASONS =
      Set.of(
          Caveat.Kind.ZERO_DENOMINATOR,
          Caveat.Kind.ZERO_BASE,
          Caveat.Kind.TOO_FEW_VALUES,
          Caveat.Kind.MISSING_INPUT);

  private final Period period;
  private final List<Operand> operands = new ArrayList<>();
  private final List<Caveat> caveats = new ArrayList<>();
  private ObservationStatus status = ObservationStatus.NORMAL;

  Computation(Period period) {
    this.period = period;
  }

  /** What the result is about and how it is printed. */
  record Result(Indicator indicator, Region region, String measure, Unit unit, int decimals) {}

  Computation observed(String symbol, Series series) {
    return observed(symbol, series, period);
  }

  Computation observed(String symbol, Series series, Period at) {
    Observation observation = series.at(at);
    operands.add(Operand.observed(symbol, series, at));
    caveats.addAll(Caveat.ofInput(observation, at));
    status = status.combine(observation.status());
    return this;
  }

  /** A figure that was computed before, with its caveats. */
  Computation figure(String symbol, Figure figure) {
    operands.add(
        new Operand(
            symbol,
            Operand.Role.OBSERVED,
            figure.observation(),
            figure.unit(),
            figure.decimals(),
            Optional.of(figure.period()),
            figure.indicator().name() + ", " + figure.region().name(),
            figure.indicator().source()));
    caveats.addAll(figure.caveats());
    status = status.combine(figure.status());
    return this;
  }

  Computation constant(String symbol, double value, Unit unit, int decimals) {
    operands.add(Operand.constant(symbol, value, unit, decimals));
    return this;
  }

  Computation caveat(Caveat.Kind kind, String detail) {
    caveats.add(new Caveat(kind, detail));
    return this;
  }

  /** Says what is odd about a denominator, if anything. */
  Computation denominator(double value) {
    if (value == 0) {
      caveat(Caveat.Kind.ZERO_DENOMINATOR, period.toString());
    } else if (value < 0) {
      caveat(Caveat.Kind.NEGATIVE_BASE, period.toString());
    }
    return this;
  }

  /** Nothing can be computed, for want of values. */
  Computation tooFew(String detail) {
    status = status.combine(ObservationStatus.MISSING);
    return caveat(Caveat.Kind.TOO_FEW_VALUES, detail);
  }

  ObservationStatus status() {
    return status;
  }

  Figure figure(Result result, String formula, double value) {
    double finite = Double.isInfinite(value) ? Double.NaN : value;
    Observation observation = Observation.missing(ObservationStatus.MISSING);
    if (status.isMissing()) {
      observation = Observation.missing(status);
    } else if (!Double.isNaN(finite)) {
      observation = new Observation(finite, status);
    } else if (caveats.stream().noneMatch(c -> REASONS.contains(c.kind()))) {
      caveat(Caveat.Kind.OVERFLOW, period.toString());
    }
    return Figure.builder()
        .indicator(result.indicator())
        .region(result.region())
        .measure(result.measure())
        .period(period)
        .observation(observation)
        .unit(result.unit())
        .decimals(result.decimals())
        .caveats(Caveat.inOrder(caveats))
        .derivation(Derivation.of(formula, operands.toArray(new Operand[0])))
        .build();
  }
}
