package no.maaltall.projections.population;

/** At which end of the year a person has the age that a rate is for. */
public enum RateAge {
  /**
   * Age at the end of the year. Index 0 is from birth to the first group, index a from group a−1 to
   * a, and the open group's rate applies to the last two groups together.
   */
  AT_END_OF_YEAR,
  /**
   * Age at the start of the year. Index a is from group a to a+1, and the open group has a rate of
   * its own. The rate from birth to the first group is asked for as age index −1.
   */
  AT_START_OF_YEAR
}
