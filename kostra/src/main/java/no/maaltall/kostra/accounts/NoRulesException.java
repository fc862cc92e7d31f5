package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableSortedSet;

/** A year that there are no accounting rules for. */
public final class NoRulesException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The year. */
  private final int year;

  /** The years that there are rules for. */
  private final ImmutableSortedSet<Integer> available;

  /**
   * Says which year, and which years there are.
   *
   * @param year the year asked for
   * @param source where the rules were looked for
   * @param available the years that it has rules for
   */
  public NoRulesException(int year, String source, ImmutableSortedSet<Integer> available) {
    super(
        "no accounting rules for "
            + year
            + " in "
            + source
            + "; allowed: "
            + (available.isEmpty() ? "none, it has rules for no year" : available));
    this.year = year;
    this.available = available;
  }

  /** {@return the year asked for} */
  public int year() {
    return year;
  }

  /** {@return the years that there are rules for; empty when that is not known} */
  public ImmutableSortedSet<Integer> available() {
    return available;
  }
}
