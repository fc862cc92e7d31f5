package no.maaltall.core.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Frequency;
import no.maaltall.core.indicator.FrequencyMismatchException;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.InvalidNotationException;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.ObservationStatus;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.RatioDefinition;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.indicator.UnknownCodeException;
import no.maaltall.core.panel.AxisMismatchException;
import no.maaltall.core.panel.Panel;
import no.maaltall.core.panel.RegionGroups;
import org.jspecify.annotations.Nullable;

/**
 * One series over another in the same periods: {@code factor · numerator / denominator}.
 *
 * <p>Coverage, unit cost, "per 1 000", share of a whole and comparison with a group are all this
 * formula. Missing when either is, and when the denominator is zero (caveat {@code
 * ZERO_DENOMINATOR}). With a negative denominator the formula is computed as it stands, with caveat
 * {@code NEGATIVE_BASE}. The result is not clamped: a coverage may exceed 100 percent.
 *
 * <p>Over several regions a ratio is the sum of the numerators over the sum of the denominators
 * ({@link #total}), never a mean of ratios.
 *
 * <pre>{@code
 * Ratio.percent().of(childrenWithPlace, children);   // coverage
 * Ratio.shareOfWhole().of(wages, expenses);          // "50 %"
 * }</pre>
 */
public final class Ratio {
  private enum Kind {
    RATIO,
    SHARE,
    RELATIVE,
    DEFINED
  }

  private final Kind kind;
  private final double factor;
  private final Optional<Indicator> result;

  private Ratio(Kind kind, double factor, Optional<Indicator> result) {
    Preconditions.checkArgument(
        factor != 0 && Double.isFinite(factor), "a factor is finite and not 0, got %s", factor);
    this.kind = kind;
    this.factor = factor;
    this.result = result;
  }

  /**
   * {@return the ratio times a factor, with id {@code ratio}; its unit follows from the two, as
   * {@link Unit#ofRatio} says}
   *
   * @param factor 1 000 for "per 1 000", say; finite and not 0
   * @throws IllegalArgumentException if it is 0 or not finite
   */
  public static Ratio times(double factor) {
    return new Ratio(Kind.RATIO, factor, Optional.empty());
  }

  /** {@return the ratio times 100: a coverage in percent} */
  public static Ratio percent() {
    return times(100);
  }

  /**
   * {@return the share of a whole in percent, with id {@code share_of_parent}; the two must have
   * the same unit}
   */
  public static Ratio shareOfWhole() {
    return new Ratio(Kind.SHARE, 100, Optional.empty());
  }

  /**
   * {@return the value as an index with another series in the same period = 100 (a network, say),
   * with id {@code relative_to}; the two must have the same unit}
   */
  public static Ratio relativeTo() {
    return new Ratio(Kind.RELATIVE, 100, Optional.empty());
  }

  /**
   * {@return the ratio that defines an indicator, with its factor, unit and decimals and id {@code
   * value}}
   *
   * @param indicator an indicator that is defined as a ratio
   * @throws IllegalArgumentException if it is not
   */
  public static Ratio defining(Indicator indicator) {
    RatioDefinition definition =
        indicator
            .ratio()
            .orElseThrow(
                () -> new IllegalArgumentException(indicator.id() + " is not defined as a ratio"));
    return new Ratio(Kind.DEFINED, definition.factor(), Optional.of(indicator));
  }

