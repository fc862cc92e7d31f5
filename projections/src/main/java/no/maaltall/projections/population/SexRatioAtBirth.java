package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Region;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/** Boys born per girl, per step and region. */
public final class SexRatioAtBirth {
  private final ImmutableList<Region> regions;
  private final int firstYear;
  private final int width;

  /** Per step one ratio for each region, or one for all. */
  private final double[][] ratios;

  private SexRatioAtBirth(
      ImmutableList<Region> regions, int firstYear, int width, double[][] ratios) {
    this.regions = regions;
    this.firstYear = firstYear;
    this.width = width;
    this.ratios = ratios;
    for (double[] step : ratios) {
      for (double ratio : step) {
        if (!(ratio > 0 && ratio <= Double.MAX_VALUE)) {
          throw ProjectionInputException.of(
              Kind.OUT_OF_RANGE, "sex ratio at birth", "ratio is " + ratio, "more than 0, finite");
        }
      }
    }
  }

  /**
   * {@return the same ratio every year, everywhere}
   *
   * @param ratio boys per girl, more than 0; 1.06 is usual
   * @throws ProjectionInputException if it is not more than 0
   */
  public static SexRatioAtBirth constant(double ratio) {
    return new SexRatioAtBirth(ImmutableList.of(), 0, 1, new double[][] {{ratio}});
  }

  /**
   * {@return a ratio per step, the same everywhere}
   *
   * @param firstYear the year that the first step starts in
   * @param width years per step: the width of the age groups
   * @param ratios boys per girl, one per step, more than 0
   * @throws ProjectionInputException if one is not more than 0
   * @throws IllegalArgumentException if there is none, or the width is less than 1
   */
  public static SexRatioAtBirth byYear(int firstYear, int width, double... ratios) {
    requireSteps(width, ratios.length);
    return new SexRatioAtBirth(
        ImmutableList.of(),
        firstYear,
        width,
        Arrays.stream(ratios).mapToObj(ratio -> new double[] {ratio}).toArray(double[][]::new));
  }

  /**
   * {@return a ratio per step and region}
   *
   * @param regions the regions
   * @param firstYear the year that the first step starts in
   * @param width years per step: the width of the age groups
   * @param ratios boys per girl, per step one for each region, more than 0
   * @throws ProjectionInputException if one is not more than 0
   * @throws IllegalArgumentException if there is none, the width is less than 1, or a step has not
   *     one ratio for each region
   */
  public static SexRatioAtBirth byRegion(
      List<Region> regions, int firstYear, int width, double[][] ratios) {
    requireSteps(width, ratios.length);
    for (int step = 0; step < ratios.length; step++) {
      if (regions.isEmpty() || ratios[step].length != regions.size()) {
        throw new IllegalArgumentException(
            "sex ratios of "
                + (firstYear + step * width)
                + " must be one for each of 1 or more regions, got "
                + ratios[step].length
                + " ratios for "
                + regions.size()
                + " regions");
      }
    }
    return new SexRatioAtBirth(
        ImmutableList.copyOf(regions),
        firstYear,
        width,
        Arrays.stream(ratios).map(double[]::clone).toArray(double[][]::new));
  }

  private static void requireSteps(int width, int steps) {
    if (steps == 0 || width < 1) {
      throw new IllegalArgumentException(
          "sex ratios by year need a width of 1 or more and at least one ratio, got width "
              + width
              + " and "
              + steps
              + " ratios");
    }
  }

  /** {@return 514 boys per 1 000 births, every year: the share that SSB's model uses} */
  public static SexRatioAtBirth ssb() {
    return constant(0.514 / 0.486);
  }

  /** {@return the regions that have ratios of their own; none when they are the same everywhere} */
  public ImmutableList<Region> regions() {
    return regions;
  }

  /**
   * {@return boys per girl}
   *
   * @param year the year that the step starts in; any when the ratio never changes
   * @param region the index of the region; any when the ratio is the same everywhere
   * @throws ProjectionInputException if there is no ratio for the year
   */
  public double at(int year, int region) {
    double[] step = ratios[step(year)];
    return step[regions.isEmpty() ? 0 : region];
  }

  private int step(int year) {
    if (firstYear == 0) {
      return 0;
    }
    int distance = year - firstYear;
    if (distance < 0 || distance % width != 0 || distance / width >= ratios.length) {
      throw ProjectionInputException.of(
          Kind.YEARS,
          "sex ratio at birth",
          "no ratio for " + year,
          "years " + firstYear + " to " + (firstYear + (ratios.length - 1) * width));
    }
    return distance / width;
  }

  /**
   * {@return the share of births that are boys: {@code r / (1 + r)}}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   */
  public double shareOfBoys(int year, int region) {
    return 1 - shareOfGirls(year, region);
  }

  /**
   * {@return the share of births that are girls: {@code 1 / (1 + r)}}
   *
   * @param year the year that the step starts in
   * @param region the index of the region
   */
  public double shareOfGirls(int year, int region) {
    return 1 / (1 + at(year, region));
  }

  /**
   * Per year the share of girls in each of a population's regions, in its order; years with the
   * same ratios share an array.
   */
  double[][] sharesOfGirls(int[] years, ImmutableList<Region> wanted) {
    int[] order = order(wanted);
    double[][] shares = new double[years.length][];
    for (int i = 0; i < years.length; i++) {
      int year = years[i];
      boolean same = i > 0 && step(year) == step(years[i - 1]);
      shares[i] =
          same
              ? shares[i - 1]
              : Arrays.stream(order).mapToDouble(region -> shareOfGirls(year, region)).toArray();
    }
    return shares;
  }

  private int[] order(ImmutableList<Region> wanted) {
    int count = wanted.size();
    if (regions.isEmpty()) {
      return new int[count];
    }
    return regions.equals(wanted)
        ? IntStream.range(0, count).toArray()
        : IntStream.range(0, count).map(i -> indexOf(wanted.get(i))).toArray();
  }

  private int indexOf(Region region) {
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).code().equals(region.code())) {
        return i;
      }
    }
    throw ProjectionInputException.of(
        Kind.REGION,
        "sex ratio at birth",
        "no ratio for region " + region.code(),
        "a ratio for every region of the population, or the same for all");
  }
}
