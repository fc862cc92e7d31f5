package no.maaltall.kostra.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.measure.Level;
import no.maaltall.core.measure.MissingRegions;
import no.maaltall.core.measure.Ratio;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/** The mean of a network in any period. */
interface MeanFormula {

  /** The mean in a period. */
  Figure at(Period period);

  /** Of an indicator of a data set. */
  static MeanFormula of(
      Network network,
      NetworkMean mean,
      Indicator indicator,
      BiFunction<String, String, Series> find,
      Function<String, Series> known) {
    return switch (mean.kind()) {
      case UNWEIGHTED -> sums(network, mean, members(network, indicator.id(), find), List.of());
      case WEIGHTED ->
          sums(
              network,
              mean,
              members(network, indicator.id(), find),
              weights(members(network, mean.weight().orElseThrow(), find)));
      case SUM_OVER_SUM -> ratio(network, mean, indicator, find);
      case PUBLISHED -> {
        Series published = known.apply(network.code());
        yield period -> renamed(Level.observed().at(published, period), mean);
      }
    };
  }

  /** Of series that are given. */
  static MeanFormula ofSeries(
      Network network, NetworkMean mean, Map<String, Series> values, Map<String, Series> weights) {
    ImmutableList<Series> members = select(network, values, "value");
    return switch (mean.kind()) {
      case UNWEIGHTED -> sums(network, mean, members, List.of());
      case WEIGHTED -> {
        ImmutableList<Series> selected = select(network, weights, "weight");
        requireNamed(mean, selected);
        yield sums(network, mean, members, weights(selected));
      }
      case SUM_OVER_SUM, PUBLISHED ->
          throw new InvalidComparisonException(
              Problem.INVALID_PARAMETER,
              mean.id() + " needs a data set; series have an unweighted or a weighted mean");
    };
  }

  private static ImmutableList<Series> select(
      Network network, Map<String, Series> series, String what) {
    ImmutableList.Builder<Series> members = ImmutableList.builder();
    for (String code : network.members()) {
      Series member = series.get(code);
      if (member == null) {
        throw new InvalidComparisonException(
            Problem.NOT_COMPARED,
            "member " + code + " of network " + network.code() + " has no " + what);
      }
      members.add(member);
    }
    return members.build();
  }

  private static ImmutableList<Series> members(
      Network network, String id, BiFunction<String, String, Series> find) {
    return network.members().stream()
        .map(code -> find.apply(id, code))
        .collect(ImmutableList.toImmutableList());
  }

  private static void requireNamed(NetworkMean mean, List<Series> weights) {
    for (Series weight : weights) {
      if (!weight.indicator().id().equals(mean.weight().orElseThrow())) {
        throw new InvalidComparisonException(
            Problem.INVALID_WEIGHTS,
            "the mean is weighted by "
                + mean.weight().orElseThrow()
                + ", but the weight of member "
                + weight.region().code()
                + " is "
                + weight.indicator().id());
      }
    }
  }

  /** The same: a mean with a negative weight could lie outside of all that it is the mean of. */
  private static List<Series> weights(List<Series> weights) {
    for (Series weight : weights) {
      for (int i = 0; i < weight.size(); i++) {
        if (weight.valueAt(i) < 0) {
          throw new InvalidComparisonException(
              Problem.INVALID_WEIGHTS,
              "the weight "
                  + weight.indicator().id()
                  + " of member "
                  + weight.region().code()
                  + " is "
                  + weight.valueAt(i)
                  + " in "
                  + weight.period(i)
                  + "; allowed: 0 or more");
        }
      }
    }
    return weights;
  }

  private static Figure renamed(Figure figure, NetworkMean mean) {
    return Figure.builder().from(figure).measure(mean.id()).build();
  }

  private static MeanFormula ratio(
      Network network,
      NetworkMean mean,
      Indicator indicator,
      BiFunction<String, String, Series> find) {
    RatioDefinition definition =
        indicator
            .ratio()
            .orElseThrow(
                () ->
                    new InvalidComparisonException(
                        Problem.INVALID_PARAMETER,
                        indicator.id()
                            + " is not defined as a ratio, so there are no sums to divide"));
    List<Series> above = members(network, definition.numerator(), find);
    List<Series> below = members(network, definition.denominator(), find);
    return period ->
        renamed(
            Ratio.defining(indicator).total(above, below, network.region(), period, mean.missing()),
            mean);
  }

  private static MeanFormula sums(
      Network network, NetworkMean mean, List<Series> values, List<Series> weights) {
    return period -> {
      Computation computation = new Computation(period);
      List<String> leftOut = new ArrayList<>();
      double above = 0;
      double below = 0;
      int n = 0;
      for (int i = 0; i < values.size(); i++) {
        Series value = values.get(i);
        Observation weight = weights.isEmpty() ? Observation.of(1) : weights.get(i).at(period);
        if (mean.missing() == MissingRegions.LEAVE_OUT
            && (value.at(period).isMissing() || weight.isMissing())) {
          leftOut.add(value.region().code());
          continue;
        }
        n++;
        computation.observed("x" + n, value);
        if (!weights.isEmpty()) {
          computation.observed("w" + n, weights.get(i));
        }
        above += weight.value() * value.at(period).value();
        below += weight.value();
      }
      if (!leftOut.isEmpty()) {
        computation.caveat(Caveat.Kind.REGIONS_LEFT_OUT, String.join(", ", leftOut));
      }
      if (n == 0) {
        computation.tooFew(period.toString());
      } else {
        computation.denominator(below);
      }
      Indicator indicator = values.get(0).indicator();
      return computation.figure(
          new Computation.Result(
              indicator, network.region(), mean.id(), indicator.unit(), indicator.decimals()),
          text(n, !weights.isEmpty()),
          GroupMean.value(above, below));
    };
  }

  /** {@code ({x1} + {x2}) / 2}, or {@code ({w1} · {x1} + ...) / ({w1} + ...)}. */
  private static String text(int n, boolean weighted) {
    if (n == 0) {
      return "Σ x / n";
    }
    return weighted
        ? sum(n, i -> "{w" + i + "} · {x" + i + "}") + " / " + sum(n, i -> "{w" + i + "}")
        : sum(n, i -> "{x" + i + "}") + " / " + n;
  }

  private static String sum(int n, Function<Integer, String> term) {
    return IntStream.rangeClosed(1, n)
        .boxed()
        .map(term)
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}
