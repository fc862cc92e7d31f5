package no.maaltall.kostra.statbank;

import java.util.Optional;

/**
 * A table that was found.
 *
 * @param id its id
 * @param label its title
 * @param updated when its figures were last changed, as the service writes it
 */
public record TableSummary(String id, String label, Optional<String> updated) {
  /**
   * Takes the parts as they are.
   *
   * @param id its id
   * @param label its title
   * @param updated when its figures were last changed
   */
  public TableSummary {}
}
