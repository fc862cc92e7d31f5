package no.maaltall.core.panel;

import com.google.common.collect.ImmutableList;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.SeriesBreak;
import org.jspecify.annotations.Nullable;

/** Statuses and breaks of one series of a panel. */
final class Noted {
  static final Noted NOTHING = new Noted(null, ImmutableList.of(), new int[0]);

  /** In an array of statuses: normal with a value, missing without. */
  static final byte PLAIN = -1;

  private static final ObservationStatus[] STATUSES = ObservationStatus.values();

  private final byte @Nullable [] statuses;
  private final ImmutableList<SeriesBreak> breaks;
  private final int[] breakOrdinals;

  /**
   * Takes the arrays as they are.
   *
   * @param statuses ordinals or PLAIN, one per period; null when all are plain
   * @param breakOrdinals where the breaks are, also those that only a status marks
   */
  Noted(byte @Nullable [] statuses, ImmutableList<SeriesBreak> breaks, int[] breakOrdinals) {
    this.statuses = statuses;
    this.breaks = breaks;
    this.breakOrdinals = breakOrdinals;
  }

  byte @Nullable [] statuses() {
    return statuses;
  }

  ImmutableList<SeriesBreak> breaks() {
    return breaks;
  }

  int[] breakOrdinals() {
    return breakOrdinals;
  }

  ObservationStatus status(int period, double value) {
    return statuses == null ? plain(value) : status(statuses[period], value);
  }

  /** The ordinals of the statuses of values; null when all are plain. */
  byte @Nullable [] ordinals(double[] values) {
    if (statuses == null) {
      return null;
    }
    byte[] ordinals = new byte[values.length];
    for (int p = 0; p < ordinals.length; p++) {
      ordinals[p] = (byte) status(p, values[p]).ordinal();
    }
    return ordinals;
  }

  static ObservationStatus status(byte noted, double value) {
    return noted == PLAIN ? plain(value) : STATUSES[noted];
  }

  private static ObservationStatus plain(double value) {
    return Double.isNaN(value) ? ObservationStatus.MISSING : ObservationStatus.NORMAL;
  }

  static boolean isPlain(ObservationStatus status) {
    return status == ObservationStatus.NORMAL || status == ObservationStatus.MISSING;
  }
}
