package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;
import no.maaltall.core.panel.ScalarForm;

/**
 * The sum over the regions of a group: {@code Σ x}.
 *
 * <p>Unit and decimals are the indicator's, which must be an amount: percentages, indices and
 * amounts per something do not sum over regions, see {@link Ratio#total} and {@link GroupMean}. A
 * total of no regions is missing, never 0. Sums are taken in the order of the regions.
 */
public final class RegionTotal {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private final MissingRegions missing;

  private RegionTotal(MissingRegions missing) {
    this.missing = missing;
  }

  /**
   * {@return the total with a rule for missing regions}
   *
   * @param missing what to do about a region without a value
   */
  public static RegionTotal with(MissingRegions missing) {
    return new RegionTotal(missing);
  }

  /**
   * The formula: {@code Σ x}.
   *
   * @param sum the sum of the values; NaN when one that is not left out is missing
   * @param regions how many they are
   * @return the total; NaN when there are none, one is missing, or the sum too large for a double
   */
  public static double value(double sum, int regions) {
    return regions == 0 ? Double.NaN : Results.finite(sum);
  }

  /** {@return the id of the results: {@code region_total}} */
  public String id() {
    return "region_total";
  }

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    return Measure.isEnglish(locale) ? "total" : "sum";
  }

  private Indicator resultIndicator(Indicator indicator) {
    Unit unit = indicator.unit();
    boolean sums =
        switch (unit.kind()) {
          case PERCENT, PERCENTAGE_POINT, RATIO, INDEX, POINTS -> false;
          default -> unit.per().isEmpty();
        };
    if (!sums) {
      throw new IllegalArgumentException(
          indicator.id()
              + " ("
              + unit
              + ") does not sum over regions: use the total of a ratio, or a weighted mean");
    }
    return Indicator.builder(indicator)
        .id(indicator.id() + ":" + id())
        .name(indicator.name() + ": " + name(NORWEGIAN))
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the totals for all periods of the first series}
   *
   * <p>A status is the heaviest of those that go into the total. It has the breaks of all regions.
   *
   * @param values one series per region
   * @param group what the result is for
   * @throws IllegalArgumentException if there are no regions, or the unit does not sum
   */
  public Series over(List<Series> values, Region group) {
    RegionSums sums = new RegionSums(values, null, missing);
    return sums.over(
        resultIndicator(values.get(0).indicator()),
        group,
        (above, below, regions) -> value(above, regions));
  }

  /**
   * {@return the total of each group: indicators × groups × periods}
   *
   * @param panel the values; a view of indicators or regions is copied first
   * @param groups the groups
   * @throws IllegalArgumentException if the unit of an indicator does not sum
   */
  public Panel of(Panel panel, RegionGroups groups) {
    return on(panel, groups).toPanel();
  }

  /**
   * {@return the computation of {@link #of}, to choose periods, threads or a buffer}
   *
   * @param panel the values
   * @param groups the groups
   */
  public PanelComputation on(Panel panel, RegionGroups groups) {
    Panel source = panel.compact();
    int[][] members = groups.indexesIn(source);
    ImmutableList<Indicator> results =
        source.indicators().stream()
            .map(this::resultIndicator)
            .collect(ImmutableList.toImmutableList());
    return PanelComputation.of(
        source,
        results.size(),
        () -> results,
        groups.groups(),
        kernel(source, members),
        new ScalarForm() {
          @Override
          public boolean isPlain() {
            return source.isPlain();
          }

          @Override
          public boolean isPlain(int indicator, int group) {
            return source.isPlain()
                || Arrays.stream(members[group]).allMatch(r -> source.isPlain(indicator, r));
          }

          @Override
          public Series series(int indicator, int group) {
            return over(
                Arrays.stream(members[group]).mapToObj(r -> source.series(indicator, r)).toList(),
                groups.groups().get(group));
          }
        });
  }

  private Kernel kernel(Panel source, int[][] members) {
    double[][] columns = source.columnsUnsafe();
    int regions = source.regions().size();
    return new Kernel() {
      @Override
      public int grain() {
        return members.length;
      }

      @Override
      public void run(int first, int last, double[][] out, int from, int to, Scratch scratch) {
        for (int p = first; p < last; p++) {
          for (int at = from; at < to; at += members.length) {
            totals(columns[p], at / members.length * regions, members, out[p - first], at);
          }
        }
      }
    };
  }

  private void totals(double[] x, int from, int[][] members, double[] out, int at) {
    for (int g = 0; g < members.length; g++) {
      double sum = 0;
      int count = 0;
      for (int r : members[g]) {
        double value = x[from + r];
        if (missing == MissingRegions.LEAVE_OUT && Double.isNaN(value)) {
          continue;
        }
        sum += value;
        count++;
      }
      out[at + g] = value(sum, count);
    }
  }
}
