package no.maaltall.projections.result;

import java.util.List;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/** Refuses what a need or a cost cannot be computed from, with its parts. */
public final class Inputs {
  // Fewer than an int holds, so that each unit's share of them is one too.
  private static final double MOST_HEADS = 1e9;

  private Inputs() {}

  /**
   * {@return a number that is 0 or more and finite}
   *
   * @param what what it is
   * @param value the number
   * @throws ProjectionInputException if it is not
   */
  public static double require(String what, double value) {
    return require(what, value, 0, Double.MAX_VALUE, "0 or more");
  }

  /**
   * {@return a share, 0 to 1}
   *
   * @param what what it is a share of
   * @param value the share
   * @throws ProjectionInputException if it is outside that
   */
  public static double requireShare(String what, double value) {
    return require(what, value, 0, 1, "0 to 1");
  }

  /**
   * {@return persons of a period: 0 or more, or NaN when they are missing}
   *
   * @param persons the series
   * @param period the period
   * @throws ProjectionInputException if they are fewer than none
   */
  public static double persons(Series persons, Period period) {
    return persons(persons, period, Double.MAX_VALUE, "0 or more");
  }

  /**
   * {@return persons of a period who are to be counted whole: 0 to a milliard, or NaN when they are
   * missing}
   *
   * @param persons the series
   * @param period the period
   * @throws ProjectionInputException if they are fewer or more
   */
  public static double heads(Series persons, Period period) {
    return persons(persons, period, MOST_HEADS, "0 to 1 000 000 000");
  }

  private static double persons(Series persons, Period period, double most, String allowed) {
    double value = persons.at(period).value();
    if (value < 0 || value > most) {
      String what = persons.indicator().id() + " of region " + persons.region().code();
      throw problem(Kind.OUT_OF_RANGE, what, Rounding.shortest(value) + " in " + period, allowed);
    }
    return value;
  }

  private static double require(
      String what, double value, double low, double high, String allowed) {
    if (!(value >= low && value <= high)) {
      throw problem(Kind.OUT_OF_RANGE, what, Double.toString(value), allowed);
    }
    return value;
  }

  /**
   * Refuses series of several regions: their sum would be of neither.
   *
   * @param what what is computed
   * @param series what goes into it, at least one
   * @throws ProjectionInputException if they are not of the same region
   */
  public static void requireSameRegion(String what, List<Series> series) {
    String first = series.get(0).region().code();
    for (Series other : series) {
      if (!other.region().code().equals(first)) {
        throw problem(
            Kind.REGION,
            what,
            other.indicator().id() + " is of region " + other.region().code(),
            "series of the same region as " + series.get(0).indicator().id() + ", " + first);
      }
    }
  }

  /**
   * {@return what is wrong, to be thrown}
   *
   * @param kind what kind of thing
   * @param what what the input is
   * @param got what was got, in words
   * @param allowed what would have been accepted, in words
   */
  public static ProjectionInputException problem(
      Kind kind, String what, String got, String allowed) {
    return new ProjectionInputException(kind, what, 0, got, allowed);
  }
}
