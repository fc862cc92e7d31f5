package no.maaltall.kostra.comparison;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.DataSet;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.Rank;
import no.maaltall.core.measure.RelativeChange;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * One indicator of a network: its mean, who is lowest and highest, and how a municipality lies.
 *
 * <p>Ranks and extremes are of the members that reported; who did not, {@link #notReported} says. A
 * municipality that is no member is ranked as one more.
 *
 * <pre>{@code
 * NetworkComparison cost =
 *     NetworkComparison.of(data, asss, NetworkMean.unweighted().leavingOut(), "bv.f244-per-barn");
 * cost.index("3201", Period.year(2024)).text();      // "109,5"
 * cost.position("3201", Period.year(2024));          // HIGHEST
 * }</pre>
 */
public final class NetworkComparison {
  private final Network network;
  private final NetworkMean mean;
  private final Indicator indicator;
  private final ImmutableMap<String, Series> values;
  private final MeanFormula formula;

  private NetworkComparison(
      Network network, NetworkMean mean, ImmutableMap<String, Series> values, MeanFormula formula) {
    this.network = network;
    this.mean = mean;
    this.values = values;
    this.formula = formula;
    this.indicator = values.values().iterator().next().indicator();
    PriceBase.requireOne(
        "the comparison with " + network.code(),
        values.values().stream().map(Series::indicator).distinct().toList());
  }

  /**
   * {@return the comparison of an indicator of a data set}
   *
   * @param data the data; a member that they do not have has not reported
   * @param network with whom
   * @param mean how the mean is taken
   * @param indicator the id of the indicator
   * @throws UnknownCodeException if the data do not have the indicator or the weight, or not the
   *     network as a region for {@link NetworkMean#published}
   * @throws InvalidComparisonException if {@link NetworkMean#sumOverSum} is asked of an indicator
   *     that is not defined as a ratio, or a weight is negative
   */
  public static NetworkComparison of(
      DataSet data, Network network, NetworkMean mean, String indicator) {
    Indicator what = data.indicator(indicator);
    Set<String> known =
        data.regions().stream().map(Region::code).collect(Collectors.toCollection(TreeSet::new));
    BiFunction<String, String, Series> find =
        (id, code) ->
            known.contains(code)
                ? data.series(id, code)
                : absent(data.indicator(id), code, data.lastPeriod().orElse(Period.year(1)));
    Map<String, Series> values = new LinkedHashMap<>();
    network.members().forEach(code -> values.put(code, find.apply(indicator, code)));
    known.stream()
        .filter(code -> !code.equals(network.code()) || network.members().contains(code))
        .filter(code -> data.has(indicator, code))
        .forEach(code -> values.computeIfAbsent(code, c -> find.apply(indicator, c)));
    return new NetworkComparison(
        network,
        mean,
        ImmutableMap.copyOf(values),
        MeanFormula.of(network, mean, what, find, code -> data.series(indicator, code)));
  }

  /**
   * {@return the comparison of series, one per municipality, by their unweighted mean}
   *
   * @param values of the members, and of others that are compared with them; a member without one
   *     has not reported
   * @param network with whom
   * @param mean an unweighted mean, or one weighted by the weights
   * @param weights of the members: the indicator that the mean names; may be empty when it is not
   *     weighted
   * @throws InvalidComparisonException if there are no series, two for one municipality, different
   *     units or price bases, a weight that is negative or of another indicator, or a mean that
   *     needs a data set
   */
  public static NetworkComparison of(
      Collection<Series> values, Network network, NetworkMean mean, Collection<Series> weights) {
    if (values.isEmpty()) {
      throw new InvalidComparisonException(
          Problem.NOT_COMPARED, "there is no series to compare in network " + network.code());
    }
    Series first = values.iterator().next();
    Map<String, Series> given = byRegion(values, network);
    Map<String, Series> weighing = byRegion(weights, network);
    Map<String, Series> all = new LinkedHashMap<>();
    network
        .members()
        .forEach(
            c -> all.put(c, given.getOrDefault(c, absent(first.indicator(), c, first.asOf()))));
    given.forEach(all::putIfAbsent);
    return new NetworkComparison(
        network,
        mean,
        ImmutableMap.copyOf(all),
        MeanFormula.ofSeries(network, mean, all, weighing));
  }

  private static Map<String, Series> byRegion(Collection<Series> series, Network network) {
    Map<String, Series> byRegion = new LinkedHashMap<>();
    for (Series s : series) {
      if (byRegion.put(s.region().code(), s) != null) {
        throw new InvalidComparisonException(
            Problem.MEMBER_TWICE,
            "network " + network.code() + " has " + s.region().code() + " twice");
      }
    }
    return byRegion;
  }

  private static Series absent(Indicator indicator, String code, Period period) {
    return Series.builder(indicator, Region.of(code)).add(period, Observation.missing()).build();
  }

  /** {@return with whom} */
  public Network network() {
    return network;
  }

  /** {@return how the mean is taken} */
  public NetworkMean meanKind() {
    return mean;
  }

  /** {@return what is compared} */
  public Indicator indicator() {
    return indicator;
  }

  /**
   * {@return the series of a municipality}
   *
   * @param region its code
   * @throws UnknownCodeException if it is not in the comparison
   */
  public Series series(String region) {
    Series series = values.get(region);
    if (series == null) {
      throw new UnknownCodeException("region of the comparison", region, values.keySet());
    }
    return series;
  }

  /**
   * {@return the mean of the network, named by its measure: {@code network_mean_unweighted}, ...}
   *
   * @param period the period
   */
  public Figure mean(Period period) {
    return formula.at(period);
  }

  /**
   * {@return a value with the mean of the network = 100, with id {@code relative_to_} and that of
   * the mean; missing when either is, when the mean is zero, and when it is of that municipality
   * alone}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public Figure index(String region, Period period) {
    Figure of = mean(period);
    return beside(region, of)
        .figure(
            result(series(region).region(), "relative_to_" + mean.id(), Unit.INDEX, 1),
            "100 · {x} / {m}",
            RatioDefinition.value(value(region, period), of.value(), 100));
  }

  /**
   * {@return how far a value is from the mean in percent of it, with id {@code distance_from_} and
   * that of the mean; missing when either is, when the mean is zero, and when it is of that
   * municipality alone}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public Figure distance(String region, Period period) {
    Figure of = mean(period);
    return beside(region, of)
        .figure(
            result(series(region).region(), "distance_from_" + mean.id(), Unit.PERCENT, 1),
            "100 · ({x} − {m}) / {m}",
            RelativeChange.value(value(region, period), of.value()));
  }

  private Computation beside(String region, Figure of) {
    Computation computation =
        new Computation(of.period())
            .observed("x", series(region))
            .figure("m", of)
            .denominator(of.value());
    return isMeanOf(region, of) ? computation.tooFew(of.period().toString()) : computation;
  }

  /** Whether a mean is of one municipality alone, which lies where it lies. */
  private boolean isMeanOf(String region, Figure of) {
    Set<String> members = new HashSet<>(network.members());
    of.caveats().stream()
        .filter(c -> c.kind() == Caveat.Kind.REGIONS_LEFT_OUT)
        .forEach(c -> members.removeAll(Splitter.on(", ").splitToList(c.detail())));
    return mean.kind() != NetworkMean.Kind.PUBLISHED && members.equals(Set.of(region));
  }

  /**
   * {@return the place among those that reported, 1 for the best: the highest, or the lowest when
   * the desired direction is down; equal values share the best of their places}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public Figure rank(String region, Period period) {
    return place(region, period, Rank.withTies(Rank.Ties.MIN), "plass", Unit.COUNT, 0);
  }

  /**
   * {@return the place in percent of the way from the last to the best: {@code 100 · (n − rank) /
   * (n − 1)}; missing when it is the only one that reported}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public Figure percentile(String region, Period period) {
    return place(region, period, Rank.percentile(Rank.Ties.MIN), "persentil", Unit.PERCENT, 1);
  }

  private Figure place(
      String region, Period period, Rank rank, String word, Unit unit, int decimals) {
    Series own = series(region);
    double place = rank.over(own, among(region)).at(period).value();
    int n = reported(region, period);
    Computation computation = new Computation(period).observed("x", own);
    computation.constant("n", n, Unit.COUNT, 0);
    others(region, period).forEach(s -> computation.observed(s.region().code(), s));
    if (!own.at(period).isMissing() && n < 2 && Double.isNaN(place)) {
      computation.tooFew(period.toString());
    }
    leftOut(computation, period);
    return computation.figure(
        result(own.region(), "network_" + rank.id(), unit, decimals),
        word + "({x}; n = {n})",
        place);
  }

  /**
   * {@return how many a municipality is ranked among, itself included when it has reported}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public int reported(String region, Period period) {
    return (int) among(region).stream().filter(s -> !s.at(period).isMissing()).count();
  }

  private ImmutableList<Series> among(String region) {
    return Stream.concat(network.members().stream(), Stream.of(region))
        .distinct()
        .map(this::series)
        .collect(ImmutableList.toImmutableList());
  }

  private Stream<Series> others(String region, Period period) {
    return among(region).stream()
        .filter(s -> !s.region().code().equals(region) && !s.at(period).isMissing());
  }

  /**
   * {@return whether a value is the lowest or the highest in the network}
   *
   * @param region the code of the municipality
   * @param period the period
   */
  public Position position(String region, Period period) {
    double[] others = others(region, period).mapToDouble(s -> s.at(period).value()).toArray();
    return Position.of(value(region, period), others);
  }

  /**
   * {@return the lowest value in the network, in the first member that has it; missing when none
   * reported}
   *
   * @param period the period
   */
  public Figure min(Period period) {
    return extreme(period, "network_min", (a, b) -> a < b);
  }

  /**
   * {@return the highest value in the network, in the first member that has it; missing when none
   * reported}
   *
   * @param period the period
   */
  public Figure max(Period period) {
    return extreme(period, "network_max", (a, b) -> a > b);
  }

  private interface Order {
    boolean isBeyond(double a, double b);
  }

  private Figure extreme(Period period, String id, Order order) {
    Computation computation = new Computation(period);
    Region where = network.region();
    double found = Double.NaN;
    for (Series member : reporting(period)) {
      double value = member.at(period).value();
      computation.observed(member.region().code(), member);
      if (Double.isNaN(found) || order.isBeyond(value, found)) {
        found = value;
        where = member.region();
      }
    }
    if (Double.isNaN(found)) {
      computation.tooFew(period.toString());
    }
    leftOut(computation, period);
    return computation.figure(
        result(where, id, indicator.unit(), indicator.decimals()), "{" + where.code() + "}", found);
  }

  /**
   * {@return the median of the members that reported}
   *
   * @param period the period
   */
  public Figure median(Period period) {
    return robust(period, "network_median", indicator.unit(), "median", NetworkComparison::median);
  }

  /**
   * {@return how far the members lie from each other: the median distance from the median (MAD),
   * which one extreme member does not move; missing when fewer than two reported}
   *
   * @param period the period
   */
  public Figure spread(Period period) {
    return robust(
        period,
        "network_spread",
        indicator.unit().ofDifference(),
        "MAD",
        x -> {
          double middle = median(x);
          return x.length < 2
              ? Double.NaN
              : median(Arrays.stream(x).map(v -> Math.abs(v - middle)).toArray());
        });
  }

  private interface Statistic {
    double of(double[] values);
  }

  private Figure robust(Period period, String id, Unit unit, String name, Statistic statistic) {
    Computation computation = new Computation(period);
    List<Series> members = reporting(period);
    members.forEach(s -> computation.observed(s.region().code(), s));
    double[] x = members.stream().mapToDouble(s -> s.at(period).value()).toArray();
    double value = statistic.of(x);
    if (Double.isNaN(value)) {
      computation.tooFew(period.toString());
    }
    leftOut(computation, period);
    String names =
        members.stream().map(s -> "{" + s.region().code() + "}").collect(Collectors.joining("; "));
    return computation.figure(
        result(network.region(), id, unit, indicator.decimals()), name + "(" + names + ")", value);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    // Halved before they are added, so that two large values do not overflow.
    return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] / 2 + sorted[n / 2] / 2;
  }

  private List<Series> reporting(Period period) {
    return network.members().stream()
        .map(this::series)
        .filter(s -> !s.at(period).isMissing())
        .toList();
  }

  /**
   * {@return the members without a value}
   *
   * @param period the period
   */
  public ImmutableList<Region> notReported(Period period) {
    return network.members().stream()
        .map(this::series)
        .filter(s -> s.at(period).isMissing())
        .map(Series::region)
        .collect(ImmutableList.toImmutableList());
  }

  private void leftOut(Computation computation, Period period) {
    List<String> missing = notReported(period).stream().map(Region::code).toList();
    if (!missing.isEmpty()) {
      computation.caveat(Caveat.Kind.REGIONS_LEFT_OUT, String.join(", ", missing));
    }
  }

  /**
   * {@return the value of a municipality}
   *
   * @param region its code
   * @param period the period
   * @throws UnknownCodeException if it is not in the comparison
   */
  public Figure observed(String region, Period period) {
    return Level.observed().at(series(region), period);
  }

  private double value(String region, Period period) {
    return series(region).at(period).value();
  }

  private Computation.Result result(Region region, String measure, Unit unit, int decimals) {
    return new Computation.Result(indicator, region, measure, unit, decimals);
  }

  /** {@return indicator, network and mean on one line} */
  @Override
  public String toString() {
    return indicator.id() + " in " + network + " (" + mean.id() + ")";
  }
}
