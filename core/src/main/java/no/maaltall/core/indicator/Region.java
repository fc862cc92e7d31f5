package no.maaltall.core.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A municipality, county, group, district, school or any other unit that figures are about.
 *
 * @param code its code (SDMX's REF_AREA), as {@code 3201}; not blank
 * @param name its name
 * @param validFrom the first day that the code was valid, when it is known
 * @param validTo the last day that the code was valid, when it is known and past
 */
public record Region(
    @JsonProperty(value = "code", required = true) String code,
    @JsonProperty(value = "name", required = true) String name,
    @JsonIgnore Optional<LocalDate> validFrom,
    @JsonIgnore Optional<LocalDate> validTo) {

  /**
   * Checks the parts.
   *
   * @param code the code
   * @param name the name
   * @param validFrom the first day
   * @param validTo the last day
   * @throws IllegalArgumentException if the code is blank, or valid to a day before it was valid
   *     from
   */
  public Region {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a region needs a code, got \"" + code + "\"");
    }
    if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
      throw new IllegalArgumentException(
          "region " + code + " is valid from " + validFrom.get() + " to " + validTo.get());
    }
  }

  /**
   * {@return a region whose name is its code}
   *
   * @param code the code
   */
  public static Region of(String code) {
    return of(code, code);
  }

  /**
   * {@return a region of unlimited validity}
   *
   * @param code the code
   * @param name the name
   */
  public static Region of(String code, String name) {
    return new Region(code, name, Optional.empty(), Optional.empty());
  }

  @JsonCreator
  static Region ofJson(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("valid_from") @Nullable String validFrom,
      @JsonProperty("valid_to") @Nullable String validTo) {
    return new Region(
        code,
        name == null ? code : name,
        Optional.ofNullable(validFrom).map(LocalDate::parse),
        Optional.ofNullable(validTo).map(LocalDate::parse));
  }

  /** {@return the first day as JSON has it} */
  @JsonProperty("valid_from")
  Optional<String> jsonValidFrom() {
    return validFrom.map(LocalDate::toString);
  }

  /** {@return the last day as JSON has it} */
  @JsonProperty("valid_to")
  Optional<String> jsonValidTo() {
    return validTo.map(LocalDate::toString);
  }
}
