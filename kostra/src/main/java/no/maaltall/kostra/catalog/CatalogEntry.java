package no.maaltall.kostra.catalog;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * A code, when it was valid, and who says so.
 *
 * @param code the code
 * @param name its name in bokmål
 * @param classes the account classes that it may be used in: {@code D}, {@code I} or {@code DI};
 *     empty where that has no meaning
 * @param validFrom its first year; the year of the oldest source when it is older than that
 * @param validTo its last year; empty when it has not ended
 * @param successors the codes that took over
 * @param source who says so
 */
public record CatalogEntry(
    String code,
    String name,
    String classes,
    int validFrom,
    OptionalInt validTo,
    ImmutableList<String> successors,
    String source) {

  /**
   * Checks the years.
   *
   * @param code the code
   * @param name its name in bokmål
   * @param classes the account classes
   * @param validFrom its first year
   * @param validTo its last year
   * @param successors the codes that took over
   * @param source who says so
   * @throws IllegalArgumentException if it ends before it begins
   */
  public CatalogEntry {
    if (validTo.isPresent() && validTo.getAsInt() < validFrom) {
      throw new IllegalArgumentException(
          code
              + " is valid from "
              + validFrom
              + " to "
              + validTo.getAsInt()
              + "; allowed: an end that is not before the beginning");
    }
  }

  /**
   * {@return whether it is valid in a year}
   *
   * @param year the year
   */
  public boolean isValidIn(int year) {
    return validFrom <= year && (validTo.isEmpty() || year <= validTo.getAsInt());
  }

  /** {@return when it is valid: {@code 2015 to 2023}, {@code from 2024}} */
  public String validity() {
    return validTo.isPresent() ? validFrom + " to " + validTo.getAsInt() : "from " + validFrom;
  }
}
