package no.maaltall.kostra.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts before formulas, one at a time and for every code, straight from the lines; for figures
 * that show their parts. Remembers the factors of codes, so that the next amount is cheaper.
 */
final class BaseAmounts {
  private static final int NUMBERS = 1000;

  private final AccountingRules rules;
  private final Ledger ledger;
  private final Optional<Ledger> enterprises;
  private final Map<String, long[]> functions = new HashMap<>();
  private final Map<String, long[]> arts = new HashMap<>();
  private final Map<String, long[]> enterpriseNettings = new HashMap<>();
  private final Map<String, long[]> municipalityNettings = new HashMap<>();

  BaseAmounts(AccountingRules rules, Ledger ledger, Optional<Ledger> enterprises) {
    this.rules = rules;
    this.ledger = ledger;
    this.enterprises = enterprises;
  }

  /** An amount in regions with factors; throws when it does not fit. */
  long amount(Scope scope, Map<String, Long> regions, Cell cell) {
    long[] functionFactors =
        functions.computeIfAbsent(cell.funksjon(), c -> byNumber(rules.functions().leafFactors(c)));
    long[] plain = arts.computeIfAbsent(cell.art(), c -> byNumber(rules.arts().leafFactors(c)));
    long sum = 0;
    for (Map.Entry<String, Long> region : regions.entrySet()) {
      long own = sum(ledger, region.getKey(), cell, functionFactors, plain);
      if (scope == Scope.A && enterprises.isPresent()) {
        Ledger others = enterprises.get();
        own = Math.addExact(own, sum(others, region.getKey(), cell, functionFactors, plain));
        own =
            Math.addExact(
                own, sum(others, region.getKey(), cell, functionFactors, enterpriseNetting(cell)));
        own =
            Math.addExact(
                own,
                sum(ledger, region.getKey(), cell, functionFactors, municipalityNetting(cell)));
      }
      sum = Math.addExact(sum, Math.multiplyExact(region.getValue(), own));
    }
    return sum;
  }

  private long[] enterpriseNetting(Cell cell) {
    return enterpriseNettings.computeIfAbsent(
        cell.art(), c -> byNumber(rules.enterpriseNetting().leafFactors(c, rules.arts())));
  }

  private long[] municipalityNetting(Cell cell) {
    return municipalityNettings.computeIfAbsent(
        cell.art(), c -> byNumber(rules.municipalityNetting().leafFactors(c, rules.arts())));
  }

  private static long[] byNumber(Map<String, Long> leaves) {
    long[] factors = new long[NUMBERS];
    leaves.forEach((code, factor) -> factors[Integer.parseInt(code)] = factor);
    return factors;
  }

  private static long sum(
      Ledger of, String region, Cell cell, long[] functionFactors, long[] artFactors) {
    int r = of.regionIndex(region);
    if (r < 0) {
      return 0;
    }
    int kontoklasse = cell.kontoklasse().ordinal();
    long sum = 0;
    for (int i = of.start(r); i < of.end(r); i++) {
      long factor = functionFactors[of.funksjon(i)];
      if (factor != 0 && artFactors[of.art(i)] != 0 && of.kontoklasse(i) == kontoklasse) {
        sum =
            Math.addExact(
                sum,
                Math.multiplyExact(
                    Math.multiplyExact(factor, artFactors[of.art(i)]), of.amount(i)));
      }
    }
    return sum;
  }
}
