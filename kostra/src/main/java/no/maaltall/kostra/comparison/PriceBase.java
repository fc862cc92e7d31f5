package no.maaltall.kostra.comparison;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * The prices that amounts are in, as {@link Indicator#priceBase} has it: none, a word ("løpende"),
 * or a year, with the deflator and vintage in parentheses when that is known.
 */
record PriceBase(Optional<Period> year, Optional<String> deflator) {
  private static final Pattern FIXED =
      Pattern.compile("\\s*([12][0-9]{3})(?![0-9])[^(]*(?:\\(([^)]*)\\))?.*");

  static PriceBase of(Indicator indicator) {
    Matcher fixed = FIXED.matcher(indicator.priceBase().orElse(""));
    return fixed.matches()
        ? new PriceBase(
            Optional.of(Period.year(Integer.parseInt(fixed.group(1)))),
            Optional.ofNullable(fixed.group(2)))
        : new PriceBase(Optional.empty(), Optional.empty());
  }

  static String text(Period base, String deflator) {
    return base + " (" + deflator + ")";
  }

  /** Refuses amounts in different prices, or in different units. */
  static void requireOne(String what, Collection<Indicator> indicators) {
    Indicator first = indicators.iterator().next();
    for (Indicator other : indicators) {
      requireSame(what, "unit", first, first.unit(), other, other.unit());
      requireSame(what, "price base", first, of(first), other, of(other));
    }
  }

  private static void requireSame(
      String what, String part, Indicator first, Object a, Indicator other, Object b) {
    if (!a.equals(b)) {
      throw new InvalidComparisonException(
          Problem.MIXED_BASES,
          what
              + " mixes the "
              + part
              + " of "
              + first.id()
              + " ("
              + a
              + ") and "
              + other.id()
              + " ("
              + b
              + "); all must have the same");
    }
  }

  @Override
  public String toString() {
    return year.map(y -> y + deflator.map(d -> " (" + d + ")").orElse("")).orElse("current prices");
  }
}
