package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Region;

/**
 * Many draws of a projection whose assumptions are uncertain, and the distribution of the age
 * groups that are watched.
 *
 * <pre>{@code
 * Fan fan =
 *     StochasticProjection.of(CohortComponent.ssb(), uncertainty)
 *         .draws(1_000)
 *         .seed(42)
 *         .watching(AgeGroup.from(80))
 *         .project(population, assumptions, 2040);
 * fan.quantile(AgeGroup.from(80), 0, 2040, 0.9);
 * }</pre>
 *
 * <p>The result is the same for the same seed, whatever the number of threads. Memory does not
 * depend on the number of draws: each age group, region and year takes about 4 kB per thread (at
 * the resolution that is the default), because draws are counted in bins. A quantile is off by at
 * most the width of a bin, 1/256 of its value, as long as it lies between a quarter of the
 * projection without uncertainty and four times that; outside it lies between that limit and the
 * lowest or highest draw, which are exact. Quantiles of a constant are the constant.
 *
 * <p>In a draw, moves may empty a cohort where the projection itself does not; {@link
 * NegativePolicy#setTo} keeps the draws going, {@link NegativePolicy#refuse} stops at the first.
 */
public final class StochasticProjection {
  private static final int DEFAULT_BITS = 8;
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_DRAWS = 10_000_000;

  private final CohortComponent model;
  private final Uncertainty uncertainty;
  private final int draws;
  private final long seed;
  private final int threads;
  private final int bits;
  private final ImmutableList<AgeGroup> groups;

  private StochasticProjection(
      CohortComponent model,
      Uncertainty uncertainty,
      int draws,
      long seed,
      int threads,
      int bits,
      ImmutableList<AgeGroup> groups) {
    this.model = model;
    this.uncertainty = uncertainty;
    this.draws = draws;
    this.seed = seed;
    this.threads = threads;
    this.bits = bits;
    this.groups = groups;
  }

  /**
   * {@return 1 000 draws with seed 1 on one thread, watching everybody}
   *
   * @param model how a draw is projected
   * @param uncertainty how much the assumptions may miss by
   */
  public static StochasticProjection of(CohortComponent model, Uncertainty uncertainty) {
    return new StochasticProjection(
        model, uncertainty, 1_000, 1, 1, DEFAULT_BITS, ImmutableList.of(AgeGroup.ALL));
  }

  /**
   * {@return the same with another number of draws}
   *
   * @param number how many, 1 to 10 000 000
   * @throws IllegalArgumentException if it is not
   */
  public StochasticProjection draws(int number) {
    require("draws", number, 1, MOST_DRAWS);
    return new StochasticProjection(model, uncertainty, number, seed, threads, bits, groups);
  }

  private static void require(String what, int number, int low, int high) {
    if (number < low || number > high) {
      throw new IllegalArgumentException(
          what + " must be " + low + " to " + high + ", got " + number);
    }
  }

  /**
   * {@return the same with another seed}
   *
   * @param number the seed
   */
  public StochasticProjection seed(long number) {
    return new StochasticProjection(model, uncertainty, draws, number, threads, bits, groups);
  }

  /**
   * {@return the same on more threads; the result does not change}
   *
   * @param number how many, 1 to 256
   * @throws IllegalArgumentException if it is not
   */
  public StochasticProjection threads(int number) {
    require("threads", number, 1, 256);
    return new StochasticProjection(model, uncertainty, draws, seed, number, bits, groups);
  }

  /**
   * {@return the same with coarser or finer bins: 2^bits per doubling}
   *
   * @param number the bits, 4 to 12; 8 unless it is given
   * @throws IllegalArgumentException if it is not
   */
  public StochasticProjection resolution(int number) {
    require("bits", number, 4, 12);
    return new StochasticProjection(model, uncertainty, draws, seed, threads, number, groups);
  }

  /**
   * {@return the same, watching other age groups, in each region}
   *
   * @param ageGroups the groups, at least one
   * @throws IllegalArgumentException if there is none
   */
  public StochasticProjection watching(AgeGroup... ageGroups) {
    require("age groups", ageGroups.length, 1, 1_000);
    return new StochasticProjection(
        model, uncertainty, draws, seed, threads, bits, ImmutableList.copyOf(ageGroups));
  }

