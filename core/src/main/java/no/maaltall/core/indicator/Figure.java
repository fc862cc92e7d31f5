package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * A computed number that can explain itself: value, unit, status, caveats and derivation.
 *
 * <p>The value is unrounded; {@link #text} rounds it half away from zero to {@link #decimals}, to
 * the digit that a person gets who computes by hand from the numbers as written. In binary (76.0 −
 * 76.6) / 4 is −0.14999999999999858; by hand it is −0.15, which prints as −0.2. So a value that
 * lies below a tie by no more than the noise of its computation is taken for the tie.
 *
 * <pre>{@code
 * Figure trend = Trend.meanAnnualChange(3).of(leaders);
 * trend.text();     // "−1,7 prosentpoeng"
 * trend.explain();  // "(76,0 % [2018] − 81,0 % [2015]) / 3 år = −1,67 prosentpoeng" and the sources
 * }</pre>
 *
 * <p>As JSON: {@code {"indicator": {...}, "region": {...}, "measure": "mean_annual_change_3",
 * "period": "2018", "observation": {"value": -1.6666666666666667, "status": "A"}, "unit":
 * "percentage_point", "decimals": 1, "caveats": [...], "derivation": {"formula": ..., "operands":
 * [...]}}}.
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutableFigure.class)
@JsonDeserialize(as = ImmutableFigure.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Figure {
  /** Percentages are computed with factors of 100, and err by its last bit. */
  private static final double SMALLEST_SCALE = 100;

  private static final double NOISE_IN_LAST_PLACE = 1e-3;

  Figure() {}

  /** {@return the indicator that it is about} */
  public abstract Indicator indicator();

  /** {@return the region that it is about} */
  public abstract Region region();

  /** {@return the id of the measure that gave it: {@code mean_annual_change_3}} */
  public abstract String measure();

  /** {@return the period that it is for} */
  public abstract Period period();

  /** {@return its value and status} */
  public abstract Observation observation();

  /** {@return its unit, which need not be that of the indicator} */
  public abstract Unit unit();

  /** {@return how many decimals it is printed with} */
  public abstract int decimals();

  /** {@return what a reader must know before trusting it; in order of weight} */
  public abstract ImmutableList<Caveat> caveats();

  /** {@return how it follows from its inputs} */
  public abstract Derivation derivation();

  /** {@return the unrounded value, NaN when it is missing} */
  @JsonIgnore
  public double value() {
    return observation().value();
  }

  /** {@return why it is what it is, or why it is missing} */
  @JsonIgnore
  public ObservationStatus status() {
    return observation().status();
  }

  /** {@return whether it has no value} */
  @JsonIgnore
  public boolean isMissing() {
    return observation().isMissing();
  }

  /**
   * {@return whether it has a caveat of a kind}
   *
   * @param kind the kind
   */
  public boolean has(Caveat.Kind kind) {
    return caveats().stream().anyMatch(c -> c.kind() == kind);
  }

  /** {@return the value as printed in bokmål, with the unit; {@code -} when it is missing} */
  public String text() {
    return text(NumberText.NORWEGIAN);
  }

  /**
   * {@return the value as printed, with the unit; {@code -} when it is missing}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return unit().format(byHand(decimals()), decimals(), locale);
  }

  /**
   * {@return the value as a table prints it, without the unit but with its percent sign; {@code -}
   * when it is missing}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String shortText(Locale locale) {
    return unit().formatShort(byHand(decimals()), decimals(), locale);
  }

  /** {@return the value as printed, rounded half away from zero; NaN when it is missing} */
  public double rounded() {
    return Rounding.halfUp(byHand(decimals()), decimals());
  }

  /**
   * {@return whether the figure moves as the indicator should: a change is judged by its sign, and
   * one that is no more than the noise of its computation is no change}
   */
  public Direction.Movement movement() {
    double change = Math.abs(value()) <= noise() ? 0 : value();
    return indicator().direction().judge(change);
  }

  /** The value, moved away from zero by what binary arithmetic may have lost on the way. */
  private double byHand(int decimals) {
    double noise = noise();
    // Where the printed place is no coarser than the noise there is nothing left to tell apart.
    boolean finer = noise * Math.pow(10, decimals) < NOISE_IN_LAST_PLACE;
    return finer ? value() + Math.copySign(noise, value()) : value();
  }

  /** How far the value may be from what the formula gives by hand; 0 for one that was observed. */
  private double noise() {
    if (isObserved()) {
      return 0;
    }
    double inputs = 0;
    for (Operand operand : derivation().operands()) {
      inputs += operand.observation().isMissing() ? 0 : Math.abs(operand.observation().value());
    }
    double scale = Math.max(SMALLEST_SCALE, Math.max(Math.abs(value()), inputs));
    return (2 + derivation().operands().size()) * Math.ulp(scale);
  }

  private boolean isObserved() {
    return derivation().operands().stream().anyMatch(o -> o.observation().value() == value());
  }

  /** {@return {@link #explain(Locale)} in bokmål} */
  public String explain() {
    return explain(NumberText.NORWEGIAN);
  }

  /**
   * {@return the formula with the numbers put in and a computed result with one decimal more than
   * printed; then a line for each observed input, saying what it is and where it came from; then
   * the caveats}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String explain(Locale locale) {
    boolean english = NumberText.isEnglish(locale);
    StringBuilder text = new StringBuilder(derivation().text(locale)).append(" = ");
    int decimals = isObserved() ? decimals() : Math.min(decimals() + 1, Rounding.MAX_DECIMALS);
    text.append(unit().format(byHand(decimals), decimals, locale));
    for (Operand operand : derivation().operands()) {
      if (operand.role() == Operand.Role.OBSERVED) {
        text.append("\n  ").append(operand.text(locale)).append(": ").append(operand.label());
        operand
            .source()
            .ifPresent(
                s -> text.append(english ? " (source: " : " (kilde: ").append(s).append(")"));
      }
    }
    for (Caveat caveat : caveats()) {
      text.append(english ? "\n  Note: " : "\n  Forbehold: ").append(caveat.text(locale));
    }
    return text.toString();
  }

  /** {@return measure, indicator, region, period and printed value on one line} */
  @Override
  public String toString() {
    return measure()
        + "("
        + indicator().id()
        + ", "
        + region().code()
        + ", "
        + period()
        + ") = "
        + text();
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Builds a figure; all but the caveats must be given.
   *
   * <p>{@code build} throws {@link IllegalStateException} when one is not.
   */
  public static final class Builder extends ImmutableFigure.Builder {
    Builder() {}
  }
}
