package no.maaltall.core.norm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import no.maaltall.core.indicator.InvalidNotationException;

/** Who visits a child in a foster home. */
public enum VisitKind {
  /** The municipality that placed the child (fosterhjemsbesøk); written {@code foster_visit}. */
  FOSTER_VISIT,
  /** The one that supervises the child (tilsynsbesøk); written {@code supervision}. */
  SUPERVISION;

  /** {@return the code, as in files} */
  @JsonValue
  public String code() {
    return Ascii.toLowerCase(name());
  }

  /**
   * {@return the kind with a code}
   *
   * @param code {@code foster_visit} or {@code supervision}
   * @throws InvalidNotationException for any other text
   */
  @JsonCreator
  public static VisitKind parse(String code) {
    return switch (code) {
      case "foster_visit" -> FOSTER_VISIT;
      case "supervision" -> SUPERVISION;
      default ->
          throw new InvalidNotationException("kind of visit", code, "foster_visit, supervision");
    };
  }
}
