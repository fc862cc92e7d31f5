package no.maaltall.kostra.statbank;

import no.maaltall.core.indicator.ObservationStatus;

/**
 * What stands beside or in the place of a value, and what it does to it.
 *
 * @param sign the sign as in the file; empty for none
 * @param text what the file has where a number would be; empty for none
 * @param whenValue the status of a cell with a value
 * @param whenNone the status of a cell without one
 * @param effect what it does to the value
 */
record CellSign(
    String sign,
    String text,
    ObservationStatus whenValue,
    ObservationStatus whenNone,
    Effect effect) {

  /** What a sign does to the value beside it. */
  enum Effect {
    /** Nothing. */
    NONE,
    /** There is no value, whatever stands there. */
    NO_VALUE,
    /** It is zero when nothing stands there. */
    ZERO
  }

  static final CellSign NONE =
      new CellSign(
          "", "", ObservationStatus.NORMAL, ObservationStatus.MISSING_UNKNOWN, Effect.NONE);

  static CellSign of(String sign, StatusSigns signs) {
    return of(sign, "", signs);
  }

  static CellSign of(String sign, String text, StatusSigns signs) {
    Effect effect =
        signs.isMissing(sign) ? Effect.NO_VALUE : signs.isZero(sign) ? Effect.ZERO : Effect.NONE;
    return new CellSign(sign, text, signs.ofValue(sign), signs.ofNoValue(sign), effect);
  }

  /** A sign whose meaning is given. */
  static CellSign of(String sign, ObservationStatus status) {
    return status.isMissing()
        ? new CellSign(sign, "", ObservationStatus.NORMAL, status, Effect.NO_VALUE)
        : new CellSign(sign, "", status, ObservationStatus.MISSING_UNKNOWN, Effect.NONE);
  }

  double applyTo(double value) {
    return switch (effect) {
      case NONE -> value;
      case NO_VALUE -> Double.NaN;
      case ZERO -> Double.isNaN(value) ? 0 : value;
    };
  }

  ObservationStatus status(double value) {
    return Double.isNaN(value) ? whenNone : whenValue;
  }
}
