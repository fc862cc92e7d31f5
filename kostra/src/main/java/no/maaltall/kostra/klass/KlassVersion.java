package no.maaltall.kostra.klass;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a classification.
 *
 * @param id its number
 * @param name its name
 * @param validFrom its first day, when it is known
 * @param validTo the first day on which it is no longer valid, when there is one
 * @param codes its codes; none where a classification only lists its versions
 */
public record KlassVersion(
    long id,
    String name,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    ImmutableList<KlassCode> codes) {

  /**
   * Checks the parts.
   *
   * @param id the number
   * @param name the name
   * @param validFrom the first day
   * @param validTo the first day after
   * @param codes the codes
   * @throws IllegalArgumentException if it ends before it starts
   */
  public KlassVersion {
    Validity.check("version " + id, validFrom, validTo);
  }
}
