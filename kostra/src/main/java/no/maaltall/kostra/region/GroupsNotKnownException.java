package no.maaltall.kostra.region;

/** Groups of a year whose members are not among the facts of the library. */
public final class GroupsNotKnownException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The year. */
  private final int year;

  /**
   * Says which groups, which year, and what is known.
   *
   * @param what the kind of group
   * @param year the year asked for
   * @param known the years that are known
   * @param more what else is known; may be empty
   */
  public GroupsNotKnownException(String what, int year, String known, String more) {
    super(
        "the members of "
            + what
            + " in "
            + year
            + " are not known; allowed: "
            + known
            + ", or a list of your own"
            + (more.isEmpty() ? "" : ". " + more));
    this.year = year;
  }

  /** {@return the year asked for} */
  public int year() {
    return year;
  }
}
