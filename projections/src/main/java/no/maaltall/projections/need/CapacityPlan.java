package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.result.Results;

/**
 * Places that exist, and those that open and close by year.
 *
 * <pre>{@code
 * CapacityPlan plan =
 *     CapacityPlan.existing(2018, 1_150).open(2024, 140, "Carpe Diem").close(2026, 60, "gamle");
 * plan.against(need).gapYear();
 * }</pre>
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
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static CapacityPlan existing(int year, double places) {
    requirePlaces(places);
    return new CapacityPlan(year, places, ImmutableList.of());
  }

  private static void requirePlaces(double places) {
    if (!(places >= 0 && places <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("places must be 0 or more, got " + places);
    }
  }

  /**
   * {@return the plan with places that open}
   *
   * @param year the first year that they count, after the base year
   * @param places how many, 0 or more
   * @param name which
   * @throws IllegalArgumentException if the year is not after the base year or places are negative
   */
  public CapacityPlan open(int year, double places, String name) {
    requirePlaces(places);
    return with(new Event(year, places, name));
  }

  /**
   * {@return the plan with places that close}
   *
   * @param year the first year that they count no more, after the base year
   * @param places how many, 0 or more
   * @param name which
   * @throws IllegalArgumentException if the year is not after the base year, or more close than
   *     there are in that year or a later one
   */
  public CapacityPlan close(int year, double places, String name) {
    requirePlaces(places);
    return with(new Event(year, -places, name));
  }

  private CapacityPlan with(Event event) {
    if (event.year() <= baseYear) {
      throw new IllegalArgumentException(
          "places open or close after "
              + baseYear
              + ", got "
              + event.name()
              + " in "
              + event.year());
    }
    CapacityPlan plan =
        new CapacityPlan(
            baseYear, existing, ImmutableList.<Event>builder().addAll(events).add(event).build());
    int[] years = plan.events.stream().mapToInt(Event::year).sorted().toArray();
    for (int year : years) {
      if (plan.places(year) < 0) {
        throw new IllegalArgumentException(
            event.name()
                + " in "
                + event.year()
                + " leaves "
                + plan.places(year)
                + " places in "
                + year
                + "; allowed: 0 or more");
      }
    }
    return plan;
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

  /**
   * {@return this plan beside a need}
   *
   * @param need places needed per year
   */
  public CapacityGap against(Series need) {
    return new CapacityGap(need, this);
  }
}
