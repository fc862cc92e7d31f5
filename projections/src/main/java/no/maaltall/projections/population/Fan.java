package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;

/** The distribution of age groups by region and year over the draws of a projection. */
public final class Fan {
  private final Projection middle;
  private final ImmutableList<AgeGroup> groups;
  private final ImmutableList<Region> regions;
  private final QuantileGrid grid;
  private final int draws;
  private final long seed;

  Fan(
      Projection middle,
      ImmutableList<AgeGroup> groups,
      ImmutableList<Region> regions,
      QuantileGrid grid,
      int draws,
      long seed) {
    this.middle = middle;
    this.groups = groups;
    this.regions = regions;
    this.grid = grid;
    this.draws = draws;
    this.seed = seed;
  }

  /** {@return the projection without uncertainty; its components are not kept} */
  public Projection middle() {
    return middle;
  }

  /** {@return the age groups} */
  public ImmutableList<AgeGroup> groups() {
    return groups;
  }

  /** {@return how many draws there were} */
  public int draws() {
    return draws;
  }

  /** {@return the seed that gives the same again} */
  public long seed() {
    return seed;
  }

  private int statistic(AgeGroup group, int region, int year) {
    int g = groups.indexOf(group);
    if (g < 0) {
      throw new UnknownCodeException(
          "age group", group.toString(), groups.stream().map(AgeGroup::toString).toList());
    }
    int width = middle.first().ages().width();
    int distance = year - middle.first().year();
    int step = distance / width - 1;
    if (distance % width != 0 || step < 0 || step >= middle.populations().size() - 1) {
      throw new UnknownCodeException(
          "year",
          Integer.toString(year),
          middle.populations().stream().skip(1).map(p -> Integer.toString(p.year())).toList());
    }
    return (step * groups.size() + g) * regions.size() + region;
  }

  /**
   * {@return a quantile of the persons of an age group}
   *
   * @param group one of the groups that were watched
   * @param region the index of the region
   * @param year a year after the start
   * @param p the share of draws below, 0 to 1
   * @throws UnknownCodeException if the group was not watched, or there is no such year
   * @throws IllegalArgumentException if p is outside 0 to 1
   */
  public double quantile(AgeGroup group, int region, int year, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a quantile is of a share of 0 to 1, got " + p);
    }
    int statistic = statistic(group, region, year);
    return p == 0
        ? grid.lowest(statistic)
        : p == 1 ? grid.highest(statistic) : grid.quantile(statistic, p);
  }

  /**
   * {@return the mean of the persons of an age group, to 0.00001}
   *
   * @param group one of the groups that were watched
   * @param region the index of the region
   * @param year a year after the start
   */
  public double mean(AgeGroup group, int region, int year) {
    return grid.mean(statistic(group, region, year));
  }

  /** 100 times a share in as few digits as it has itself: 7 for 0.07. */
  private static String percent(double p) {
    return new BigDecimal(Rounding.shortest(p))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString()
        .replace('.', ',');
  }

  /**
   * {@return a quantile over the years, the start included, where there is no doubt}
   *
   * @param group one of the groups that were watched
   * @param region the index of the region
   * @param p the share of draws below, 0 to 1
   */
  public Series series(AgeGroup group, int region, double p) {
    Series plain = middle.series(group, region);
    Indicator indicator =
        Indicator.builder(plain.indicator())
            .id(plain.indicator().id() + ".q" + Math.round(1_000 * p))
            .name(plain.indicator().name() + ", " + percent(p) + "-prosentil")
            .build();
    Series.Builder series = Series.builder(indicator, regions.get(region));
    for (Period period : plain.periods()) {
      series.add(
          period,
          period.equals(plain.period(0))
              ? plain.at(period)
              : new Observation(
                  quantile(group, region, period.startYear(), p), ObservationStatus.FORECAST));
    }
    return series.build();
  }
}
