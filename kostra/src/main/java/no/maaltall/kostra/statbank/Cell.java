package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;

/**
 * A cell of a cube: where it is, its value, and why it is what it is or why there is none.
 *
 * @param codes the codes of its categories, in the order of the dimensions
 * @param value the value; NaN when there is none
 * @param status the status
 * @param sign the sign of the file beside or in the place of the value, as {@code ..}; empty when
 *     there is none
 * @param text what the file has where a number would be, when that is neither a number nor a sign
 */
public record Cell(
    ImmutableList<String> codes,
    double value,
    ObservationStatus status,
    String sign,
    Optional<String> text) {

  /**
   * Takes the parts as they are.
   *
   * @param codes its codes
   * @param value its value
   * @param status its status
   * @param sign its sign
   * @param text its text
   */
  public Cell {}

  /** {@return value and status} */
  public Observation observation() {
    return new Observation(value, status);
  }
}
