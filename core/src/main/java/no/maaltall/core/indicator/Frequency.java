package no.maaltall.core.indicator;

/** How long a period is, and what kind of year it follows. */
public enum Frequency {
  /** A calendar year: {@code 2018}. */
  YEAR(1, "calendar year"),
  /** A school year, from 1 August to 31 July: {@code 2018/2019}. */
  SCHOOL_YEAR(1, "school year"),
  /** A quarter of a calendar year: {@code 2018-Q1}. */
  QUARTER(4, "quarter"),
  /** A month: {@code 2018-01}. */
  MONTH(12, "month");

  private final int periodsPerYear;
  private final String label;

  Frequency(int periodsPerYear, String label) {
    this.periodsPerYear = periodsPerYear;
    this.label = label;
  }

  /** {@return how many such periods make a year} */
  public int periodsPerYear() {
    return periodsPerYear;
  }

  /** {@return the English words for it, for messages} */
  public String label() {
    return label;
  }
}
