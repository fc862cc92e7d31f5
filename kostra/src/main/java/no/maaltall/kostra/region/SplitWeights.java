package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.maaltall.core.indicator.UnknownCodeException;

/**
 * How much of a municipality each of those that it was divided into got: of its inhabitants, say,
 * or of its children.
 *
 * <pre>{@code
 * SplitWeights weights = SplitWeights.builder().add("1507", "1508", 0.83).add("1507", "1580", 0.17).build();
 * }</pre>
 *
 * <p>No weights come with the library: which are right depends on what is counted. To carry figures
 * back in time, to before a merger, the pair is the merged one and the one that was before.
 */
public final class SplitWeights {
  private static final double TOLERANCE = 1e-9;
  private static final SplitWeights NONE = new SplitWeights(ImmutableMap.of());

  private final ImmutableMap<String, ImmutableMap<String, Double>> weights;

  private SplitWeights(ImmutableMap<String, ImmutableMap<String, Double>> weights) {
    this.weights = weights;
  }

  /** {@return no weights: what was divided stays missing} */
  public static SplitWeights none() {
    return NONE;
  }

  /** {@return a builder without weights} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The weights of a division; empty when there are none for it. The same code may be divided
   * forwards and backwards in time: those of one way are not for the other.
   */
  Optional<ImmutableMap<String, Double>> of(Municipality from, List<Municipality> parts) {
    return Optional.ofNullable(weights.get(from.code()))
        .filter(
            w ->
                parts.stream()
                    .map(Municipality::code)
                    .collect(Collectors.toSet())
                    .containsAll(w.keySet()));
  }

  /** Throws if a weight is of a division that the history does not have. */
  void check(RegionHistory history) {
    if (weights.isEmpty()) {
      return;
    }
    Collection<String> known = history.weightPairs();
    weights.forEach(
        (from, parts) ->
            parts
                .keySet()
                .forEach(
                    to -> {
                      if (!known.contains(from + ">" + to)) {
                        throw new UnknownCodeException("division", from + ">" + to, known);
                      }
                    }));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SplitWeights w && w.weights.equals(weights);
  }

  @Override
  public int hashCode() {
    return weights.hashCode();
  }

  /** {@return the weights} */
  @Override
  public String toString() {
    return "SplitWeights " + weights;
  }

  /** Collects weights. */
  public static final class Builder {
    private final Map<String, Map<String, Double>> weights = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds the weight of a part.
     *
     * @param from the code of the municipality that was divided
     * @param to the code of the part
     * @param weight how much of it the part got, 0 to 1; a part that is not named got 0
     * @return this builder
     * @throws IllegalArgumentException if the weight is outside 0 to 1, or the part is there
     *     already
     */
    public Builder add(String from, String to, double weight) {
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException(
            "the weight of " + from + " to " + to + " is " + weight + "; allowed: 0 to 1");
      }
      if (weights.computeIfAbsent(from, f -> new LinkedHashMap<>()).put(to, weight) != null) {
        throw new IllegalArgumentException("two weights of " + from + " to " + to);
      }
      return this;
    }

    /**
     * {@return the weights}
     *
     * @throws IllegalArgumentException if those of a municipality do not sum to 1
     */
    public SplitWeights build() {
      ImmutableMap.Builder<String, ImmutableMap<String, Double>> all = ImmutableMap.builder();
      weights.forEach(
          (from, parts) -> {
            double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 1) > TOLERANCE) {
              throw new IllegalArgumentException(
                  "the weights of " + from + " sum to " + sum + ": " + parts + "; allowed: 1");
            }
            all.put(from, ImmutableMap.copyOf(parts));
          });
      return new SplitWeights(all.buildOrThrow());
    }
  }
}
