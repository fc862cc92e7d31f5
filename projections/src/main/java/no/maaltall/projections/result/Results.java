package no.maaltall.projections.result;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/** Makes series and figures of computed values, with statuses and caveats of their inputs. */
public final class Results {
  private Results() {}

  /**
   * {@return a computed observation: missing when an input is, with the heaviest status of the
   * inputs otherwise}
   *
   * @param value the value that the formula gave; not looked at when an input is missing
   * @param inputs what went into it
   */
  public static Observation of(double value, Observation... inputs) {
    ObservationStatus status = ObservationStatus.NORMAL;
    for (Observation input : inputs) {
      status = status.combine(input.status());
    }
    if (status.isMissing()) {
      return Observation.missing(status);
    }
    return Double.isFinite(value) ? new Observation(value, status) : Observation.missing();
  }

  /**
   * {@return a forecast; missing when the value is not a finite number}
   *
   * @param value the value
   */
  public static Observation forecast(double value) {
    return Double.isFinite(value)
        ? new Observation(value, ObservationStatus.FORECAST)
        : Observation.missing();
  }

  /** Gives the observation of a period. */
  @FunctionalInterface
  public interface ByPeriod {
    /**
     * {@return the observation of a period}
     *
     * @param period the period
     */
    Observation at(Period period);
  }

  /**
   * {@return a series of computed observations}
   *
   * @param indicator what they are of
   * @param region where
   * @param periods when, at least one
   * @param values gives them
   */
  public static Series series(
      Indicator indicator, Region region, Iterable<Period> periods, ByPeriod values) {
    Series.Builder builder = Series.builder(indicator, region);
    for (Period period : periods) {
      builder.add(period, values.at(period));
    }
    return builder.build();
  }

  /**
   * {@return the periods that all of several series have, in order}
   *
   * @param series the series, at least one
   * @throws ProjectionInputException if they have none in common
   */
  public static ImmutableSet<Period> common(List<Series> series) {
    Set<Period> periods = new LinkedHashSet<>(series.get(0).periods());
    for (Series other : series) {
      periods.retainAll(new LinkedHashSet<>(other.periods()));
    }
    if (periods.isEmpty()) {
      throw Inputs.problem(
          Kind.YEARS,
          "series " + series.stream().map(s -> s.indicator().id()).toList(),
          "no period in common",
          "series that overlap");
    }
    return ImmutableSet.copyOf(periods);
  }

  /**
   * {@return a figure with the caveats that its operands call for}
   *
   * @param indicator what it is about
   * @param region where
   * @param measure the id of the measure
   * @param period when
   * @param observation its value
   * @param derivation how it follows
   * @param more caveats besides
   */
  public static Figure figure(
      Indicator indicator,
      Region region,
      String measure,
      Period period,
      Observation observation,
      Derivation derivation,
      Caveat... more) {
    Set<Caveat> caveats = new LinkedHashSet<>();
    for (Operand operand : derivation.operands()) {
      operand.period().ifPresent(p -> caveats.addAll(ofStatus(operand.observation().status(), p)));
    }
    caveats.addAll(List.of(more));
    return Figure.builder()
        .indicator(indicator)
        .region(region)
        .measure(measure)
        .period(period)
        .observation(observation)
        .unit(indicator.unit())
        .decimals(indicator.decimals())
        .addAllCaveats(caveats)
        .derivation(derivation)
        .build();
  }

  private static List<Caveat> ofStatus(ObservationStatus status, Period period) {
    List<Caveat> caveats = new ArrayList<>();
    if (status.isMissing()) {
      caveats.add(Caveat.of(Caveat.Kind.MISSING_INPUT, period));
    } else if (status == ObservationStatus.FORECAST) {
      caveats.add(Caveat.of(Caveat.Kind.FORECAST_INPUT, period));
    } else if (status == ObservationStatus.PROVISIONAL) {
      caveats.add(Caveat.of(Caveat.Kind.PROVISIONAL_INPUT, period));
    } else if (status == ObservationStatus.ESTIMATED) {
      caveats.add(Caveat.of(Caveat.Kind.ESTIMATED_INPUT, period));
    } else if (status != ObservationStatus.NORMAL && status != ObservationStatus.BREAK) {
      caveats.add(Caveat.of(Caveat.Kind.UNCERTAIN_INPUT, period));
    }
    return caveats;
  }
}
