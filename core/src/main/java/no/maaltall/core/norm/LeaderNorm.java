package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Places per leader: a leader (styrer) for every 90 places that a unit has begun, at least one.
 *
 * <pre>{@code
 * leaders of a unit = max(1, ⌈places / 90⌉)
 * saved by merging  = Σ leaders of the units before − Σ leaders of the units after
 * }</pre>
 *
 * <p>A municipality's planning parameter, not a law; nothing is required of a unit without places.
 * Many small units need more leaders than few large ones, which is what {@link #merging} counts.
 *
 * @param table the number of places, under {@code places_per_leader places}
 */
public record LeaderNorm(@JsonProperty("table") NormTable table)
    implements StaffingNorm<LeaderUnit> {
  /** The id. */
  public static final String ID = "places_per_leader";

  private static final String PLACES = "places";

  /** {@return the norm with 90 places per leader} */
  public static LeaderNorm standard() {
    return new LeaderNorm(NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code places_per_leader places}
   */
  public LeaderNorm withTable(NormTable newTable) {
    return new LeaderNorm(newTable);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "places per leader" : "plasser per leder";
  }

  private static long leaders(int places, double perLeader) {
    return places == 0 ? 0 : Math.max(1, (long) Math.ceil(places / perLeader));
  }

  /**
   * {@return the leaders that a unit needs}
   *
   * @param unit the unit; its own leaders are not looked at
   * @throws IllegalStateException if there was no norm yet
   */
  public long required(LeaderUnit unit) {
    return leaders(unit.places(), table.require(ID, PLACES, "", unit.date()).value());
  }

  @Override
  public NormAssessment assess(LeaderUnit unit) {
    Optional<NormValue> row = table.find(ID, PLACES, "", unit.date());
    double perLeader = row.map(NormValue::value).orElse(Double.NaN);
    NormReason reason = judge(unit, perLeader);
    Verdict text =
        new Verdict(ID, unit.id(), "positions", reason)
            .row(row, () -> table.beforeVersion(ID, PLACES, ""))
            .name(unit.name())
            .region(unit.region())
            .date(unit.date());
    if (!reason.status().isJudged()) {
      return text.unjudged(
          say("normen gjelder fra {0}", "in use from {0}", table.first(ID, PLACES, "")));
    }
    double own = unit.leaders().orElseThrow();
    double required = leaders(unit.places(), perLeader);
    double missing = Math.max(0, required - Thresholds.whole(own));
    text.numbers(own, required, own - required).required(required, missing);
    text.step(
        say(
            "krav: ⌈{0} / {1}⌉ = {2}",
            "required: ⌈{0} / {1}⌉ = {2}",
            num(unit.places(), 0),
            count(perLeader),
            num(required, 0)));
    Object[] numbers = {
      num(unit.places(), 0), num(required, 0), count(own), num(missing, 0), count(perLeader)
    };
    return text.message(
        missing == 0
            ? say(
                "{0} plasser krever {1} ledere ved {4} plasser per leder, har {2}",
                "{0} places call for {1} leaders at {4} places each, it has {2}", numbers)
            : say(
                "{0} plasser krever {1} ledere ved {4} plasser per leder, har {2}; mangler {3}",
                "{0} places call for {1} leaders at {4} places each, it has {2}; {3} missing",
                numbers));
  }

  private static NormReason judge(LeaderUnit unit, double perLeader) {
    if (Double.isNaN(perLeader)) {
      return NormReason.BEFORE_NORM;
    }
    if (unit.places() == 0) {
      return NormReason.NO_PLACES;
    }
    if (unit.leaders().isEmpty()) {
      return NormReason.STAFF_UNKNOWN;
    }
    double own = Thresholds.whole(unit.leaders().getAsDouble());
    return own >= leaders(unit.places(), perLeader) ? NormReason.MET : NormReason.NOT_MET;
  }

  @Override
  public LeaderUnit withPositions(LeaderUnit unit, double positions) {
    return unit.withMore(positions);
  }

  /**
   * {@return the leaders saved when units are replaced by others, and what they cost}
   *
   * @param before the units as they are
   * @param after the units as they would be: merged, rebuilt
   * @param costPerPosition what a leader costs a year, in kroner
   */
  public Merger merging(
      Collection<LeaderUnit> before, Collection<LeaderUnit> after, double costPerPosition) {
    return new Merger(
        before.size(),
        after.size(),
        before.stream().mapToLong(this::required).sum(),
        after.stream().mapToLong(this::required).sum(),
        costPerPosition);
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " [" + table + "]";
  }
}
