package no.maaltall.projections.population;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import no.maaltall.core.indicator.Region;
import no.maaltall.projections.population.ProjectionInputException.Kind;

/**
 * Moves in and out, by sex and age, per step and region: net numbers, net rates, or flows through a
 * pool; several are added up with {@link #plus}.
 *
 * <p>Rates multiply the population at the time that {@link MigrationTiming} sets: those alive at
 * the start of the step, or those who survive to its end.
 */
public final class Migration {
  private static final Migration NONE = new Migration(ImmutableList.of());
  private static final double SUM_TOLERANCE = 1e-9;

  /** One kind of moves. */
  sealed interface Flow permits NetNumbers, NetRates, Pool {}

  /** So many more in than out. */
  record NetNumbers(RateTable numbers) implements Flow {}

  /** So many more in than out per person. */
  record NetRates(RateTable rates) implements Flow {}

  /** Who leaves goes into a pool by sex and age, and the regions share it. */
  record Pool(RateTable out, RateTable shares) implements Flow {}

  private final ImmutableList<Flow> flows;

  private Migration(ImmutableList<Flow> flows) {
    this.flows = flows;
  }

  /** {@return no moves: SSB's figure 0} */
  public static Migration none() {
    return NONE;
  }

  /**
   * {@return net numbers of persons: moves in less moves out during the step}
   *
   * @param scope which ages, years and regions; numbers that are the same everywhere are added in
   *     each region
   * @param source the numbers, finite
   * @throws ProjectionInputException if one is not finite
   */
  public static Migration net(RateScope scope, RateSource source) {
    return new Migration(ImmutableList.of(new NetNumbers(numbers(scope, source))));
  }

  /** Net numbers as above, that an error can say the file and line of. */
  static Migration net(RateScope scope, RateSource source, RateTable.Origin origin) {
    return new Migration(ImmutableList.of(new NetNumbers(numbers(scope, source).readFrom(origin))));
  }

  private static RateTable numbers(RateScope scope, RateSource source) {
    return table("net migration", scope, source, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The line of a file that says that somebody moves out of a cell; empty when none does. */
  Optional<RateTable.Place> placeOfMovesOut(int year, Region region, int cell) {
    for (Flow flow : flows) {
      if (flow instanceof NetNumbers net) {
        Optional<RateTable.Place> place = net.numbers().placeOfNegative(year, region, cell);
        if (place.isPresent()) {
          return place;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@return net numbers that are the same every step}
   *
   * @param ages the age groups
   * @param males one number per age group
   * @param females one number per age group
   * @throws IllegalArgumentException if there is not one number per age group
   */
  public static Migration constant(Ages ages, double[] males, double[] females) {
    if (males.length != ages.count() || females.length != ages.count()) {
      throw new IllegalArgumentException(
          "migration needs "
              + ages.count()
              + " numbers for each sex, got "
              + males.length
              + " and "
              + females.length);
    }
    double[][] copy = {males.clone(), females.clone()};
    return net(RateScope.everywhere(ages), (year, region, sex, age) -> copy[sex.ordinal()][age]);
  }

  /**
   * {@return net rates: moves in less moves out during the step, per person}
   *
   * @param scope which ages, years and regions
   * @param source the rates, finite, −1 or more
   * @throws ProjectionInputException if one is less than −1 or not finite
   */
  public static Migration rates(RateScope scope, RateSource source) {
    return new Migration(
        ImmutableList.of(
            new NetRates(
                table(
                    "net migration rates",
                    scope,
                    (y, r, s, a) -> atLeastMinusOne(scope, source.at(y, r, s, a), y, s, a),
                    -1,
                    Double.MAX_VALUE))));
  }

  private static double atLeastMinusOne(RateScope scope, double rate, int year, Sex sex, int age) {
    if (rate < -1) {
      throw ProjectionInputException.of(
          Kind.OUT_OF_RANGE,
          "net migration rates",
          sex.code()
              + " at "
              + scope.ages().label(age)
              + (scope.yearCount() == 0 ? "" : " in " + year)
              + " is "
              + rate,
          "-1 (all leave) or more");
    }
    return rate;
  }

  /**
   * {@return moves between the regions of a projection, which sum to zero: who leaves goes into one
   * pool by sex and age, and each region gets its share of that}
   *
   * @param scope which ages, years and regions; the shares must differ by region unless there is
   *     only one
   * @param out the share of each region's population that leaves, 0 to 1
   * @param shares the share of the pool that each region gets, 0 to 1; over the regions they sum to
   *     1
   * @throws ProjectionInputException if a rate or share is outside 0 to 1, or the shares of a cell
   *     do not sum to 1 within 1e-9
   */
  public static Migration pool(RateScope scope, RateSource out, RateSource shares) {
    RateTable into = table("shares of moves in", scope, shares, 0, 1);
    int steps = Math.max(1, scope.yearCount());
    for (int step = 0; step < steps; step++) {
      int year = scope.yearCount() == 0 ? 0 : scope.firstYear() + step * scope.ages().width();
      for (int cell = 0; cell < 2 * scope.ages().count(); cell++) {
        double sum = 0;
        for (int region = 0; region < Math.max(1, scope.regions().size()); region++) {
          sum += into.at(year, region, cell);
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
          throw ProjectionInputException.of(
              Kind.OUT_OF_RANGE,
              "shares of moves in",
              name(scope, cell) + (year == 0 ? "" : " in " + year) + " sum to " + sum,
              "shares that sum to 1 over the regions");
        }
      }
    }
    return new Migration(ImmutableList.of(new Pool(table("moves out", scope, out, 0, 1), into)));
  }

  private static RateTable table(
      String what, RateScope scope, RateSource source, double low, double high) {
    int count = scope.ages().count();
    return RateTable.of(
        what,
        scope,
        2 * count,
        (year, region, cell) ->
            RateTable.require(
                what,
                source.at(year, region, Sex.values()[cell / count], cell % count),
                low,
                high,
                year,
                name(scope, cell)));
  }

  private static String name(RateScope scope, int cell) {
    int count = scope.ages().count();
    return Sex.values()[cell / count].code() + " at " + scope.ages().label(cell % count);
  }

  /**
   * {@return these moves and others}
   *
   * @param other the others
   */
  public Migration plus(Migration other) {
    return new Migration(ImmutableList.<Flow>builder().addAll(flows).addAll(other.flows).build());
  }

  /**
   * {@return moves that stay as they are in one year: SSB's letter K}
   *
   * @param year the year
   */
  public Migration constantFrom(int year) {
    ImmutableList.Builder<Flow> constant = ImmutableList.builder();
    for (Flow flow : flows) {
      if (flow instanceof NetNumbers n) {
        constant.add(new NetNumbers(n.numbers().constantFrom(year)));
      } else if (flow instanceof NetRates r) {
        constant.add(new NetRates(r.rates().constantFrom(year)));
      } else if (flow instanceof Pool p) {
        constant.add(new Pool(p.out().constantFrom(year), p.shares().constantFrom(year)));
      }
    }
    return new Migration(constant.build());
  }

  ImmutableList<Flow> flows() {
    return flows;
  }
}
