package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Derivation;
import no.maaltall.core.indicator.Figure;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Operand;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Rounding;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.core.norm.Bemanningsnorm;
import no.maaltall.core.norm.Kindergarten;
import no.maaltall.core.norm.NormAssessment;
import no.maaltall.core.norm.Pedagognorm;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.LargestRemainder;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.population.ProjectionInputException;
import no.maaltall.projections.population.ProjectionInputException.Kind;
import no.maaltall.projections.result.Inputs;
import no.maaltall.projections.result.Results;

/**
 * The staff that the norms will require in kindergartens: children to come are spread over the
 * kindergartens of today, each of which is then assessed by the norm of 15 December of the year.
 *
 * <p>The norms are per kindergarten, so more and smaller ones need more leaders than fewer and
 * larger. Pedagogical leaders are whole positions in each; the basic staff is not rounded.
 * Full-time places per child stay as they are in each kindergarten, and 1 where they are not known.
 *
 * <pre>{@code
 * KindergartenStaff staff =
 *     KindergartenStaff.of(today, underThree, overThree, UnitGrowth.SCALED);
 * staff.leaders(Pedagognorm.standard());      // positions per year, status F
 * staff.basicStaff(Bemanningsnorm.standard());
 * }</pre>
 */
public final class KindergartenStaff {
  private static final int MOST_UNITS = 100_000;

  private final ImmutableList<Kindergarten> today;
  private final Series underThree;
  private final Series overThree;
  private final UnitGrowth growth;
  private final IntFunction<ImmutableList<Caveat>> caveats;

  private KindergartenStaff(
      ImmutableList<Kindergarten> today,
      Series underThree,
      Series overThree,
      UnitGrowth growth,
      IntFunction<ImmutableList<Caveat>> caveats) {
    this.today = today;
    this.underThree = underThree;
    this.overThree = overThree;
    this.growth = growth;
    this.caveats = caveats;
  }

  /**
   * {@return the staff for children to come}
   *
   * @param today the kindergartens of today, with children of both ages among them
   * @param underThree children under three with a place, per year: {@link Need} gives them
   * @param overThree children over three with a place, per year
   * @param growth what happens to the kindergartens
   * @throws ProjectionInputException if the kindergartens have no children of an age, or the series
   *     are of different regions
   */
  public static KindergartenStaff of(
      Iterable<Kindergarten> today, Series underThree, Series overThree, UnitGrowth growth) {
    return of(today, underThree, overThree, growth, year -> ImmutableList.of());
  }

  private static KindergartenStaff of(
      Iterable<Kindergarten> today,
      Series underThree,
      Series overThree,
      UnitGrowth growth,
      IntFunction<ImmutableList<Caveat>> caveats) {
    ImmutableList<Kindergarten> units = ImmutableList.copyOf(today);
    int under = units.stream().mapToInt(Kindergarten::childrenUnderThree).sum();
    int over = units.stream().mapToInt(Kindergarten::childrenOverThree).sum();
    if (under == 0 || over == 0) {
      throw Inputs.problem(
          Kind.MISSING_PART,
          "kindergartens of today",
          under + " children under three and " + over + " over",
          "some of both");
    }
    Inputs.requireSameRegion("kindergarten staff", List.of(underThree, overThree));
    return new KindergartenStaff(units, underThree, overThree, growth, caveats);
  }

  /**
   * {@return the staff for the children that a projection gives}
   *
   * @param today the kindergartens of today, with children of both ages among them
   * @param projection by single years of age
   * @param region the index of the region
   * @param underThree how many of a hundred of {@link #underThree(Projection, int)} have a place
   * @param overThree how many of a hundred of {@link #overThree(Projection, int)} have a place
   * @param growth what happens to the kindergartens
   * @throws ProjectionInputException if the kindergartens have no children of an age
   */
  public static KindergartenStaff of(
      Iterable<Kindergarten> today,
      Projection projection,
      int region,
      CoveragePath underThree,
      CoveragePath overThree,
      UnitGrowth growth) {
    return of(
        today,
        withPlace("under-3", "under", underThree(projection, region), underThree),
        withPlace("over-3", "over", overThree(projection, region), overThree),
        growth,
        // By age on 31 December: the population that the next year begins with.
        year -> Residents.caveats(projection, region, year + 1));
  }

