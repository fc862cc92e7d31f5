package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.norm.KindergartenRight;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.Population;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * Children with a right to a place in a kindergarten: the law's rule on the month of birth, applied
 * to a population by age, whose months of birth are taken to follow a known distribution.
 *
 * <p>A child of age a on 31 December of the year of entry was born a years earlier. With w_m the
 * share of children born in month m: {@code Σ_a N_a · Σ_m w_m} over the months that give a right.
 *
 * @param right the rule
 * @param monthShares the share of children born in each month of the year, twelve, that sum to 1
 */
public record PlaceChildren(KindergartenRight right, ImmutableList<Double> monthShares) {
  private static final int MONTHS = 12;
  private static final int OLDEST = 6;
  private static final int SHARE_DECIMALS = 4;
  private static final Indicator INDICATOR =
      Indicator.builder()
          .id("bhg.barn-med-rett")
          .name("Barn med rett til barnehageplass")
          .decimals(0)
          .build();

  /**
   * Checks the shares.
   *
   * @param right as above
   * @param monthShares as above
   * @throws ProjectionInputException if there are not twelve, one is negative, or they do not sum
   *     to 1
   */
  public PlaceChildren {
    double sum = monthShares.stream().mapToDouble(Double::doubleValue).sum();
    if (monthShares.size() != MONTHS
        || monthShares.stream().anyMatch(s -> !(s >= 0))
        || Math.abs(sum - 1) > 1e-9) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE,
          "shares of the months of birth",
          monthShares.toString(),
          "twelve of 0 or more that sum to 1");
    }
  }

  /** {@return the law's rule, and as many born in each month} */
  public static PlaceChildren evenly() {
    return new PlaceChildren(
        KindergartenRight.standard(),
        ImmutableList.copyOf(Collections.nCopies(MONTHS, 1.0 / MONTHS)));
  }

  /**
   * {@return the same with other months of birth}
   *
   * @param shares the share of children born in each month, twelve
   */
  public PlaceChildren withMonths(List<Double> shares) {
    return new PlaceChildren(right, ImmutableList.copyOf(shares));
  }

  /**
   * {@return children with a right to a place in a year of entry}
   *
   * @param atEnd the population on 31 December of the year of entry (or on 1 January after it), by
   *     single years of age
   * @param region the index of the region
   */
  public double count(Population atEnd, int region) {
    int entryYear = atEnd.year() - 1;
    double count = 0;
    for (int age = 0; age <= OLDEST; age++) {
      double share = share(age, entryYear);
      if (share > 0) {
        count += share * atEnd.sum(region, AgeGroup.of(age, age));
      }
    }
    return count;
  }

  /** The share of those of an age at the end of a year who have a right to a place in it. */
  private double share(int age, int entryYear) {
    double share = 0;
    for (int month = 1; month <= MONTHS; month++) {
      if (right.of(YearMonth.of(entryYear - age, month), entryYear).isGranted()) {
        share += monthShares.get(month - 1);
      }
    }
    return share;
  }

  /**
   * {@return children with a right to a place in each year of entry of a projection: from the year
   * before it starts to the one before its last}
   *
   * @param projection by single years of age
   * @param region the index of the region
   */
  public Series series(Projection projection, int region) {
    ImmutableList<Series> residents = residents(projection, region);
    Series first = residents.get(0);
    return Results.series(
        INDICATOR, first.region(), first.periods(), p -> observation(residents, p));
  }

  /**
   * {@return children with a right to a place in a year of entry, with the residents of each age
   * and the share of them; missing outside the projection, and with a caveat before there was a
   * right}
   *
   * @param projection by single years of age
   * @param region the index of the region
   * @param period the year of entry
   */
  public Figure at(Projection projection, int region, Period period) {
    ImmutableList<Series> residents = residents(projection, region);
    List<String> terms = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    for (int age = 0; age <= OLDEST; age++) {
      double share = share(age, period.startYear());
      if (share > 0) {
        terms.add("{n" + age + "} · {w" + age + "}");
        operands.add(Operand.observed("n" + age, residents.get(age), period));
        operands.add(Operand.constant("w" + age, share, Unit.RATIO, SHARE_DECIMALS));
      }
    }
    List<Caveat> more =
        new ArrayList<>(Residents.caveats(projection, region, period.startYear() + 1));
    if (terms.isEmpty()) {
      terms.add("ingen har rett");
    }
    if (period.startYear() < right.firstYear()) {
      more.add(new Caveat(Caveat.Kind.MISSING_INPUT, "retten gjelder fra " + right.firstYear()));
    }
    return Results.figure(
        INDICATOR,
        residents.get(0).region(),
        "place_children",
        period,
        observation(residents, period),
        Derivation.of(String.join(" + ", terms), operands.toArray(new Operand[0])),
        more.toArray(new Caveat[0]));
  }

  private Observation observation(List<Series> residents, Period period) {
    double count = 0;
    List<Observation> inputs = new ArrayList<>();
    for (int age = 0; age <= OLDEST; age++) {
      Observation persons = residents.get(age).at(period);
      inputs.add(persons);
      count += share(age, period.startYear()) * persons.value();
    }
    return Results.of(count, inputs.toArray(new Observation[0]));
  }

  private static ImmutableList<Series> residents(Projection projection, int region) {
    ImmutableList.Builder<Series> residents = ImmutableList.builder();
    for (int age = 0; age <= OLDEST; age++) {
      residents.add(
          Residents.atEndOfYear(
              projection,
              region,
              "barn." + age,
              "Barn som er " + age + " år 31. desember",
              AgeGroup.of(age, age)));
    }
    return residents.build();
  }
}