  /**
   * {@return the distribution of the age groups in each region and year}
   *
   * @param population where it starts
   * @param assumptions rates for every step: the middle of the draws
   * @param lastYear the last year
   * @throws ProjectionInputException if the projection without uncertainty would throw it, or a
   *     draw empties a cohort and the policy is to refuse
   * @throws IllegalArgumentException if ages do not fit, or what is watched would take more than 1
   *     GiB per thread
   */
  public Fan project(Population population, Assumptions assumptions, int lastYear) {
    for (LeeCarter fitted : uncertainty.males().stream().toList()) {
      if (!fitted.ages().equals(population.ages())) {
        throw new IllegalArgumentException(
            "Lee-Carter is of ages " + fitted.ages() + "; allowed: " + population.ages());
      }
    }
    CohortInput input = model.input(population, assumptions, lastYear);
    Projection middle = model.projectPopulations(population, assumptions, lastYear);
    double[] centres = centres(middle);
    long bytes = QuantileGrid.bytes(centres.length, bits);
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "watching "
              + centres.length
              + " numbers would take "
              + bytes / (1 << 20)
              + " MiB per thread; allowed: 1024, with fewer groups, regions or years, or a coarser"
              + " resolution");
    }
    double[][] lowest = lowestSurvival(input);
    int workers = Math.min(threads, draws);
    QuantileGrid all =
        workers == 1
            ? counted(input, lowest, centres, 0, 1)
            : inParallel(input, lowest, centres, workers);
    ImmutableList<Region> regions = population.regions();
    return new Fan(middle, groups, regions, all, draws, seed);
  }

  /** Every so many draws, from one on, in a grid of their own. */
  private QuantileGrid counted(
      CohortInput input, double[][] lowest, double[] centres, int first, int stride) {
    QuantileGrid grid = new QuantileGrid(centres, bits);
    new Worker(input, lowest, grid).run(first, stride);
    return grid;
  }

  private QuantileGrid inParallel(
      CohortInput input, double[][] lowest, double[] centres, int workers) {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<QuantileGrid>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        int first = w;
        running.add(pool.submit(() -> counted(input, lowest, centres, first, workers)));
      }
      // Grids are large: the first takes in the others, and what is added up is let go.
      QuantileGrid all = running.remove(0).get();
      while (!running.isEmpty()) {
        all.addAll(running.remove(0).get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException("a draw failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private double[] centres(Projection middle) {
    int regions = middle.regions().size();
    int years = middle.populations().size() - 1;
    double[] centres = new double[Math.multiplyExact(years * groups.size(), regions)];
    for (int step = 0; step < years; step++) {
      for (int g = 0; g < groups.size(); g++) {
        for (int region = 0; region < regions; region++) {
          centres[(step * groups.size() + g) * regions + region] =
              middle.populations().get(step + 1).sum(region, groups.get(g));
        }
      }
    }
    return centres;
  }

  private static double[][] lowestSurvival(CohortInput input) {
    double[][] lowest = new double[input.years.length][];
    for (int step = 0; step < lowest.length; step++) {
      double[][] columns = input.survival[step];
      boolean same = step > 0 && Arrays.equals(columns, input.survival[step - 1]);
      lowest[step] =
          same
              ? lowest[step - 1]
              : IntStream.range(0, columns.length)
                  .mapToDouble(cell -> CohortKernels.lowest(columns[cell]))
                  .toArray();
    }
    return lowest;
  }

  /** Draws on one thread. */
  private final class Worker {
    private final CohortInput input;
    private final List<CohortInput.Tile> tiles;
    private final List<CohortStep> steppers = new ArrayList<>();
    private final Draw draw;
    private final List<Shock> shocks = new ArrayList<>();
    private final QuantileGrid grid;
    private final double[][][] columns;
    private final double[] sum;

    Worker(CohortInput input, double[][] lowest, QuantileGrid grid) {
      this.input = input;
      this.grid = grid;
      tiles = input.tiles();
      tiles.forEach(tile -> steppers.add(new CohortStep(input, tile)));
      draw = new Draw(uncertainty, input.ages, lowest);
      for (int step = 0; step < input.years.length; step++) {
        shocks.add(new Shock(input.ages));
      }
      columns = input.workColumns();
      sum = new double[input.start.regions().size()];
    }

    void run(int first, int stride) {
      for (int number = first; number < draws; number += stride) {
        draw.start(seed, number);
        for (int step = 0; step < shocks.size(); step++) {
          draw.next(step, shocks.get(step));
        }
        for (int i = 0; i < tiles.size(); i++) {
          run(steppers.get(i), tiles.get(i));
        }
        grid.countDraw();
      }
      grid.flush();
    }

    private void run(CohortStep stepper, CohortInput.Tile tile) {
      double[][] before = input.start.columnsUnsafe();
      for (int step = 0; step < shocks.size(); step++) {
        stepper.run(step, before, columns[step], shocks.get(step), null);
        watch(step, columns[step], tile.first(), tile.end());
        before = columns[step];
      }
    }

    private void watch(int step, double[][] persons, int first, int end) {
      int count = input.ages.count();
      for (int g = 0; g < groups.size(); g++) {
        Arrays.fill(sum, first, end, 0);
        int ends = groups.get(g).endIndex(input.ages);
        for (int age = groups.get(g).firstIndex(input.ages); age < ends; age++) {
          CohortKernels.add(sum, persons[age], first, end);
          CohortKernels.add(sum, persons[count + age], first, end);
        }
        int base = (step * groups.size() + g) * sum.length;
        for (int region = first; region < end; region++) {
          grid.add(base + region, sum[region]);
        }
      }
    }
  }
}
