package no.maaltall.kostra.region;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import no.maaltall.core.indicator.Period;

/**
 * Something that was done, or refused, when figures were carried.
 *
 * @param kind what
 * @param indicator the id of the indicator; empty when it is about all
 * @param target the region of the result; empty when nothing of it is in the result
 * @param sources the regions that it is from, as {@code 0220 Asker}
 * @param from the first period
 * @param to the last period
 * @param observations how many observations, of all indicators that it is about
 * @param detail more for a reader; may be empty
 */
public record CarryFinding(
    Kind kind,
    Optional<String> indicator,
    Optional<String> target,
    ImmutableList<String> sources,
    Optional<Period> from,
    Optional<Period> to,
    int observations,
    String detail) {

  /** What was done. */
  public enum Kind {
    /** Several municipalities were added up. */
    ADDED_UP("Lagt sammen"),
    /** The same extent with another code. */
    RENUMBERED("Nytt nummer"),
    /** The same code with another name. */
    RENAMED("Nytt navn"),
    /** A part of a municipality, by a weight. */
    WEIGHTED("Fordelt med vekt"),
    /** A ratio computed of its carried parts. */
    RECOMPUTED("Regnet ut på nytt"),
    /** A part without a value, which the rule allows to leave out of the sum. */
    PART_LEFT_OUT("Del utelatt"),
    /** A region that is no municipality, as it was. */
    KEPT("Beholdt som den var"),
    /** A region that is no municipality, left out. */
    LEFT_OUT("Utelatt: ikke en kommune"),
    /** A zero in a period in which the code did not exist: missing, not zero. */
    ZERO_OUTSIDE_VALIDITY("Null utenfor gyldighet"),
    /** A value in a period in which the code did not exist. */
    OUTSIDE_VALIDITY("Avvist: koden gjaldt ikke"),
    /** A value for what another code had already reported. */
    COUNTED_ALREADY("Avvist: alt talt med"),
    /** What was divided, without weights. */
    DIVIDED("Avvist: delt kommune uten vekter"),
    /** Something that does not add up, without parts. */
    NOT_ADDITIVE("Avvist: kan ikke summeres"),
    /** A sum without one of its parts. */
    PART_MISSING("Avvist: en del mangler"),
    /** A code that has two extents within the period. */
    AMBIGUOUS("Avvist: to utstrekninger i perioden");

    private final String norwegian;

    Kind(String norwegian) {
      this.norwegian = norwegian;
    }

    /** {@return what it is called for a reader} */
    public String norwegian() {
      return norwegian;
    }

    /** {@return whether something was refused or left out} */
    public boolean isRefusal() {
      return compareTo(LEFT_OUT) >= 0;
    }
  }

  /** {@return the periods: {@code 2015–2019}; empty when it is about none} */
  public String periods() {
    if (from.isEmpty() || to.isEmpty()) {
      return "";
    }
    return from.equals(to) ? from.get().toString() : from.get() + "–" + to.get();
  }

  /** {@return the finding in one line of Norwegian} */
  public String text() {
    return kind.norwegian() + ": " + line();
  }

  /**
   * {@return the finding in one line of Norwegian, without its kind: for a list under a heading}
   */
  public String line() {
    StringBuilder text = new StringBuilder(indicator.orElse(""));
    boolean hasRegions = !sources.isEmpty() || target.isPresent();
    text.append(indicator.isPresent() && hasRegions ? ", " : "")
        .append(String.join(" + ", sources));
    target.ifPresent(t -> text.append(sources.isEmpty() ? "" : " → ").append(t));
    text.append(from.isPresent() ? ", " + periods() : "");
    return text.append(detail.isEmpty() ? "" : " (" + detail + ")").toString();
  }
}
