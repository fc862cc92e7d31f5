package no.maaltall.kostra.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Period;
import no.maaltall.kostra.comparison.InvalidComparisonException.Problem;

/**
 * The prices that amounts are in, as {@link Indicator#priceBase} has it: current ones, or those of
 * a year, with the deflator and vintage in parentheses when that is known, or what else the text
 * says.
 *
 * @param year the year, wherever the text has it; empty for current prices, and for a text with
 *     none or with several
 * @param deflator the deflator and vintage
 * @param words the text of fixed prices without a year, which only the same text is equal to
 */
record PriceBase(Optional<Period> year, Optional<String> deflator, Optional<String> words) {
  private static final Pattern PARENTHESES = Pattern.compile("\\(([^)]*)\\)");
  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9])((?:1[89]|2[01])[0-9]{2})(?![0-9])");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static PriceBase of(Indicator indicator) {
    if (indicator.hasCurrentPrices()) {
      return new PriceBase(Optional.empty(), Optional.empty(), Optional.empty());
    }
    String text = indicator.priceBase().orElse("");
    Optional<Period> year = year(PARENTHESES.matcher(text).replaceAll(" "));
    if (year.isPresent()) {
      Matcher inside = PARENTHESES.matcher(text);
      return new PriceBase(
          year, inside.find() ? Optional.of(inside.group(1)) : Optional.empty(), Optional.empty());
    }
    year = year(text);
    return new PriceBase(
        year, Optional.empty(), year.isPresent() ? Optional.empty() : Optional.of(words(text)));
  }

  /** The year in a text; none when there are several, as it does not say which. */
  private static Optional<Period> year(String text) {
    List<String> years = YEAR.matcher(text).results().map(MatchResult::group).distinct().toList();
    return years.size() == 1
        ? Optional.of(Period.year(Integer.parseInt(years.get(0))))
        : Optional.empty();
  }

  private static String words(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
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
    return year.map(y -> y + deflator.map(d -> " (" + d + ")").orElse(""))
        .orElse(words.map(w -> "\"" + w + "\"").orElse("current prices"));
  }
}
