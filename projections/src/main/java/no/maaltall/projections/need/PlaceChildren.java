package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import no.maaltall.core.norm.KindergartenRight;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.Population;

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

  /**
   * Checks the shares.
   *
   * @param right as above
   * @param monthShares as above
   * @throws IllegalArgumentException if there are not twelve, one is negative, or they do not sum
   *     to 1
   */
  public PlaceChildren {
    double sum = monthShares.stream().mapToDouble(Double::doubleValue).sum();
    if (monthShares.size() != MONTHS
        || monthShares.stream().anyMatch(s -> !(s >= 0))
        || Math.abs(sum - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "the months of birth need twelve shares of 0 or more that sum to 1, got " + monthShares);
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
      double share = 0;
      for (int month = 1; month <= MONTHS; month++) {
        if (right.of(YearMonth.of(entryYear - age, month), entryYear).isGranted()) {
          share += monthShares.get(month - 1);
        }
      }
      if (share > 0) {
        count += share * atEnd.sum(region, AgeGroup.of(age, age));
      }
    }
    return count;
  }
}
