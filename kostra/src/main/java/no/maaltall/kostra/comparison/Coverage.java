package no.maaltall.kostra.comparison;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.measure.GroupMean;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * How many of those who could have a service have it: {@code 100 · users / population}.
 *
 * <p>Counted where the users live, or where the service lies; the two are different numbers, and
 * the id of the figures says which ({@code coverage_by_residence}, {@code coverage_by_location}).
 * By location it may exceed 100, for users come from other municipalities; it is never clamped.
 * Missing when the users or the population are, and without population.
 */
public final class Coverage {

  /** Where users are counted. */
  public enum Basis {
    /** Where they live, whoever gives the service. */
    RESIDENCE("bosatte"),
    /** Where the service lies, whoever uses it. */
    LOCATION("lokalisering");

    private final String norwegian;

    Basis(String norwegian) {
      this.norwegian = norwegian;
    }
  }

  private final Basis basis;

  private Coverage(Basis basis) {
    this.basis = basis;
  }

  /** {@return the coverage of those who live in the region} */
  public static Coverage byResidence() {
    return new Coverage(Basis.RESIDENCE);
  }

  /** {@return the users of what lies in the region, over those who live there} */
  public static Coverage byLocation() {
    return new Coverage(Basis.LOCATION);
  }

  /** {@return where users are counted} */
  public Basis basis() {
    return basis;
  }

  /** {@return the id of the figures} */
  public String id() {
    return "coverage_by_" + Ascii.toLowerCase(basis.name());
  }

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    return "en".equals(locale.getLanguage())
        ? "coverage by " + Ascii.toLowerCase(basis.name())
        : "dekningsgrad (" + basis.norwegian + ")";
  }

  /**
   * {@return the coverage of an age group}
   *
   * @param users those who have the service
   * @param population those who could
   * @param period the period
   * @throws InvalidComparisonException if they are of different regions
   */
  public Figure at(Series users, Series population, Period period) {
    return total(List.of(users), List.of(population), period);
  }

  /**
   * {@return the coverage of several age groups together: {@code 100 · Σ users / Σ population}}
   *
   * @param users those who have the service, by age group
   * @param populations those who could, in the same order
   * @param period the period
   * @throws InvalidComparisonException if there are no groups, not the same number of both, or not
   *     all of one region
   */
  public Figure total(List<Series> users, List<Series> populations, Period period) {
    requirePairs(users.size(), populations.size());
    requireOneRegion(
        users.get(0).region(), Stream.concat(users.stream(), populations.stream()).toList());
    Computation computation = new Computation(period);
    double above = 0;
    double below = 0;
    for (int i = 0; i < users.size(); i++) {
      computation.observed("a" + (i + 1), users.get(i));
      computation.observed("b" + (i + 1), populations.get(i));
      above += users.get(i).at(period).value();
      below += populations.get(i).at(period).value();
    }
    computation.denominator(below);
    return computation.figure(
        result(users.get(0).indicator(), users.get(0).region()),
        "100 · " + sum("{a%d}", users.size()) + " / " + sum("{b%d}", users.size()),
        RatioDefinition.value(above, below, 100));
  }

  /**
   * {@return the coverage of several age groups together from the coverage of each, weighted by
   * population: {@code Σ d p / Σ p}. A plain mean of the coverages would let small groups count as
   * large ones}
   *
   * @param coverages the coverage of each age group in percent: computed with this basis, or
   *     observed
   * @param populations the population of each, in the same order
   * @throws InvalidComparisonException if there are no groups, not the same number of both, or a
   *     coverage with another basis, period, region or unit
   */
  public Figure weighted(List<Figure> coverages, List<Series> populations) {
    requirePairs(coverages.size(), populations.size());
    Figure first = coverages.get(0);
    for (Figure coverage : coverages) {
      boolean same =
          (coverage.measure().equals(id()) || coverage.measure().equals("value"))
              && coverage.period().equals(first.period())
              && coverage.region().code().equals(first.region().code())
              && coverage.unit().equals(Unit.PERCENT);
      if (!same) {
        throw new InvalidComparisonException(
            Problem.MIXED_INPUTS,
            coverage
                + " is no "
                + id()
                + " in percent of "
                + first.region().code()
                + " in "
                + first.period());
      }
    }
    requireOneRegion(first.region(), populations);
    Computation computation = new Computation(first.period());
    double above = 0;
    double below = 0;
    for (int i = 0; i < coverages.size(); i++) {
      computation.figure("d" + (i + 1), coverages.get(i));
      computation.observed("p" + (i + 1), populations.get(i));
      double people = populations.get(i).at(first.period()).value();
      above += people * coverages.get(i).value();
      below += people;
    }
    computation.denominator(below);
    return computation.figure(
        result(first.indicator(), first.region()),
        sum("{p%1$d} · {d%1$d}", coverages.size()) + " / " + sum("{p%d}", coverages.size()),
        GroupMean.value(above, below));
  }

  private static void requirePairs(int users, int populations) {
    if (users == 0 || users != populations) {
      throw new InvalidComparisonException(
          Problem.MIXED_INPUTS,
          users + " age groups have users, " + populations + " have population; allowed: as many");
    }
  }

  private static void requireOneRegion(Region region, List<Series> series) {
    for (Series s : series) {
      if (!s.region().code().equals(region.code())) {
        throw new InvalidComparisonException(
            Problem.MIXED_INPUTS,
            s.indicator().id()
                + " is of "
                + s.region().code()
                + ", the coverage of "
                + region.code());
      }
    }
  }

  private Computation.Result result(Indicator indicator, Region region) {
    return new Computation.Result(indicator, region, id(), Unit.PERCENT, 1);
  }

  private static String sum(String term, int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> String.format(Locale.ROOT, term, i))
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}
