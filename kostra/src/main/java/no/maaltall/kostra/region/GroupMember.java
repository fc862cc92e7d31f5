package no.maaltall.kostra.region;

import no.maaltall.core.norm.Confidence;

/**
 * A member of a group of municipalities, and how that is known.
 *
 * @param code the code of the municipality in the years that the group is for
 * @param confidence how sure it is
 * @param source where it is from
 */
public record GroupMember(String code, Confidence confidence, String source) {

  /**
   * Checks the parts.
   *
   * @param code the code
   * @param confidence how sure it is
   * @param source where it is from
   * @throws IllegalArgumentException if the code is blank
   */
  public GroupMember {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a member needs a code, got \"" + code + "\"");
    }
  }
}
