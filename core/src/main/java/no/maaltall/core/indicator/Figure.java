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
 * <p>The value is unrounded; {@link #text} rounds it half away from zero to {@link #decimals}.
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
    return unit().format(value(), decimals(), locale);
  }

  /** {@return {@link #explain(Locale)} in bokmål} */
  public String explain() {
    return explain(NumberText.NORWEGIAN);
  }

  /**
   * {@return the formula with the numbers put in and the result with one decimal more than printed;
   * then a line for each observed input, saying what it is and where it came from; then the
   * caveats}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String explain(Locale locale) {
    boolean english = NumberText.isEnglish(locale);
    StringBuilder text = new StringBuilder(derivation().text(locale)).append(" = ");
    text.append(unit().format(value(), Math.min(decimals() + 1, Rounding.MAX_DECIMALS), locale));
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
