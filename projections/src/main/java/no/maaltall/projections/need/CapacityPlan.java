package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * Places that exist, and those that open and close by year.
 *
 * <pre>{@code
 * CapacityPlan plan =
 *     CapacityPlan.existing(2018, 1_150).open(2024, 140, "Carpe Diem").close(2026, 60, "gamle");
 * plan.against(need).opening();
 * }</pre>
 *
 * <p>No year may have less than no places; so with {@link #open} and {@link #close}, what opens is
 * given before what closes instead of it. {@link #of} takes all in any order.
 */
public final class CapacityPlan {
  /**
   * Places that open or close.
   *
   * @param year the first year that they count, or count no more
   * @param places how many: more than 0 when they open, less when they close
   * @param name which
   */
  public record Event(int year, double places, String name) {}

  private final int baseYear;
  private final double existing;
  private final ImmutableList<Event> events;

  private CapacityPlan(int baseYear, double existing, ImmutableList<Event> events) {
    this.baseYear = baseYear;
    this.existing = existing;
    this.events = events;
  }

  /**
   * {@return a plan with the places of today alone}
   *
   * @param year the year that they are of
   * @param places how many, 0 or more
   * @throws ProjectionInputException if it is negative or not finite
   */
  public static CapacityPlan existing(int year, double places) {
    return of(year, places, ImmutableList.of());
  }

  /**
   * {@return a plan with the places of today and all that opens and closes, in any order}
   *
   * @param year the year that the places of today are of
   * @param places how many, 0 or more
   * @param events what opens and closes, after that year
   * @throws ProjectionInputException if a number is negative or not finite, a year is not after the
   *     base year, or more close than there are in some year
   */
  public static CapacityPlan of(int year, double places, Iterable<Event> events) {
    Inputs.require("existing places", places);
    CapacityPlan plan = new CapacityPlan(year, places, ImmutableList.copyOf(events));
    plan.events.forEach(plan::requireLater);
    plan.events.stream().sorted(Comparator.comparingInt(Event::year)).forEach(plan::requirePlaces);
    return plan;
  }

  private void requireLater(Event event) {
    if (event.year() <= baseYear) {
      throw Inputs.problem(
          Kind.YEARS,
          "capacity plan",
          event.name() + " in " + event.year(),
          "what opens or closes after " + baseYear);
    }
  }

  private void requirePlaces(Event event) {
    double places = places(event.year());
    if (!(places >= 0 && places <= Double.MAX_VALUE)) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE,
          "capacity plan",
          event.name() + " leaves " + Rounding.shortest(places) + " places in " + event.year(),
          "0 or more");
    }
  }

  /**
   * {@return the plan with places that open}
   *
   * @param year the first year that they count, after the base year
   * @param places how many, 0 or more
   * @param name which
   * @throws ProjectionInputException if the year is not after the base year or places are negative
   */
  public CapacityPlan open(int year, double places, String name) {
    return with(new Event(year, Inputs.require("places of " + name, places), name));
  }

  /**
   * {@return the plan with places that close}
   *
   * @param year the first year that they count no more, after the base year
   * @param places how many, 0 or more
   * @param name which
   * @throws ProjectionInputException if the year is not after the base year, or more close than
   *     there are in that year or a later one
   */
  public CapacityPlan close(int year, double places, String name) {
    return with(new Event(year, -Inputs.require("places of " + name, places), name));
  }

  private CapacityPlan with(Event event) {
    return of(baseYear, existing, ImmutableList.<Event>builder().addAll(events).add(event).build());
  }

  /** {@return the year that the existing places are of} */
  public int baseYear() {
    return baseYear;
  }

  /** {@return what opens and closes, in the order given} */
  public ImmutableList<Event> events() {
    return events;
  }

  /**
   * {@return the places of a year; before the base year those of the base year}
   *
   * @param year the year
   */
  public double places(int year) {
    double places = existing;
    for (Event event : events) {
      if (event.year() <= year) {
        places += event.places();
      }
    }
    return places;
  }

  /**
   * {@return the places over some periods; the base year is an ordinary value, later years have
   * status {@code F}}
   *
   * @param indicator what they are
   * @param region where
   * @param periods when
   */
  public Series series(Indicator indicator, Region region, Iterable<Period> periods) {
    return Results.series(indicator, region, periods, this::observation);
  }

  Observation observation(Period period) {
    int year = period.startYear();
    return new Observation(
        places(year), year <= baseYear ? ObservationStatus.NORMAL : ObservationStatus.FORECAST);
  }

  /** What to say of the places of a period: that they are planned, when they are. */
  Caveat[] caveats(Period period) {
    return Caveat.ofInput(observation(period), period).toArray(new Caveat[0]);
  }

  /**
   * {@return this plan beside a need}
   *
   * @param need places needed per year
   */
  public CapacityGap against(Series need) {
    return new CapacityGap(need, this);
  }
}
