package no.maaltall.kostra.klass;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A code of one classification, and the code of another that it answers to.
 *
 * @param sourceCode the code of the source; empty when nothing answers to the target
 * @param sourceName its name
 * @param targetCode the code of the target; empty when nothing answers to the source
 * @param targetName its name
 * @param validFrom the first day on which it holds, when the response says so
 * @param validTo the first day on which it no longer holds, when there is one
 */
public record Correspondence(
    Optional<String> sourceCode,
    String sourceName,
    Optional<String> targetCode,
    String targetName,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  /**
   * Checks the parts.
   *
   * @param sourceCode the code of the source
   * @param sourceName its name
   * @param targetCode the code of the target
   * @param targetName its name
   * @param validFrom the first day
   * @param validTo the first day after
   * @throws IllegalArgumentException if both codes are missing, or it ends before it starts
   */
  public Correspondence {
    if (sourceCode.isEmpty() && targetCode.isEmpty()) {
      throw new IllegalArgumentException(
          "a correspondence has neither a source nor a target code; allowed: at least one");
    }
    Validity.check(
        "correspondence " + sourceCode.orElse("") + " to " + targetCode.orElse(""),
        validFrom,
        validTo);
  }

  /**
   * {@return whether it holds on a day}
   *
   * @param date the day
   */
  public boolean isValidOn(LocalDate date) {
    return Validity.contains(validFrom, validTo, date);
  }
}
