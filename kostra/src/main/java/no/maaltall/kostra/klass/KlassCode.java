package no.maaltall.kostra.klass;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A code of a classification: municipality 3201, KOSTRA group EKG12.
 *
 * @param code the code; not blank
 * @param parentCode the code that it is under, in a classification of several levels
 * @param level its level, as KLASS numbers them: {@code 1} is the highest
 * @param name its name
 * @param shortName its short name; empty when it has none
 * @param validFrom its first day, when the response says so; in a response for a range of dates,
 *     its first day within the range
 * @param validTo the first day on which it is no longer valid: KLASS counts to, but not including
 * @param notes what KLASS says of it; may be empty
 */
public record KlassCode(
    String code,
    Optional<String> parentCode,
    String level,
    String name,
    String shortName,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    String notes) {

  /**
   * Checks the parts.
   *
   * @param code the code
   * @param parentCode the code above
   * @param level the level
   * @param name the name
   * @param shortName the short name
   * @param validFrom the first day
   * @param validTo the first day after
   * @param notes the notes
   * @throws IllegalArgumentException if the code is blank, or it ends before it starts
   */
  public KlassCode {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a code is not blank, got \"" + code + "\"");
    }
    Validity.check("code " + code, validFrom, validTo);
  }

  /**
   * {@return a code without level, notes or parent}
   *
   * @param code the code
   * @param name its name
   * @param validFrom its first day, when it is known
   * @param validTo the first day on which it is no longer valid, when there is one
   */
  public static KlassCode of(
      String code, String name, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {
    return new KlassCode(code, Optional.empty(), "1", name, "", validFrom, validTo, "");
  }

  /**
   * {@return whether it is valid on a day; an open end is valid for ever}
   *
   * @param date the day
   */
  public boolean isValidOn(LocalDate date) {
    return Validity.contains(validFrom, validTo, date);
  }
}