  private static Series withPlace(String id, String name, Series children, CoveragePath coverage) {
    Indicator indicator =
        Indicator.builder()
            .id("barnehage." + id)
            .name("Barn " + name + " tre år med plass i barnehage")
            .build();
    return Need.of(indicator, Need.part(children, coverage)).series();
  }

  /**
   * {@return residents of 1 and 2 years on 31 December, per year: those whose coverage is published
   * for places under three. A child counts as three from August of the year that it turns three, so
   * who is under three by the norm of 15 December is 2 or younger on 31 December; the few of age 0
   * with a place are in the coverage}
   *
   * @param projection by single years of age; the first year is the one before it starts
   * @param region the index of the region
   */
  public static Series underThree(Projection projection, int region) {
    return Residents.atEndOfYear(
        projection, region, "barn.1-2", "Barn som er 1 eller 2 år 31. desember", AgeGroup.of(1, 2));
  }

  /**
   * {@return residents of 3 to 5 years on 31 December, per year: the children whose coverage is
   * published for kindergarten places over three}
   *
   * @param projection by single years of age; the first year is the one before it starts
   * @param region the index of the region
   */
  public static Series overThree(Projection projection, int region) {
    return Residents.atEndOfYear(
        projection, region, "barn.3-5", "Barn som er 3 til 5 år 31. desember", AgeGroup.of(3, 5));
  }