  @JsonCreator
  static Ratio ofJson(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "factor", required = true) double factor,
      @JsonProperty("indicator") @Nullable Indicator indicator) {
    for (Kind kind : Kind.values()) {
      Ratio ratio = new Ratio(kind, factor, Optional.ofNullable(indicator));
      if (ratio.id().equals(id)) {
        return ratio;
      }
    }
    throw new InvalidNotationException("ratio", id, "ratio, share_of_parent, relative_to, value");
  }

  @JsonProperty("factor")
  double jsonFactor() {
    return factor;
  }

  @JsonProperty("indicator")
  Optional<Indicator> jsonIndicator() {
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ratio r
        && r.kind == kind
        && r.factor == factor
        && r.result.equals(result);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, factor, result);
  }

  /** {@return the id and the factor} */
  @Override
  public String toString() {
    return id() + " · " + Rounding.shortest(factor);
  }

  boolean isRelative() {
    return kind == Kind.RELATIVE;
  }

  double factor() {
    return factor;
  }

  /** {@return the id of the figures: {@code ratio}, {@code share_of_parent}, ...} */
  @JsonProperty("id")
  public String id() {
    return switch (kind) {
      case RATIO -> "ratio";
      case SHARE -> "share_of_parent";
      case RELATIVE -> "relative_to";
      case DEFINED -> "value";
    };
  }

  /**
   * {@return what it is called in a table heading}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String name(Locale locale) {
    boolean english = Measure.isEnglish(locale);
    return switch (kind) {
      case RATIO -> english ? "ratio" : "forholdstall";
      case SHARE -> english ? "share" : "andel";
      case RELATIVE -> english ? "index, comparison = 100" : "indeks, sammenligning = 100";
      case DEFINED -> english ? "value" : "verdi";
    };
  }

  /**
   * {@return the figure as of the later of the two series' as-of periods}
   *
   * @param numerator above the line
   * @param denominator below the line
   * @throws FrequencyMismatchException if they have periods of different kinds
   * @throws IllegalArgumentException if they must have the same unit or region and have not
   */
  public Figure of(Series numerator, Series denominator) {
    requireComparable(numerator, denominator);
    boolean later = numerator.asOf().compareTo(denominator.asOf()) >= 0;
    return at(numerator, denominator, later ? numerator.asOf() : denominator.asOf());
  }

  /**
   * {@return the figure for a period}
   *
   * @param numerator above the line
   * @param denominator below the line
   * @param period the period
   * @throws FrequencyMismatchException if the series and the period are not all of one kind
   * @throws IllegalArgumentException if they must have the same unit or region and have not
   */
  public Figure at(Series numerator, Series denominator, Period period) {
    requireComparable(numerator, denominator);
    return total(
        ImmutableList.of(numerator),
        ImmutableList.of(denominator),
        numerator.region(),
        period,
        MissingRegions.REFUSE);
  }

  /**
   * {@return the results for all periods of the numerator, with the breaks of both}
   *
   * @param numerator above the line
   * @param denominator below the line
   * @throws FrequencyMismatchException if they have periods of different kinds
   * @throws IllegalArgumentException if they must have the same unit or region and have not
   */
  public Series over(Series numerator, Series denominator) {
    requireComparable(numerator, denominator);
    return computed(numerator, denominator);
  }

  Series computed(Series numerator, Series denominator) {
    int size = numerator.size();
    double[] results = new double[size];
    boolean plain = numerator.hasPlainStatuses() && denominator.hasPlainStatuses();
    byte[] statuses = plain ? null : new byte[size];
    for (int i = 0; i < size; i++) {
      int below = denominator.indexOfOrdinal(numerator.ordinalAt(i));
      results[i] =
          RatioDefinition.value(numerator.valueAt(i), Inputs.value(denominator, below), factor);
      if (statuses != null) {
        ObservationStatus inputs = numerator.statusAt(i).combine(Inputs.status(denominator, below));
        statuses[i] = (byte) Inputs.resultStatus(results[i], inputs, false).ordinal();
      }
    }
    return numerator
        .withResultsUnsafe(
            resultIndicator(numerator.indicator(), denominator.indicator()), results, statuses)
        .withBreaksOf(denominator);
  }

  /**
   * {@return the results for all indicators, regions and periods of a panel}
   *
   * <p>The values and statuses are those of {@link #over} of the series of each indicator in each
   * region.
   *
   * @param numerators above the line; a view of indicators or regions is copied first
   * @param denominators below the line: one indicator, for all above the line (a population, say),
   *     or as many as above the line, each for the one in the same place. The same regions as above
   *     the line; for {@link #relativeTo}, also one region for all
   * @throws AxisMismatchException if it has other indicators or regions than these; it prints both
   * @throws FrequencyMismatchException if they have periods of different kinds
   * @throws IllegalArgumentException if they must have the same unit and have not
   */
  public Panel of(Panel numerators, Panel denominators) {
    return on(numerators, denominators).toPanel();
  }

  /**
   * {@return the results for one indicator over another of a panel, in all its regions and periods}
   *
   * @param panel the panel
   * @param numeratorId the indicator above the line
   * @param denominatorId the indicator below the line
   * @throws UnknownCodeException if the panel does not have one of them
   * @throws IllegalArgumentException if they must have the same unit and have not
   */
  public Panel of(Panel panel, String numeratorId, String denominatorId) {
    return of(panel.selectIndicators(numeratorId), panel.selectIndicators(denominatorId));
  }

  /**
   * {@return the computation of {@link #of(Panel, Panel)}, to choose periods, threads or a buffer
   * for its results}
   *
   * @param numerators above the line
   * @param denominators below the line
   */
  public PanelComputation on(Panel numerators, Panel denominators) {
    return RatioPanels.of(this, numerators, denominators).computation();
  }

  /**
   * {@return the ratio of several regions together: {@code factor · Σ numerator / Σ denominator}}
   *
   * @param numerators above the line, one series per region
   * @param denominators below the line, in the same order of regions
   * @param region the region that the total is for, such as a county
   * @param period the period
   * @param missing what to do about a region where either is missing
   * @throws FrequencyMismatchException if the series and the period are not all of one kind
   * @throws IllegalArgumentException if there are no regions, or not the same ones above and below
   *     the line, or units that must be the same are not, those that are added among them
   */
  public Figure total(
      List<Series> numerators,
      List<Series> denominators,
      Region region,
      Period period,
      MissingRegions missing) {
    requireSameRegions(numerators, denominators);
    RatioTotal total = new RatioTotal(numerators, denominators, period, missing);
    Indicator above = numerators.get(0).indicator();
    Indicator below = denominators.get(0).indicator();
    Indicator indicator = resultIndicator(above, below);
    double value = RatioDefinition.value(total.numerator(), total.denominator(), factor);
    ObservationStatus status = Inputs.resultStatus(value, total.status(), false);
    List<Caveat> caveats = new ArrayList<>(total.caveats());
    if (!total.status().isMissing() && Double.isNaN(value)) {
      boolean zero = total.denominator() == 0;
      caveats.add(Caveat.of(zero ? Caveat.Kind.ZERO_DENOMINATOR : Caveat.Kind.OVERFLOW, period));
    }
    if (total.denominator() < 0) {
      caveats.add(Caveat.of(Caveat.Kind.NEGATIVE_BASE, period));
    }
    return Figure.builder()
        .indicator(kind == Kind.DEFINED ? indicator : above)
        .region(region)
        .measure(id())
        .period(period)
        .observation(new Observation(value, status))
        .unit(indicator.unit())
        .decimals(indicator.decimals())
        .caveats(Inputs.inOrder(caveats))
        .derivation(derivation(total))
        .build();
  }

  /**
   * {@return the ratio of the regions of each group together, in all periods: indicators × groups ×
   * periods}
   *
   * <p>The values and statuses are those of {@link #total}.
   *
   * @param numerators above the line; a view of indicators or regions is copied first
   * @param denominators below the line, as in {@link #of(Panel, Panel)}, of the same regions
   * @param groups the groups
   * @param missing what to do about a region where either is missing
   * @throws AxisMismatchException if it has other indicators or regions than these; it prints both
   * @throws FrequencyMismatchException if they have periods of different kinds
   * @throws IllegalArgumentException if they must have the same unit and have not
   */
  public Panel total(
      Panel numerators, Panel denominators, RegionGroups groups, MissingRegions missing) {
    return onTotal(numerators, denominators, groups, missing).toPanel();
  }

  /**
   * {@return the computation of {@link #total(Panel, Panel, RegionGroups, MissingRegions)}, to
   * choose periods, threads or a buffer}
   *
   * @param numerators above the line
   * @param denominators below the line
   * @param groups the groups
   * @param missing what to do about a region where either is missing
   */
  public PanelComputation onTotal(
      Panel numerators, Panel denominators, RegionGroups groups, MissingRegions missing) {
    return RatioPanels.of(this, numerators, denominators).totals(groups, missing);
  }

  private Derivation derivation(RatioTotal total) {
    List<Operand> operands = new ArrayList<>(total.operands());
    String formula = total.formula("a") + " / " + total.formula("b");
    if (factor == 1) {
      return Derivation.of(formula, operands.toArray(new Operand[0]));
    }
    operands.add(Operand.constant("f", factor, Unit.RATIO, decimalsOf(factor)));
    return Derivation.of("{f} · " + formula, operands.toArray(new Operand[0]));
  }

  private static int decimalsOf(double factor) {
    int scale = new BigDecimal(Rounding.shortest(factor)).scale();
    return Math.max(0, Math.min(scale, Rounding.MAX_DECIMALS));
  }

  Indicator resultIndicator(Indicator above, Indicator below) {
    if (result.isPresent()) {
      return result.get();
    }
    Unit unit =
        switch (kind) {
          case SHARE -> Unit.PERCENT;
          case RELATIVE -> Unit.INDEX;
          default -> above.unit().ofRatio(below.unit(), factor);
        };
    return Indicator.builder()
        .id(above.id() + ":" + id() + ":" + below.id())
        .name(above.name() + " / " + below.name())
        .unit(unit)
        .direction(above.direction())
        .decimals(kind == Kind.RATIO && !unit.equals(Unit.PERCENT) ? above.decimals() : 1)
        .area(above.area())
        .source(above.source())
        .build();
  }

  private void requireComparable(Series numerator, Series denominator) {
    requireComparable(
        numerator.indicator(), numerator.frequency(), denominator.indicator(), denominator.asOf());
    String above = numerator.region().code();
    String below = denominator.region().code();
    Preconditions.checkArgument(
        kind == Kind.RELATIVE || above.equals(below),
        "region %s above the line, %s below it",
        above,
        below);
  }

  void requireComparable(
      Indicator numerator, Frequency frequency, Indicator denominator, Period below) {
    if (below.frequency() != frequency) {
      throw new FrequencyMismatchException(
          "ratio of " + numerator.id() + " to " + denominator.id(), frequency, below);
    }
    boolean sameUnit = numerator.unit().equals(denominator.unit());
    if ((kind == Kind.SHARE || kind == Kind.RELATIVE) && !sameUnit) {
      throw new IllegalArgumentException(
          id()
              + " of "
              + numerator.id()
              + " ("
              + numerator.unit()
              + ") and "
              + denominator.id()
              + " ("
              + denominator.unit()
              + "): the units must be the same");
    }
  }

  private static void requireOneUnit(List<Series> terms) {
    Indicator first = terms.get(0).indicator();
    for (Series term : terms) {
      Indicator indicator = term.indicator();
      if (!indicator.unit().equals(first.unit())) {
        throw new IllegalArgumentException(
            "cannot add "
                + indicator.id()
                + " ("
                + indicator.unit()
                + ") in "
                + term.region().code()
                + " to "
                + first.id()
                + " ("
                + first.unit()
                + ")");
      }
    }
  }

  private void requireSameRegions(List<Series> numerators, List<Series> denominators) {
    Preconditions.checkArgument(!numerators.isEmpty(), "a total needs at least one region");
    Preconditions.checkArgument(
        numerators.size() == denominators.size(),
        "%s regions above the line, %s below it",
        numerators.size(),
        denominators.size());
    for (int i = 0; i < numerators.size(); i++) {
      requireComparable(numerators.get(i), denominators.get(i));
    }
    requireOneUnit(numerators);
    requireOneUnit(denominators);
  }
}
