package no.maaltall.projections.population;

import java.util.Arrays;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * A period life table.
 *
 * <p>With n the width of the age groups and a the mean years lived in a group by those who die in
 * it (n/2 unless given): {@code q = n·m / (1 + (n − a)·m)}, at most 1; {@code l_0 = 1}, {@code
 * l_{x+n} = l_x · (1 − q_x)}; {@code L_x = n·l_{x+n} + a·(l_x − l_{x+n})}; in the open group {@code
 * L_A = l_A / m_A}; {@code e_x = T_x / l_x}. With a = n/2 this is {@code L_x = n·(l_x + l_{x+n}) /
 * 2}. Source: Preston, Heuveline, Guillot: Demography (2001), chapter 3.
 */
public final class LifeTable {
  private final Ages ages;
  private final double[] m;
  private final double[] q;
  private final double[] l;
  private final double[] years;
  private final double[] left;

  private LifeTable(Ages ages, double[] m, double[] q, double[] a) {
    this.ages = ages;
    this.m = m;
    this.q = q;
    int n = ages.count();
    l = new double[n];
    years = new double[n];
    left = new double[n];
    l[0] = 1;
    for (int x = 0; x < n - 1; x++) {
      l[x + 1] = l[x] * (1 - q[x]);
      years[x] = ages.width() * l[x + 1] + a[x] * (l[x] - l[x + 1]);
    }
    years[n - 1] = l[n - 1] / m[n - 1];
    double sum = 0;
    for (int x = n - 1; x >= 0; x--) {
      sum += years[x];
      left[x] = sum;
    }
  }

  /**
   * {@return the life table of central death rates}
   *
   * @param ages the age groups
   * @param rates deaths per person and year, 0 or more; more than 0 in the open group
   * @throws ProjectionInputException if a rate is negative or not finite, or 0 in the open group
   * @throws IllegalArgumentException if there is not one rate per age group
   */
  public static LifeTable ofDeathRates(Ages ages, double... rates) {
    double[] a = new double[ages.count()];
    Arrays.fill(a, ages.width() / 2.0);
    return ofDeathRates(ages, rates, a);
  }

  /**
   * {@return the life table of central death rates, with the mean years lived by those who die}
   *
   * @param ages the age groups
   * @param rates deaths per person and year
   * @param a mean years lived in the group by those who die in it, 0 to the width; what it says of
   *     the open group is not used
   * @throws ProjectionInputException if a rate or a is out of range
   * @throws IllegalArgumentException if there is not one of each per age group
   */
  public static LifeTable ofDeathRates(Ages ages, double[] rates, double[] a) {
    requireLength(ages, rates);
    requireLength(ages, a);
    int n = ages.width();
    double[] q = new double[rates.length];
    for (int x = 0; x < q.length; x++) {
      RateTable.require(
          "life table", rates[x], 0, Double.MAX_VALUE, 0, "death rate at " + ages.label(x));
      if (!(a[x] >= 0 && a[x] <= n)) {
        throw ProjectionInputException.of(
            Kind.OUT_OF_RANGE, "life table", "a at " + ages.label(x) + " is " + a[x], "0 to " + n);
      }
      q[x] = x == ages.open() ? 1 : probability(rates[x], n, a[x]);
    }
    requireDeathsInOpen(ages, rates[ages.open()]);
    return new LifeTable(ages, rates.clone(), q, a.clone());
  }

  /**
   * {@return the life table of probabilities of dying before the next exact age}
   *
   * @param ages the age groups
   * @param probabilities 0 to 1; in the open group the probability of dying within a width, which
   *     is more than 0 and taken to be the same for ever
   * @throws ProjectionInputException if one is outside its range
   * @throws IllegalArgumentException if there is not one per age group
   */
  public static LifeTable ofProbabilities(Ages ages, double... probabilities) {
    requireLength(ages, probabilities);
    double half = ages.width() / 2.0;
    double[] m = new double[ages.count()];
    double[] a = new double[ages.count()];
    for (int x = 0; x < m.length; x++) {
      RateTable.require("life table", probabilities[x], 0, 1, 0, "probability at " + ages.label(x));
      m[x] = rate(probabilities[x], ages.width(), half);
      a[x] = half;
    }
    requireDeathsInOpen(ages, m[ages.open()]);
    double[] q = probabilities.clone();
    q[ages.open()] = 1;
    return new LifeTable(ages, m, q, a);
  }

  private static void requireLength(Ages ages, double[] values) {
    if (values.length != ages.count()) {
      throw new IllegalArgumentException(
          "a life table needs "
              + ages.count()
              + " values, one per age group, got "
              + values.length);
    }
  }

  private static void requireDeathsInOpen(Ages ages, double rate) {
    if (!(rate > 0)) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          "life table",
          "nobody dies at " + ages.label(ages.open()),
          "a rate above 0 in the open age group");
    }
  }

  /**
   * {@return the probability of dying in an age group: {@code n·m / (1 + (n − a)·m)}, at most 1}
   *
   * @param rate m, the death rate
   * @param n the width of the group in years
   * @param a the mean years lived in it by those who die in it
   */
  public static double probability(double rate, double n, double a) {
    return Math.min(1, n * rate / (1 + (n - a) * rate));
  }

  /**
   * {@return the death rate in an age group: {@code q / (n − (n − a)·q)}}
   *
   * @param probability q, the probability of dying
   * @param n the width of the group in years
   * @param a the mean years lived in it by those who die in it
   */
  public static double rate(double probability, double n, double a) {
    return probability / (n - (n - a) * probability);
  }

  /** {@return the age groups} */
  public Ages ages() {
    return ages;
  }

  /**
   * {@return deaths per person and year}
   *
   * @param age the index of the age group
   */
  public double deathRate(int age) {
    return m[age];
  }

  /**
   * {@return the probability of dying in a group, for who reaches it; 1 in the open one}
   *
   * @param age the index of the age group
   */
  public double probability(int age) {
    return q[age];
  }

  /**
   * {@return the share of those born who reach a group}
   *
   * @param age the index of the age group
   */
  public double survivors(int age) {
    return l[age];
  }

  /**
   * {@return years lived in a group per person born}
   *
   * @param age the index of the age group
   */
  public double personYears(int age) {
    return years[age];
  }

  /**
   * {@return years that who reaches a group has left on average; NaN when nobody does}
   *
   * @param age the index of the age group; 0 for life expectancy at birth
   */
  public double lifeExpectancy(int age) {
    return l[age] == 0 ? Double.NaN : left[age] / l[age];
  }

  /**
   * {@return survival ratios by age at the end of a step: {@code L_0 / n}, {@code L_a / L_{a−1}},
   * and {@code T_A / T_{A−1}} for the last two groups together; 0 where nobody is left}
   */
  public double[] survivalRatios() {
    int n = ages.count();
    double[] ratios = new double[n];
    ratios[0] = years[0] / ages.width();
    for (int x = 1; x < n - 1; x++) {
      ratios[x] = ratio(years[x], years[x - 1]);
    }
    ratios[n - 1] = ratio(left[n - 1], left[n - 2]);
    return ratios;
  }

  private static double ratio(double above, double below) {
    // Rounding may lift a ratio of near-equal years a little above 1.
    return below == 0 ? 0 : Math.min(1, above / below);
  }
}
