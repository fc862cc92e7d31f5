package no.maaltall.projections.population;

/** What changes a population: {@code P(t+1) = P(t) + births − deaths + migration}. */
public enum Component {
  /** Children born during the step. */
  BIRTHS("births"),
  /** Those who die during the step, children born in it included. */
  DEATHS("deaths"),
  /** Moves in less moves out. */
  MIGRATION("migration");

  private final String code;

  Component(String code) {
    this.code = code;
  }

  /** {@return the code in files: {@code births}} */
  public String code() {
    return code;
  }
}
