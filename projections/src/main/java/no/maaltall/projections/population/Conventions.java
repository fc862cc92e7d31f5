package no.maaltall.projections.population;

/**
 * The choices that two cohort-component models differ by. Every one changes the result, so none is
 * left to chance; the presets are {@link CohortComponent#ssb()} and {@link CohortComponent#wpp()}.
 *
 * @param births which women the births are reckoned from
 * @param womenAtEnd whether those who move at the end count among them
 * @param timing when people move
 * @param negative what to do when moves would empty a cohort
 */
public record Conventions(
    BirthWomen births, WomenAtEnd womenAtEnd, MigrationTiming timing, NegativePolicy negative) {

  /**
   * {@return the same conventions with births from other women}
   *
   * @param other which women
   */
  public Conventions with(BirthWomen other) {
    return new Conventions(other, womenAtEnd, timing, negative);
  }

  /**
   * {@return the same conventions with other women at the end}
   *
   * @param other whether those who move at the end count
   */
  public Conventions with(WomenAtEnd other) {
    return new Conventions(births, other, timing, negative);
  }

  /**
   * {@return the same conventions with moves at another time}
   *
   * @param other when
   */
  public Conventions with(MigrationTiming other) {
    return new Conventions(births, womenAtEnd, other, negative);
  }

  /**
   * {@return the same conventions with another policy for emptied cohorts}
   *
   * @param other what to do
   */
  public Conventions with(NegativePolicy other) {
    return new Conventions(births, womenAtEnd, timing, other);
  }
}
