package no.maaltall.kostra.statbank;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a statistical variable is measured in, in the words of its publisher.
 *
 * <p>{@link UnitTexts} finds the {@link no.maaltall.core.indicator.Unit} that they denote.
 *
 * @param base the unit: {@code kr}, {@code prosent}, {@code personer}; SSB's member for it
 * @param label the unit for a reader: {@code thousands of persons}
 * @param symbol a sign that stands beside the number: {@code %}
 * @param position on which side of the number the symbol stands: {@code start} or {@code end}
 * @param type the kind of number: {@code count}, {@code ratio}
 * @param decimals how many decimals are printed; not negative
 * @param multiplier the power of ten that a value is to be multiplied with to be in the base unit
 */
public record CategoryUnit(
    Optional<String> base,
    Optional<String> label,
    Optional<String> symbol,
    Optional<String> position,
    Optional<String> type,
    OptionalInt decimals,
    OptionalInt multiplier) {

  /**
   * Checks the parts.
   *
   * @param base the unit
   * @param label the unit for a reader
   * @param symbol its sign
   * @param position the side of the sign
   * @param type the kind of number
   * @param decimals how many decimals are printed
   * @param multiplier the power of ten
   * @throws IllegalArgumentException if the decimals are negative
   */
  public CategoryUnit {
    if (decimals.isPresent() && decimals.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "decimals of a unit are 0 or more, got " + decimals.getAsInt());
    }
  }

  /**
   * {@return a unit of a base}
   *
   * @param base the unit: {@code kr}
   */
  public static CategoryUnit of(String base) {
    return new CategoryUnit(
        Optional.of(base),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /**
   * {@return a unit of a base, with decimals}
   *
   * @param base the unit: {@code kr}
   * @param decimals how many decimals are printed; not negative
   */
  public static CategoryUnit of(String base, int decimals) {
    CategoryUnit unit = of(base);
    return new CategoryUnit(
        unit.base,
        unit.label,
        unit.symbol,
        unit.position,
        unit.type,
        OptionalInt.of(decimals),
        unit.multiplier);
  }

  /**
   * {@return how it is said to a reader: its label, else its base, else its symbol; may be empty}
   */
  public String text() {
    return label.or(() -> base).or(() -> symbol).orElse("");
  }
}
