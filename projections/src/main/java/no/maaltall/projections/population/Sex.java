package no.maaltall.projections.population;

/** Sex as population statistics have it, in the order that tables and arrays use. */
public enum Sex {
  /** Males, code {@code M}. */
  MALE("M"),
  /** Females, code {@code F}. */
  FEMALE("F");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** {@return the code in files: {@code M} or {@code F}} */
  public String code() {
    return code;
  }
}
