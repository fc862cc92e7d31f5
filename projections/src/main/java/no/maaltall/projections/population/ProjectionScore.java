package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How an old projection did against what came: errors by age group and horizon, over regions.
 *
 * <p>With F the forecast, A what came, and e = F − A: mean error ME = mean e (more than 0 when too
 * many were expected), MPE = mean of 100 · e / A, MAE = mean |e|, MAPE = mean of 100 · |e| / A,
 * RMSE = √mean e². Regions where A is 0 are left out of the percentages, and counted.
 */
public final class ProjectionScore {
  /**
   * The errors of an age group at a horizon.
   *
   * @param group the ages
   * @param horizon years after the start
   * @param regions how many regions there are
   * @param withoutPercentage how many of them had nobody, and are left out of the percentages
   * @param meanError ME in persons
   * @param meanAbsoluteError MAE in persons
   * @param rootMeanSquare RMSE in persons
   * @param meanPercentageError MPE in percent; empty when every region had nobody
   * @param meanAbsolutePercentageError MAPE in percent; empty when every region had nobody
   * @param coverage the share of regions where what came lies inside the interval, in percent;
   *     empty when there is no interval
   */
  public record Row(
      AgeGroup group,
      int horizon,
      int regions,
      int withoutPercentage,
      double meanError,
      double meanAbsoluteError,
      double rootMeanSquare,
      OptionalDouble meanPercentageError,
      OptionalDouble meanAbsolutePercentageError,
      OptionalDouble coverage) {}

  private final ImmutableList<Row> rows;

  private ProjectionScore(ImmutableList<Row> rows) {
    this.rows = rows;
  }

  /**
   * {@return the errors of a projection}
   *
   * @param projection the old projection
   * @param actual what came, for some of its later years; regions by code
   * @param groups the age groups
   * @throws no.maaltall.core.indicator.UnknownCodeException if a year or region is not in both
   */
  public static ProjectionScore of(
      Projection projection, List<Population> actual, List<AgeGroup> groups) {
    return score(projection, actual, groups, (group, region, year, came) -> OptionalDouble.empty());
  }

  /**
   * {@return the errors of a projection with its intervals: the middle against what came, and how
   * often that lies inside}
   *
   * @param fan the old projection; it must have watched the groups
   * @param actual what came
   * @param groups the age groups
   * @param level the share of draws that the interval holds, as 0.8
   */
  public static ProjectionScore of(
      Fan fan, List<Population> actual, List<AgeGroup> groups, double level) {
    return score(
        fan.middle(),
        actual,
        groups,
        (group, region, year, came) -> {
          double low = fan.quantile(group, region, year, 0.5 - level / 2);
          double high = fan.quantile(group, region, year, 0.5 + level / 2);
          return OptionalDouble.of(low <= came && came <= high ? 1 : 0);
        });
  }

  private interface Inside {
    OptionalDouble at(AgeGroup group, int region, int year, double came);
  }

  private static ProjectionScore score(
      Projection projection, List<Population> actual, List<AgeGroup> groups, Inside inside) {
    List<Row> rows = new ArrayList<>();
    for (AgeGroup group : groups) {
      for (Population came : actual) {
        rows.add(row(projection, came, group, inside));
      }
    }
    return new ProjectionScore(ImmutableList.copyOf(rows));
  }

  private static Row row(Projection projection, Population came, AgeGroup group, Inside inside) {
    Population expected = projection.at(came.year());
    int regions = expected.regions().size();
    double error = 0;
    double absolute = 0;
    double squares = 0;
    double percent = 0;
    double absolutePercent = 0;
    int withPercentage = 0;
    double covered = 0;
    boolean intervals = false;
    for (int region = 0; region < regions; region++) {
      double a = came.sum(came.indexOf(expected.regions().get(region).code()), group);
      double e = expected.sum(region, group) - a;
      error += e / regions;
      absolute += Math.abs(e) / regions;
      squares += e * e / regions;
      if (a > 0) {
        withPercentage++;
        percent += 100 * e / a;
        absolutePercent += 100 * Math.abs(e) / a;
      }
      OptionalDouble hit = inside.at(group, region, came.year(), a);
      intervals |= hit.isPresent();
      covered += 100 * hit.orElse(0) / regions;
    }
    return new Row(
        group,
        came.year() - projection.first().year(),
        regions,
        regions - withPercentage,
        error,
        absolute,
        Math.sqrt(squares),
        mean(percent, withPercentage),
        mean(absolutePercent, withPercentage),
        intervals ? OptionalDouble.of(covered) : OptionalDouble.empty());
  }

  private static OptionalDouble mean(double sum, int count) {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** {@return the errors, by age group and then in the order of what came} */
  public ImmutableList<Row> rows() {
    return rows;
  }
}
