package no.maaltall.kostra.accounts;

import com.google.common.collect.ImmutableSortedSet;

/** A group of regions that has members without accounts. */
public final class MissingMemberException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;

  /** The group. */
  private final String group;

  /** The members. */
  private final ImmutableSortedSet<String> members;

  /**
   * Says which group and which members.
   *
   * @param group the group
   * @param members its members without lines in any ledger
   */
  public MissingMemberException(String group, ImmutableSortedSet<String> members) {
    super(
        "group "
            + group
            + " has "
            + members.size()
            + " members without accounts: "
            + members.stream().limit(MOST_SHOWN).toList()
            + (members.size() > MOST_SHOWN ? " and more" : "")
            + "; allowed: accounts for all of them, or MissingRegions.LEAVE_OUT");
    this.group = group;
    this.members = members;
  }

  /** {@return the group} */
  public String group() {
    return group;
  }

  /** {@return its members without lines in any ledger} */
  public ImmutableSortedSet<String> members() {
    return members;
  }
}
