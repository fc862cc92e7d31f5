package no.maaltall.core.published;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a printed figure, or of a claim, found.
 *
 * <p>As JSON: {@code {"id": ..., "name": ..., "formula": "growth(a, b)", "inputs": {"a": {...}},
 * "printed": {...}, "status": "CONSISTENT", "reason": "WITHIN_ROUNDING", "computed": 12.2477...,
 * "possible": {...}, "nearest": 12.25, "jointly": []}}; what there is not is left out.
 *
 * @param id the id of the figure or claim
 * @param name what it is, in words; may be empty
 * @param formula the expression or condition
 * @param inputs the printed number that each name of it is
 * @param printed the printed number that it was held against; empty for a claim, or when none is
 *     printed
 * @param status what was found
 * @param reason why
 * @param computed what the printed inputs give, unrounded, to 30 digits; empty when they give
 *     nothing. Of a claim, the left side less the right of the comparison that decides
 * @param possible what unrounded inputs can give; empty when they can give nothing
 * @param nearest the number of these that is nearest to the printed one; the end itself where it is
 *     not among them
 * @param jointly the ids of the figures that cannot be right together with this one, itself among
 *     them; empty unless that is why
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CheckedFigure(
    String id,
    String name,
    String formula,
    ImmutableMap<String, Rounded> inputs,
    Optional<Rounded> printed,
    CheckStatus status,
    Reason reason,
    Optional<BigDecimal> computed,
    Optional<Interval> possible,
    Optional<BigDecimal> nearest,
    ImmutableList<String> jointly) {

  /** Why a check found what it found. */
  public enum Reason {
    /** The printed inputs give the printed digits, or make the claim true. */
    FOLLOWS("de trykte tallene gir det"),
    /** Some unrounded inputs do. */
    WITHIN_ROUNDING("de trykte tallene gir det ikke, men uavrundede tall kan gjøre det"),
    /** No unrounded inputs do. */
    OUT_OF_REACH("ingen uavrundede tall bak de trykte gir det"),
    /** Some unrounded inputs do, but none that make the other figures right too. */
    NOT_TOGETHER("kan ikke stemme samtidig med de andre"),
    /** Nothing was printed to hold it against. */
    NOT_PRINTED("ikke trykt"),
    /**
     * The printed inputs give no number, as by division by zero, and what they can give decides
     * nothing.
     */
    NOT_DEFINED("kan ikke regnes ut av de trykte tallene (deling på null, for eksempel)"),
    /** The search ended without finding such inputs or showing that there are none. */
    NOT_FOUND("søket fant ingen slike tall og viste heller ikke at de ikke finnes");

    private final String norwegian;

    Reason(String norwegian) {
      this.norwegian = norwegian;
    }

    /** {@return the reason in bokmål} */
    public String norwegian() {
      return norwegian;
    }
  }

  /**
   * A result.
   *
   * @param id the id of the figure or claim
   * @param name what it is, in words
   * @param formula the expression or condition
   * @param inputs the printed numbers in it
   * @param printed the printed number that it was held against
   * @param status what was found
   * @param reason why
   * @param computed what the printed inputs give
   * @param possible what unrounded inputs can give
   * @param nearest the number of these that is nearest to the printed one
   * @param jointly the ids of the figures that cannot be right together with this one
   */
  public CheckedFigure {
    computed = computed.map(Rounded::withoutZeros);
    nearest = nearest.map(Rounded::withoutZeros);
  }

  @JsonCreator
  static CheckedFigure ofJson(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty(value = "formula", required = true) String formula,
      @JsonProperty(value = "inputs", required = true) ImmutableMap<String, Rounded> inputs,
      @JsonProperty("printed") @Nullable Rounded printed,
      @JsonProperty(value = "status", required = true) CheckStatus status,
      @JsonProperty(value = "reason", required = true) Reason reason,
      @JsonProperty("computed") @Nullable BigDecimal computed,
      @JsonProperty("possible") @Nullable Interval possible,
      @JsonProperty("nearest") @Nullable BigDecimal nearest,
      @JsonProperty("jointly") @Nullable ImmutableList<String> jointly) {
    return new CheckedFigure(
        id,
        name == null ? "" : name,
        formula,
        inputs,
        Optional.ofNullable(printed),
        status,
        reason,
        Optional.ofNullable(computed),
        Optional.ofNullable(possible),
        Optional.ofNullable(nearest),
        jointly == null ? ImmutableList.of() : jointly);
  }

  /** The same, as one of figures that cannot all be right. */
  CheckedFigure notTogether(ImmutableList<String> ids) {
    return new CheckedFigure(
        id,
        name,
        formula,
        inputs,
        printed,
        CheckStatus.CONTRADICTION,
        Reason.NOT_TOGETHER,
        computed,
        possible,
        nearest,
        ids);
  }

  /** {@return whether nothing can make it right} */
  @JsonIgnore
  public boolean isContradiction() {
    return status == CheckStatus.CONTRADICTION;
  }

  /**
   * {@return the finding in one line of bokmål: {@code D1: 12,3 % – forenlig: de trykte tallene gir
   * det ikke, men uavrundede tall kan gjøre det; regnet 12,248, mulig fra 12,210 (ikke med) til
   * 12,286 (ikke med)}}
   */
  public String text() {
    return CheckText.line(this);
  }

  /**
   * {@return the finding with the formula and the numbers put in, what each can have been, and what
   * they can give, in bokmål}
   */
  public String explain() {
    return CheckText.explanation(this);
  }

  /** {@return the line of {@link #text}} */
  @Override
  public String toString() {
    return text();
  }
}
