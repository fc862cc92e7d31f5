package no.maaltall.projections.need;

import com.google.common.collect.ImmutableList;
import no.maaltall.core.indicator.Caveat;
import no.maaltall.core.indicator.Indicator;
import no.maaltall.core.indicator.Observation;
import no.maaltall.core.indicator.Period;
import no.maaltall.core.indicator.Series;
import no.maaltall.core.indicator.Unit;
import no.maaltall.projections.population.AgeGroup;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.result.Results;

/** Residents of a projection, on the days that schools and kindergartens count their ages. */
final class Residents {
  private static final String SOURCE = "framskriving";
  private static final int AGE_BEFORE_FIRST_GRADE = 4;

  private Residents() {}

  /**
   * The ages on 1 January of those who are in some grades from the autumn on: grade g is age g + 4,
   * since children start in the year that they turn 6.
   */
  static AgeGroup inGrades(int first, int last) {
    return AgeGroup.of(first + AGE_BEFORE_FIRST_GRADE, last + AGE_BEFORE_FIRST_GRADE);
  }

  /** Pupils in the school year that begins in the autumn of each year, all residents. */
  static Series pupils(
      Projection projection, int region, String id, String name, AgeGroup inGrades) {
    return projection.series(indicator(id, name), inGrades, region);
  }

  /**
   * By age on 31 December: those who begin the next year. So the first year is the one before the
   * projection starts, and the last the one before its last.
   */
  static Series atEndOfYear(
      Projection projection, int region, String id, String name, AgeGroup ages) {
    Indicator indicator = indicator(id, name);
    Series next = projection.series(indicator, ages, region);
    return Results.series(
        indicator,
        next.region(),
        next.periods().stream().map(p -> p.minus(1)).toList(),
        (Period p) -> next.at(p.plus(1)));
  }

  /** The series with whole persons, half up, as units get them. */
  static Series whole(Series persons) {
    return Results.series(
        persons.indicator(),
        persons.region(),
        persons.periods(),
        (Period p) -> whole(persons.at(p)));
  }

  private static Observation whole(Observation persons) {
    return Results.of((double) Math.round(persons.value()), persons);
  }

  /** What a reader must know of a year's residents; nothing of a year that has none. */
  static ImmutableList<Caveat> caveats(Projection projection, int region, int year) {
    return projection.populations().stream().anyMatch(p -> p.year() == year)
        ? projection.caveats(year, region)
        : ImmutableList.of();
  }

  private static Indicator indicator(String id, String name) {
    return Indicator.builder().id(id).name(name).unit(Unit.COUNT).source(SOURCE).build();
  }
}
