package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.AxisMismatchException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;
import no.maaltall.core.panel.ScalarForm;

/** A ratio of two panels: which series is divided by which. */
final class RatioPanels implements ScalarForm {
  private final Ratio ratio;
  private final Panel above;
  private final Panel below;
  private final boolean shared;
  private final boolean oneRegion;

  private RatioPanels(Ratio ratio, Panel above, Panel below) {
    this.ratio = ratio;
    this.above = above;
    this.below = below;
    this.shared = below.indicators().size() == 1;
    this.oneRegion = ratio.isRelative() && below.regions().size() == 1;
  }

  static RatioPanels of(Ratio ratio, Panel numerators, Panel denominators) {
    RatioPanels panels = new RatioPanels(ratio, numerators.compact(), denominators.compact());
    panels.check();
    return panels;
  }

  private void check() {
    int size = above.indicators().size();
    if (!shared && below.indicators().size() != size) {
      throw new AxisMismatchException(
          "indicators",
          above.toString(),
          below.toString(),
          "below the line there must be 1, or as many as above it");
    }
    if (!oneRegion) {
      above.requireSameRegions(below);
    }
    for (int i = 0; i < size; i++) {
      ratio.requireComparable(
          above.indicators().get(i), above.axis().frequency(), denominator(i), below.axis().last());
    }
  }

  private Indicator denominator(int indicator) {
    return below.indicators().get(shared ? 0 : indicator);
  }

  private ImmutableList<Indicator> results() {
    return IntStream.range(0, above.indicators().size())
        .mapToObj(i -> ratio.resultIndicator(above.indicators().get(i), denominator(i)))
        .collect(ImmutableList.toImmutableList());
  }

  PanelComputation computation() {
    return PanelComputation.of(
        above,
        above.indicators().size(),
        this::results,
        above.regions(),
        new RatioKernel(above, below, shared, oneRegion, ratio.factor()),
        this);
  }

  @Override
  public boolean isPlain() {
    return above.isPlain() && below.isPlain();
  }

  @Override
  public boolean isPlain(int indicator, int region) {
    return above.isPlain(indicator, region)
        && below.isPlain(shared ? 0 : indicator, oneRegion ? 0 : region);
  }

  @Override
  public Series series(int indicator, int region) {
    return ratio.computed(above.series(indicator, region), belowSeries(indicator, region));
  }

  private Series belowSeries(int indicator, int region) {
    return below.series(shared ? 0 : indicator, oneRegion ? 0 : region);
  }

  PanelComputation totals(RegionGroups groups, MissingRegions missing) {
    int[][] members = groups.indexesIn(above);
    return PanelComputation.of(
        above,
        above.indicators().size(),
        this::results,
        groups.groups(),
        new RatioTotalKernel(above, below, shared, oneRegion, ratio.factor(), members, missing),
        new ScalarForm() {
          @Override
          public boolean isPlain() {
            return RatioPanels.this.isPlain();
          }

          @Override
          public boolean isPlain(int indicator, int group) {
            return Arrays.stream(members[group])
                .allMatch(r -> RatioPanels.this.isPlain(indicator, r));
          }

          @Override
          public Series series(int indicator, int group) {
            return total(indicator, members[group], groups.groups().get(group), missing);
          }
        });
  }

  private Series total(int indicator, int[] members, Region group, MissingRegions missing) {
    List<Series> numerators =
        Arrays.stream(members).mapToObj(r -> above.series(indicator, r)).toList();
    List<Series> denominators =
        Arrays.stream(members).mapToObj(r -> belowSeries(indicator, r)).toList();
    Series first = numerators.get(0);
    double[] values = new double[first.size()];
    byte[] statuses = new byte[first.size()];
    for (int p = 0; p < values.length; p++) {
      Observation total =
          ratio.total(numerators, denominators, group, first.period(p), missing).observation();
      values[p] = total.value();
      statuses[p] = (byte) total.status().ordinal();
    }
    Series result =
        Series.ofUnsafe(
            ratio.resultIndicator(first.indicator(), denominator(indicator)),
            group,
            first.axis(),
            values,
            statuses,
            first.asOf(),
            first.declaredBreaks(),
            first.breakOrdinals());
    for (int i = 0; i < members.length; i++) {
      result = result.withBreaksOf(numerators.get(i)).withBreaksOf(denominators.get(i));
    }
    return result;
  }
}
