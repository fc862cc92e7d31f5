package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.measure.MissingRegions;

/**
 * What to do about what is not plain when figures are carried from the municipalities of one day to
 * those of another.
 *
 * <pre>{@code
 * CarryRule rule = CarryRule.strict()
 *     .withWeights(SplitWeights.builder().add("1507", "1508", 0.83).add("1507", "1580", 0.17).build())
 *     .withOtherRegions(CarryRule.OtherRegions.KEEP);
 * }</pre>
 */
public final class CarryRule {

  /** What to do about a region that is no municipality: the country, a school. */
  public enum OtherRegions {
    /** Throw an exception that lists the nearest codes. */
    REFUSE,
    /** Keep it as it is. */
    KEEP,
    /** Leave it out of the result. */
    LEAVE_OUT
  }

  private static final CarryRule STRICT =
      new CarryRule(
          MissingRegions.REFUSE,
          SplitWeights.none(),
          OtherRegions.REFUSE,
          Optional.empty(),
          ImmutableSet.of(),
          ImmutableSet.of());

  private final MissingRegions missing;
  private final SplitWeights weights;
  private final OtherRegions others;
  private final Optional<LocalDate> alreadyOn;
  private final ImmutableSet<String> additive;
  private final ImmutableSet<String> notAdditive;

  private CarryRule(
      MissingRegions missing,
      SplitWeights weights,
      OtherRegions others,
      Optional<LocalDate> alreadyOn,
      ImmutableSet<String> additive,
      ImmutableSet<String> notAdditive) {
    this.missing = missing;
    this.weights = weights;
    this.others = others;
    this.alreadyOn = alreadyOn;
    this.additive = additive;
    this.notAdditive = notAdditive;
  }

  /**
   * {@return the strict rule: a sum without one of its parts is missing, what was divided is
   * missing, and every region must be a municipality}
   */
  public static CarryRule strict() {
    return STRICT;
  }

  /**
   * {@return the rule with another answer to a part without a value}
   *
   * @param policy what to do; a part that is left out is told of in the report
   */
  public CarryRule withMissingParts(MissingRegions policy) {
    return new CarryRule(policy, weights, others, alreadyOn, additive, notAdditive);
  }

  /**
   * {@return the rule with weights for what was divided; what is computed with them is estimated}
   *
   * @param splitWeights the weights
   */
  public CarryRule withWeights(SplitWeights splitWeights) {
    return new CarryRule(missing, splitWeights, others, alreadyOn, additive, notAdditive);
  }

  /**
   * {@return the rule with another answer to regions that are no municipalities}
   *
   * @param policy what to do
   */
  public CarryRule withOtherRegions(OtherRegions policy) {
    return new CarryRule(missing, weights, policy, alreadyOn, additive, notAdditive);
  }

  /**
   * {@return the rule for data that are already on the municipalities of a day, in every period: a
   * table that was carried before, or one whose publisher has moved earlier years to today's
   * municipalities}
   *
   * @param date the day
   */
  public CarryRule alreadyOn(LocalDate date) {
    return new CarryRule(missing, weights, others, Optional.of(date), additive, notAdditive);
  }

  /**
   * {@return the rule with an indicator that adds up, though its unit does not say so}
   *
   * @param indicatorId the indicator
   */
  public CarryRule withAdditive(String indicatorId) {
    return new CarryRule(
        missing, weights, others, alreadyOn, with(additive, indicatorId), notAdditive);
  }

  /**
   * {@return the rule with an indicator that does not add up, though its unit seems to say so: a
   * median, a count of persons who may be in both municipalities}
   *
   * @param indicatorId the indicator
   */
  public CarryRule withNotAdditive(String indicatorId) {
    return new CarryRule(
        missing, weights, others, alreadyOn, additive, with(notAdditive, indicatorId));
  }

  private static ImmutableSet<String> with(ImmutableSet<String> ids, String id) {
    return ImmutableSet.<String>builder().addAll(ids).add(id).build();
  }

  /** {@return what it does about a part without a value} */
  public MissingRegions missingParts() {
    return missing;
  }

  /** {@return the weights of what was divided} */
  public SplitWeights weights() {
    return weights;
  }

  /** {@return what it does about regions that are no municipalities} */
  public OtherRegions otherRegions() {
    return others;
  }

  /** {@return the day whose municipalities the data are on; empty when each period has its own} */
  public Optional<LocalDate> alreadyOn() {
    return alreadyOn;
  }

  /** Whether an indicator adds up over regions. */
  boolean isAdditive(Indicator indicator) {
    if (notAdditive.contains(indicator.id())) {
      return false;
    }
    return additive.contains(indicator.id()) || Additivity.of(indicator.unit());
  }
}
