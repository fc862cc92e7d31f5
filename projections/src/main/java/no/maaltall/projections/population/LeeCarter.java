package no.maaltall.projections.population;

import java.util.Arrays;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Mortality that falls at its own pace at every age: {@code ln m(x,t) = a_x + b_x · k_t + e}, with
 * {@code Σ b_x = 1} and {@code Σ k_t = 0}; k is a random walk with drift.
 *
 * <p>a is the mean of ln m over the years; b and k are the first singular vectors of what is left,
 * found by power iteration. The drift is {@code (k_T − k_1) / (T − 1)}, and the innovation's
 * variance that of the yearly steps around it, with T − 2 degrees of freedom. k is not refitted to
 * the number of deaths. Source: Lee, Carter (1992), JASA 87.
 */
public final class LeeCarter {
  private static final int ROUNDS = 10_000;

  private final Ages ages;
  private final int firstYear;
  private final double[] a;
  private final double[] b;
  private final double[] k;
  private final double drift;
  private final double sd;

  private LeeCarter(Ages ages, int firstYear, double[] a, double[] b, double[] k) {
    this.ages = ages;
    this.firstYear = firstYear;
    this.a = a;
    this.b = b;
    this.k = k;
    int steps = k.length - 1;
    drift = (k[steps] - k[0]) / steps;
    double squares = 0;
    for (int t = 1; t < k.length; t++) {
      double deviation = k[t] - k[t - 1] - drift;
      squares += deviation * deviation;
    }
    sd = Math.sqrt(squares / (steps - 1));
  }

  /**
   * {@return the model fitted to death rates}
   *
   * @param ages the age groups
   * @param firstYear the first year
   * @param rates death rates by year and then by age, more than 0; at least 3 years
   * @throws ProjectionInputException if a rate is not more than 0
   * @throws IllegalArgumentException if there are fewer than 3 years, or not one rate per age
   */
  public static LeeCarter fit(Ages ages, int firstYear, double[][] rates) {
    if (rates.length < 3) {
      throw new IllegalArgumentException(
          "Lee-Carter needs death rates of at least 3 years, got " + rates.length);
    }
    int n = ages.count();
    double[][] logs = new double[rates.length][n];
    double[] a = new double[n];
    for (int t = 0; t < rates.length; t++) {
      if (rates[t].length != n) {
        throw new IllegalArgumentException(
            "year " + (firstYear + t) + " needs " + n + " rates, got " + rates[t].length);
      }
      for (int x = 0; x < n; x++) {
        if (!(rates[t][x] > 0 && rates[t][x] <= Double.MAX_VALUE)) {
          throw ProjectionInputException.of(
              Kind.OUT_OF_RANGE,
              "Lee-Carter",
              "death rate at " + ages.label(x) + " in " + (firstYear + t) + " is " + rates[t][x],
              "more than 0; smooth the rates, or make the open age lower");
        }
        logs[t][x] = Math.log(rates[t][x]);
        a[x] += logs[t][x] / rates.length;
      }
    }
    for (double[] year : logs) {
      for (int x = 0; x < n; x++) {
        year[x] -= a[x];
      }
    }
    double[] b = firstVector(logs);
    double sum = Arrays.stream(b).sum();
    double[] k = new double[logs.length];
    for (int t = 0; t < k.length; t++) {
      for (int x = 0; x < n; x++) {
        k[t] += logs[t][x] * b[x] * sum;
      }
    }
    for (int x = 0; x < n; x++) {
      b[x] /= sum;
    }
    return new LeeCarter(ages, firstYear, a, b, k);
  }

  /** The unit vector v that makes |Zv| largest. */
  private static double[] firstVector(double[][] z) {
    int n = z[0].length;
    double[] v = new double[n];
    Arrays.fill(v, 1 / Math.sqrt(n));
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[n];
      for (double[] year : z) {
        double dot = 0;
        for (int x = 0; x < n; x++) {
          dot += year[x] * v[x];
        }
        for (int x = 0; x < n; x++) {
          next[x] += dot * year[x];
        }
      }
      double length = Math.sqrt(Arrays.stream(next).map(d -> d * d).sum());
      if (length == 0) {
        // Mortality never changed: any b will do, and k is 0.
        return v;
      }
      double change = 0;
      for (int x = 0; x < n; x++) {
        next[x] /= length;
        change = Math.max(change, Math.abs(next[x] - v[x]));
      }
      v = next;
      if (change < 1e-14) {
        break;
      }
    }
    return v;
  }

  /** {@return the age groups} */
  public Ages ages() {
    return ages;
  }

  /**
   * {@return how mortality at an age answers to k; over ages they sum to 1}
   *
   * @param age the index of the age group
   */
  public double b(int age) {
    return b[age];
  }

  /**
   * {@return the mean of the logarithm of the death rate}
   *
   * @param age the index of the age group
   */
  public double a(int age) {
    return a[age];
  }

  /**
   * {@return the level of mortality in a fitted year}
   *
   * @param year one of the years fitted
   */
  public double k(int year) {
    return k[year - firstYear];
  }

  /** {@return the change of k per year} */
  public double drift() {
    return drift;
  }

  /** {@return the standard deviation of the yearly change of k around the drift} */
  public double sd() {
    return sd;
  }

  /** {@return the last year fitted} */
  public int lastYear() {
    return firstYear + k.length - 1;
  }

  /**
   * {@return the expected death rate: {@code exp(a + b · (k_T + drift · h))}, without a jump-off
   * correction}
   *
   * @param year a year, h years after the last one fitted; earlier ones give the fitted rate
   * @param age the index of the age group
   */
  public double rate(int year, int age) {
    int h = year - lastYear();
    double level = h <= 0 ? k[Math.max(0, year - firstYear)] : k[k.length - 1] + drift * h;
    return Math.exp(a[age] + b[age] * level);
  }

  /**
   * {@return expected mortality of both sexes}
   *
   * @param males the model of males
   * @param females the model of females, of the same ages
   * @param first the first year
   * @param last the last year
   * @throws IllegalArgumentException if the ages differ
   */
  public static Mortality forecast(LeeCarter males, LeeCarter females, int first, int last) {
    if (!males.ages.equals(females.ages)) {
      throw new IllegalArgumentException(
          "both sexes need the same ages, got " + males.ages + " and " + females.ages);
    }
    return Mortality.deathRates(
        RateScope.everywhere(males.ages).years(first, last),
        (year, region, sex, age) -> (sex == Sex.MALE ? males : females).rate(year, age));
  }
}
