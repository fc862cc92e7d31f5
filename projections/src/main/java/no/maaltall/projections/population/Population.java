package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * Persons by region, sex and age on a day; fractional, and never negative.
 *
 * <pre>{@code
 * Population p = Population.of(LocalDate.of(2024, 1, 1), Ages.single(105), regions, source);
 * p.sum(0, AgeGroup.from(80));   // persons of 80 and over in the first region
 * }</pre>
 *
 * <p>Kept as one array over regions for each sex and age. 31 December and 1 January are the same
 * moment in population statistics: {@link #year} is the year that begins then.
 */
public final class Population {
  private final LocalDate date;
  private final Ages ages;
  private final ImmutableList<Region> regions;
  private final double[][] columns;

  private Population(LocalDate date, Ages ages, ImmutableList<Region> regions, double[][] columns) {
    this.date = date;
    this.ages = ages;
    this.regions = regions;
    this.columns = columns;
  }

  /** Gives the persons of a cell. */
  @FunctionalInterface
  public interface Source {
    /**
     * {@return the persons of a cell}
     *
     * @param region the index of the region
     * @param sex the sex
     * @param age the index of the age group
     */
    double at(int region, Sex sex, int age);
  }

  /**
   * {@return the population that a source gives}
   *
   * @param date the day that it is for
   * @param ages the age groups
   * @param regions the regions, at least one, with distinct codes
   * @param source the persons, 0 or more and finite
   * @throws ProjectionInputException if a cell is negative or not finite
   * @throws IllegalArgumentException if there are no regions or two with the same code
   */
  public static Population of(LocalDate date, Ages ages, List<Region> regions, Source source) {
    requireDistinct(regions);
    double[][] columns = new double[2 * ages.count()][regions.size()];
    for (int cell = 0; cell < columns.length; cell++) {
      Sex sex = Sex.values()[cell / ages.count()];
      int age = cell % ages.count();
      for (int region = 0; region < regions.size(); region++) {
        double persons = source.at(region, sex, age);
        RateTable.require(
            "population",
            persons,
            0,
            Double.MAX_VALUE,
            0,
            regions.get(region).code() + " " + sex.code() + " at " + ages.label(age));
        columns[cell][region] = persons + 0.0;
      }
    }
    return new Population(date, ages, ImmutableList.copyOf(regions), columns);
  }

  /**
   * {@return the population of one region}
   *
   * @param date the day that it is for
   * @param ages the age groups
   * @param region the region
   * @param males persons, one number per age group
   * @param females persons, one number per age group
   * @throws ProjectionInputException if a number is negative or not finite
   * @throws IllegalArgumentException if there is not one number per age group
   */
  public static Population ofRegion(
      LocalDate date, Ages ages, Region region, double[] males, double[] females) {
    if (males.length != ages.count() || females.length != ages.count()) {
      throw new IllegalArgumentException(
          "population needs "
              + ages.count()
              + " numbers for each sex, got "
              + males.length
              + " and "
              + females.length);
    }
    return of(date, ages, List.of(region), (r, s, a) -> (s == Sex.MALE ? males : females)[a]);
  }

  private static void requireDistinct(List<Region> regions) {
    Set<String> codes = new HashSet<>();
    for (Region region : regions) {
      if (!codes.add(region.code())) {
        throw new IllegalArgumentException("region " + region.code() + " is given twice");
      }
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("a population needs at least one region, got none");
    }
  }

  /** Takes the columns as they are; only for the results of kernels. */
  static Population ofUnsafe(
      LocalDate date, Ages ages, ImmutableList<Region> regions, double[][] columns) {
    return new Population(date, ages, regions, columns);
  }

  static int cell(Ages ages, Sex sex, int age) {
    return sex.ordinal() * ages.count() + age;
  }

  double[][] columnsUnsafe() {
    return columns;
  }

  /** {@return the day that it is for} */
  public LocalDate date() {
    return date;
  }

  /** {@return the year of the day after: 2018 for 31 December 2017 and for 1 January 2018} */
  public int year() {
    return date.plusDays(1).getYear();
  }

  /** {@return its age groups} */
  public Ages ages() {
    return ages;
  }

  /** {@return its regions} */
  public ImmutableList<Region> regions() {
    return regions;
  }

  /**
   * {@return the index of the region with a code}
   *
   * @param code the code
   * @throws UnknownCodeException if it has no such region; it lists the nearest
   */
  public int indexOf(String code) {
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).code().equals(code)) {
        return i;
      }
    }
    throw new UnknownCodeException(
        "region", code, regions.stream().map(Region::code).collect(Collectors.toList()));
  }

  /**
   * {@return the persons of a cell}
   *
   * @param region the index of the region
   * @param sex the sex
   * @param age the index of the age group
   */
  public double at(int region, Sex sex, int age) {
    return columns[cell(ages, sex, age)][region];
  }

  /**
   * {@return the persons of both sexes in an age group of a region}
   *
   * @param region the index of the region
   * @param group the ages; they must be made of whole age groups of this population
   * @throws IllegalArgumentException if they are not
   */
  public double sum(int region, AgeGroup group) {
    double sum = 0;
    for (Sex sex : Sex.values()) {
      for (int age = group.firstIndex(ages); age < group.endIndex(ages); age++) {
        sum += at(region, sex, age);
      }
    }
    return sum;
  }

  /**
   * {@return the persons of both sexes in an age group of all regions together}
   *
   * @param group the ages
   */
  public double sum(AgeGroup group) {
    double sum = 0;
    for (int region = 0; region < regions.size(); region++) {
      sum += sum(region, group);
    }
    return sum;
  }

  /** {@return all persons} */
  public double total() {
    return sum(AgeGroup.ALL);
  }

  /**
   * {@return the same population with every number multiplied}
   *
   * @param factor 0 or more
   */
  public Population times(double factor) {
    return of(date, ages, regions, (r, s, a) -> factor * at(r, s, a));
  }

  /**
   * {@return all regions added up to one}
   *
   * @param region what they are together
   */
  public Population merged(Region region) {
    return of(
        date,
        ages,
        List.of(region),
        (r, s, a) -> {
          double sum = 0;
          for (double persons : columns[cell(ages, s, a)]) {
            sum += persons;
          }
          return sum;
        });
  }

  /**
   * {@return the population of one of its regions}
   *
   * @param code the code of the region
   * @throws UnknownCodeException if it has no such region
   */
  public Population in(String code) {
    int index = indexOf(code);
    return of(date, ages, List.of(regions.get(index)), (r, s, a) -> at(index, s, a));
  }

  /**
   * {@return whole persons: each region rounded by {@link LargestRemainder} over sexes and ages, so
   * that its total is its total rounded half up}
   */
  public Population rounded() {
    List<double[]> rows = new ArrayList<>();
    for (int region = 0; region < regions.size(); region++) {
      double[] row = new double[columns.length];
      for (int cell = 0; cell < row.length; cell++) {
        row[cell] = columns[cell][region];
      }
      rows.add(LargestRemainder.rounded(row));
    }
    return of(date, ages, regions, (r, s, a) -> rows.get(r)[cell(ages, s, a)]);
  }

  /** {@return date, number of regions, ages and total, on one line} */
  @Override
  public String toString() {
    return "population of "
        + regions.size()
        + " regions on "
        + date
        + ", ages "
        + ages
        + ": "
        + total();
  }
}
