package no.maaltall.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.CohortComponent;
import no.maaltall.projections.population.Fan;
import no.maaltall.projections.population.LeeCarter;
import no.maaltall.projections.population.NegativePolicy;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.Sex;
import no.maaltall.projections.population.StochasticProjection;
import no.maaltall.projections.population.Uncertainty;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Projecting regions × 2 sexes × 107 ages × years by cohorts, beside an object model that does the
 * same with a map, and a copy of as many numbers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"})
public class ProjectionBenchmark {
  private static final AgeGroup OLD = AgeGroup.from(80);
  private static final AgeGroup CHILDREN = AgeGroup.of(1, 5);

  /** How many regions. */
  @Param("357")
  public int regions;

  /** How many years. */
  @Param("30")
  public int years;

  /** How many draws in the stochastic benchmarks. */
  @Param("20")
  public int draws;

  private final CohortComponent model = CohortComponent.ssb().with(NegativePolicy.setTo(0));
  private ProjectionCase made = new ProjectionCase(1);
  private NaiveProjection naive = new NaiveProjection(made);
  private Map<NaiveProjection.Key, Double> naiveStart = Map.of();
  private double[][] from = {};
  private double[][] to = {};

  /** Makes a population with survival and moves of its own in each region. */
  @Setup
  public void make() {
    made = new ProjectionCase(regions);
    naive = new NaiveProjection(made);
    naiveStart = naive.start(made);
    int cells = 2 * (ProjectionCase.OPEN_AGE + 1);
    from = new double[cells][regions];
    to = new double[cells][regions];
  }

  private int end() {
    return ProjectionCase.START + years;
  }

  /**
   * Ours: the last year alone.
   *
   * @return the population
   */
  @Benchmark
  public Population lastYear() {
    return model.projectLast(made.population(), made.assumptions(), end());
  }

  /**
   * Ours: every year kept.
   *
   * @return the projection
   */
  @Benchmark
  public Projection everyYear() {
    return model.projectPopulations(made.population(), made.assumptions(), end());
  }

  /**
   * Ours: every year kept, with births, deaths and moves.
   *
   * @return the projection
   */
  @Benchmark
  public Projection everyYearWithComponents() {
    return model.project(made.population(), made.assumptions(), end());
  }

  private static Uncertainty uncertainty() {
    return Uncertainty.none().withFertility(0.04, 0.9).withMigration(0.2, 0.7);
  }

  private StochasticProjection stochastic(Uncertainty uncertainty, int threads) {
    return StochasticProjection.of(model, uncertainty)
        .draws(draws)
        .threads(threads)
        .watching(CHILDREN, OLD);
  }

  /**
   * Ours: draws on one thread, two age groups of every region and year watched.
   *
   * @return the distribution
   */
  @Benchmark
  public Fan drawsOnOneThread() {
    return stochastic(uncertainty(), 1).project(made.population(), made.assumptions(), end());
  }

  /**
   * Ours: the same draws on two threads.
   *
   * @return the distribution
   */
  @Benchmark
  public Fan drawsOnTwoThreads() {
    return stochastic(uncertainty(), 2).project(made.population(), made.assumptions(), end());
  }

  /**
   * Ours: draws on one thread with mortality uncertain too, by age and sex.
   *
   * @return the distribution
   */
  @Benchmark
  public Fan drawsWithMortality() {
    LeeCarter fitted = made.mortalityOfThePast();
    return stochastic(uncertainty().withMortality(fitted, fitted), 1)
        .project(made.population(), made.assumptions(), end());
  }

  /**
   * Ours: the last year alone, as many times as there are draws.
   *
   * @return persons in all of them
   */
  @Benchmark
  public double lastYearForEachDraw() {
    double persons = 0;
    for (int draw = 0; draw < draws; draw++) {
      persons += lastYear().at(0, Sex.FEMALE, 80);
    }
    return persons;
  }

  /**
   * Peer: a map from region, sex and age to persons.
   *
   * @return the population of the last year
   */
  @Benchmark
  public Map<NaiveProjection.Key, Double> mapOfRecords() {
    return naive.project(naiveStart, years);
  }

  /**
   * Limit: as many numbers copied as there are cells.
   *
   * @return what was copied to
   */
  @Benchmark
  public double[][] arrayCopy() {
    for (int year = 0; year < years; year++) {
      for (int cell = 0; cell < from.length; cell++) {
        System.arraycopy(from[cell], 0, to[cell], 0, from[cell].length);
      }
    }
    return to;
  }

  /**
   * Limit of keeping every year: as many numbers copied into new arrays.
   *
   * @return the copies
   */
  @Benchmark
  public double[][][] arrayCopyKept() {
    double[][][] kept = new double[years][from.length][];
    for (double[][] year : kept) {
      for (int cell = 0; cell < from.length; cell++) {
        year[cell] = from[cell].clone();
      }
    }
    return kept;
  }
}
