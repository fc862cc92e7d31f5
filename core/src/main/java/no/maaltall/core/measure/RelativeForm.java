package no.maaltall.core.measure;

import java.util.Arrays;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.ScalarForm;

/** Values relative to the mean of their group, series by series. */
final class RelativeForm implements ScalarForm {
  private final GroupForm means;
  private final Panel values;
  private final int[] groupOf;

  RelativeForm(GroupForm means) {
    this.means = means;
    this.values = means.values();
    this.groupOf = means.groups().groupOfRegions(values);
  }

  @Override
  public boolean isPlain() {
    return means.isPlain();
  }

  @Override
  public boolean isPlain(int indicator, int region) {
    return values.isPlain(indicator, region)
        && (groupOf[region] < 0 || means.isPlain(indicator, groupOf[region]));
  }

  @Override
  public Series series(int indicator, int region) {
    Series value = values.series(indicator, region);
    Series mean =
        groupOf[region] >= 0
            ? means.series(indicator, groupOf[region])
            : nothing(value, means.groups().groups().get(0));
    return Ratio.relativeTo().over(value, mean);
  }

  private static Series nothing(Series like, Region region) {
    double[] missing = new double[like.size()];
    Arrays.fill(missing, Double.NaN);
    return Series.ofUnsafe(
        like.indicator(),
        region,
        like.axis(),
        missing,
        null,
        like.asOf(),
        like.declaredBreaks(),
        like.breakOrdinals());
  }
}
