package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.ScalarForm;

/** Values relative to the means of all groups, series by series. */
final class ProfileForm implements ScalarForm {
  private final GroupForm means;
  private final Panel values;
  private final int groups;

  ProfileForm(GroupForm means) {
    this.means = means;
    this.values = means.values();
    this.groups = means.members().length;
  }

  /** One indicator for each value in each group. */
  ImmutableList<Indicator> indicators() {
    return IntStream.range(0, values.indicators().size() * groups)
        .mapToObj(
            k -> relative(values.indicators().get(k / groups), means.groups().groups(), k % groups))
        .collect(ImmutableList.toImmutableList());
  }

  private static Indicator relative(Indicator value, ImmutableList<Region> groups, int group) {
    Region region = groups.get(group);
    return Indicator.builder(Ratio.relativeTo().resultIndicator(value, value))
        .id(value.id() + ":relative_to:" + region.code())
        .name(value.name() + " (" + region.name() + " = 100)")
        .build();
  }

  @Override
  public boolean isPlain() {
    return means.isPlain();
  }

  @Override
  public boolean isPlain(int result, int region) {
    return values.isPlain(result / groups, region)
        && means.isPlain(result / groups, result % groups);
  }

  @Override
  public Series series(int result, int region) {
    return Ratio.relativeTo()
        .over(
            values.series(result / groups, region), means.series(result / groups, result % groups));
  }
}
