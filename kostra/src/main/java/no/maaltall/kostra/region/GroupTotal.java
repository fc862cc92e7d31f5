package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import java.util.Set;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.MissingRegions;

/**
 * A figure for a group, with who is in it: {@code Σ x}, or {@code factor · Σ numerator / Σ
 * denominator}.
 *
 * <p>This is how SSB makes the averages of KOSTRA: amounts are summed first, and a municipality
 * without a report is left out above and below the line.
 *
 * @param group the group
 * @param indicator the indicator
 * @param period the period
 * @param observation the figure; a total of nobody is missing
 * @param reported the members that are in it, in order
 * @param missing the members without a value, in order
 */
public record GroupTotal(
    RegionGroup group,
    Indicator indicator,
    Period period,
    Observation observation,
    ImmutableList<String> reported,
    ImmutableList<String> missing) {

  static GroupTotal of(
      RegionGroup group,
      DataSet dataSet,
      String indicatorId,
      Period period,
      MissingRegions policy) {
    Indicator indicator = dataSet.indicator(indicatorId);
    Sum sum = new Sum();
    for (String member : group.members()) {
      if (indicator.ratio().isPresent()) {
        RatioDefinition ratio = indicator.ratio().get();
        sum.add(
            member,
            part(dataSet, ratio.numerator(), member, period),
            part(dataSet, ratio.denominator(), member, period));
      } else {
        Observation observed = part(dataSet, indicatorId, member, period);
        sum.add(member, observed, observed);
      }
    }
    return new GroupTotal(
        group,
        indicator,
        period,
        sum.observation(indicator, policy),
        sum.reported(),
        sum.missing());
  }

  private static Observation part(DataSet dataSet, String id, String member, Period period) {
    Indicator part = dataSet.indicator(id);
    if (part.ratio().isPresent() || !Additivity.of(part.unit())) {
      throw new NotAdditiveException(part);
    }
    boolean known = dataSet.regions().stream().anyMatch(r -> r.code().equals(member));
    return known && dataSet.has(id, member)
        ? dataSet.series(id, member).at(period)
        : Observation.missing();
  }

  /** {@return the share of the members that are in it, 0 to 1, each counting the same} */
  public double reportedShare() {
    return (double) reported.size() / group.members().size();
  }

  /**
   * {@return the share of a size, such as inhabitants, that the members in it have, 0 to 1; empty
   * when some member's size is not known, or all are 0}
   *
   * @param dataSet what the members' sizes are in
   * @param sizeId the indicator to weigh with: a count or an amount
   * @throws UnknownCodeException if the data set does not have the indicator
   */
  public OptionalDouble reportedShare(DataSet dataSet, String sizeId) {
    double all = 0;
    double in = 0;
    Set<String> counted = Set.copyOf(reported);
    for (String member : group.members()) {
      double size = part(dataSet, sizeId, member, period).value();
      all += size;
      in += counted.contains(member) ? size : 0;
    }
    return all > 0 ? OptionalDouble.of(in / all) : OptionalDouble.empty();
  }

  /** What is added up. */
  private static final class Sum {
    private final ImmutableList.Builder<String> in = ImmutableList.builder();
    private final ImmutableList.Builder<String> out = ImmutableList.builder();
    private double above;
    private double below;
    private int count;
    private ObservationStatus status = ObservationStatus.NORMAL;
    private ObservationStatus lacking = ObservationStatus.NORMAL;

    void add(String member, Observation numerator, Observation denominator) {
      ObservationStatus both = numerator.status().combine(denominator.status());
      if (both.isMissing()) {
        out.add(member);
        lacking = lacking.combine(both);
        return;
      }
      in.add(member);
      count++;
      above += numerator.value();
      below += denominator.value();
      status = status.combine(both);
    }

    ImmutableList<String> reported() {
      return in.build();
    }

    ImmutableList<String> missing() {
      return out.build();
    }

    Observation observation(Indicator indicator, MissingRegions policy) {
      if (count == 0 || (policy == MissingRegions.REFUSE && lacking.isMissing())) {
        return Observation.missing(lacking);
      }
      double value =
          indicator.ratio().map(r -> RatioDefinition.value(above, below, r.factor())).orElse(above);
      return Double.isFinite(value) ? new Observation(value, status) : Observation.missing();
    }
  }
}
