package no.maaltall.projections.scenario;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.function.BiFunction;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.projections.population.Assumptions;
import no.maaltall.projections.population.Fertility;
import no.maaltall.projections.population.Migration;
import no.maaltall.projections.population.Mortality;
import no.maaltall.projections.population.SexRatioAtBirth;
import no.maaltall.projections.scenario.Variant.Letter;

/**
 * The levels of each component, and the assumptions of any variant made of them.
 *
 * <pre>{@code
 * Assumptions low =
 *     Variants.of(SexRatioAtBirth.ssb())
 *         .fertility(Map.of(Letter.M, medium, Letter.L, lowFertility))
 *         .lifeExpectancy(...).domestic(...).immigration(...)
 *         .assumptions(Variant.parse("LLML"), 2024);
 * }</pre>
 *
 * <p>K is the medium level of the first year for ever, unless it is given; 0 is no moves.
 */
public final class Variants {
  private final SexRatioAtBirth sexRatio;
  private final ImmutableMap<Letter, Fertility> fertility;
  private final ImmutableMap<Letter, Mortality> mortality;
  private final ImmutableMap<Letter, Migration> domestic;
  private final ImmutableMap<Letter, Migration> immigration;

  private Variants(
      SexRatioAtBirth sexRatio,
      Map<Letter, Fertility> fertility,
      Map<Letter, Mortality> mortality,
      Map<Letter, Migration> domestic,
      Map<Letter, Migration> immigration) {
    this.sexRatio = sexRatio;
    this.fertility = ImmutableMap.copyOf(fertility);
    this.mortality = ImmutableMap.copyOf(mortality);
    this.domestic = ImmutableMap.copyOf(domestic);
    this.immigration = ImmutableMap.copyOf(immigration);
  }

  /**
   * {@return variants without any levels yet}
   *
   * @param sexRatio boys per girl, the same in all
   */
  public static Variants of(SexRatioAtBirth sexRatio) {
    return new Variants(sexRatio, Map.of(), Map.of(), Map.of(), Map.of());
  }

  /**
   * {@return the variants with levels of fertility}
   *
   * @param levels by letter
   */
  public Variants fertility(Map<Letter, Fertility> levels) {
    return new Variants(sexRatio, levels, mortality, domestic, immigration);
  }

  /**
   * {@return the variants with levels of life expectancy}
   *
   * @param levels by letter; H is the high life expectancy, so the low mortality
   */
  public Variants lifeExpectancy(Map<Letter, Mortality> levels) {
    return new Variants(sexRatio, fertility, levels, domestic, immigration);
  }

  /**
   * {@return the variants with levels of moves inside the country}
   *
   * @param levels by letter
   */
  public Variants domestic(Map<Letter, Migration> levels) {
    return new Variants(sexRatio, fertility, mortality, levels, immigration);
  }

  /**
   * {@return the variants with levels of moves over the border, net}
   *
   * @param levels by letter
   */
  public Variants immigration(Map<Letter, Migration> levels) {
    return new Variants(sexRatio, fertility, mortality, domestic, levels);
  }

  /**
   * {@return the assumptions of a variant}
   *
   * @param variant the letters
   * @param firstYear the first year: the one that K keeps
   * @throws UnknownCodeException if a level is asked for that was not given
   */
  public Assumptions assumptions(Variant variant, int firstYear) {
    return new Assumptions(
        level("fertility", fertility, variant.fertility(), firstYear, Fertility::constantFrom),
        level(
            "life expectancy",
            mortality,
            variant.lifeExpectancy(),
            firstYear,
            Mortality::constantFrom),
        sexRatio,
        moves("domestic moves", domestic, variant.domestic(), firstYear)
            .plus(moves("immigration", immigration, variant.immigration(), firstYear)));
  }

  private static Migration moves(
      String what, ImmutableMap<Letter, Migration> levels, Letter letter, int firstYear) {
    return letter == Letter.ZERO
        ? Migration.none()
        : level(what, levels, letter, firstYear, Migration::constantFrom);
  }

  private static <T> T level(
      String what,
      ImmutableMap<Letter, T> levels,
      Letter letter,
      int firstYear,
      BiFunction<T, Integer, T> constant) {
    T given = levels.get(letter);
    if (given != null) {
      return given;
    }
    T medium = levels.get(Letter.M);
    if (letter == Letter.K && medium != null) {
      return constant.apply(medium, firstYear);
    }
    throw new UnknownCodeException(
        "level of " + what, letter.code(), levels.keySet().stream().map(Letter::code).toList());
  }
}
