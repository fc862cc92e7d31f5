package no.maaltall.core.indicator;

/** Periods of different kinds where one kind is needed: a school year among calendar years, say. */
public final class FrequencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Where the periods met. */
  private final String where;

  /** The kind that was expected. */
  private final Frequency expected;

  /** The period that is of another kind. */
  private final transient Period got;

  /**
   * Says where the periods met, which kind was expected and which period was got.
   *
   * @param where where they met, such as {@code series bhg.dekning in 3201}
   * @param expected the kind of period that was expected
   * @param got the period that is of another kind
   */
  public FrequencyMismatchException(String where, Frequency expected, Period got) {
    super(
        where
            + ": expected a "
            + expected.label()
            + ", got the "
            + got.frequency().label()
            + " "
            + got);
    this.where = where;
    this.expected = expected;
    this.got = got;
  }

  /** {@return where the periods met} */
  public String where() {
    return where;
  }

  /** {@return the kind of period that was expected} */
  public Frequency expected() {
    return expected;
  }

  /** {@return the period that is of another kind} */
  public Period got() {
    return got;
  }
}
