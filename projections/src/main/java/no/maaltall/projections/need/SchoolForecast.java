package no.maaltall.projections.need;

import com.google.common.base.Ascii;
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
import no.maaltall.projections.need.SchoolCapacity.SchoolNeed;
import no.maaltall.projections.population.Projection;
import no.maaltall.projections.result.Results;

/**
 * The pupils of a projection, and the classes, parallels and places that they need, per year: what
 * {@link SchoolCapacity#over} gives. A year is the one that the school year begins in, and all
 * residents go to school where they live; pupils are whole in each grade.
 *
 * <pre>{@code
 * SchoolForecast school = new SchoolCapacity(1, 7, 28).over(projection, 0);
 * school.classes();                          // classes per year, status F
 * school.parallelsAt(Period.year(2030)).explain();
 * }</pre>
 */
public final class SchoolForecast {
  /** What is counted. */
  private enum What {
    PUPILS("elever", "Elever"),
    CLASSES("klasser", "Klasser"),
    PARALLELS("paralleller", "Paralleller"),
    PLACES("plasser", "Elevplasser");

    private final String id;
    private final String norwegian;

    What(String id, String norwegian) {
      this.id = id;
      this.norwegian = norwegian;
    }

    double of(SchoolNeed need) {
      return switch (this) {
        case PUPILS -> need.pupils();
        case CLASSES -> need.classes();
        case PARALLELS -> need.parallels();
        case PLACES -> need.places();
      };
    }
  }

  private final SchoolCapacity school;
  private final Projection projection;
  private final int region;
  private final ImmutableList<Series> grades;

  SchoolForecast(SchoolCapacity school, Projection projection, int region) {
    this.school = school;
    this.projection = projection;
    this.region = region;
    ImmutableList.Builder<Series> all = ImmutableList.builder();
    for (int grade = school.firstGrade(); grade <= school.lastGrade(); grade++) {
      String id = "skole.elever.trinn-" + grade;
      String name = "Elever på " + grade + ". trinn";
      Series pupils =
          Residents.pupils(projection, region, id, name, Residents.inGrades(grade, grade));
      all.add(Residents.whole(pupils));
    }
    grades = all.build();
  }

  /** {@return whole pupils of each grade per year, the first grade first} */
  public ImmutableList<Series> pupilsByGrade() {
    return grades;
  }

  /** {@return whole pupils of all grades together, per year} */
  public Series pupils() {
    return series(What.PUPILS);
  }

  /** {@return classes per year} */
  public Series classes() {
    return series(What.CLASSES);
  }

  /** {@return parallels per year: classes of the grade that has the most} */
  public Series parallels() {
    return series(What.PARALLELS);
  }

  /** {@return places per year in a school of so many parallels} */
  public Series places() {
    return series(What.PLACES);
  }

  private Series series(What what) {
    Series first = grades.get(0);
    return Results.series(
        indicator(what), first.region(), first.periods(), p -> observation(p, what));
  }

  private Indicator indicator(What what) {
    String span = school.firstGrade() + "-" + school.lastGrade();
    return Indicator.builder()
        .id("skole." + what.id + "." + span)
        .name(what.norwegian + ", " + span + ". trinn")
        .build();
  }

  private Observation observation(Period period, What what) {
    List<Observation> pupils = grades.stream().map(g -> g.at(period)).toList();
    if (pupils.stream().anyMatch(Observation::isMissing)) {
      return Observation.missing();
    }
    SchoolNeed need = school.need(pupils.stream().map(Observation::value).toList());
    return Results.of(what.of(need), pupils.toArray(new Observation[0]));
  }

  /**
   * {@return the classes of a year, with the pupils of each grade; missing outside the projection}
   *
   * @param period the year
   */
  public Figure classesAt(Period period) {
    return figure(
        What.CLASSES,
        period,
        String.join(" + ", fractions()) + ", hver rundet opp",
        pupilsAndSize(period));
  }

  /**
   * {@return the parallels of a year, with the pupils of each grade; missing outside the
   * projection}
   *
   * @param period the year
   */
  public Figure parallelsAt(Period period) {
    return figure(
        What.PARALLELS,
        period,
        "det største av " + String.join(", ", fractions()) + ", rundet opp",
        pupilsAndSize(period));
  }

  /**
   * {@return the places of a year, with the parallels; missing outside the projection}
   *
   * @param period the year
   */
  public Figure placesAt(Period period) {
    return figure(
        What.PLACES,
        period,
        "{p} · {g} trinn · {c}",
        List.of(
            Operand.observed("p", parallels(), period),
            Operand.constant("g", grades.size(), Unit.COUNT, 0),
            Operand.constant("c", school.classSize(), Unit.COUNT, 0)));
  }

  private List<String> fractions() {
    List<String> fractions = new ArrayList<>();
    for (int i = 0; i < grades.size(); i++) {
      fractions.add("{e" + i + "} / {c}");
    }
    return fractions;
  }

  private List<Operand> pupilsAndSize(Period period) {
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < grades.size(); i++) {
      operands.add(Operand.observed("e" + i, grades.get(i), period));
    }
    operands.add(Operand.constant("c", school.classSize(), Unit.COUNT, 0));
    return operands;
  }

  private Figure figure(What what, Period period, String formula, List<Operand> operands) {
    return Results.figure(
        indicator(what),
        grades.get(0).region(),
        "school_" + Ascii.toLowerCase(what.name()),
        period,
        observation(period, what),
        Derivation.of(formula, operands.toArray(new Operand[0])),
        Residents.caveats(projection, region, period.startYear()).toArray(new Caveat[0]));
  }
}
