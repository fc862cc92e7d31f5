package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import no.maaltall.core.indicator.InvalidNotationException;

/** Who owns a school or kindergarten. */
public enum Ownership {
  /** A municipality, a county or the state; written {@code public}. */
  PUBLIC,
  /** Anyone else; written {@code private}. */
  PRIVATE;

  /** {@return the code, as in files} */
  @JsonValue
  public String code() {
    return Ascii.toLowerCase(name());
  }

  /**
   * {@return the ownership with a code}
   *
   * @param code {@code public} or {@code private}
   * @throws InvalidNotationException for any other text
   */
  @JsonCreator
  public static Ownership parse(String code) {
    return switch (code) {
      case "public" -> PUBLIC;
      case "private" -> PRIVATE;
      default -> throw new InvalidNotationException("owner", code, "public, private");
    };
  }
}
