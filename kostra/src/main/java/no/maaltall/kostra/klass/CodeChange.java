package no.maaltall.kostra.klass;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of KLASS's changes. What happened is told by all rows of a date that hang together: see
 * {@link CodeChanges#groups}.
 *
 * @param oldCode the code before; empty when the new one is wholly new
 * @param oldName its name; empty without a code
 * @param newCode the code after; empty when the old one ceased
 * @param newName its name; empty without a code
 * @param date the first day after the change
 */
public record CodeChange(
    Optional<String> oldCode,
    String oldName,
    Optional<String> newCode,
    String newName,
    LocalDate date) {

  /**
   * Checks the parts.
   *
   * @param oldCode the code before
   * @param oldName its name
   * @param newCode the code after
   * @param newName its name
   * @param date the day
   * @throws IllegalArgumentException if both codes are missing, or one is blank
   */
  public CodeChange {
    if (oldCode.isEmpty() && newCode.isEmpty()) {
      throw new IllegalArgumentException(
          "a change on " + date + " has neither an old nor a new code; allowed: at least one");
    }
    if (oldCode.filter(String::isBlank).isPresent()
        || newCode.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a change on " + date + " has a blank code");
    }
  }

  /**
   * {@return a change from one code to another}
   *
   * @param oldCode the code before
   * @param oldName its name
   * @param newCode the code after
   * @param newName its name
   * @param date the first day after the change
   */
  public static CodeChange of(
      String oldCode, String oldName, String newCode, String newName, LocalDate date) {
    return new CodeChange(Optional.of(oldCode), oldName, Optional.of(newCode), newName, date);
  }
}
