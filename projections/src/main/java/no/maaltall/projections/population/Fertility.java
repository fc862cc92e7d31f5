package no.maaltall.projections.population;

import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Births per woman and year by age, per step and region.
 *
 * <p>Which women an age means (at the start or the end of the year) is for {@link BirthWomen} to
 * say. The youngest group and the open one must have rate 0: a birth there could not be given a
 * mother's cohort, and no statistics has one.
 */
public final class Fertility {
  private final RateTable table;

  private Fertility(RateTable table) {
    this.table = table;
  }

  /**
   * {@return the same rates every year and everywhere}
   *
   * @param ages the age groups
   * @param rates births per woman and year, one per age group
   * @throws ProjectionInputException if a rate is negative or not finite, or the first or the last
   *     is not 0
   * @throws IllegalArgumentException if there is not one rate per age group
   */
  public static Fertility constant(Ages ages, double... rates) {
    if (rates.length != ages.count()) {
      throw new IllegalArgumentException(
          "fertility needs " + ages.count() + " rates, one per age group, got " + rates.length);
    }
    double[] copy = rates.clone();
    return of(RateScope.everywhere(ages), (year, region, sex, age) -> copy[age]);
  }

  /**
   * {@return the rates that a source gives}
   *
   * @param scope which ages, years and regions
   * @param source births per woman and year
   * @throws ProjectionInputException if a rate is negative or not finite, or one of the youngest or
   *     the open group is not 0
   */
  public static Fertility of(RateScope scope, RateSource source) {
    Ages ages = scope.ages();
    return new Fertility(
        RateTable.of(
            "fertility",
            scope,
            ages.count(),
            (year, region, age) ->
                requireRate(ages, source.at(year, region, Sex.FEMALE, age), year, age)));
  }

  private static double requireRate(Ages ages, double rate, int year, int age) {
    RateTable.require("fertility", rate, 0, Double.MAX_VALUE, year, "rate at " + ages.label(age));
    if (rate > 0 && (age == 0 || age == ages.open())) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          "fertility",
          "rate at " + ages.label(age) + (year == 0 ? "" : " in " + year) + " is " + rate,
          "0 in the youngest and in the open age group");
    }
    return rate;
  }

  /** {@return which ages, years and regions it is for} */
  public RateScope scope() {
    return table.scope();
  }

  /**
   * {@return births per woman and year}
   *
   * @param year the year that the step starts in; any when the rates never change
   * @param region the index of the region; any when they are the same everywhere
   * @param age the index of the age group
   * @throws ProjectionInputException if there are no rates for the year
   */
  public double rate(int year, int region, int age) {
    return table.at(year, region, age);
  }

  /**
   * {@return the total fertility rate: the width of the age groups times the sum of the rates}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   */
  public double total(int year, int region) {
    double sum = 0;
    for (int age = 0; age < table.ages().count(); age++) {
      sum += rate(year, region, age);
    }
    return table.ages().width() * sum;
  }

  /**
   * {@return fertility that stays as it is in one year: SSB's letter K}
   *
   * @param year the year
   */
  public Fertility constantFrom(int year) {
    return new Fertility(table.constantFrom(year));
  }

  RateTable table() {
    return table;
  }
}
