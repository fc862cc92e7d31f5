package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.maaltall.kostra.klass.CodeChanges;

/**
 * What happened to some municipalities on a day.
 *
 * @param date the first day after the change
 * @param kind what it was
 * @param before those that were before, by code
 * @param after those that were after, by code
 */
public record RegionChange(
    LocalDate date,
    CodeChanges.Kind kind,
    ImmutableList<Municipality> before,
    ImmutableList<Municipality> after) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d.M.yyyy", Locale.forLanguageTag("nb-NO"));

  /**
   * {@return the change in Norwegian: {@code 1.1.2024: 1507 Ålesund er delt i 1508 Ålesund, ...}}
   */
  public String text() {
    String old = names(before, date.minusDays(1));
    String now = names(after, date);
    return date.format(DAY)
        + ": "
        + switch (kind) {
          case NEW -> now + " er ny";
          case CEASED -> old + " er opphørt";
          case RENAME -> old + " heter nå " + now;
          case RECODE -> old + " har fått nytt nummer: " + now;
          case MERGE -> old + " er slått sammen til " + now;
          case SPLIT -> old + " er delt i " + now;
          case REORGANISATION -> old + " er delt og slått sammen til " + now;
          case UNCHANGED -> old + " er uendret";
        };
  }

  static String names(ImmutableList<Municipality> municipalities, LocalDate date) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < municipalities.size(); i++) {
      Municipality m = municipalities.get(i);
      text.append(i == 0 ? "" : i == municipalities.size() - 1 ? " og " : ", ");
      text.append(m.code()).append(' ').append(m.nameOn(date));
    }
    return text.toString();
  }
}
