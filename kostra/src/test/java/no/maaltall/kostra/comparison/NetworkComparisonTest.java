package no.maaltall.kostra.comparison;

import static no.maaltall.kostra.comparison.Given.Y2024;
import static no.maaltall.kostra.comparison.Given.in2024;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Direction;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.io.TableSource;
import no.maaltall.core.io.TidyTableException;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.core.panel.Panel;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;
import no.maaltall.kostra.region.AsssNetwork;
import org.junit.jupiter.api.Test;

/** Means, ranks and extremes of networks, and what is said of those that did not report. */
class NetworkComparisonTest {
  private static final Network ABC = Network.of("N", "Nettet", "2024", List.of("a", "b", "c"));
  private static final Indicator COST = Given.wanted("cost", Unit.NOK, Direction.DOWN);
  private static final Indicator PEOPLE = Given.indicator("people", Unit.COUNT, 0);

  private static NetworkComparison unweighted(NetworkMean mean, Series... values) {
    return NetworkComparison.of(List.of(values), ABC, mean, List.of());
  }

  private static NetworkComparison abc() {
    return unweighted(
        NetworkMean.unweighted(),
        in2024(COST, "a", 10),
        in2024(COST, "b", 20),
        in2024(COST, "c", 60),
        in2024(COST, "d", 5));
  }

  @Test
  void theMeanIsNamedByItsKind() {
    List<Series> values =
        List.of(in2024(COST, "a", 10), in2024(COST, "b", 20), in2024(COST, "c", 60));
    List<Series> weights =
        List.of(in2024(PEOPLE, "a", 6), in2024(PEOPLE, "b", 3), in2024(PEOPLE, "c", 1));

    Figure plain =
        NetworkComparison.of(values, ABC, NetworkMean.unweighted(), List.of()).mean(Y2024);
    Figure weighted =
        NetworkComparison.of(values, ABC, NetworkMean.weightedBy("people"), weights).mean(Y2024);

    assertThat(plain.value()).isEqualTo(30);
    assertThat(plain.measure()).isEqualTo("network_mean_unweighted");
    assertThat(plain.region()).isEqualTo(Region.of("N", "Nettet"));
    assertThat(weighted.value()).isEqualTo(18);
    assertThat(weighted.measure()).isEqualTo("network_mean_weighted");
    assertThat(Given.plain(weighted.explain()))
        .startsWith("(6 [2024] · 10 kr [2024] + 3 [2024] · 20 kr [2024]");
  }

  @Test
  void aMunicipalityBesideTheNetwork() {
    NetworkComparison cost = abc();

    assertThat(cost.index("c", Y2024).value()).isEqualTo(200);
    assertThat(cost.index("c", Y2024).measure()).isEqualTo("relative_to_network_mean_unweighted");
    assertThat(Given.plain(cost.distance("a", Y2024).text())).isEqualTo("−66,7 %");
    assertThat(cost.min(Y2024).region().code()).isEqualTo("a");
    assertThat(cost.max(Y2024).region().code()).isEqualTo("c");
    assertThat(cost.max(Y2024).value()).isEqualTo(60);
    assertThat(cost.median(Y2024).value()).isEqualTo(20);
    // Distances from the median 20 are 10, 0 and 40.
    assertThat(cost.spread(Y2024).value()).isEqualTo(10);
  }

  @Test
  void theBestRankIsTheLowestCost() {
    NetworkComparison cost = abc();

    assertThat(cost.rank("a", Y2024).value()).isEqualTo(1);
    assertThat(cost.rank("c", Y2024).value()).isEqualTo(3);
    assertThat(Given.plain(cost.rank("c", Y2024).explain()))
        .startsWith("plass(60 kr [2024]; n = 3) = 3");
    assertThat(Given.plain(cost.percentile("b", Y2024).explain()))
        .startsWith("persentil(20 kr [2024]; n = 3) = 50");
    assertThat(cost.percentile("b", Y2024).value()).isEqualTo(50);
    assertThat(cost.position("c", Y2024)).isEqualTo(Position.HIGHEST);
    assertThat(cost.position("b", Y2024)).isEqualTo(Position.BETWEEN);
    // One who is no member is ranked as one more.
    assertThat(cost.rank("d", Y2024).value()).isEqualTo(1);
    assertThat(cost.reported("d", Y2024)).isEqualTo(4);
    assertThat(cost.position("d", Y2024)).isEqualTo(Position.LOWEST);
  }

