package no.maaltall.core.measure;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.panel.AxisMismatchException;
import no.maaltall.core.panel.InvalidPanelException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;

/**
 * The weighted mean of a group of regions: {@code Σ w x / Σ w}.
 *
 * <p>Weighted with its denominator, the mean of a ratio is the ratio of the group. Unit and
 * decimals are the indicator's. Missing when the weights sum to zero. A region without a value, or
 * without a weight, is missing in a period; {@link MissingRegions} says what that does. Sums are
 * taken in the order of the regions.
 *
 * <pre>{@code
 * GroupMean mean = GroupMean.leavingOut();
 * Panel groups = mean.of(panel, inhabitants, kostraGroups);
 * Panel compared = mean.relative(panel, inhabitants, kostraGroups);   // own group = 100
 * }</pre>
 */
public final class GroupMean {
  private static final Locale NORWEGIAN = Locale.forLanguageTag("nb-NO");

  private final MissingRegions missing;

  private GroupMean(MissingRegions missing) {
    this.missing = missing;
  }

  /**
   * {@return the mean with a rule for missing regions}
   *
   * @param missing what to do about a region that is missing
   */
  public static GroupMean with(MissingRegions missing) {
    return new GroupMean(missing);
  }

  /** {@return the mean of the regions that have a value and a weight} */
  public static GroupMean leavingOut() {
    return new GroupMean(MissingRegions.LEAVE_OUT);
  }

  /**
   * The formula: {@code Σ w x / Σ w}.
   *
   * @param weighted {@code Σ w x}
   * @param weights {@code Σ w}
   * @return the mean; NaN when either is, the weights sum to 0, or a sum or the result is too large
   *     for a double
   */
  public static double value(double weighted, double weights) {
    return Results.finite(weighted / Results.finite(weights));
  }

  /** {@return the id of the results: {@code group_mean}} */
  public String id() {
    return "group_mean";
  }

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    return Measure.isEnglish(locale) ? "group mean" : "gjennomsnitt i gruppen";
  }

  private Indicator resultIndicator(Indicator indicator) {
    return Indicator.builder(indicator)
        .id(indicator.id() + ":" + id())
        .name(indicator.name() + ": " + name(NORWEGIAN))
        .ratio(Optional.empty())
        .parent(Optional.empty())
        .target(OptionalDouble.empty())
        .build();
  }

  /**
   * {@return the means for all periods of the first series}
   *
   * <p>A status is the heaviest of those that go into the mean. It has the breaks of all regions.
   *
   * @param values one series per region
   * @param weights the weight of each, in the same order of regions
   * @param group what the result is for
   * @throws IllegalArgumentException if there are no regions, or others have weights
   */
  public Series over(List<Series> values, List<Series> weights, Region group) {
    return new RegionSums(values, weights, missing)
        .over(
            resultIndicator(values.get(0).indicator()),
            group,
            (above, below, regions) -> value(above, below));
  }

  /**
   * {@return the mean of each group: indicators × groups × periods}
   *
   * @param values the values; a view of indicators or regions is copied first
   * @param weights one indicator, for all values, or as many as there are values, each for the one
   *     in the same place; of the same regions
   * @param groups the groups
   * @throws AxisMismatchException if the weights have other indicators or regions than these
   */
  public Panel of(Panel values, Panel weights, RegionGroups groups) {
    return on(values, weights, groups).toPanel();
  }

  /**
   * {@return the computation of {@link #of}, to choose periods, threads or a buffer}
   *
   * @param values the values
   * @param weights the weights
   * @param groups the groups
   */
  public PanelComputation on(Panel values, Panel weights, RegionGroups groups) {
    GroupForm form = new GroupForm(values.compact(), weights.compact(), groups, this);
    return PanelComputation.of(
        form.values(),
        form.values().indicators().size(),
        () -> resultIndicators(form.values()),
        groups.groups(),
        new GroupKernel(form, missing),
        form);
  }

  private ImmutableList<Indicator> resultIndicators(Panel values) {
    return values.indicators().stream()
        .map(this::resultIndicator)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return each value as an index with the mean of its region's group in the same period = 100}
   *
   * <p>As {@link Ratio#relativeTo} of the value and the mean. Missing in a region without a group.
   *
   * @param values the values; a view of indicators or regions is copied first
   * @param weights one indicator, for all values, or as many as there are values, each for the one
   *     in the same place; of the same regions
   * @param groups the groups
   * @throws AxisMismatchException if the weights have other indicators or regions than these
   */
  public Panel relative(Panel values, Panel weights, RegionGroups groups) {
    return onRelative(values, weights, groups).toPanel();
  }

  /**
   * {@return the computation of {@link #relative}, to choose periods, threads or a buffer}
   *
   * @param values the values
   * @param weights the weights
   * @param groups the groups
   */
  public PanelComputation onRelative(Panel values, Panel weights, RegionGroups groups) {
    GroupForm form = new GroupForm(values.compact(), weights.compact(), groups, this);
    RelativeForm relative = new RelativeForm(form);
    return PanelComputation.of(
        form.values(),
        form.values().indicators().size(),
        () ->
            form.values().indicators().stream()
                .map(i -> Ratio.relativeTo().resultIndicator(i, resultIndicator(i)))
                .collect(ImmutableList.toImmutableList()),
        form.values().regions(),
        new RelativeKernel(new GroupKernel(form, missing), form),
        relative);
  }

  /**
   * {@return each value as an index with the mean of every group in turn = 100, whether its region
   * is in the group or not: a service profile of all regions against all groups}
   *
   * <p>The results have an indicator {@code ID:relative_to:GROUP} for each indicator and group, the
   * groups of one indicator beside each other. Groups may overlap ({@link
   * RegionGroups#ofOverlapping}).
   *
   * @param values the values; a view of indicators or regions is copied first
   * @param weights one indicator, for all values, or as many as there are values, each for the one
   *     in the same place; of the same regions
   * @param groups the groups
   * @throws AxisMismatchException if the weights have other indicators or regions than these
   */
  public Panel relativeToEach(Panel values, Panel weights, RegionGroups groups) {
    return onRelativeToEach(values, weights, groups).toPanel();
  }

  /**
   * {@return the computation of {@link #relativeToEach}, to choose periods, threads or a buffer}
   *
   * @param values the values
   * @param weights the weights
   * @param groups the groups
   * @throws InvalidPanelException if indicators times groups times regions is more than an array
   *     can hold
   */
  public PanelComputation onRelativeToEach(Panel values, Panel weights, RegionGroups groups) {
    GroupForm form = new GroupForm(values.compact(), weights.compact(), groups, this);
    ProfileForm profile = new ProfileForm(form);
    return PanelComputation.of(
        form.values(),
        (long) form.values().indicators().size() * form.members().length,
        profile::indicators,
        form.values().regions(),
        new ProfileKernel(new GroupKernel(form, missing), form),
        profile);
  }
}
