package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.UnknownCodeException;

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
   * @param group the ages, or the id of the indicator
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
      String group,
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
   * @throws UnknownCodeException if a year or region is not in both
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

  /**
   * {@return the errors of forecasts that are series, such as those that SSB publishes: by
   * indicator and year, over regions}
   *
   * @param forecasts the old forecasts
   * @param actual what came, by the same indicators and regions
   * @param startYear the year that the forecasts start from
   * @throws UnknownCodeException if there is nothing that came for the indicator and region of a
   *     forecast
   */
  public static ProjectionScore ofSeries(
      List<Series> forecasts, List<Series> actual, int startYear) {
    Map<String, Series> byName = new HashMap<>();
    actual.forEach(series -> byName.put(name(series), series));
    Map<String, TreeMap<Integer, Errors>> errors = new LinkedHashMap<>();
    for (Series forecast : forecasts) {
      Series came = byName.get(name(forecast));
      if (came == null) {
        throw new UnknownCodeException("series of what came", name(forecast), byName.keySet());
      }
      for (Period period : forecast.periods()) {
        Observation f = forecast.at(period);
        Observation a = came.at(period);
        if (period.startYear() > startYear && !f.isMissing() && !a.isMissing()) {
          errors
              .computeIfAbsent(forecast.indicator().id(), id -> new TreeMap<>())
              .computeIfAbsent(period.startYear() - startYear, h -> new Errors())
              .add(f.value(), a.value(), OptionalDouble.empty());
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    errors.forEach((id, byYear) -> byYear.forEach((h, each) -> rows.add(each.row(id, h))));
    return new ProjectionScore(ImmutableList.copyOf(rows));
  }

  private static String name(Series series) {
    return series.indicator().id() + " in " + series.region().code();
  }

  private static Row row(Projection projection, Population came, AgeGroup group, Inside inside) {
    Population expected = projection.at(came.year());
    Errors errors = new Errors();
    for (int region = 0; region < expected.regions().size(); region++) {
      double a = came.sum(came.indexOf(expected.regions().get(region).code()), group);
      errors.add(expected.sum(region, group), a, inside.at(group, region, came.year(), a));
    }
    return errors.row(group.toString(), came.year() - projection.first().year());
  }

  /** Sums over regions. */
  private static final class Errors {
    private int regions;
    private double error;
    private double absolute;
    private double squares;
    private double percent;
    private double absolutePercent;
    private int withPercentage;
    private double covered;
    private boolean intervals;

    void add(double forecast, double came, OptionalDouble inside) {
      double e = forecast - came;
      regions++;
      error += e;
      absolute += Math.abs(e);
      squares += e * e;
      if (came > 0) {
        withPercentage++;
        percent += 100 * e / came;
        absolutePercent += 100 * Math.abs(e) / came;
      }
      intervals |= inside.isPresent();
      covered += 100 * inside.orElse(0);
    }

    Row row(String group, int horizon) {
      return new Row(
          group,
          horizon,
          regions,
          regions - withPercentage,
          error / regions,
          absolute / regions,
          Math.sqrt(squares / regions),
          mean(percent, withPercentage),
          mean(absolutePercent, withPercentage),
          intervals ? OptionalDouble.of(covered / regions) : OptionalDouble.empty());
    }
  }

  private static OptionalDouble mean(double sum, int count) {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** {@return the errors, by age group and then in the order of what came} */
  public ImmutableList<Row> rows() {
    return rows;
  }
}
