package no.maaltall.kostra.accounts;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Results of formulas with quotients or fractions, unrounded for the formulas that need them. */
final class FractionResults {
  private final Plan plan;
  private final Map<Integer, Optional<Rational>> unrounded = new HashMap<>();

  /** Where a term's value is from: an earlier formula, or none, with the whole value. */
  record Source(int formula, long value) {}

  FractionResults(Plan plan) {
    this.plan = plan;
  }

  /** Whether a sum of whole terms needs a result that is not whole. */
  boolean isNeededBy(Plan.Operand[] operands) {
    if (unrounded.isEmpty()) {
      return false;
    }
    for (Plan.Operand operand : operands) {
      if (operand.formula() >= 0 && unrounded.containsKey(operand.formula())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The result to the nearest whole unit, halves away from zero; undefined after a division by 0.
   */
  long evaluate(int formula, Function<Cell, Optional<Source>> terms) {
    Optional<Rational> result =
        plan.formulas
            .get(formula)
            .formula()
            .expression()
            .value(cell -> terms.apply(cell).flatMap(this::value));
    unrounded.put(formula, result);
    if (result.isEmpty()) {
      return RegionSums.UNDEFINED;
    }
    BigInteger rounded = result.get().rounded();
    long value = rounded.longValueExact();
    if (value == RegionSums.UNDEFINED) {
      throw new ArithmeticException("-2^63 has no opposite");
    }
    return value;
  }

  private Optional<Rational> value(Source source) {
    Optional<Rational> fraction = unrounded.get(source.formula());
    return fraction != null ? fraction : Optional.of(Rational.of(source.value()));
  }
}
