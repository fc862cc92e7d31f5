package no.maaltall.projections.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import no.maaltall.core.indicator.Region;

/** Made-up populations and rates. */
final class Cases {
  static final int START = 2024;

  private Cases() {}

  static List<Region> regions(int count) {
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      regions.add(Region.of(Integer.toString(1101 + i)));
    }
    return regions;
  }

  static Population population(Ages ages, int regions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Population.of(
        LocalDate.of(START, 1, 1),
        ages,
        regions(regions),
        (r, s, a) -> random.nextDouble(20, 200) * (ages.count() - a));
  }

  static Fertility fertility(Ages ages) {
    double[] rates = new double[ages.count()];
    for (int a = 1; a < ages.open(); a++) {
      int age = ages.lowest(a);
      rates[a] = age < 15 || age > 45 ? 0 : 0.12 * Math.exp(-Math.pow((age - 30) / 6.0, 2));
    }
    return Fertility.constant(ages, rates);
  }

  static Mortality mortality(Ages ages) {
    return Mortality.deathRates(
        RateScope.everywhere(ages),
        (y, r, s, a) -> 0.00005 * Math.exp(0.095 * ages.lowest(a)) * (s == Sex.MALE ? 1.3 : 1));
  }

  static Migration migration(Ages ages, List<Region> regions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][][] net = new double[regions.size()][2][ages.count()];
    for (double[][] region : net) {
      for (double[] sex : region) {
        for (int a = 0; a < sex.length; a++) {
          // Nobody of the oldest moves, so that no cohort is emptied.
          sex[a] = 5 * a > 4 * ages.count() ? 0 : random.nextDouble(-3, 4);
        }
      }
    }
    return Migration.net(
        RateScope.everywhere(ages).in(regions), (y, r, s, a) -> net[r][s.ordinal()][a]);
  }

  static Assumptions assumptions(Population p, long seed) {
    return new Assumptions(
        fertility(p.ages()),
        mortality(p.ages()),
        SexRatioAtBirth.constant(1.06),
        migration(p.ages(), p.regions(), seed));
  }
}
