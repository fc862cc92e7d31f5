package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Region;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rates as kernels want them: per step and cell (sex and age) one array over regions.
 *
 * <p>A step whose rates equal those of the step before shares its arrays, so rates that never
 * change take the memory of one year and stay in the cache.
 */
final class RateTable {
  /** Gives the rate of a cell by its number. */
  @FunctionalInterface
  interface Cells {
    double at(int year, int region, int cell);
  }

  /** Gives the line of a file that the rate of a cell was read from. */
  @FunctionalInterface
  interface Lines {
    long at(int step, int region, int cell);
  }

  /** The file that a table was read from; kept for errors that only show when it is used. */
  record Origin(String file, Lines lines) {}

  /** A line of a file. */
  record Place(String file, long line) {}

  private final String what;
  private final RateScope scope;
  private final double[][][] columns;
  private final @Nullable Origin origin;

  private RateTable(String what, RateScope scope, double[][][] columns, @Nullable Origin origin) {
    this.what = what;
    this.scope = scope;
    this.columns = columns;
    this.origin = origin;
  }

  static RateTable of(String what, RateScope scope, int cells, Cells source) {
    int steps = Math.max(1, scope.yearCount());
    int regions = Math.max(1, scope.regions().size());
    double[][][] columns = new double[steps][cells][];
    for (int step = 0; step < steps; step++) {
      int year = scope.yearCount() == 0 ? 0 : scope.firstYear() + step * scope.ages().width();
      for (int cell = 0; cell < cells; cell++) {
        double[] column = new double[regions];
        for (int region = 0; region < regions; region++) {
          column[region] = source.at(year, region, cell) + 0.0;
        }
        boolean same = step > 0 && Arrays.equals(column, columns[step - 1][cell]);
        columns[step][cell] = same ? columns[step - 1][cell] : column;
      }
    }
    return new RateTable(what, scope, columns, null);
  }

  /** The same table, read from a file. */
  RateTable readFrom(Origin from) {
    return new RateTable(what, scope, columns, from);
  }

  /** Where a region's rate below 0 was read; empty when it is not, or is not from a file. */
  Optional<Place> placeOfNegative(int year, Region region, int cell) {
    if (origin == null) {
      return Optional.empty();
    }
    int index = order(ImmutableList.of(region))[0];
    return at(year, index, cell) < 0
        ? Optional.of(new Place(origin.file(), origin.lines().at(step(year), index, cell)))
        : Optional.empty();
  }

  RateScope scope() {
    return scope;
  }

  Ages ages() {
    return scope.ages();
  }

  /** The step of a year. */
  int step(int year) {
    if (scope.yearCount() == 0) {
      return 0;
    }
    int distance = year - scope.firstYear();
    int width = scope.ages().width();
    if (distance < 0 || distance % width != 0 || distance / width >= scope.yearCount()) {
      int last = scope.firstYear() + (scope.yearCount() - 1) * width;
      throw ProjectionInputException.of(
          Kind.YEARS,
          what,
          "no rates for " + year,
          "years " + scope.firstYear() + " to " + last + (width == 1 ? "" : " by " + width));
    }
    return distance / width;
  }

  double at(int year, int region, int cell) {
    double[] column = columns[step(year)][cell];
    return column[column.length == 1 ? 0 : region];
  }

  /** The same table with one more condition: the rates of one year, for every year. */
  RateTable constantFrom(int year) {
    RateScope always = new RateScope(scope.ages(), scope.regions(), 0, 0);
    int only = step(year);
    Origin fromThere =
        origin == null
            ? null
            : new Origin(origin.file(), (step, r, cell) -> origin.lines().at(only, r, cell));
    return new RateTable(what, always, new double[][][] {columns[only]}, fromThere);
  }

  /**
   * The columns of some years for a population's regions, in its order; columns that are shared
   * here are shared there too, and those that need no rearranging are the table's own. Nobody may
   * write to them.
   */
  double[][][] bind(Population population, int[] years) {
    requireAges(population.ages());
    int[] order = order(population.regions());
    boolean asIs = isAsIs(order);
    double[][][] result = new double[years.length][][];
    for (int i = 0; i < years.length; i++) {
      double[][] from = columns[step(years[i])];
      double[][] earlier = i == 0 ? new double[0][] : columns[step(years[i - 1])];
      if (asIs || from == earlier) {
        result[i] = asIs ? from : result[i - 1];
        continue;
      }
      result[i] = new double[from.length][];
      for (int cell = 0; cell < from.length; cell++) {
        if (i > 0 && from[cell] == earlier[cell]) {
          result[i][cell] = result[i - 1][cell];
        } else if (cell > 0 && isSameNumber(from[cell], from[cell - 1])) {
          result[i][cell] = result[i][cell - 1];
        } else {
          result[i][cell] = arranged(from[cell], order);
        }
      }
    }
    return result;
  }

  /** Whether the table's regions are those of the population, in its order. */
  private boolean isAsIs(int[] order) {
    return order.length == Math.max(1, scope.regions().size())
        && IntStream.range(0, order.length).allMatch(i -> order[i] == i);
  }

  /** Whether both are the same number everywhere, as most ages' fertility is 0. */
  private static boolean isSameNumber(double[] one, double[] other) {
    return one.length == 1 && other.length == 1 && one[0] == other[0];
  }

  private void requireAges(Ages expected) {
    if (!scope.ages().equals(expected)) {
      throw ProjectionInputException.of(
          Kind.OPEN_AGE, what, "ages " + scope.ages(), "the ages of the population, " + expected);
    }
  }

  private static double[] arranged(double[] column, int[] order) {
    double[] result = new double[order.length];
    if (column.length == 1) {
      Arrays.fill(result, column[0]);
      return result;
    }
    for (int i = 0; i < order.length; i++) {
      result[i] = column[order[i]];
    }
    return result;
  }

  private int[] order(ImmutableList<Region> regions) {
    int[] order = new int[regions.size()];
    if (scope.regions().isEmpty()) {
      return order;
    }
    if (scope.regions().equals(regions)) {
      // The usual case, and every run asks: no map of codes is needed.
      return IntStream.range(0, order.length).toArray();
    }
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < scope.regions().size(); i++) {
      known.put(scope.regions().get(i).code(), i);
    }
    for (int i = 0; i < order.length; i++) {
      Integer index = known.get(regions.get(i).code());
      if (index == null) {
        throw ProjectionInputException.of(
            Kind.REGION,
            what,
            "no rates for region " + regions.get(i).code(),
            "rates for every region of the population, or the same for all");
      }
      order[i] = index;
    }
    return order;
  }

  /** Refuses a rate outside its range, with the place where it is. */
  static double require(String what, double value, double low, double high, int year, String cell) {
    if (!(value >= low && value <= high)) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          what,
          cell + (year == 0 ? "" : " in " + year) + " is " + value,
          range(low, high));
    }
    return value;
  }

  static String range(double low, double high) {
    if (low == Double.NEGATIVE_INFINITY || low == -Double.MAX_VALUE) {
      return "a finite number";
    }
    return high == Double.MAX_VALUE ? "0 or more" : "0 to 1";
  }
}
