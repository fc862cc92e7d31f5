package no.maaltall.kostra.comparison;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.maaltall.core.measure.MissingRegions;

/**
 * How the mean of a network is taken. The result names it.
 *
 * <ul>
 *   <li>{@link #unweighted}: {@code Σ x / n}, every member counts the same;
 *   <li>{@link #weightedBy}: {@code Σ w x / Σ w}, with an indicator as weight. Weighted with its
 *       denominator, the mean of a ratio is the ratio of the network;
 *   <li>{@link #sumOverSum}: {@code f · Σ numerator / Σ denominator}, for an indicator that is
 *       defined as a ratio;
 *   <li>{@link #published}: what the data have for the network itself, as SSB publishes for KOSTRA
 *       groups.
 * </ul>
 *
 * <p>All but the last are missing when a member is, unless it is {@linkplain #leavingOut left out}.
 */
public final class NetworkMean {
  enum Kind {
    UNWEIGHTED("unweighted", "uvektet snitt", "unweighted mean"),
    WEIGHTED("weighted", "vektet snitt", "weighted mean"),
    SUM_OVER_SUM("sum_over_sum", "vektet snitt (sum over sum)", "weighted mean (sum over sum)"),
    PUBLISHED("published", "publisert snitt", "published mean");

    private final String code;
    private final String norwegian;
    private final String english;

    Kind(String code, String norwegian, String english) {
      this.code = code;
      this.norwegian = norwegian;
      this.english = english;
    }
  }

  private final Kind kind;
  private final Optional<String> weight;
  private final MissingRegions missing;

  private NetworkMean(Kind kind, Optional<String> weight, MissingRegions missing) {
    this.kind = kind;
    this.weight = weight;
    this.missing = missing;
  }

  /** {@return the mean in which every member counts the same} */
  public static NetworkMean unweighted() {
    return new NetworkMean(Kind.UNWEIGHTED, Optional.empty(), MissingRegions.REFUSE);
  }

  /**
   * {@return the mean weighted by another indicator, such as the number of inhabitants; it cannot
   * be negative}
   *
   * @param indicator the id of the indicator
   */
  public static NetworkMean weightedBy(String indicator) {
    return new NetworkMean(Kind.WEIGHTED, Optional.of(indicator), MissingRegions.REFUSE);
  }

  /** {@return the ratio of all members together} */
  public static NetworkMean sumOverSum() {
    return new NetworkMean(Kind.SUM_OVER_SUM, Optional.empty(), MissingRegions.REFUSE);
  }

  /** {@return the value that the data have for the network itself} */
  public static NetworkMean published() {
    return new NetworkMean(Kind.PUBLISHED, Optional.empty(), MissingRegions.REFUSE);
  }

  /** {@return the same mean, of the members that have a value; the figures say who has not} */
  public NetworkMean leavingOut() {
    return new NetworkMean(kind, weight, MissingRegions.LEAVE_OUT);
  }

  Kind kind() {
    return kind;
  }

  Optional<String> weight() {
    return weight;
  }

  MissingRegions missing() {
    return missing;
  }

  /** {@return the id of the figures: {@code network_mean_unweighted}, ...} */
  public String id() {
    return "network_mean_" + kind.code;
  }

  /**
   * {@return what it is called in a table}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    return "en".equals(locale.getLanguage()) ? kind.english : kind.norwegian;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkMean m
        && m.kind == kind
        && m.weight.equals(weight)
        && m.missing == missing;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, weight, missing);
  }

  /** {@return the id, the weight and what is done about missing members} */
  @Override
  public String toString() {
    return id() + weight.map(w -> " " + w).orElse("") + " " + missing;
  }
}