  /**
   * {@return the kindergartens of a year, with whole children; empty when a number of children is
   * missing}
   *
   * @param period the year
   * @throws ProjectionInputException if children are below 0, or more than a milliard
   */
  public ImmutableList<Kindergarten> units(Period period) {
    Observation under = underThree.at(period);
    Observation over = overThree.at(period);
    if (under.isMissing() || over.isMissing()) {
      return ImmutableList.of();
    }
    List<Integer> small = heads(Inputs.heads(underThree, period), Kindergarten::childrenUnderThree);
    List<Integer> large = heads(Inputs.heads(overThree, period), Kindergarten::childrenOverThree);
    int count = Math.max(small.size(), large.size());
    LocalDate date = LocalDate.of(period.startYear(), 12, 15);
    ImmutableList.Builder<Kindergarten> units = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      Kindergarten now = today.get(Math.min(i, today.size() - 1));
      boolean fresh = i >= today.size();
      int a = i < small.size() ? small.get(i) : 0;
      int b = i < large.size() ? large.get(i) : 0;
      Kindergarten.Builder unit =
          Kindergarten.builder()
              .id(fresh ? "ny-" + (i - today.size() + 1) : now.id())
              .name(fresh ? "Ny barnehage " + (i - today.size() + 1) : now.name())
              .region(now.region())
              .owner(now.owner())
              .date(date)
              .childrenUnderThree(a)
              .childrenOverThree(b)
              .placesUnderThree(
                  a * (fresh ? 1 : perChild(now.placesUnderThree(), now.childrenUnderThree())))
              .placesOverThree(
                  b * (fresh ? 1 : perChild(now.placesOverThree(), now.childrenOverThree())));
      units.add(unit.build());
    }
    return units.build();
  }

  private static double perChild(OptionalDouble places, int children) {
    return places.isEmpty() || children == 0 ? 1 : places.getAsDouble() / children;
  }

  private List<Integer> heads(double children, ToDoubleFunction<Kindergarten> of) {
    double[] now = today.stream().mapToDouble(of).toArray();
    double sum = 0;
    for (double heads : now) {
      sum += heads;
    }
    long total = Math.round(children);
    List<Integer> heads = new ArrayList<>();
    if (growth == UnitGrowth.SCALED || total <= sum) {
      for (double each : LargestRemainder.rounded(total, now)) {
        heads.add((int) each);
      }
      return heads;
    }
    for (double each : now) {
      heads.add((int) each);
    }
    int size = (int) Math.max(1, Math.round(sum / now.length));
    for (long left = total - (long) sum; left > 0; left -= size) {
      if (heads.size() == MOST_UNITS) {
        throw Inputs.problem(
            Kind.OUT_OF_RANGE,
            "children to come",
            Rounding.shortest(children),
            "what at most " + MOST_UNITS + " kindergartens of the mean size take");
      }
      heads.add((int) Math.min(size, left));
    }
    return heads;
  }

  /**
   * {@return the positions of pedagogical leaders that the norm requires, whole in each
   * kindergarten, per year; missing before the norm}
   *
   * @param norm the norm
   */
  public Series leaders(Pedagognorm norm) {
    return series(leadersIndicator(), unit -> leaders(norm, unit));
  }

  /**
   * {@return the basic staff in full-time positions that the norm requires, per year; missing
   * before the norm}
   *
   * @param norm the norm
   */
  public Series basicStaff(Bemanningsnorm norm) {
    return series(staffIndicator(), unit -> basicStaff(norm, unit));
  }

  private static Indicator leadersIndicator() {
    return indicator("bhg.pedagogiske-ledere-krav", "Pedagogiske ledere etter pedagognormen", 0);
  }

  private static Indicator staffIndicator() {
    return indicator("bhg.grunnbemanning-krav", "Grunnbemanning etter bemanningsnormen", 1);
  }

  private static Indicator indicator(String id, String name, int decimals) {
    return Indicator.builder().id(id).name(name).unit(Unit.FTE).decimals(decimals).build();
  }

  // A position to assess: what is required does not depend on how many there are.
  private static NormAssessment leaders(Pedagognorm norm, Kindergarten unit) {
    return norm.assess(Kindergarten.builder(unit).leaders(1).build());
  }

  private static NormAssessment basicStaff(Bemanningsnorm norm, Kindergarten unit) {
    return norm.assess(Kindergarten.builder(unit).staff(1).build());
  }

  /** What a norm says of the kindergartens that have children. */
  private Stream<NormAssessment> assessed(
      Period period, Function<Kindergarten, NormAssessment> norm) {
    return units(period).stream()
        .filter(unit -> unit.childrenUnderThree() + unit.childrenOverThree() > 0)
        .map(norm);
  }

  private Series series(Indicator indicator, Function<Kindergarten, NormAssessment> norm) {
    return Results.series(
        indicator,
        underThree.region(),
        Results.common(List.of(underThree, overThree)),
        p -> observation(p, norm));
  }

  private Observation observation(Period period, Function<Kindergarten, NormAssessment> norm) {
    return Results.of(
        assessed(period, norm).mapToDouble(a -> a.required().orElse(Double.NaN)).sum(),
        underThree.at(period),
        overThree.at(period));
  }

  /**
   * {@return the pedagogical leaders that the norm requires in a year, with the children and the
   * number of kindergartens that they follow from}
   *
   * @param norm the norm
   * @param period the year
   */
  public Figure leadersAt(Pedagognorm norm, Period period) {
    return figure(leadersIndicator(), norm.id(), period, u -> leaders(norm, u));
  }

  /**
   * {@return the basic staff that the norm requires in a year, with the children and the number of
   * kindergartens that it follows from}
   *
   * @param norm the norm
   * @param period the year
   */
  public Figure basicStaffAt(Bemanningsnorm norm, Period period) {
    return figure(staffIndicator(), norm.id(), period, u -> basicStaff(norm, u));
  }

  private Figure figure(
      Indicator indicator, String id, Period period, Function<Kindergarten, NormAssessment> norm) {
    int units = units(period).size();
    List<Caveat> more = new ArrayList<>(caveats.apply(period.startYear()));
    more.addAll(Unjudged.caveats(assessed(period, norm)));
    return Results.figure(
        indicator,
        underThree.region(),
        "required_by_" + id,
        period,
        observation(period, norm),
        Derivation.of(
            "krav til {a} under og {b} over tre år i {n} "
                + (units == 1 ? "barnehage" : "barnehager, hver for seg"),
            Operand.observed("a", Residents.whole(underThree), period),
            Operand.observed("b", Residents.whole(overThree), period),
            Operand.constant("n", units, Unit.COUNT, 0)),
        more.toArray(new Caveat[0]));
  }
}
