package no.maaltall.kostra.statbank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Region;

/**
 * Which dimension of a cube is the indicator, which the region, which the period; and which
 * categories the others are held at.
 *
 * <pre>{@code
 * Panel panel = cube.toPanel(PanelLayout.byRole().region("Region").fix("Kjonn", "2"));
 * Panel bySex = cube.toPanel(PanelLayout.byRole().indicator("ContentsCode", "Kjonn"));
 * }</pre>
 */
public final class PanelLayout {
  private static final PanelLayout BY_ROLE =
      new PanelLayout(
          ImmutableList.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ImmutableMap.of());

  private final ImmutableList<String> indicators;
  private final Optional<Indicator> measured;
  private final Optional<String> region;
  private final Optional<Region> place;
  private final Optional<String> period;
  private final ImmutableMap<String, String> fixed;

  private PanelLayout(
      ImmutableList<String> indicators,
      Optional<Indicator> measured,
      Optional<String> region,
      Optional<Region> place,
      Optional<String> period,
      ImmutableMap<String, String> fixed) {
    this.indicators = indicators;
    this.measured = measured;
    this.region = region;
    this.place = place;
    this.period = period;
    this.fixed = fixed;
  }

  /**
   * {@return the layout that the roles of the dimensions give}
   *
   * <p>The indicator is what has the role metric; the region what has the role geo, or, since not
   * all of SSB's tables say so, the one dimension without a role that is called {@code region}; the
   * period what has the role time. A cube without a metric dimension has one indicator, which is
   * named by what the cube says is measured, or by its title. Dimensions of one category need
   * nothing; others must be {@linkplain #fix fixed} or made part of the {@linkplain #indicator
   * indicator}.
   */
  public static PanelLayout byRole() {
    return BY_ROLE;
  }

  /**
   * {@return the same layout with the dimensions that make up the indicator}
   *
   * @param dimensions their ids; of several, each combination of categories is an indicator, whose
   *     id is their codes with a point between
   */
  public PanelLayout indicator(String... dimensions) {
    return new PanelLayout(
        ImmutableList.copyOf(dimensions), Optional.empty(), region, place, period, fixed);
  }

  /**
   * {@return the same layout with one indicator that no dimension stands for}
   *
   * @param indicator the indicator
   */
  public PanelLayout measuring(Indicator indicator) {
    return new PanelLayout(
        ImmutableList.of(), Optional.of(indicator), region, place, period, fixed);
  }

  /**
   * {@return the same layout with the dimension that is the region}
   *
   * @param dimension its id
   */
  public PanelLayout region(String dimension) {
    return new PanelLayout(
        indicators, measured, Optional.of(dimension), Optional.empty(), period, fixed);
  }

  /**
   * {@return the same layout with one region that no dimension stands for}
   *
   * @param region the region
   */
  public PanelLayout in(Region region) {
    return new PanelLayout(
        indicators, measured, Optional.empty(), Optional.of(region), period, fixed);
  }

  /**
   * {@return the same layout with the dimension that is the period}
   *
   * @param dimension its id
   */
  public PanelLayout period(String dimension) {
    return new PanelLayout(indicators, measured, region, place, Optional.of(dimension), fixed);
  }

  /**
   * {@return the same layout with a dimension held at one of its categories}
   *
   * @param dimension its id
   * @param code the code of the category
   */
  public PanelLayout fix(String dimension, String code) {
    return new PanelLayout(
        indicators,
        measured,
        region,
        place,
        period,
        ImmutableMap.<String, String>builder()
            .putAll(fixed)
            .put(dimension, code)
            .buildKeepingLast());
  }

  ImmutableList<String> indicatorDimensions() {
    return indicators;
  }

  Optional<Indicator> measured() {
    return measured;
  }

  Optional<String> regionDimension() {
    return region;
  }

  Optional<Region> place() {
    return place;
  }

  Optional<String> periodDimension() {
    return period;
  }

  ImmutableMap<String, String> fixed() {
    return fixed;
  }
}
