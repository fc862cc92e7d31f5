package no.maaltall.kostra.comparison;

import java.math.BigDecimal;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Unit;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/** The units of amounts times a factor per something, and how the factor is printed. */
final class CostUnits {
  private CostUnits() {}

  /** Kroner, thousands or millions, as the factor makes them. */
  static Unit unit(Unit amount, double factor, String word) {
    Unit.Kind kind = amount.ofRatio(Unit.COUNT, factor).kind();
    boolean leftOver = kind == amount.kind() && factor != 1;
    return Unit.of(kind).per(leftOver ? Rounding.shortest(factor) + " " + word : word);
  }

  static int decimals(double factor) {
    int scale = new BigDecimal(Rounding.shortest(factor)).scale();
    return Math.max(0, Math.min(scale, Rounding.MAX_DECIMALS));
  }

  static double factor(double factor) {
    if (factor == 0 || !Double.isFinite(factor)) {
      throw new InvalidComparisonException(
          Problem.INVALID_PARAMETER, "a factor is finite and not 0, got " + factor);
    }
    return factor;
  }
}
