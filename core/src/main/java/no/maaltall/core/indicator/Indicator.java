package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import no.maaltall.core.style.ValueStyle;
import org.immutables.value.Value;

/**
 * What is measured, in which unit, and which way it should move.
 *
 * <pre>{@code
 * Indicator leaders =
 *     Indicator.builder()
 *         .id("bhg.pedledere-godkjent")
 *         .name("Andel pedagogiske ledere med godkjent utdanning")
 *         .unit(Unit.PERCENT)
 *         .direction(Direction.UP)
 *         .decimals(1)
 *         .build();
 * }</pre>
 */
@SuppressWarnings("exports") // Immutables' annotations are needed only when this is compiled.
@Value.Immutable
@ValueStyle
@JsonSerialize(as = ImmutableIndicator.class)
@JsonDeserialize(as = ImmutableIndicator.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public abstract class Indicator {
  private static final Pattern CURRENT_PRICES =
      inWords("(?<!\\p{L})(løpende|nominell\\p{L}*|current|nominal)(?!\\p{L})");
  private static final Pattern FIXED_PRICES =
      inWords(
          "ikke |not |fast|fixed|constant|deflat|prisjust|(1[89]|2[01])[0-9]{2}[- ]?(pris|kr|price|nok)");

  Indicator() {}

  private static Pattern inWords(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** {@return the id, unique in a data set; not blank} */
  public abstract String id();

  /** {@return the name, for a reader; the id unless it is given} */
  @Value.Default
  public String name() {
    return id();
  }

  /** {@return the unit; {@code count} unless it is given} */
  @Value.Default
  public Unit unit() {
    return Unit.COUNT;
  }

  /** {@return the desired direction; neutral unless it is given} */
  @Value.Default
  public Direction direction() {
    return Direction.NEUTRAL;
  }

  /** {@return how many decimals are printed, 0 to 15; 0 unless it is given} */
  @Value.Default
  public int decimals() {
    return 0;
  }

  /** {@return the service area that it belongs to} */
  public abstract Optional<String> area();

  /** {@return where its values come from} */
  public abstract Optional<String> source();

  /**
   * {@return the prices that its amounts are in: {@code løpende}, or with a year, as {@code 2024}
   * or {@code faste 2024-priser}; {@link #hasCurrentPrices} says which}
   */
  @JsonProperty("price_base")
  public abstract Optional<String> priceBase();

  /**
   * {@return whether amounts are in the prices of each period: no price base is given, or one that
   * says so ({@code løpende}, {@code mill. kr, løpende priser}, {@code nominelle}, {@code current
   * prices}) and nothing of fixed prices, of a deflator or of the prices of a year. Any other text
   * is a base of its own}
   */
  public boolean hasCurrentPrices() {
    String base = priceBase().orElse("");
    return base.isBlank()
        || (CURRENT_PRICES.matcher(base).find() && !FIXED_PRICES.matcher(base).find());
  }

  /** {@return the value that the municipality wants to reach} */
  public abstract OptionalDouble target();

  /** {@return the id of the indicator that it is a part of ("herav")} */
  public abstract Optional<String> parent();

  /** {@return its definition as a ratio, when it is computed from two others} */
  public abstract Optional<RatioDefinition> ratio();

  /** Checks the parts. */
  @Value.Check
  void check() {
    if (id().isBlank()) {
      throw new IllegalArgumentException("an indicator needs an id, got \"" + id() + "\"");
    }
    if (decimals() < 0 || decimals() > Rounding.MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "decimals of " + id() + " must be 0 to " + Rounding.MAX_DECIMALS + ", got " + decimals());
    }
    target()
        .ifPresent(
            t -> {
              if (!Double.isFinite(t)) {
                throw new IllegalArgumentException(
                    "target of " + id() + " must be finite, got " + t);
              }
            });
  }

  /** {@return a builder without values} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@return a builder with the values of an indicator, to make another that differs in some}
   *
   * @param indicator the indicator
   */
  public static Builder builder(Indicator indicator) {
    return new Builder().from(indicator);
  }

  /**
   * Builds an indicator; all but the id may be left out.
   *
   * <p>{@code build} throws {@link IllegalStateException} without an id, and {@link
   * IllegalArgumentException} for a blank id, decimals outside 0 to 15 or a target that is not
   * finite.
   */
  public static final class Builder extends ImmutableIndicator.Builder {
    Builder() {}
  }
}
