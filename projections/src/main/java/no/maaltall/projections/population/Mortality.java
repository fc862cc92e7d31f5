package no.maaltall.projections.population;

/**
 * The share of each cohort that survives a step, by sex, per step and region.
 *
 * <p>Given as survival ratios, as probabilities of dying, as the probabilities of a life table, or
 * as death rates; kept as survival ratios S by age at the end of the step:
 *
 * <ul>
 *   <li>from probabilities of a year: {@code S = 1 − q};
 *   <li>from death rates and exact-age probabilities: through a {@link LifeTable}, {@code S_0 = L_0
 *       / (n · l_0)}, {@code S_a = L_a / L_{a−1}}, and {@code S_A = T_A / T_{A−1}} for the last two
 *       groups together.
 * </ul>
 */
public final class Mortality {
  private final RateTable table;

  /** Per sex one cell for each age and a last one for those who are in the open group already. */
  private Mortality(RateTable table) {
    this.table = table;
  }

  static int cell(Ages ages, Sex sex, int age) {
    return sex.ordinal() * (ages.count() + 1) + age;
  }

  /**
   * {@return the same survival ratios every year and everywhere, by age at the end of the year}
   *
   * @param ages the age groups
   * @param males one ratio per age group, 0 to 1
   * @param females one ratio per age group, 0 to 1
   * @throws ProjectionInputException if a ratio is outside 0 to 1
   * @throws IllegalArgumentException if there is not one ratio per age group
   */
  public static Mortality constant(Ages ages, double[] males, double[] females) {
    if (males.length != ages.count() || females.length != ages.count()) {
      throw new IllegalArgumentException(
          "mortality needs "
              + ages.count()
              + " survival ratios for each sex, got "
              + males.length
              + " and "
              + females.length);
    }
    double[][] copy = {males.clone(), females.clone()};
    return survivalRatios(
        RateScope.everywhere(ages),
        RateAge.AT_END_OF_YEAR,
        (year, region, sex, age) -> copy[sex.ordinal()][age]);
  }

  /**
   * {@return mortality from survival ratios}
   *
   * @param scope which ages, years and regions
   * @param rateAge which age a ratio is for
   * @param source the ratios, 0 to 1
   * @throws ProjectionInputException if a ratio is outside 0 to 1
   */
  public static Mortality survivalRatios(RateScope scope, RateAge rateAge, RateSource source) {
    return of(scope, rateAge, source, "survival ratio", false);
  }

  /**
   * {@return mortality from probabilities of dying during the step}
   *
   * @param scope which ages, years and regions
   * @param rateAge which age a probability is for
   * @param source the probabilities, 0 to 1
   * @throws ProjectionInputException if a probability is outside 0 to 1
   */
  public static Mortality probabilities(RateScope scope, RateAge rateAge, RateSource source) {
    return of(scope, rateAge, source, "probability of dying", true);
  }

  private static Mortality of(
      RateScope scope, RateAge rateAge, RateSource source, String what, boolean dying) {
    Ages ages = scope.ages();
    int perSex = ages.count() + 1;
    return new Mortality(
        RateTable.of(
            "mortality",
            scope,
            2 * perSex,
            (year, region, cell) -> {
              Sex sex = Sex.values()[cell / perSex];
              int end = cell % perSex;
              int age = rateAge == RateAge.AT_END_OF_YEAR ? Math.min(end, ages.open()) : end - 1;
              double rate = source.at(year, region, sex, age);
              String of = age < 0 ? "birth" : ages.label(age);
              RateTable.require(
                  "mortality", rate, 0, 1, year, what + " of " + sex.code() + " at " + of);
              return dying ? 1 - rate : rate;
            }));
  }

  /**
   * {@return mortality from central death rates m, through a life table where deaths fall in the
   * middle of each age group on average}
   *
   * @param scope which ages, years and regions
   * @param source the rates: deaths per person and year, 0 or more; more than 0 in the open group
   * @throws ProjectionInputException if a rate is negative, or 0 in the open group
   */
  public static Mortality deathRates(RateScope scope, RateSource source) {
    return ofLifeTables(scope, source, LifeTable::ofDeathRates);
  }

  /**
   * {@return mortality from the probabilities q of a life table: of dying before the next exact
   * age}
   *
   * @param scope which ages, years and regions
   * @param source the probabilities, 0 to 1; more than 0 in the open group
   * @throws ProjectionInputException if one is outside 0 to 1, or 0 in the open group
   */
  public static Mortality lifeTableProbabilities(RateScope scope, RateSource source) {
    return ofLifeTables(scope, source, LifeTable::ofProbabilities);
  }

  private interface TableOf {
    LifeTable of(Ages ages, double... rates);
  }

  private static Mortality ofLifeTables(RateScope scope, RateSource source, TableOf tableOf) {
    Ages ages = scope.ages();
    int steps = Math.max(1, scope.yearCount());
    int regions = Math.max(1, scope.regions().size());
    double[][][] ratios = new double[steps][2 * regions][];
    for (int step = 0; step < steps; step++) {
      int year = scope.yearCount() == 0 ? 0 : scope.firstYear() + step * ages.width();
      for (int i = 0; i < 2 * regions; i++) {
        Sex sex = Sex.values()[i % 2];
        double[] rates = new double[ages.count()];
        for (int age = 0; age < rates.length; age++) {
          rates[age] = source.at(year, i / 2, sex, age);
        }
        ratios[step][i] = tableOf.of(ages, rates).survivalRatios();
      }
    }
    int width = ages.width();
    int first = scope.firstYear();
    return survivalRatios(
        scope,
        RateAge.AT_END_OF_YEAR,
        (year, region, sex, age) ->
            ratios[year == 0 ? 0 : (year - first) / width][2 * region + sex.ordinal()][age]);
  }

  /** {@return which ages, years and regions it is for} */
  public RateScope scope() {
    return table.scope();
  }

  /**
   * {@return the survival ratio by age at the end of the step}
   *
   * @param year the year that the step starts in; any when the ratios never change
   * @param region the index of the region; any when they are the same everywhere
   * @param sex the sex
   * @param age the index of the age group at the end: 0 for those born during the step
   * @throws ProjectionInputException if there are no ratios for the year
   */
  public double survivalRatio(int year, int region, Sex sex, int age) {
    return table.at(year, region, cell(table.ages(), sex, age));
  }

  /**
   * {@return life expectancy at birth under the ratios of one step}
   *
   * <p>Formula: {@code L_0 = n · S_0}, {@code L_a = L_{a−1} · S_a}, {@code T_A = L_{A−1} · S_A / (1
   * − S_o)} with S_o the ratio of those in the open group already, and {@code e_0 = L_0 + ... +
   * L_{A−1} + T_A}. Infinite when nobody dies in the open group.
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   * @param sex the sex
   */
  public double lifeExpectancy(int year, int region, Sex sex) {
    Ages ages = table.ages();
    double years = ages.width();
    double sum = 0;
    for (int age = 0; age < ages.open(); age++) {
      years *= survivalRatio(year, region, sex, age);
      sum += years;
    }
    double reaching = years * survivalRatio(year, region, sex, ages.open());
    double staying = table.at(year, region, cell(ages, sex, ages.count()));
    return reaching == 0 ? sum : sum + reaching / (1 - staying);
  }

  /**
   * {@return mortality that stays as it is in one year: SSB's letter K}
   *
   * @param year the year
   */
  public Mortality constantFrom(int year) {
    return new Mortality(table.constantFrom(year));
  }

  RateTable table() {
    return table;
  }
}
