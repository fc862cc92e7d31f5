package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a child has a right to a kindergarten place in an entry year, and from when.
 *
 * @param birth the month that the child was born in
 * @param entryYear the calendar year of the main admission
 * @param from the day that the place is to be had by; empty without a right
 * @param nextEntryYear without a right because the child is too young: the year that it has one
 * @param version which version of the rule was used
 * @param legalBasis the law, in Norwegian; empty before there was a right
 * @param message the answer in one line
 */
public record PlaceRight(
    @JsonProperty("birth") YearMonth birth,
    @JsonProperty("entry_year") int entryYear,
    @JsonProperty("from") Optional<LocalDate> from,
    @JsonProperty("next_entry_year") Optional<Integer> nextEntryYear,
    @JsonProperty("version") String version,
    @JsonProperty("legal_basis") String legalBasis,
    @JsonProperty("message") NormText message) {

  static PlaceRight granted(YearMonth birth, int entryYear, LocalDate from, NormValue row) {
    return new PlaceRight(
        birth,
        entryYear,
        Optional.of(from),
        Optional.empty(),
        row.version(),
        row.legalBasis(),
        say(
            "født {0}, opptak {1}: rett til plass senest {2}",
            "born {0}, admission {1}: right to a place by {2}", birth, entryYear, from));
  }

  static PlaceRight refused(
      YearMonth birth,
      int entryYear,
      Optional<Integer> next,
      String version,
      String legalBasis,
      NormText why) {
    return new PlaceRight(
        birth,
        entryYear,
        Optional.empty(),
        next,
        version,
        legalBasis,
        say(
            "født {0}, opptak {1}: ikke rett til plass, {2}",
            "born {0}, admission {1}: no right to a place, {2}", birth, entryYear, why));
  }

  /** {@return whether the child has a right} */
  @JsonIgnore
  public boolean isGranted() {
    return from.isPresent();
  }

  /** {@return the answer in one line of bokmål} */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return the answer in one line}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return message.text(locale);
  }
}
