package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import no.maaltall.core.indicator.Unit;

/**
 * What merging units saves: positions, and money.
 *
 * @param unitsBefore how many units there were
 * @param unitsAfter how many units there are
 * @param positionsBefore the positions that they needed
 * @param positionsAfter the positions that they need
 * @param costPerPosition what a position costs a year, in kroner
 */
public record Merger(
    @JsonProperty("units_before") int unitsBefore,
    @JsonProperty("units_after") int unitsAfter,
    @JsonProperty("positions_before") long positionsBefore,
    @JsonProperty("positions_after") long positionsAfter,
    @JsonProperty("cost_per_position") double costPerPosition) {

  /**
   * Checks the parts.
   *
   * @param unitsBefore how many units there were
   * @param unitsAfter how many units there are
   * @param positionsBefore the positions that they needed
   * @param positionsAfter the positions that they need
   * @param costPerPosition what a position costs a year, in kroner
   * @throws IllegalArgumentException if a part is not as it must be; the message says which
   */
  public Merger {
    Checks.amount("cost of a position", "a merger", costPerPosition);
    if (unitsBefore < 0 || unitsAfter < 0 || positionsBefore < 0 || positionsAfter < 0) {
      throw new IllegalArgumentException(
          "units and positions must be 0 or more, got "
              + unitsBefore
              + ", "
              + unitsAfter
              + ", "
              + positionsBefore
              + ", "
              + positionsAfter);
    }
  }

  /** {@return the positions saved; negative when more are needed} */
  public long savedPositions() {
    return positionsBefore - positionsAfter;
  }

  /** {@return the kroner saved a year} */
  public double savedAmount() {
    return savedPositions() * costPerPosition;
  }

  /** {@return the result in one line of bokmål} */
  public String text() {
    return text(Words.NORWEGIAN);
  }

  /**
   * {@return the result in one line: {@code 60 ledere i dag, 47 etter sammenslåing: 13 stillinger
   * spart, 11 440 000 kr per år}}
   *
   * @param locale English for any English locale, bokmål for every other
   */
  public String text(Locale locale) {
    return say(
            "{0} ledere i dag, {1} etter sammenslåing: {2} stillinger spart, {3} per år",
            "{0} leaders today, {1} after merging: {2} positions saved, {3} a year",
            num(positionsBefore, 0),
            num(positionsAfter, 0),
            num(savedPositions(), 0),
            new Words.Num(savedAmount(), 0, Unit.NOK))
        .text(locale);
  }
}
