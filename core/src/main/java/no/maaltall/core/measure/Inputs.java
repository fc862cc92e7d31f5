package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.SeriesBreak;

/** What the observations that go into a result say about it: its status and its caveats. */
final class Inputs {
  private Inputs() {}

  /** The index of an ordinal in a series as a value: NaN when the series does not have it. */
  static double value(Series series, int index) {
    return index < 0 ? Double.NaN : series.valueAt(index);
  }

  static ObservationStatus status(Series series, int index) {
    return index < 0 ? ObservationStatus.MISSING : series.statusAt(index);
  }

  /**
   * The status of a result. A break weighs only when the inputs lie on both sides of it, so the
   * mark of the first value after one does not.
   */
  static ObservationStatus resultStatus(
      double result, ObservationStatus inputs, boolean crossesBreak) {
    if (inputs.isMissing()) {
      return inputs;
    }
    if (Double.isNaN(result)) {
      return ObservationStatus.MISSING;
    }
    return crossesBreak ? inputs.combine(ObservationStatus.BREAK) : inputs;
  }

  static ObservationStatus combine(ObservationStatus a, ObservationStatus b) {
    return withoutBreak(a).combine(withoutBreak(b));
  }

  static ObservationStatus withoutBreak(ObservationStatus status) {
    return status == ObservationStatus.BREAK ? ObservationStatus.NORMAL : status;
  }

  /** Caveats about one observation. */
  static List<Caveat> ofObservation(Series series, Period period) {
    return Caveat.ofInput(series.at(period), period);
  }

  /** A caveat for each break between two periods. */
  static List<Caveat> ofBreaks(Series series, Period earlier, Period later) {
    List<Caveat> caveats = new ArrayList<>(0);
    if (!series.hasBreakBetween(earlier.ordinal(), later.ordinal())) {
      return caveats;
    }
    for (SeriesBreak b : series.breaks()) {
      if (b.isBetween(earlier, later)) {
        String detail = b.reason().isEmpty() ? b.from().toString() : b.from() + " " + b.reason();
        caveats.add(new Caveat(Caveat.Kind.BREAK_IN_SERIES, detail));
      }
    }
    return caveats;
  }

  static ImmutableList<Caveat> inOrder(List<Caveat> caveats) {
    return Caveat.inOrder(caveats);
  }
}
