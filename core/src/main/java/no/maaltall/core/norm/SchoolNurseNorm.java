package no.maaltall.core.norm;

import static no.maaltall.core.norm.Words.apart;
import static no.maaltall.core.norm.Words.count;
import static no.maaltall.core.norm.Words.num;
import static no.maaltall.core.norm.Words.say;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The recommended number of pupils per school nurse: 300 in primary, 550 in lower secondary and 800
 * in upper secondary school.
 *
 * <pre>{@code
 * pupils per position = pupils / positions      ≤ limit
 * nurses per 1 000    = 1 000 · positions / pupils   ≥ 1 000 / limit
 * missing FTE         = max(0, pupils / limit − positions)
 * }</pre>
 *
 * <p>A recommendation of the Directorate of Health, not a law. Not applicable without pupils;
 * unknown when the positions are; a unit with pupils and no position is in breach.
 *
 * @param table the limits
 */
public record SchoolNurseNorm(@JsonProperty("table") NormTable table)
    implements StaffingNorm<NurseUnit> {
  /** The id. */
  public static final String ID = "school_nurse";

  private static final String LIMIT = "pupils_per_position";
  private static final double THOUSAND = 1000;

  /** {@return the recommendation} */
  public static SchoolNurseNorm standard() {
    return new SchoolNurseNorm(NormTable.standard());
  }

  /**
   * {@return the norm with other numbers}
   *
   * @param newTable a table with {@code school_nurse pupils_per_position} for every level
   */
  public SchoolNurseNorm withTable(NormTable newTable) {
    return new SchoolNurseNorm(newTable);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name(Locale locale) {
    return Words.isEnglish(locale) ? "school nurse norm" : "normtallet for helsesykepleiere";
  }

  /**
   * {@return the nurses per 1 000 pupils that the norm asks for; empty before there was a norm}
   *
   * @param level the kind of school
   * @param date the day
   */
  public OptionalDouble perThousand(SchoolLevel level, LocalDate date) {
    Optional<NormValue> row = table.find(ID, LIMIT, level.code(), date);
    return row.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(THOUSAND / row.get().value());
  }

  @Override
  public NormAssessment assess(NurseUnit unit) {
    Optional<NormValue> row = table.find(ID, LIMIT, unit.level().code(), unit.normDate());
    double limit = row.map(NormValue::value).orElse(Double.NaN);
    double positions = unit.positions().orElse(Double.NaN);
    NormReason reason = PerPosition.judge(unit.pupils(), positions, limit, NormReason.NO_PUPILS);
    Verdict text =
        new Verdict(ID, unit.id(), "FTE", reason)
            .row(row, () -> table.beforeVersion(ID, LIMIT, unit.level().code()))
            .name(unit.name())
            .region(unit.region())
            .date(unit.date());
    if (!reason.status().isJudged()) {
      return text.unjudged(
          say(
              "normen gjelder fra {0}",
              "the norm is in force from {0}", table.first(ID, LIMIT, unit.level().code())));
    }
    double required = PerPosition.required(unit.pupils(), limit);
    double missing = PerPosition.missing(unit.pupils(), limit, positions);
    text.required(required, missing);
    text.step(
        say(
            "krav: {0} / {1} = {2} årsverk",
            "required: {0} / {1} = {2} FTE",
            num(unit.pupils(), 0),
            count(limit),
            num(required, 2)));
    if (positions == 0) {
      return text.limit(limit)
          .message(
              say(
                  "{0} elever og ingen årsverk; kravet er {1}",
                  "{0} pupils and no positions; {1} FTE are required",
                  num(unit.pupils(), 0),
                  num(required, 2)));
    }
    double actual = unit.pupils() / positions;
    text.numbers(actual, limit, limit - actual);
    text.step(
        say(
            "per 1 000 elever: 1 000 · {0} / {1} = {2}, norm 1 000 / {3} = {4}",
            "per 1,000 pupils: 1,000 · {0} / {1} = {2}, norm 1,000 / {3} = {4}",
            num(positions, 2),
            num(unit.pupils(), 0),
            num(THOUSAND * positions / unit.pupils(), 2),
            count(limit),
            num(THOUSAND / limit, 2)));
    Object[] numbers = {
      apart(actual, limit, 0),
      count(limit),
      num(THOUSAND * positions / unit.pupils(), 1),
      num(THOUSAND / limit, 1),
      apart(missing, 0, 2)
    };
    return text.message(
        missing == 0
            ? say(
                "{0} elever per årsverk er ikke over {1} ({2} årsverk per 1 000 elever, norm {3})",
                "{0} pupils per position is not above {1} ({2} FTE per 1,000 pupils, norm {3})",
                numbers)
            : say(
                "{0} elever per årsverk er over {1} ({2} årsverk per 1 000 elever, norm {3});"
                    + " mangler {4} årsverk",
                "{0} pupils per position is above {1} ({2} FTE per 1,000 pupils, norm {3}); {4} FTE"
                    + " are missing",
                numbers));
  }

  @Override
  public NurseUnit withPositions(NurseUnit unit, double positions) {
    return unit.withMore(positions);
  }

  /**
   * Assesses many units of one level on one day at once: the same verdicts and the same numbers, to
   * the last bit, as {@link #assess(NurseUnit)} gives one by one. Nothing is allocated per unit.
   *
   * @param level the kind of school of all units
   * @param date the day of all units
   * @param pupils how many pupils each has
   * @param positions positions of nurses of each, in FTE; NaN when unknown
   * @param result where the results are put, of at least the same size; what it had is overwritten
   * @throws IllegalArgumentException if the arrays are not of one size, or the result is smaller
   */
  public void assess(
      SchoolLevel level, LocalDate date, int[] pupils, double[] positions, BulkResult result) {
    Columns.requireSize("positions", positions.length, pupils.length);
    result.requireSize(pupils.length);
    result.higherIsBetter(false);
    double limit =
        table.find(ID, LIMIT, level.code(), date).map(NormValue::value).orElse(Double.NaN);
    for (int i = 0; i < pupils.length; i++) {
      if (!Checks.isHeads(pupils[i]) || !Columns.isAmountOrUnknown(positions[i])) {
        result.set(i, NormReason.INVALID_INPUT);
        continue;
      }
      NormReason reason = PerPosition.judge(pupils[i], positions[i], limit, NormReason.NO_PUPILS);
      if (reason.status().isJudged()) {
        result.set(
            i,
            reason,
            positions[i] == 0 ? Double.NaN : pupils[i] / positions[i],
            limit,
            PerPosition.required(pupils[i], limit),
            PerPosition.missing(pupils[i], limit, positions[i]));
      } else {
        result.set(i, reason);
      }
    }
  }

  /** {@return the id and the name of its table} */
  @Override
  public String toString() {
    return ID + " [" + table + "]";
  }
}
