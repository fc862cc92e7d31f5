package no.maaltall.projections.population;

/**
 * All that a projection takes for granted about the years to come.
 *
 * @param fertility births per woman
 * @param mortality survival
 * @param sexRatio boys per girl at birth
 * @param migration moves
 */
public record Assumptions(
    Fertility fertility, Mortality mortality, SexRatioAtBirth sexRatio, Migration migration) {

  /**
   * {@return the same assumptions with other fertility}
   *
   * @param other births per woman
   */
  public Assumptions with(Fertility other) {
    return new Assumptions(other, mortality, sexRatio, migration);
  }

  /**
   * {@return the same assumptions with other mortality}
   *
   * @param other survival
   */
  public Assumptions with(Mortality other) {
    return new Assumptions(fertility, other, sexRatio, migration);
  }

  /**
   * {@return the same assumptions with other moves}
   *
   * @param other moves
   */
  public Assumptions with(Migration other) {
    return new Assumptions(fertility, mortality, sexRatio, other);
  }
}
