package no.maaltall.kostra.region;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A county.
 *
 * @param code its two digits, which the codes of its municipalities start with
 * @param name its name
 * @param validFrom its first day; empty when it was there on the first day of the history
 * @param validTo its last day; empty when it is still there
 */
public record County(
    String code, String name, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {

  static County of(FactRows.Row row, LocalDate firstDay) {
    return new County(
        row.required("kode"),
        row.required("navn"),
        Optional.of(row.date("gyldig_fra")).filter(d -> d.isAfter(firstDay)),
        row.optionalDate("gyldig_til"));
  }

  /**
   * {@return whether it was there on a day}
   *
   * @param date the day
   */
  public boolean isValidOn(LocalDate date) {
    return validFrom.map(from -> !date.isBefore(from)).orElse(true)
        && validTo.map(to -> !date.isAfter(to)).orElse(true);
  }

  /** {@return the code of its average in KOSTRA: {@code EKA32}} */
  public String averageCode() {
    return "EKA" + code;
  }
}
