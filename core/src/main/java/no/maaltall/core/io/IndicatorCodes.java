package no.maaltall.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.io.TableProblem.Kind;

/** The indicators that other tables may name, and those that were given but not kept. */
final class IndicatorCodes {
  static final String SEE_PROBLEMS = "one that was kept; see the problems in indicators.csv";

  private static final int DROPPED = -2;
  private static final int DEFINED = -3;

  private final CodeDictionary numbers = new CodeDictionary();
  private final NearestCodes nearest;

  /**
   * Numbers the indicators in their order.
   *
   * @param kept the indicators, as they are added to the builder
   * @param dropped ids of those that could not be kept
   */
  IndicatorCodes(List<Indicator> kept, Set<String> dropped) {
    List<String> known = new ArrayList<>();
    dropped.forEach(id -> numbers.put(id, DROPPED));
    for (Indicator indicator : kept) {
      numbers.put(indicator.id(), indicator.ratio().isPresent() ? DEFINED : known.size());
      known.add(indicator.id());
    }
    nearest = new NearestCodes("indicator", TableFile.INDICATORS.fileName(), known);
  }

  /** The number of an indicator that may have observations; negative for any other code. */
  int find(char[] buffer, int offset, int length) {
    return numbers.find(buffer, offset, length);
  }

  /** Fails a row for its indicator, when that is not one that was kept. */
  void checkKnown(RowHandler handler, String id) {
    int number = numbers.find(id.toCharArray(), 0, id.length());
    if (number == DROPPED || number == CodeDictionary.ABSENT) {
      refuse(handler, Column.INDICATOR, id);
    }
  }

  /** Fails a row for its indicator, which {@link #find} gave no number for. */
  void refuse(RowHandler handler, Column column, String id) {
    switch (numbers.find(id.toCharArray(), 0, id.length())) {
      case DROPPED -> handler.fail(Kind.DROPPED_INDICATOR, column, id, SEE_PROBLEMS);
      case DEFINED ->
          handler.fail(
              Kind.OBSERVED_AND_DEFINED,
              column,
              id,
              "observations of what the ratio is computed from, not of the ratio");
      default -> {
        if (id.isBlank()) {
          handler.fail(Kind.MISSING_VALUE, column, id, "the id of an indicator");
        } else {
          NearestCodes.Answer answer = nearest.of(id);
          handler.fail(Kind.UNKNOWN_INDICATOR, column, id, answer.allowed(), answer.cause());
        }
      }
    }
  }
}
