package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import no.maaltall.core.indicator.Region;

/**
 * A municipality with one extent. When its extent changes in a reform, it is another, also when the
 * code stays: Stavanger 1103 until 2019 and Stavanger 1103 from 2020 are two.
 *
 * <p>Land that moves from one municipality to another without a change of codes is not told of by
 * KLASS's changes, and makes no new one.
 *
 * @param code its code
 * @param names its names, in order; at least one
 * @param validFrom its first day; empty when it was there on the first day of the history
 * @param validTo its last day; empty when it is still there
 */
public record Municipality(
    String code,
    ImmutableList<DatedName> names,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

  /** {@return its last name} */
  public String name() {
    return names.get(names.size() - 1).name();
  }

  /**
   * {@return its name on a day; the first or last one outside its validity}
   *
   * @param date the day
   */
  public String nameOn(LocalDate date) {
    for (DatedName name : names) {
      if (name.validTo().map(to -> !date.isAfter(to)).orElse(true)) {
        return name.name();
      }
    }
    return name();
  }

  /**
   * {@return whether it was there on a day}
   *
   * @param date the day, not before the first one of the history
   */
  public boolean isValidOn(LocalDate date) {
    return validFrom.map(from -> !date.isBefore(from)).orElse(true)
        && validTo.map(to -> !date.isAfter(to)).orElse(true);
  }

  /** {@return it as a region with its last name and its validity} */
  public Region toRegion() {
    return new Region(code, name(), validFrom, validTo);
  }

  /** {@return its validity as SSB writes it beside a name: {@code (2020-2023)}, {@code (-2019)}} */
  public String validity() {
    return years(validFrom, validTo);
  }

  static String years(Optional<LocalDate> from, Optional<LocalDate> to) {
    return "("
        + from.map(d -> String.valueOf(d.getYear())).orElse("")
        + "-"
        + to.map(d -> String.valueOf(d.getYear())).orElse("")
        + ")";
  }

  /** {@return code, name and validity: {@code 3024 Bærum (2020-2023)}} */
  @Override
  public String toString() {
    return code + " " + name() + " " + validity();
  }
}
