package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * Users or places that a population needs: {@code Σ N_g · d_g / 100} over age groups, N persons and
 * d coverage in percent.
 *
 * <pre>{@code
 * Need need = Need.of(places, Need.part(population80, CoveragePath.constant(22)));
 * need.series();               // places per year, status F
 * need.at(Period.year(2038));  // 11 400 [2038] · 22,0 % = 2 508
 * }</pre>
 *
 * <p>A period is in the result when every part has it; a missing value makes the need missing, and
 * a population below 0 is refused: there is no such need.
 */
public final class Need {
  /**
   * An age group and its coverage.
   *
   * @param population persons per year
   * @param coverage how many of a hundred of them need the service
   */
  public record Part(Series population, CoveragePath coverage) {
    /** NaN when the population is missing. */
    private double need(Period period) {
      return Inputs.persons(population, period) * coverage.at(period.startYear()) / 100;
    }
  }

  private final Indicator indicator;
  private final ImmutableList<Part> parts;
  private final ImmutableList<Correction> corrections;

  /** What another service takes over. */
  private record Correction(CapacityPlan plan, int baseYear, double share) {
    double places(int year) {
      return plan.places(year) - plan.places(baseYear);
    }
  }

  private Need(
      Indicator indicator, ImmutableList<Part> parts, ImmutableList<Correction> corrections) {
    this.indicator = indicator;
    this.parts = parts;
    this.corrections = corrections;
    if (parts.isEmpty()) {
      throw Inputs.problem(Kind.MISSING_PART, "need", "no age groups", "at least one");
    }
  }

  /**
   * {@return an age group and its coverage}
   *
   * @param population persons per year
   * @param coverage how many of a hundred of them need the service
   */
  public static Part part(Series population, CoveragePath coverage) {
    return new Part(population, coverage);
  }

  /**
   * {@return the need of some age groups}
   *
   * @param indicator what is needed: users, places
   * @param parts the age groups, at least one, all of the same region
   * @throws ProjectionInputException if there are none, or of several regions
   */
  public static Need of(Indicator indicator, Part... parts) {
    Need need = new Need(indicator, ImmutableList.copyOf(parts), ImmutableList.of());
    Inputs.requireSameRegion("need", need.populations());
    return need;
  }

  private List<Series> populations() {
    return parts.stream().map(Part::population).toList();
  }

  /**
   * {@return this need less what planned places of another service take over: {@code − share ·
   * (places(t) − places(base year))}, never below 0: where it would be, a caveat says so}
   *
   * <p>New places in homes for the elderly take over users of home services, say. Where the places
   * are planned, the need is a forecast.
   *
   * @param other the other service's plan
   * @param baseYear the year whose places are reflected in today's coverage
   * @param share how many fewer users each new place means, 0 to 1
   * @throws ProjectionInputException if the share is outside 0 to 1
   */
  public Need lessPlacesOf(CapacityPlan other, int baseYear, double share) {
    Inputs.requireShare("share of places that takes over", share);
    return new Need(
        indicator,
        parts,
        ImmutableList.<Correction>builder()
            .addAll(corrections)
            .add(new Correction(other, baseYear, share))
            .build());
  }

  /** {@return what is needed} */
  public Indicator indicator() {
    return indicator;
  }

  /** {@return the age groups} */
  public ImmutableList<Part> parts() {
    return parts;
  }

  /**
   * {@return the need over the periods that all its age groups have}
   *
   * @throws ProjectionInputException if a population is below 0
   */
  public Series series() {
    return Results.series(
        indicator,
        parts.get(0).population().region(),
        Results.common(populations()),
        this::observation);
  }

  private Observation observation(Period period) {
    double sum = 0;
    List<Observation> inputs = new ArrayList<>();
    int year = period.startYear();
    for (Part part : parts) {
      inputs.add(part.population().at(period));
      sum += part.need(period);
    }
    for (Correction c : corrections) {
      inputs.add(c.plan().observation(period));
    }
    return Results.of(Math.max(0, sum - takenOver(year)), inputs.toArray(new Observation[0]));
  }

  private double takenOver(int year) {
    double sum = 0;
    for (Correction c : corrections) {
      sum += c.share() * c.places(year);
    }
    return sum;
  }

  /**
   * {@return the need in a period, with its formula}
   *
   * @param period the period; one that an age group does not have gives a missing figure
   * @throws ProjectionInputException if a population is below 0
   */
  public Figure at(Period period) {
    StringBuilder formula = new StringBuilder();
    List<Operand> operands = new ArrayList<>();
    List<Caveat> caveats = new ArrayList<>();
    double before = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      formula.append(i == 0 ? "" : " + ").append("{n").append(i).append("} · {d").append(i);
      formula.append('}');
      operands.add(Operand.observed("n" + i, part.population(), period));
      operands.add(
          Operand.constant("d" + i, part.coverage().at(period.startYear()), Unit.PERCENT, 1));
      before += part.need(period);
    }
    for (int i = 0; i < corrections.size(); i++) {
      Correction c = corrections.get(i);
      formula.append(" − {s").append(i).append("} · {k").append(i).append('}');
      operands.add(Operand.constant("s" + i, c.share(), Unit.RATIO, 2));
      operands.add(Operand.constant("k" + i, c.places(period.startYear()), Unit.COUNT, 0));
      caveats.addAll(List.of(c.plan().caveats(period)));
    }
    if (takenOver(period.startYear()) > before) {
      caveats.add(
          new Caveat(
              Caveat.Kind.UNCERTAIN_INPUT,
              "plassene ville tatt over flere enn behovet; satt til 0"));
    }
    return Results.figure(
        indicator,
        parts.get(0).population().region(),
        "need",
        period,
        observation(period),
        Derivation.of(formula.toString(), operands.toArray(new Operand[0])),
        caveats.toArray(new Caveat[0]));
  }
}
