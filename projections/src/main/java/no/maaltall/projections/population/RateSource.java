package no.maaltall.projections.population;

/** Gives the rates that a table is filled with, cell by cell. */
@FunctionalInterface
public interface RateSource {
  /**
   * {@return the rate of a cell}
   *
   * @param year the year that the step starts in; 0 for rates that are the same every year
   * @param region the index of the region in the scope; 0 for rates that are the same everywhere
   * @param sex the sex; {@link Sex#FEMALE} for fertility
   * @param age the index of the age group
   */
  double at(int year, int region, Sex sex, int age);
}
