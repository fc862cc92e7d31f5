package no.maaltall.projections.population;

import java.util.ArrayList;
import java.util.List;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import org.jspecify.annotations.Nullable;

/** What a run needs, arranged for the kernels: per step and cell one array over regions. */
final class CohortInput {
  /** Moves of one kind, per step and cell; the second table only for a pool. */
  static final class BoundFlow {
    final Class<?> kind;
    final double[][][] first;
    final double[][][] second;

    BoundFlow(Class<?> kind, double[][][] first, double[][][] second) {
      this.kind = kind;
      this.first = first;
      this.second = second;
    }
  }

  /**
   * Regions that are taken through all years together, so that what they need stays in the cache.
   *
   * @param first the index of the first
   * @param end the index after the last
   */
  record Tile(int first, int end) {}

  /**
   * The most regions of a tile: cohorts, survival and moves of 107 ages take 1 MB together. Fewer
   * make short loops, whose beginnings and ends then count.
   */
  private static final int TILE = 192;

  final Population start;
  final Ages ages;
  final Conventions conventions;
  final int[] years;
  final double[][][] survival;
  final double[][][] fertility;

  /** Per step and age, whether any woman of it bears children. */
  final boolean[][] fertile;

  /** Per step the share of births that are girls, in each region. */
  final double[][] girls;

  final Migration migration;
  final List<BoundFlow> flows = new ArrayList<>();

  /** Per step and cell what the regions must sum to; null when they are not controlled. */
  final double @Nullable [][] totals;

  CohortInput(
      Population start,
      Assumptions assumptions,
      Conventions conventions,
      int[] years,
      List<Population> controls) {
    this.start = start;
    this.ages = start.ages();
    this.conventions = conventions;
    this.years = years;
    survival = assumptions.mortality().table().bind(start, years);
    fertility = assumptions.fertility().table().bind(start, years);
    fertile = new boolean[years.length][ages.count()];
    for (int i = 0; i < years.length; i++) {
      for (int age = 0; age < ages.count(); age++) {
        fertile[i][age] = isFertile(i, age);
      }
    }
    girls = assumptions.sexRatio().sharesOfGirls(years, start.regions());
    migration = assumptions.migration();
    for (Migration.Flow flow : migration.flows()) {
      flows.add(bound(flow));
    }
    totals = controls.isEmpty() ? null : totals(controls);
  }

  /** Looked up where the rates are those of the year before or the age below. */
  private boolean isFertile(int step, int age) {
    double[] rates = fertility[step][age];
    if (step > 0 && rates == fertility[step - 1][age]) {
      return fertile[step - 1][age];
    }
    if (age > 0 && rates == fertility[step][age - 1]) {
      return fertile[step][age - 1];
    }
    return CohortKernels.isAnyAboveZero(rates);
  }

  private BoundFlow bound(Migration.Flow flow) {
    if (flow instanceof Migration.NetNumbers n) {
      return new BoundFlow(
          Migration.NetNumbers.class, n.numbers().bind(start, years), new double[0][][]);
    } else if (flow instanceof Migration.NetRates r) {
      return new BoundFlow(
          Migration.NetRates.class, r.rates().bind(start, years), new double[0][][]);
    }
    Migration.Pool pool = (Migration.Pool) flow;
    requireAllRegions(pool);
    return new BoundFlow(
        Migration.Pool.class, pool.out().bind(start, years), pool.shares().bind(start, years));
  }

  /** Shares of a pool sum to 1 over the regions that they are for: no region may be left out. */
  private void requireAllRegions(Migration.Pool pool) {
    int given = Math.max(1, pool.shares().scope().regions().size());
    if (given != start.regions().size()) {
      throw ProjectionInputException.of(
          Kind.REGION,
          "shares of moves in",
          "shares for " + given + " regions, and a population of " + start.regions().size(),
          "a share for each region of the population");
    }
  }

  private double[][] totals(List<Population> controls) {
    double[][] result = new double[years.length][];
    for (int i = 0; i < years.length; i++) {
      int year = years[i] + ages.width();
      Population control =
          controls.stream()
              .filter(c -> c.year() == year)
              .findFirst()
              .orElseThrow(
                  () ->
                      ProjectionInputException.of(
                          Kind.YEARS,
                          "totals to rake to",
                          "no total for " + year,
                          "a population for every year that is projected"));
      result[i] = Raking.cellTotals(start, control);
    }
    return result;
  }

  /** Whether one pass per cell does it: moves are numbers that are added at the end. */
  boolean isFused() {
    return conventions.timing() == MigrationTiming.END
        && flows.size() == 1
        && flows.get(0).kind == Migration.NetNumbers.class
        && conventions.womenAtEnd() == WomenAtEnd.BEFORE_MIGRATION;
  }

  /**
   * Per step the columns to write to when no year but the last is kept.
   *
   * <p>Where one pass per cell does it, a cohort keeps its array as it grows older, so that it is
   * read and written in the same place and only rates and moves have to be fetched besides.
   */
  double[][][] workColumns() {
    double[][][] columns = new double[years.length][][];
    for (int step = 0; step < years.length; step++) {
      if (step > 0 && isFused()) {
        columns[step] = oneAgeUp(columns[step - 1]);
      } else {
        columns[step] = step < 2 ? newColumns() : columns[step - 2];
      }
    }
    return columns;
  }

  double[][] newColumns() {
    return new double[2 * ages.count()][start.regions().size()];
  }

  /** The same arrays, each an age further on; that of the open group becomes the newborns'. */
  private double[][] oneAgeUp(double[][] before) {
    double[][] after = new double[before.length][];
    for (int base = 0; base < before.length; base += ages.count()) {
      System.arraycopy(before, base, after, base + 1, ages.open());
      after[base] = before[base + ages.open()];
    }
    return after;
  }

  /** All regions. */
  Tile all() {
    return new Tile(0, start.regions().size());
  }

  /** All regions at once where they have to do with each other, otherwise some at a time. */
  List<Tile> tiles() {
    int regions = start.regions().size();
    int count = isFused() && totals == null ? (regions + TILE - 1) / TILE : 1;
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tiles.add(
          new Tile((int) ((long) regions * i / count), (int) ((long) regions * (i + 1) / count)));
    }
    return tiles;
  }
}
