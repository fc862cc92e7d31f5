package no.maaltall.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import no.maaltall.core.indicator.Region;
import no.maaltall.projections.population.Ages;
import no.maaltall.projections.population.Assumptions;
import no.maaltall.projections.population.Fertility;
import no.maaltall.projections.population.LeeCarter;
import no.maaltall.projections.population.Migration;
import no.maaltall.projections.population.Mortality;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.RateAge;
import no.maaltall.projections.population.RateScope;
import no.maaltall.projections.population.Sex;
import no.maaltall.projections.population.SexRatioAtBirth;

/** A made-up population of many regions, with survival and moves of their own. */
final class ProjectionCase {
  static final int START = 2024;
  static final int OPEN_AGE = 106;

  private final Population population;
  private final Assumptions assumptions;
  private final double[] survival;
  private final double[] net;
  private final int regions;

  ProjectionCase(int regions) {
    this.regions = regions;
    Ages ages = Ages.single(OPEN_AGE);
    List<Region> all = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      all.add(Region.of(Integer.toString(1101 + r)));
    }
    SplittableRandom random = new SplittableRandom(20_261_123);
    survival = new double[2 * ages.count() * regions];
    net = new double[survival.length];
    for (int i = 0; i < survival.length; i++) {
      int age = i / regions % ages.count();
      double dying = 0.00003 * Math.exp(0.09 * age) * random.nextDouble(0.8, 1.2);
      survival[i] = 1 - Math.min(0.6, dying);
      net[i] = age > 60 ? 0 : random.nextDouble(-0.5, 0.6);
    }
    population =
        Population.of(
            LocalDate.of(START, 1, 1),
            ages,
            all,
            (r, s, a) -> random.nextDouble(100, 140) * Math.max(0.01, 1 - a / 110.0));
    double[] rates = new double[ages.count()];
    for (int a = 15; a < 50; a++) {
      rates[a] = 0.12 * Math.exp(-Math.pow((a - 30) / 6.5, 2));
    }
    RateScope scope = RateScope.everywhere(ages).in(all);
    assumptions =
        new Assumptions(
            Fertility.constant(ages, rates),
            Mortality.survivalRatios(
                scope, RateAge.AT_END_OF_YEAR, (y, r, s, a) -> survival(r, s, a)),
            SexRatioAtBirth.ssb(),
            Migration.net(scope, (y, r, s, a) -> net(r, s, a)));
  }

  Population population() {
    return population;
  }

  Assumptions assumptions() {
    return assumptions;
  }

  /** Made-up death rates that fell by one to two per cent a year for 20 years. */
  LeeCarter mortalityOfThePast() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rates = new double[20][OPEN_AGE + 1];
    for (int year = 0; year < rates.length; year++) {
      for (int age = 0; age <= OPEN_AGE; age++) {
        double fall = 0.02 - 0.0001 * age;
        rates[year][age] =
            0.00003 * Math.exp(0.09 * age - fall * year) * random.nextDouble(0.97, 1.03);
      }
    }
    return LeeCarter.fit(population.ages(), START - rates.length, rates);
  }

  private int index(int region, Sex sex, int age) {
    return (sex.ordinal() * (OPEN_AGE + 1) + age) * regions + region;
  }

  double survival(int region, Sex sex, int age) {
    return survival[index(region, sex, age)];
  }

  double net(int region, Sex sex, int age) {
    return net[index(region, sex, age)];
  }
}
