package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.List;
import no.maaltall.core.indicator.Region;

/**
 * Which ages, years and regions rates are for.
 *
 * <pre>{@code
 * RateScope.everywhere(Ages.single(105))                        // the same rates always, everywhere
 * RateScope.everywhere(Ages.single(105)).years(2024, 2049)      // one set of rates per year
 * RateScope.everywhere(Ages.single(105)).in(population.regions())
 * }</pre>
 *
 * @param ages the age groups
 * @param regions the regions; none when the rates are the same everywhere
 * @param firstYear the first year; 0 when the rates are the same every year
 * @param yearCount how many steps there are rates for; 0 when they are the same every year
 */
public record RateScope(Ages ages, ImmutableList<Region> regions, int firstYear, int yearCount) {
  private static final int MOST_YEARS = 1_000;

  /**
   * Checks the parts.
   *
   * @param ages as above
   * @param regions as above
   * @param firstYear as above
   * @param yearCount as above
   * @throws IllegalArgumentException if the number of years is not 0 to 1 000
   */
  public RateScope {
    if (yearCount < 0 || yearCount > MOST_YEARS) {
      throw new IllegalArgumentException(
          "rates are for 0 to " + MOST_YEARS + " steps, got " + yearCount);
    }
  }

  /**
   * {@return rates that are the same every year and everywhere}
   *
   * @param ages the age groups
   */
  public static RateScope everywhere(Ages ages) {
    return new RateScope(ages, ImmutableList.of(), 0, 0);
  }

  /**
   * {@return the scope with rates of their own for each step from one year to another}
   *
   * @param first the year that the first step starts in
   * @param last the year that the last step starts in; as many years after the first as age groups
   *     are wide, or a multiple of that
   * @throws IllegalArgumentException if it is not
   */
  public RateScope years(int first, int last) {
    if (last < first || (last - first) % ages.width() != 0) {
      throw new IllegalArgumentException(
          "years go from the first to a later one by "
              + ages.width()
              + ", got "
              + first
              + " to "
              + last);
    }
    return new RateScope(ages, regions, first, (last - first) / ages.width() + 1);
  }

  /**
   * {@return the scope with rates of their own for each region}
   *
   * @param inRegions the regions
   */
  public RateScope in(List<Region> inRegions) {
    return new RateScope(ages, ImmutableList.copyOf(inRegions), firstYear, yearCount);
  }
}
