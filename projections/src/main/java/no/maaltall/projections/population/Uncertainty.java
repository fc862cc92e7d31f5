package no.maaltall.projections.population;

import java.util.Optional;

/**
 * How much the assumptions may miss by, year by year; the same for all regions in a draw.
 *
 * <ul>
 *   <li>Births are multiplied by exp(f_t), with {@code f_t = ρ_f · f_{t−1} + σ_f · ε}.
 *   <li>Deaths at an age are multiplied by exp(b_x · δ_t), with δ a random walk whose steps have
 *       Lee–Carter's standard deviation per sex, both sexes by the same ε; the drift is in the
 *       mortality that is projected with. A multiplied probability of dying is at most 1.
 *   <li>Net moves m become {@code m + z_t · |m|}, gross moves through a pool are multiplied by
 *       {@code 1 + z_t} (never below 0), with {@code z_t = ρ_z · z_{t−1} + σ_z · ε}.
 * </ul>
 *
 * <p>The means of the multiplied births and deaths are a little above those that are projected,
 * since exp is convex; medians are not.
 *
 * @param fertilitySd σ_f, 0 or more
 * @param fertilityPersistence ρ_f, 0 to 1; 1 is a random walk
 * @param males Lee–Carter of males; empty for certain mortality
 * @param females Lee–Carter of females; empty for certain mortality
 * @param migrationSd σ_z, 0 or more
 * @param migrationPersistence ρ_z, 0 to 1
 */
public record Uncertainty(
    double fertilitySd,
    double fertilityPersistence,
    Optional<LeeCarter> males,
    Optional<LeeCarter> females,
    double migrationSd,
    double migrationPersistence) {
  /**
   * Checks the parts.
   *
   * @param fertilitySd as above
   * @param fertilityPersistence as above
   * @param males as above
   * @param females as above
   * @param migrationSd as above
   * @param migrationPersistence as above
   * @throws IllegalArgumentException if a standard deviation is negative, a persistence outside 0
   *     to 1, or mortality is uncertain for one sex only
   */
  public Uncertainty {
    for (double sd : new double[] {fertilitySd, migrationSd}) {
      if (!(sd >= 0 && sd <= 10)) {
        throw new IllegalArgumentException("standard deviations must be 0 to 10, got " + sd);
      }
    }
    for (double persistence : new double[] {fertilityPersistence, migrationPersistence}) {
      if (!(persistence >= 0 && persistence <= 1)) {
        throw new IllegalArgumentException("persistence must be 0 to 1, got " + persistence);
      }
    }
    if (males.isPresent() != females.isPresent()) {
      throw new IllegalArgumentException("Lee-Carter is needed for both sexes or for none");
    }
  }

  /** {@return no uncertainty: every draw is the projection itself} */
  public static Uncertainty none() {
    return new Uncertainty(0, 0, Optional.empty(), Optional.empty(), 0, 0);
  }

  /**
   * {@return the same with uncertain fertility}
   *
   * @param sd σ_f, as 0.04
   * @param persistence ρ_f, as 0.95
   */
  public Uncertainty withFertility(double sd, double persistence) {
    return new Uncertainty(sd, persistence, males, females, migrationSd, migrationPersistence);
  }

  /**
   * {@return the same with uncertain mortality}
   *
   * @param ofMales Lee–Carter of males
   * @param ofFemales Lee–Carter of females
   */
  public Uncertainty withMortality(LeeCarter ofMales, LeeCarter ofFemales) {
    return new Uncertainty(
        fertilitySd,
        fertilityPersistence,
        Optional.of(ofMales),
        Optional.of(ofFemales),
        migrationSd,
        migrationPersistence);
  }

  /**
   * {@return the same with uncertain moves}
   *
   * @param sd σ_z, as 0.2
   * @param persistence ρ_z, as 0.7
   */
  public Uncertainty withMigration(double sd, double persistence) {
    return new Uncertainty(fertilitySd, fertilityPersistence, males, females, sd, persistence);
  }
}
