package no.maaltall.projections.population;

import java.util.SplittableRandom;

/**
 * The chance of one draw: a stream of its own, made of the seed and the draw's number alone, so
 * that it is the same on whatever thread the draw is made.
 */
final class Draw {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final Uncertainty uncertainty;
  private final Ages ages;
  private final double[][] lowestSurvival;
  private SplittableRandom random = new SplittableRandom(0);
  private double spare = Double.NaN;
  private double fertility;
  private double migration;
  private double males;
  private double females;

  /** Takes per step and cell the lowest survival ratio of any region. */
  Draw(Uncertainty uncertainty, Ages ages, double[][] lowestSurvival) {
    this.uncertainty = uncertainty;
    this.ages = ages;
    this.lowestSurvival = lowestSurvival;
  }

  void start(long seed, long number) {
    random = new SplittableRandom(mixed(seed + GOLDEN * (number + 1)));
    spare = Double.NaN;
    fertility = 0;
    migration = 0;
    males = 0;
    females = 0;
  }

  private static long mixed(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }

  /** Marsaglia's polar method with strict logarithms: the same number on every platform. */
  private double gaussian() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  }

  /** Draws a step; the same number of normal deviates whatever is uncertain. */
  void next(int step, Shock shock) {
    double years = Math.sqrt(ages.width());
    double f = gaussian();
    double m = gaussian();
    double z = gaussian();
    fertility =
        uncertainty.fertilityPersistence() * fertility + years * uncertainty.fertilitySd() * f;
    migration =
        uncertainty.migrationPersistence() * migration + years * uncertainty.migrationSd() * z;
    shock.fertility = StrictMath.exp(fertility);
    shock.migration = migration;
    if (uncertainty.males().isPresent() && uncertainty.females().isPresent()) {
      LeeCarter ofMales = uncertainty.males().get();
      LeeCarter ofFemales = uncertainty.females().get();
      males += years * ofMales.sd() * m;
      females += years * ofFemales.sd() * m;
      fill(step, shock.mortality, 0, ofMales, males);
      fill(step, shock.mortality, ages.count() + 1, ofFemales, females);
    }
  }

  private void fill(int step, double[] factors, int offset, LeeCarter model, double delta) {
    for (int age = 0; age <= ages.count(); age++) {
      double dying = 1 - lowestSurvival[step][offset + age];
      double factor = StrictMath.exp(model.b(Math.min(age, ages.open())) * delta);
      // No probability of dying above 1 in any region.
      factors[offset + age] = dying > 0 ? Math.min(factor, 1 / dying) : factor;
    }
  }
}
