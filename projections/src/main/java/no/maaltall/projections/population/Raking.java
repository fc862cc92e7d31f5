package no.maaltall.projections.population;

import java.util.Arrays;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Scaling of a population to totals that are known from elsewhere.
 *
 * <p>Raking keeps zeros, and keeps the proportions inside whatever is scaled together.
 */
public final class Raking {
  private static final int MOST_ROUNDS = 1_000;

  private Raking() {}

  /**
   * {@return the population with each sex and age scaled over the regions to a given total: {@code
   * P[r] · T / Σ P}}
   *
   * @param population the regions
   * @param total the whole, whose regions are added up
   * @throws ProjectionInputException if the ages differ, or a cell is 0 in every region though its
   *     total is not
   */
  public static Population toAgeTotals(Population population, Population total) {
    double[][] columns = copy(population);
    scaleCells(population.ages(), columns, cellTotals(population, total));
    return Population.ofUnsafe(population.date(), population.ages(), population.regions(), columns);
  }

  /**
   * {@return the population with each region scaled to a given total}
   *
   * @param population the regions
   * @param totals persons, one number per region
   * @throws ProjectionInputException if a region is empty though its total is not 0
   * @throws IllegalArgumentException if there is not one total per region
   */
  public static Population toRegionTotals(Population population, double... totals) {
    double[][] columns = copy(population);
    scaleRegions(population, columns, totals);
    return Population.ofUnsafe(population.date(), population.ages(), population.regions(), columns);
  }

  /**
   * {@return the population scaled to both totals, by turns until the regions are right within a
   * tolerance (iterative proportional fitting); sexes and ages are then exactly right}
   *
   * @param population the regions
   * @param total the whole, whose regions are added up
   * @param regionTotals persons, one number per region; with the same sum as the whole
   * @param tolerance the largest relative error of a region that is accepted, as 1e-9
   * @throws ProjectionInputException if the two totals differ by more than the tolerance, a cell
   *     cannot be reached, or 1 000 rounds do not get there
   */
  public static Population toBoth(
      Population population, Population total, double[] regionTotals, double tolerance) {
    double sum = Arrays.stream(regionTotals).sum();
    if (!(Math.abs(sum - total.total()) <= tolerance * Math.max(sum, total.total()))) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          "raking",
          "the regions sum to " + sum + " and the ages to " + total.total(),
          "totals that agree within " + tolerance);
    }
    double[] cells = cellTotals(population, total);
    double[][] columns = copy(population);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      scaleRegions(population, columns, regionTotals);
      scaleCells(population.ages(), columns, cells);
      if (worst(columns, regionTotals) <= tolerance) {
        return Population.ofUnsafe(
            population.date(), population.ages(), population.regions(), columns);
      }
    }
    throw ProjectionInputException.of(
        Kind.OUT_OF_RANGE,
        "raking",
        "no fit after "
            + MOST_ROUNDS
            + " rounds: a relative error of "
            + worst(columns, regionTotals),
        "totals that the zeros of the population allow");
  }

  private static double[][] copy(Population population) {
    return Arrays.stream(population.columnsUnsafe()).map(double[]::clone).toArray(double[][]::new);
  }

  static double[] cellTotals(Population population, Population total) {
    if (!total.ages().equals(population.ages())) {
      throw ProjectionInputException.of(
          Kind.OPEN_AGE,
          "totals to rake to",
          "ages " + total.ages(),
          "the ages of the population, " + population.ages());
    }
    return Arrays.stream(total.columnsUnsafe()).mapToDouble(c -> Arrays.stream(c).sum()).toArray();
  }

  /** Scales every column to its total. */
  static void scaleCells(Ages ages, double[][] columns, double[] totals) {
    for (int cell = 0; cell < columns.length; cell++) {
      double sum = 0;
      for (double persons : columns[cell]) {
        sum += persons;
      }
      String sex = Sex.values()[cell / ages.count()].code();
      double factor = factor(sum, totals[cell], sex + " at " + ages.label(cell % ages.count()));
      double[] column = columns[cell];
      for (int region = 0; region < column.length; region++) {
        column[region] *= factor;
      }
    }
  }

  private static void scaleRegions(Population population, double[][] columns, double[] totals) {
    if (totals.length != population.regions().size()) {
      throw new IllegalArgumentException(
          "raking needs "
              + population.regions().size()
              + " totals, one per region, got "
              + totals.length);
    }
    double[] sums = regionSums(columns);
    for (int region = 0; region < totals.length; region++) {
      String name = "region " + population.regions().get(region).code();
      double factor = factor(sums[region], totals[region], name);
      for (double[] column : columns) {
        column[region] *= factor;
      }
    }
  }

  private static double factor(double sum, double total, String name) {
    if (!(total >= 0 && total <= Double.MAX_VALUE) || (sum == 0 && total > 0)) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          "raking",
          name + " has " + sum + " persons and the total " + total,
          "a finite total of 0 or more, and 0 where there is nobody");
    }
    return sum == 0 ? 1 : total / sum;
  }

  private static double[] regionSums(double[][] columns) {
    double[] sums = new double[columns[0].length];
    for (double[] column : columns) {
      for (int region = 0; region < sums.length; region++) {
        sums[region] += column[region];
      }
    }
    return sums;
  }

  private static double worst(double[][] columns, double[] totals) {
    double[] sums = regionSums(columns);
    double worst = 0;
    for (int region = 0; region < sums.length; region++) {
      double size = Math.max(1e-300, totals[region]);
      worst = Math.max(worst, Math.abs(sums[region] - totals[region]) / size);
    }
    return worst;
  }
}
