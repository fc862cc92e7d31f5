package no.maaltall.projections.population;

/** Which women the births of a step are reckoned from. W is women at the start, S at the end. */
public enum BirthWomen {
  /**
   * Fertility by age at the end of the year, of the women who reach it: {@code f_a · (W_{a−1} +
   * S_a) / 2}. SSB's convention.
   */
  COHORT_BY_AGE_AT_END,
  /**
   * Fertility by age at the start of the year, of the women who had it then: {@code f_a · (W_a +
   * S_{a+1}) / 2}.
   */
  COHORT_BY_AGE_AT_START,
  /**
   * Fertility by age, of the women of that age at the start and at the end: {@code f_a · (W_a +
   * S_a) / 2}. The convention of the UN's World Population Prospects and of textbooks.
   */
  SAME_AGE;

  /** The index of the age of the women at the start that a rate is for. */
  int atStart(int age) {
    return this == COHORT_BY_AGE_AT_END ? age - 1 : age;
  }

  /** The index of the age at the start of the women at the end that a rate is for. */
  int beforeEnd(int age) {
    return this == COHORT_BY_AGE_AT_START ? age : age - 1;
  }
}
