package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.maaltall.core.csv.CsvRow;
import no.maaltall.core.csv.NamedCsv;
import no.maaltall.core.io.TableProblem.Kind;
import no.maaltall.core.io.TableSource;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/** Weights that sum to 1, by the id of an indicator. */
record Weights(ImmutableMap<String, Double> byIndicator) {
  /** Sums of printed weights are off by no more than the noise of adding them. */
  private static final double TOLERANCE = 1e-9;

  static Weights of(String what, Map<String, Double> weights) {
    double sum = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      if (!(weight.getValue() >= 0) || weight.getValue() > 1 + TOLERANCE) {
        throw new InvalidComparisonException(
            Problem.INVALID_WEIGHTS,
            what
                + ": the weight of "
                + weight.getKey()
                + " is "
                + weight.getValue()
                + "; allowed: 0 to 1");
      }
      sum += weight.getValue();
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new InvalidComparisonException(
          Problem.INVALID_WEIGHTS,
          what + ": the weights " + weights + " sum to " + sum + "; they must sum to 1");
    }
    return new Weights(ImmutableMap.copyOf(weights));
  }

  /** The weights of {@code weights.csv} by the index that they are for. */
  static ImmutableMap<String, Map<String, Double>> read(TableSource source) {
    Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
    for (CsvRow row : rows(source)) {
      Double before =
          weights
              .computeIfAbsent(row.text("INDEX"), index -> new LinkedHashMap<>())
              .put(row.text("INDICATOR"), row.number("WEIGHT"));
      if (before != null) {
        throw row.failure(Kind.DUPLICATE_ROW, "INDICATOR", "each indicator once per index");
      }
    }
    return ImmutableMap.copyOf(weights);
  }

  private static List<CsvRow> rows(TableSource source) {
    return new NamedCsv("weights.csv", List.of("INDEX", "INDICATOR", "WEIGHT"), List.of())
        .readIfPresent(source)
        .orElse(ImmutableList.of());
  }
}
