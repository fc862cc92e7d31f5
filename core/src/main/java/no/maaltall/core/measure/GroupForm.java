package no.maaltall.core.measure;

import java.util.Arrays;
import java.util.List;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.AxisMismatchException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;
import no.maaltall.core.panel.ScalarForm;

/** Group means, group by group. */
final class GroupForm implements ScalarForm {
  private final Panel values;
  private final Panel weights;
  private final RegionGroups groups;
  private final int[][] members;
  private final GroupMean mean;
  private final boolean shared;

  GroupForm(Panel values, Panel weights, RegionGroups groups, GroupMean mean) {
    this.values = values;
    this.weights = weights;
    this.groups = groups;
    this.members = groups.indexesIn(values);
    this.mean = mean;
    this.shared = weights.indicators().size() == 1;
    values.requireSameRegions(weights);
    if (!shared && weights.indicators().size() != values.indicators().size()) {
      throw new AxisMismatchException(
          "indicators",
          values.toString(),
          weights.toString(),
          "there must be 1 weight, or as many as there are values");
    }
    Frequency frequency = values.axis().frequency();
    if (weights.axis().frequency() != frequency) {
      throw new FrequencyMismatchException(
          "weights of a group mean", frequency, weights.axis().last());
    }
  }

  Panel values() {
    return values;
  }

  Panel weights() {
    return weights;
  }

  RegionGroups groups() {
    return groups;
  }

  int[][] members() {
    return members;
  }

  boolean sharesWeights() {
    return shared;
  }

  @Override
  public boolean isPlain() {
    return values.isPlain() && weights.isPlain();
  }

  @Override
  public boolean isPlain(int indicator, int group) {
    return isPlain()
        || Arrays.stream(members[group])
            .allMatch(
                r -> values.isPlain(indicator, r) && weights.isPlain(shared ? 0 : indicator, r));
  }

  @Override
  public Series series(int indicator, int group) {
    List<Series> x =
        Arrays.stream(members[group]).mapToObj(r -> values.series(indicator, r)).toList();
    List<Series> w =
        Arrays.stream(members[group])
            .mapToObj(r -> weights.series(shared ? 0 : indicator, r))
            .toList();
    return mean.over(x, w, groups.groups().get(group));
  }
}
