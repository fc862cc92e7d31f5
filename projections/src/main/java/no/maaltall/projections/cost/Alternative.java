package no.maaltall.projections.cost;

import java.util.Optional;
import java.util.OptionalInt;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Region;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * Something that can be done, and what it costs over the years: once, and then each year. The
 * accumulated cost of n years is {@code once + n · perYear}, a plain sum in fixed prices.
 *
 * <pre>{@code
 * Alternative mst = Alternative.of("MST CAN", 235_000, 57_998);
 * Alternative foster = Alternative.evenly("fosterhjem", 3_300_000, 8);
 * mst.saving(foster, 8, region, year).text();   // "2,6 mill. kr"
 * mst.breakEven(foster);                        // after 1 year
 * }</pre>
 *
 * @param name what is done
 * @param once kroner at the start, 0 or more
 * @param perYear kroner per year, 0 or more
 */
public record Alternative(String name, double once, double perYear) {
  private static final int LONGEST = 200;

  /**
   * Checks the amounts.
   *
   * @param name as above
   * @param once as above
   * @param perYear as above
   * @throws ProjectionInputException if one is negative or not finite
   */
  public Alternative {
    Inputs.require("the cost of " + name + " at the start", once);
    Inputs.require("the cost per year of " + name, perYear);
  }

  /**
   * {@return an alternative}
   *
   * @param name what is done
   * @param once kroner at the start
   * @param perYear kroner per year
   */
  public static Alternative of(String name, double once, double perYear) {
    return new Alternative(name, once, perYear);
  }

  /**
   * {@return an alternative of which the total of some years is known, spread evenly}
   *
   * @param name what is done
   * @param total kroner over the years
   * @param years how many, 1 or more
   * @throws ProjectionInputException if there are no years
   */
  public static Alternative evenly(String name, double total, int years) {
    requireYears(years, 1);
    return new Alternative(name, 0, total / years);
  }

  /**
   * {@return what is to be expected when this succeeds for a share only and the others get
   * something else besides: {@code this + (1 − share) · other}}
   *
   * @param share the share that it succeeds for, 0 to 1
   * @param other what the others get, every year, in place of the yearly cost of this
   * @throws ProjectionInputException if the share is outside 0 to 1
   */
  public Alternative succeedingFor(double share, Alternative other) {
    Inputs.requireShare("share that succeeds", share);
    return new Alternative(
        name + ", ellers " + other.name(),
        once + (1 - share) * other.once(),
        share * perYear + (1 - share) * other.perYear());
  }

  private static void requireYears(int years, int least) {
    if (years < least || years > LONGEST) {
      throw Inputs.problem(
          Kind.OUT_OF_RANGE, "years", Integer.toString(years), least + " to " + LONGEST);
    }
  }

  /**
   * {@return kroner over some years, unrounded: {@code once + years · perYear}}
   *
   * @param years how many, 0 to 200
   */
  public double accumulated(int years) {
    requireYears(years, 0);
    return once + years * perYear;
  }

  /**
   * {@return the accumulated cost in millions of kroner, with the formula}
   *
   * @param years how many
   * @param region who pays
   * @param period when it begins; the amounts are in the prices of that time
   */
  public Figure accumulated(int years, Region region, Period period) {
    return Results.figure(
        Amounts.inMillions(
            "akkumulert-kostnad@" + name, "Akkumulert kostnad, " + name, Optional.of(period)),
        region,
        "accumulated_cost_" + years,
        period,
        Observation.of(accumulated(years) / Amounts.MILLION),
        Derivation.of(
            "{o} + {n} · {y}" + Amounts.inPrices(Optional.of(period)),
            Operand.constant("o", once, Unit.NOK, 0),
            Operand.years("n", years),
            Operand.constant("y", perYear, Unit.NOK, 0)));
  }

  /**
   * {@return what this saves against another over some years, in millions of kroner; less than 0
   * when it costs more}
   *
   * @param other the other
   * @param years how many
   * @param region who pays
   * @param period when it begins; the amounts are in the prices of that time
   */
  public Figure saving(Alternative other, int years, Region region, Period period) {
    double saved = other.accumulated(years) - accumulated(years);
    return Results.figure(
        Amounts.inMillions(
            "innsparing@" + against(other), "Innsparing, " + against(other), Optional.of(period)),
        region,
        "saving_" + years,
        period,
        Observation.of(saved / Amounts.MILLION),
        Derivation.of(
            "{b} − {a}" + Amounts.inPrices(Optional.of(period)),
            Operand.constant("b", other.accumulated(years), Unit.NOK, 0),
            Operand.constant("a", accumulated(years), Unit.NOK, 0)));
  }

  private String against(Alternative other) {
    return name + " mot " + other.name();
  }

  /**
   * {@return the first number of whole years after which this has cost no more than another and
   * stays so: 0 when it never costs more; empty when it never gets there within 200 years}
   *
   * @param other the other
   */
  public OptionalInt breakEven(Alternative other) {
    if (perYear > other.perYear()) {
      return OptionalInt.empty();
    }
    for (int years = 0; years <= LONGEST; years++) {
      if (accumulated(years) <= other.accumulated(years)) {
        return OptionalInt.of(years);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * {@return the number of whole years of {@link #breakEven(Alternative)}, with the formula;
   * missing when it never gets there}
   *
   * @param other the other
   * @param region who pays
   * @param period when it begins
   */
  public Figure breakEven(Alternative other, Region region, Period period) {
    OptionalInt years = breakEven(other);
    return Results.figure(
        Indicator.builder()
            .id("nullpunkt@" + against(other))
            .name("Hele år før " + name + " ikke har kostet mer enn " + other.name())
            .build(),
        region,
        "break_even",
        period,
        years.isPresent() ? Observation.of(years.getAsInt()) : Observation.missing(),
        Derivation.of(
            "første hele år med {o} + år · {y} ≤ {p} + år · {z}, og siden",
            Operand.constant("o", once, Unit.NOK, 0),
            Operand.constant("y", perYear, Unit.NOK, 0),
            Operand.constant("p", other.once(), Unit.NOK, 0),
            Operand.constant("z", other.perYear(), Unit.NOK, 0)),
        years.isPresent()
            ? new Caveat[0]
            : new Caveat[] {
              new Caveat(Caveat.Kind.UNCERTAIN_INPUT, "kommer aldri dit på " + LONGEST + " år")
            });
  }
}