  @Test
  void withoutTheMunicipalityItself() {
    Network others = ABC.without("c");
    assertThat(ABC.without(Region.of("c", "Cby")).region().name()).endsWith(" uten Cby");
    NetworkComparison cost =
        NetworkComparison.of(
            List.of(in2024(COST, "a", 10), in2024(COST, "b", 20), in2024(COST, "c", 60)),
            others,
            NetworkMean.unweighted(),
            List.of());

    assertThat(cost.mean(Y2024).value()).isEqualTo(15);
    assertThat(cost.index("c", Y2024).value()).isEqualTo(400);
    assertThat(others.code()).isEqualTo("N-c");
    assertThat(others.with("c").members()).containsExactly("a", "b", "c");
  }

  @Test
  void membersThatDidNotReportAreSaid() {
    Series[] values = {in2024(COST, "a", 10), Given.hidden(COST, "b"), in2024(COST, "d", 5)};

    Figure strict = unweighted(NetworkMean.unweighted(), values).mean(Y2024);
    NetworkComparison lenient = unweighted(NetworkMean.unweighted().leavingOut(), values);

    assertThat(strict.isMissing()).isTrue();
    assertThat(strict.status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(lenient.mean(Y2024).value()).isEqualTo(10);
    assertThat(lenient.mean(Y2024).caveats())
        .containsExactly(new Caveat(Caveat.Kind.REGIONS_LEFT_OUT, "b, c"));
    assertThat(lenient.notReported(Y2024)).extracting(Region::code).containsExactly("b", "c");
    assertThat(lenient.min(Y2024).has(Caveat.Kind.REGIONS_LEFT_OUT)).isTrue();
    assertThat(lenient.index("b", Y2024).status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(lenient.rank("b", Y2024).status()).isEqualTo(ObservationStatus.SUPPRESSED);
    assertThat(lenient.position("b", Y2024)).isEqualTo(Position.UNKNOWN);
  }

  @Test
  void anAggregateOfNothingIsMissing() {
    NetworkComparison nobody =
        unweighted(NetworkMean.unweighted().leavingOut(), in2024(COST, "d", 5));

    for (Figure figure :
        List.of(
            nobody.mean(Y2024),
            nobody.min(Y2024),
            nobody.max(Y2024),
            nobody.median(Y2024),
            nobody.spread(Y2024),
            nobody.percentile("d", Y2024))) {
      assertThat(figure.isMissing()).as(figure.measure()).isTrue();
      assertThat(figure.has(Caveat.Kind.TOO_FEW_VALUES)).as(figure.measure()).isTrue();
    }
  }

  @Test
  void aZeroMeanHasNothingRelativeToIt() {
    NetworkComparison zero =
        unweighted(
            NetworkMean.unweighted(),
            in2024(COST, "a", -1),
            in2024(COST, "b", 1),
            in2024(COST, "c", 0));

    assertThat(zero.mean(Y2024).value()).isEqualTo(0);
    assertThat(zero.index("a", Y2024).isMissing()).isTrue();
    assertThat(zero.index("a", Y2024).has(Caveat.Kind.ZERO_DENOMINATOR)).isTrue();
    assertThat(zero.distance("a", Y2024).isMissing()).isTrue();
  }

  @Test
  void aPeriodWithoutDataIsMissingEverywhere() {
    Period other = Period.year(1999);

    assertThat(abc().mean(other).isMissing()).isTrue();
    assertThat(abc().index("a", other).isMissing()).isTrue();
    assertThat(abc().rank("a", other).isMissing()).isTrue();
    assertThat(abc().position("a", other)).isEqualTo(Position.UNKNOWN);
  }

  @Property(tries = 200)
  void theMembersIndicesWeightedBackAreAHundred(
      @ForAll @Size(3) List<@DoubleRange(min = 0.5, max = 1e6) Double> values,
      @ForAll @Size(3) List<@DoubleRange(min = 1, max = 1e6) Double> weights) {
    List<String> codes = ABC.members().asList();
    List<Series> x = new ArrayList<>();
    List<Series> w = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      x.add(in2024(COST, codes.get(i), values.get(i)));
      w.add(in2024(PEOPLE, codes.get(i), weights.get(i)));
    }
    NetworkComparison cost = NetworkComparison.of(x, ABC, NetworkMean.weightedBy("people"), w);

    double above = 0;
    double below = 0;
    for (int i = 0; i < 3; i++) {
      above += weights.get(i) * cost.index(codes.get(i), Y2024).value();
      below += weights.get(i);
    }

    assertThat(above / below).isCloseTo(100, within(1e-9));
    double mean = cost.mean(Y2024).value();
    assertThat(mean)
        .isBetween(cost.min(Y2024).value() * (1 - 1e-12), cost.max(Y2024).value() * (1 + 1e-12));
    // The panel's kernel gives the same bits.
    Panel panel = GroupMean.leavingOut().of(Panel.of(x), Panel.of(w), Network.groups(List.of(ABC)));
    assertThat(mean).isEqualTo(panel.value(0, 0, 0));
  }

  @Property(tries = 100)
  void anIndexDoesNotChangeWithTheUnit(
      @ForAll @Size(3) List<@DoubleRange(min = 0.5, max = 1e6) Double> values) {
    NetworkComparison kroner = scaled(values, 1);
    NetworkComparison thousands = scaled(values, 1_000);

    assertThat(thousands.index("b", Y2024).value())
        .isCloseTo(kroner.index("b", Y2024).value(), within(1e-9));
    assertThat(thousands.rank("b", Y2024).value()).isEqualTo(kroner.rank("b", Y2024).value());
  }

  private static NetworkComparison scaled(List<Double> values, double by) {
    return NetworkComparison.of(
        IntStream.range(0, 3)
            .mapToObj(i -> in2024(COST, ABC.members().asList().get(i), values.get(i) * by))
            .toList(),
        ABC,
        NetworkMean.unweighted(),
        List.of());
  }

  @Test
  void networksHaveTwoMembersOrMore() {
    assertProblem(Problem.EMPTY_NETWORK, () -> Network.of("N", "Nettet", "2024", List.of()));
    assertProblem(Problem.ONE_MEMBER, () -> Network.of("N", "Nettet", "2024", List.of("a")));
    assertProblem(Problem.MEMBER_TWICE, () -> Network.of("N", "N", "2024", List.of("a", "a")));
    assertProblem(Problem.ONE_MEMBER, () -> ABC.without("a").without("b"));
    assertThatExceptionOfType(UnknownCodeException.class)
        .isThrownBy(() -> ABC.without("x"))
        .withMessageContaining("member of network N");
    assertThat(Network.neighbour(Region.of("3203", "Asker"), "2024").members()).hasSize(1);
  }

  @Test
  void whatDiffersIsNotCompared() {
    for (String base : List.of("2024", "faste 2021-priser", "prisnivå 2021", "faste priser")) {
      Indicator current = Indicator.builder(COST).priceBase("løpende").build();
      Indicator fixed = Indicator.builder(COST).priceBase(base).build();
      assertProblem(
          Problem.MIXED_BASES,
          () ->
              unweighted(NetworkMean.unweighted(), in2024(current, "a", 1), in2024(fixed, "b", 1)));
      assertThat(unweighted(NetworkMean.unweighted(), in2024(fixed, "a", 1), in2024(fixed, "b", 1)))
          .isNotNull();
    }
    assertProblem(
        Problem.MIXED_BASES,
        () -> unweighted(NetworkMean.unweighted(), in2024(COST, "a", 1), in2024(PEOPLE, "b", 1)));
    assertProblem(
        Problem.MEMBER_TWICE,
        () -> unweighted(NetworkMean.unweighted(), in2024(COST, "a", 1), in2024(COST, "a", 1)));
    assertProblem(Problem.NOT_COMPARED, () -> unweighted(NetworkMean.unweighted()));
    assertProblem(
        Problem.NOT_COMPARED,
        () -> unweighted(NetworkMean.weightedBy("people"), in2024(COST, "a", 1)));
    assertProblem(
        Problem.INVALID_PARAMETER, () -> unweighted(NetworkMean.published(), in2024(COST, "a", 1)));
    assertThatExceptionOfType(UnknownCodeException.class).isThrownBy(() -> abc().index("x", Y2024));
  }

  @Test
  void theOnlyOneThatReportedIsNotComparedWithItself() {
    NetworkComparison alone =
        unweighted(
            NetworkMean.unweighted().leavingOut(), in2024(COST, "a", 10), in2024(COST, "d", 5));

    for (Figure none : List.of(alone.index("a", Y2024), alone.distance("a", Y2024))) {
      assertThat(none.status()).isEqualTo(ObservationStatus.MISSING);
      assertThat(none.has(Caveat.Kind.TOO_FEW_VALUES)).isTrue();
    }
    // One that is no member is compared with the one that reported.
    assertThat(alone.index("d", Y2024).value()).isEqualTo(50);
    NetworkComparison two =
        unweighted(
            NetworkMean.unweighted().leavingOut(), in2024(COST, "a", 10), in2024(COST, "b", 30));
    assertThat(two.index("a", Y2024).value()).isEqualTo(50);
  }

  @Test
  void weightsAreNotNegativeAndOfTheIndicatorThatIsNamed() {
    List<Series> costs =
        List.of(in2024(COST, "a", 10), in2024(COST, "b", 20), in2024(COST, "c", 60));
    List<Series> negative =
        List.of(in2024(PEOPLE, "a", 6), in2024(PEOPLE, "b", -3), in2024(PEOPLE, "c", 1));
    List<Series> none =
        List.of(in2024(PEOPLE, "a", 6), in2024(PEOPLE, "b", 0), in2024(PEOPLE, "c", 4));

    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(
            () -> NetworkComparison.of(costs, ABC, NetworkMean.weightedBy("people"), negative))
        .withMessage("the weight people of member b is -3.0 in 2024; allowed: 0 or more")
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(Problem.INVALID_WEIGHTS);
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(() -> NetworkComparison.of(costs, ABC, NetworkMean.weightedBy("area"), none))
        .withMessageContaining("weighted by area, but the weight of member a is people")
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(Problem.INVALID_WEIGHTS);
    assertThat(
            NetworkComparison.of(costs, ABC, NetworkMean.weightedBy("people"), none)
                .mean(Y2024)
                .value())
        .isEqualTo(30);
  }

  @Test
  void theAsssNetworkIsANetwork() {
    Network asss = Network.of(AsssNetwork.of(2024), "2024");

    assertThat(asss.members()).contains("3201", "3203");
    assertThat(asss.without("3201").members()).hasSize(asss.members().size() - 1);
  }

  @Test
  void readsNetworks() {
    String header = "NETWORK,NAME,VERSION,MEMBER\n";
    List<Network> two = networks(header + "N,Nettet,2024,a\nN,Nettet,2024,b\nc,Ceby,2024,c\n");

    assertThat(two).hasToString("[N@2024: 2 members, c@2024: 1 members]");
    assertProblem(Problem.ONE_MEMBER, () -> networks(header + "N,Nettet,2024,a\n"));
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> networks(header + "N,Nettet,,a\n"))
        .withMessageContaining("networks.csv line 2, column VERSION");
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> networks(header + "N,Nettet,2024\n"));
    assertThatExceptionOfType(TidyTableException.class)
        .isThrownBy(() -> networks(""))
        .withMessageContaining("the file is empty");
    assertThat(Network.read(TableSource.ofTexts(Map.of()))).isEmpty();
  }

  private static List<Network> networks(String text) {
    return Network.read(TableSource.ofTexts(Map.of("networks.csv", text)));
  }

  @Test
  void provisionalInputIsCarried() {
    Series provisional =
        Series.builder(COST, Region.of("b"))
            .add(Y2024, new Observation(20, ObservationStatus.PROVISIONAL))
            .build();
    NetworkComparison cost =
        unweighted(
            NetworkMean.unweighted(), in2024(COST, "a", 10), provisional, in2024(COST, "c", 60));

    assertThat(cost.index("a", Y2024).status()).isEqualTo(ObservationStatus.PROVISIONAL);
    assertThat(cost.index("a", Y2024).has(Caveat.Kind.PROVISIONAL_INPUT)).isTrue();
  }

  static void assertProblem(
      Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidComparisonException.class)
        .isThrownBy(call)
        .extracting(InvalidComparisonException::problem)
        .isEqualTo(problem);
  }
}
