package no.maaltall.projections.population;

import no.maaltall.projections.population.ProjectionInputException.Kind;

/** Boys born per girl, per step. */
public final class SexRatioAtBirth {
  private final int firstYear;
  private final int width;
  private final double[] ratios;

  private SexRatioAtBirth(int firstYear, int width, double[] ratios) {
    this.firstYear = firstYear;
    this.width = width;
    this.ratios = ratios;
    for (double ratio : ratios) {
      if (!(ratio > 0 && ratio <= Double.MAX_VALUE)) {
        throw ProjectionInputException.of(
            Kind.OUT_OF_RANGE, "sex ratio at birth", "ratio is " + ratio, "more than 0, finite");
      }
    }
  }

  /**
   * {@return the same ratio every year}
   *
   * @param ratio boys per girl, more than 0; 1.06 is usual
   * @throws ProjectionInputException if it is not more than 0
   */
  public static SexRatioAtBirth constant(double ratio) {
    return new SexRatioAtBirth(0, 1, new double[] {ratio});
  }

  /**
   * {@return a ratio per step}
   *
   * @param firstYear the year that the first step starts in
   * @param width years per step: the width of the age groups
   * @param ratios boys per girl, one per step, more than 0
   * @throws ProjectionInputException if one is not more than 0
   * @throws IllegalArgumentException if there is none, or the width is less than 1
   */
  public static SexRatioAtBirth byYear(int firstYear, int width, double... ratios) {
    if (ratios.length == 0 || width < 1) {
      throw new IllegalArgumentException(
          "sex ratios by year need a width of 1 or more and at least one ratio, got width "
              + width
              + " and "
              + ratios.length
              + " ratios");
    }
    return new SexRatioAtBirth(firstYear, width, ratios.clone());
  }

  /** {@return 514 boys per 1 000 births, every year: the share that SSB's model uses} */
  public static SexRatioAtBirth ssb() {
    return constant(0.514 / 0.486);
  }

  /**
   * {@return boys per girl}
   *
   * @param year the year that the step starts in; any when the ratio never changes
   * @throws ProjectionInputException if there is no ratio for the year
   */
  public double at(int year) {
    if (firstYear == 0) {
      return ratios[0];
    }
    int distance = year - firstYear;
    if (distance < 0 || distance % width != 0 || distance / width >= ratios.length) {
      throw ProjectionInputException.of(
          Kind.YEARS,
          "sex ratio at birth",
          "no ratio for " + year,
          "years " + firstYear + " to " + (firstYear + (ratios.length - 1) * width));
    }
    return ratios[distance / width];
  }

  /**
   * {@return the share of births that are boys: {@code r / (1 + r)}}
   *
   * @param year the year that the step starts in
   */
  public double shareOfBoys(int year) {
    return 1 - shareOfGirls(year);
  }

  /**
   * {@return the share of births that are girls: {@code 1 / (1 + r)}}
   *
   * @param year the year that the step starts in
   */
  public double shareOfGirls(int year) {
    return 1 / (1 + at(year));
  }
}
