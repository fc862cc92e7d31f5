package no.maaltall.projections.need;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.NavigableMap;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;

/**
 * Coverage in percent of an age group, year by year: how many of a hundred use a service.
 *
 * <p>Between two given years it changes linearly; before the first and after the last it stays as
 * it is there. It may be above 100: children from other municipalities use places too.
 */
public final class CoveragePath {
  private final ImmutableSortedMap<Integer, Double> points;

  private CoveragePath(Map<Integer, Double> points) {
    this.points = ImmutableSortedMap.copyOf(points);
    if (points.isEmpty()) {
      throw Inputs.problem(Kind.MISSING_PART, "coverage path", "no years", "at least one");
    }
    points.forEach((year, percent) -> Inputs.require("coverage in " + year, percent));
  }

  /**
   * {@return the same coverage every year}
   *
   * @param percent the coverage in percent, 0 or more
   * @throws ProjectionInputException if it is negative or not finite
   */
  public static CoveragePath constant(double percent) {
    Inputs.require("coverage", percent);
    return new CoveragePath(Map.of(0, percent));
  }

  /**
   * {@return coverage that changes by the same number of percentage points every year until it
   * reaches a target, and stays there}
   *
   * @param fromYear the last year with the coverage of today
   * @param from the coverage of today in percent
   * @param toYear the first year with the target, later
   * @param to the target in percent
   * @throws ProjectionInputException if the years are not in order or a coverage is negative
   */
  public static CoveragePath linear(int fromYear, double from, int toYear, double to) {
    if (toYear <= fromYear) {
      throw Inputs.problem(
          Kind.YEARS, "coverage path", "the target year " + toYear, "a year after " + fromYear);
    }
    return new CoveragePath(Map.of(fromYear, from, toYear, to));
  }

  /**
   * {@return coverage that is given for some years}
   *
   * @param percentByYear the coverage in percent by year, at least one
   * @throws ProjectionInputException if there is none or one is negative
   */
  public static CoveragePath byYear(Map<Integer, Double> percentByYear) {
    return new CoveragePath(percentByYear);
  }

  /**
   * {@return the coverage of a year in percent}
   *
   * @param year the year
   */
  public double at(int year) {
    NavigableMap<Integer, Double> sorted = points;
    Map.Entry<Integer, Double> before = sorted.floorEntry(year);
    Map.Entry<Integer, Double> after = sorted.ceilingEntry(year);
    if (before == null || after == null) {
      return (before == null ? sorted.firstEntry() : before).getValue();
    }
    int years = after.getKey() - before.getKey();
    if (years == 0) {
      return before.getValue();
    }
    double share = (double) (year - before.getKey()) / years;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
